#include "gui/theme/Theme.h"

#include "gui/theme/ControlStyle.h"
#include "gui/theme/FocusRing.h"
#include "gui/theme/StyleSheet.h"

#include <QApplication>
#include <QFontDatabase>
#include <QPalette>
#include <QPixmapCache>
#include <QPointer>
#include <QStyle>
#include <QStyleFactory>
#include <QToolTip>
#include <QWidget>

#include <algorithm>
#include <memory>

// Outside the namespace, as the macro demands: the resource lies in a static library.
static void initThemeResources() { Q_INIT_RESOURCE(app); }

namespace gui {

namespace {

QPointer<Theme> current; // the one of the running QApplication, which owns it

bool looksDark(const QPalette& palette) {
    return palette.color(QPalette::Window).lightness() < palette.color(QPalette::WindowText).lightness();
}

bool guessSystemDark() {
    const std::unique_ptr<QStyle> fusion(QStyleFactory::create(QStringLiteral("Fusion")));
    return looksDark(QApplication::palette()) || (fusion && looksDark(fusion->standardPalette()));
}

struct FontSpec {
    double size;
    QFont::Weight weight;
    bool mono;
    double spacing; ///< share of the size
};

FontSpec fontSpec(TextRole role) {
    switch (role) {
    case TextRole::Body: return {13, QFont::Normal, false, 0};
    case TextRole::Strong:
    case TextRole::CardTitle: return {13, QFont::DemiBold, false, 0};
    case TextRole::Title: return {20, QFont::Bold, false, -0.01};
    case TextRole::Big: return {30, QFont::Bold, false, -0.02};
    case TextRole::BigUnit: return {15, QFont::Medium, false, -0.01};
    case TextRole::Lead: return {18, QFont::Medium, false, 0};
    case TextRole::TableHead:
    case TextRole::FieldName: return {12, QFont::Medium, false, 0};
    case TextRole::Small: return {11, QFont::Normal, false, 0};
    case TextRole::SmallBold: return {11, QFont::DemiBold, false, 0};
    case TextRole::Mono: return {12, QFont::Normal, true, 0};
    case TextRole::MonoBody: return {13, QFont::Normal, true, 0};
    case TextRole::MonoLarge: return {14, QFont::Normal, true, 0.02};
    }
    return {13, QFont::Normal, false, 0};
}

} // namespace

Theme::Theme(QObject* parent) : QObject(parent), m_systemDark(guessSystemDark()) {
    current = this;
    initThemeResources();
    loadFonts();
    QApplication::setStyle(new ControlStyle(*this)); // the application owns its style
    new FocusRing(this);                             // follows the focus by itself
    m_kind = kindFor(m_choice);
    apply();
}

void Theme::setChoice(Choice choice) {
    const bool same = choice == m_choice && kindFor(choice) == m_kind;
    m_choice = choice;
    if (same) return;
    m_kind = kindFor(choice);
    apply();
}

void Theme::setTextScale(int percent) {
    const int clamped = std::clamp(percent, 80, 200);
    if (clamped == m_scale) return;
    m_scale = clamped;
    apply();
}

void Theme::setSystemDark(bool dark) {
    m_systemDark = dark;
    setChoice(m_choice);
}

ThemeKind Theme::kindFor(Choice choice) const {
    switch (choice) {
    case Choice::Light: return ThemeKind::Light;
    case Choice::Dark: return ThemeKind::Dark;
    case Choice::HighContrast: return ThemeKind::HighContrast;
    case Choice::System: break;
    }
    return m_systemDark ? ThemeKind::Dark : ThemeKind::Light;
}

int Theme::px(double measure) const { return qRound(measure * m_scale / 100.0); }

QFont Theme::font(TextRole role) const {
    const FontSpec spec = fontSpec(role);
    QFont result;
    result.setFamilies(spec.mono ? QStringList{QStringLiteral("JetBrains Mono"), QStringLiteral("monospace")}
                                 : QStringList{QStringLiteral("Cairn Sans"), QStringLiteral("sans-serif")});
    result.setPixelSize(std::max(8, px(spec.size)));
    result.setWeight(spec.weight);
    result.setHintingPreference(QFont::PreferNoHinting);
    if (spec.mono) result.setStyleHint(QFont::Monospace, QFont::NoFontMerging);
    if (spec.spacing != 0) result.setLetterSpacing(QFont::AbsoluteSpacing, px(spec.size) * spec.spacing);
    return result;
}

void Theme::loadFonts() {
    const QStringList files{QStringLiteral("CairnSans-Regular.otf"),         QStringLiteral("CairnSans-Medium.otf"),
                            QStringLiteral("CairnSans-SemiBold.otf"),        QStringLiteral("CairnSans-Bold.otf"),
                            QStringLiteral("JetBrainsMono-Regular.ttf"), QStringLiteral("JetBrainsMono-Medium.ttf"),
                            QStringLiteral("JetBrainsMono-Bold.ttf")};
    for (const QString& file : files)
        if (QFontDatabase::addApplicationFont(QStringLiteral(":/fonts/") + file) < 0)
            qWarning("The font %s could not be loaded.", qPrintable(file));
}

void Theme::apply() {
    QPixmapCache::clear();
    applyPalette();
    QApplication::setFont(font(TextRole::Body));
    QToolTip::setFont(font(TextRole::Body));
    qApp->setStyleSheet(styleSheetFor(*this));
    emit changed();
}

void Theme::applyPalette() {
    QPalette palette;
    const auto set = [&](QPalette::ColorRole role, Token token) { palette.setColor(role, color(token)); };
    set(QPalette::Window, Token::Bg);
    set(QPalette::WindowText, Token::Text);
    set(QPalette::Base, Token::Surface);
    set(QPalette::AlternateBase, Token::Hover);
    set(QPalette::Text, Token::Text);
    set(QPalette::Button, Token::Surface);
    set(QPalette::ButtonText, Token::Text);
    set(QPalette::BrightText, Token::Bad);
    set(QPalette::Highlight, Token::AccentSoft);
    set(QPalette::HighlightedText, Token::Text);
    set(QPalette::ToolTipBase, Token::Text);
    set(QPalette::ToolTipText, Token::Surface);
    set(QPalette::PlaceholderText, Token::Text3);
    set(QPalette::Link, Token::Accent);
    set(QPalette::LinkVisited, Token::Own);
    set(QPalette::Light, Token::Surface);
    set(QPalette::Midlight, Token::Sunken);
    set(QPalette::Mid, Token::Line);
    set(QPalette::Dark, Token::Line);
    set(QPalette::Shadow, Token::Line);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText})
        palette.setColor(QPalette::Disabled, role, color(Token::Text3));
    QApplication::setPalette(palette);
}

Theme& theme() {
    return current ? *current : *new Theme(qApp);
}

QColor color(Token token) { return theme().color(token); }
int px(double measure) { return theme().px(measure); }
QString monoGlyphs(QString text) { return text.replace(QChar(0x2212), QChar(0x2013)); }
QFont roleFont(TextRole role) { return theme().font(role); }

void setStyleProperty(QWidget* widget, const char* name, const QString& value) {
    if (widget->property(name).toString() == value) return;
    widget->setProperty(name, value);
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
    widget->update();
}

} // namespace gui
