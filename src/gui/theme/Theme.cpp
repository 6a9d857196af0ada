#include "gui/theme/Theme.h"

#include "gui/theme/ControlStyle.h"
#include "gui/theme/FocusRing.h"
#include "gui/theme/FontWarmUp.h"
#include "gui/theme/WheelRule.h"

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
static void initThemeResources() {
    Q_INIT_RESOURCE(app);
}

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
    case TextRole::Body:
        return {13, QFont::Normal, false, 0};
    case TextRole::Strong:
    case TextRole::CardTitle:
        return {13, QFont::DemiBold, false, 0};
    case TextRole::Title:
        return {20, QFont::Bold, false, -0.01};
    case TextRole::Big:
        return {30, QFont::Bold, false, -0.02};
    case TextRole::BigUnit:
        return {15, QFont::Medium, false, -0.01};
    case TextRole::Lead:
        return {18, QFont::Medium, false, 0};
    case TextRole::TableHead:
    case TextRole::FieldName:
        return {12, QFont::Medium, false, 0};
    case TextRole::Small:
        return {11, QFont::Normal, false, 0};
    case TextRole::SmallBold:
        return {11, QFont::DemiBold, false, 0};
    case TextRole::Mono:
        return {12, QFont::Normal, true, 0};
    case TextRole::MonoBody:
        return {13, QFont::Normal, true, 0};
    case TextRole::MonoLarge:
        return {14, QFont::Normal, true, 0.02};
    case TextRole::Hero:
        return {28, QFont::Bold, false, -0.01};
    case TextRole::HeroText:
        return {15, QFont::Normal, false, 0};
    case TextRole::WayTitle:
        return {16, QFont::DemiBold, false, 0};
    case TextRole::WayText:
        return {14, QFont::Normal, false, 0};
    }
    return {13, QFont::Normal, false, 0};
}

} // namespace

Theme::Theme(QObject* parent) : QObject(parent), m_systemDark(guessSystemDark()) {
    current = this;
    initThemeResources();
    loadFonts();
    auto* ring = new FocusRing(this); // follows the focus by itself
    connect(this, &Theme::changed, ring, &FocusRing::renew);
    new WheelRule(this);
    m_kind = kindFor(m_choice);
    apply();
    new FontWarmUp(*this);
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
    case Choice::Light:
        return ThemeKind::Light;
    case Choice::Dark:
        return ThemeKind::Dark;
    case Choice::HighContrast:
        return ThemeKind::HighContrast;
    case Choice::System:
        break;
    }
    return m_systemDark ? ThemeKind::Dark : ThemeKind::Light;
}

int Theme::px(double measure) const {
    return qRound(measure * m_scale / 100.0);
}

// Kept: painting asks for them at every repaint, and a font that is made anew looks for its glyphs anew.
void Theme::makeFonts() {
    for (std::size_t i = 0; i < kTextRoleCount; ++i) {
        const FontSpec spec = fontSpec(static_cast<TextRole>(i));
        QFont font;
        font.setFamilies(spec.mono
                             ? QStringList{QStringLiteral("JetBrains Mono"), QStringLiteral("monospace")}
                             : QStringList{QStringLiteral("Cairn Sans"), QStringLiteral("sans-serif")});
        font.setPixelSize(std::max(8, px(spec.size)));
        font.setWeight(spec.weight);
        font.setHintingPreference(QFont::PreferNoHinting);
        if (spec.mono) font.setStyleHint(QFont::Monospace, QFont::NoFontMerging);
        if (spec.spacing != 0) font.setLetterSpacing(QFont::AbsoluteSpacing, px(spec.size) * spec.spacing);
        m_fonts[i] = font;
    }
}

void Theme::loadFonts() {
    const QStringList files{
        QStringLiteral("CairnSans-Regular.otf"),     QStringLiteral("CairnSans-Medium.otf"),
        QStringLiteral("CairnSans-SemiBold.otf"),    QStringLiteral("CairnSans-Bold.otf"),
        QStringLiteral("JetBrainsMono-Regular.ttf"), QStringLiteral("JetBrainsMono-Medium.ttf"),
        QStringLiteral("JetBrainsMono-Bold.ttf")};
    for (const QString& file : files)
        if (QFontDatabase::addApplicationFont(QStringLiteral(":/fonts/") + file) < 0)
            qWarning("The font %s could not be loaded.", qPrintable(file));
}

void Theme::apply() {
    QPixmapCache::clear();
    m_words.clear();
    makeFonts();
    QApplication::setFont(font(TextRole::Body));
    QToolTip::setFont(font(TextRole::Body));
    applyPalette();
    QApplication::setStyle(
        new ControlStyle(*this)); // the application owns it; every widget is polished again and told
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
    palette.setColor(QPalette::ToolTipBase, isDark() ? mixed(color(Token::Surface), color(Token::Text), 0.14)
                                                     : QColor(0x22, 0x30, 0x3d));
    palette.setColor(QPalette::ToolTipText, isDark() ? color(Token::Text) : QColor(Qt::white));
    set(QPalette::PlaceholderText, Token::Text3);
    set(QPalette::Link, Token::Accent);
    set(QPalette::LinkVisited, Token::Own);
    set(QPalette::Light, Token::Surface);
    set(QPalette::Midlight, Token::Sunken);
    set(QPalette::Mid, Token::Line);
    set(QPalette::Dark, Token::Line);
    set(QPalette::Shadow, Token::Line);
    for (const auto role :
         {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText})
        palette.setColor(QPalette::Disabled, role, color(Token::Text3));
    QApplication::setPalette(palette);
    QToolTip::setPalette(palette);
    QPalette dialogs = palette;
    dialogs.setColor(QPalette::Window, color(Token::Surface));
    QApplication::setPalette(dialogs, "QDialog");
    QPalette fields = palette;
    fields.setColor(QPalette::Highlight, color(Token::Accent));
    fields.setColor(QPalette::HighlightedText, color(Token::OnAccent));
    for (const char* field : {"QLineEdit", "QPlainTextEdit", "QTextEdit"})
        QApplication::setPalette(fields, field);
}

Theme& theme() {
    return current ? *current : *new Theme(qApp);
}

QColor color(Token token) {
    return theme().color(token);
}
int px(double measure) {
    return theme().px(measure);
}
void keepMeasured(QObject* owner, const std::function<void()>& measure) {
    measure();
    QObject::connect(&theme(), &Theme::changed, owner, measure);
}
QString monoGlyphs(QString text) {
    return text.replace(QChar(0x2212), QChar(0x2013));
}
const QFont& roleFont(TextRole role) {
    return theme().font(role);
}

void setStyleProperty(QWidget* widget, const char* name, const QString& value) {
    if (widget->property(name).toString() == value) return;
    widget->setProperty(name, value);
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
    widget->update();
}

} // namespace gui

#include "moc_Theme.cpp"
