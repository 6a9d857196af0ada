#include "gui/theme/StyleSheet.h"

#include "gui/theme/Theme.h"

#include <QRegularExpression>

namespace gui {

namespace {

// In every part: @name is a token, [n] is n pixels at 100 % text.

constexpr auto kLabels = R"(
QLabel { background: transparent; }
QLabel[role="muted"] { color: @text2; }
QLabel[role="faint"] { color: @text3; }
QLabel[role="small"] { font-size: [11]px; }
QLabel[role="smallMuted"] { font-size: [11]px; color: @text2; }
QLabel[role="title"] { font-size: [20]px; font-weight: 700; }
QLabel[role="cardTitle"], QLabel[role="strong"] { font-weight: 600; }
QLabel[role="cardTitleMuted"] { font-weight: 600; color: @text2; }
QLabel[role="lead"] { font-size: [18]px; font-weight: 500; }
QLabel[role="big"] { font-size: [30]px; font-weight: 700; }
QLabel[role="mono"] { font-family: "JetBrains Mono"; font-size: [12]px; }
QLabel[role="monoMuted"] { font-family: "JetBrains Mono"; font-size: [12]px; color: @text2; }
QLabel[role="field"] { font-size: [12]px; font-weight: 500; color: @text2; }
QLabel[role="good"] { color: @good; }
QLabel[role="bad"] { color: @bad; }
QLabel[role="work"] { color: @work; }
QLabel[role="own"] { color: @own; }
QLabel[role="accent"] { color: @accent; }
QLabel:disabled { color: @text3; }
QFrame[well="true"] { background: @sunken; border: none; border-radius: [8]px; }
)";

constexpr auto kButtons = R"(
QPushButton { min-height: [32]px; padding: 0 [14]px; border: 1px solid @line; border-radius: [8]px; background: @surface;
    color: @text; font-weight: 600; outline: none; }
QPushButton:hover { background: @hover; border-color: @text3; }
QPushButton:pressed { background: @sunken; }
QPushButton:checked { background: @accentSoft; border-color: @accent; color: @accent; }
QPushButton:disabled { background: @sunken; color: @text3; border-color: @line; }
QPushButton[kind="primary"], QPushButton:default { background: @accent; border-color: @accent; color: @onAccent; }
QPushButton[kind="primary"]:hover, QPushButton:default:hover { background: @accentHover; border-color: @accentHover; }
QPushButton[kind="primary"]:pressed, QPushButton:default:pressed { background: @accentDown; border-color: @accentDown; }
QPushButton[kind="work"] { background: @work; border-color: @work; color: @onWork; }
QPushButton[kind="work"]:hover { background: @workHover; border-color: @workHover; }
QPushButton[kind="danger"] { border-color: @bad; color: @bad; }
QPushButton[kind="danger"]:hover { background: @badSoft; }
QPushButton[kind="quiet"] { background: transparent; border-color: transparent; color: @text2; }
QPushButton[kind="quiet"]:hover { background: @sunken; color: @text; }
QPushButton[kind="link"] { background: transparent; border: none; color: @text2; padding: 0; min-height: [20]px;
    font-weight: 400; }
QPushButton[kind="link"]:hover { color: @accent; }
QPushButton[kind="primary"]:disabled, QPushButton[kind="work"]:disabled, QPushButton:default:disabled,
QPushButton[kind="danger"]:disabled { background: @sunken; color: @text3; border-color: @line; }
QPushButton[kind="quiet"]:disabled, QPushButton[kind="link"]:disabled { background: transparent; border-color: transparent;
    color: @text3; }
QPushButton[compact="true"] { min-height: [26]px; padding: 0 [10]px; }
QPushButton[kind="pill"] { min-height: [20]px; padding: 0 [8]px; border: none; background: transparent;
    color: @text2; font-size: [11]px; }
QPushButton::menu-indicator { width: 0; height: 0; }
QToolButton { border: none; border-radius: [8]px; padding: [6]px; background: transparent; color: @text2; outline: none; }
QToolButton:hover { background: @sunken; color: @text; }
QToolButton:pressed, QToolButton:checked { background: @accentSoft; color: @accent; }
QToolButton:disabled { color: @text3; }
QToolButton::menu-indicator { width: 0; height: 0; }
)";

constexpr auto kFields = R"(
QLineEdit, QPlainTextEdit, QTextEdit { border: 1px solid @line; border-radius: [8]px; background: @surface; color: @text;
    selection-background-color: @accent; selection-color: @onAccent; }
QLineEdit { min-height: [34]px; padding: 0 [11]px; }
QPlainTextEdit, QTextEdit { padding: [6]px [8]px; }
QLineEdit:hover, QPlainTextEdit:hover, QTextEdit:hover { border-color: @text3; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus { border-color: @accent; }
QLineEdit:disabled, QPlainTextEdit:disabled, QTextEdit:disabled, QLineEdit:read-only { background: @sunken; }
QLineEdit:disabled, QPlainTextEdit:disabled, QTextEdit:disabled { color: @text3; }
QLineEdit[invalid="true"] { border-color: @bad; }
QLineEdit[mono="true"], QPlainTextEdit[mono="true"] { font-family: "JetBrains Mono"; font-size: [12]px; }
QLineEdit[sunken="true"] { background: @sunken; border-color: @sunken; min-height: [32]px; }
QLineEdit[sunken="true"]:focus { background: @surface; border-color: @accent; }
QPlainTextEdit[code="true"] { background: @sunken; border: none; padding: [8]px [10]px; }
QAbstractSpinBox { min-width: [96]px; }
QAbstractSpinBox > QLineEdit, QComboBox > QLineEdit, QAbstractSpinBox > QLineEdit:disabled, QComboBox > QLineEdit:disabled {
    border: none; background: transparent; padding: 0; min-height: 0; border-radius: 0; }
)";

constexpr auto kViews = R"(
QAbstractItemView { background: @surface; color: @text; border: none; outline: none; selection-background-color: @accentSoft;
    selection-color: @text; }
QComboBox QAbstractItemView { border: 1px solid @line; border-radius: [8]px; padding: [4]px; }
QComboBox QAbstractItemView::item, QListView::item { min-height: [30]px; padding: 0 [8]px; border-radius: [6]px; }
QComboBox QAbstractItemView::item:hover, QListView::item:hover, QTreeView::item:hover { background: @hover; color: @text; }
QComboBox QAbstractItemView::item:selected, QListView::item:selected { background: @accentSoft; color: @text; }
QTreeView::item { min-height: [34]px; }
QHeaderView { background: transparent; border: none; }
QHeaderView::section { background: transparent; color: @text3; border: none; border-bottom: 1px solid @line;
    padding: 0 [8]px; font-size: [12]px; font-weight: 500; }
QHeaderView::section:hover { color: @text; }
QTableCornerButton::section { background: transparent; border: none; }
QScrollArea { background: transparent; border: none; }
QScrollBar { background: transparent; border: none; margin: 0; }
QScrollBar:vertical { width: [12]px; }
QScrollBar:horizontal { height: [12]px; }
QScrollBar::handle { background: @scroll; border-radius: [4]px; border: none; }
QScrollBar::handle:vertical { min-height: [32]px; margin: 2px [2]px 2px [2]px; }
QScrollBar::handle:horizontal { min-width: [32]px; margin: [2]px 2px [2]px 2px; }
QScrollBar::handle:hover, QScrollBar::handle:pressed { background: @text3; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; border: none; background: none; }
QScrollBar::add-page, QScrollBar::sub-page { background: none; }
QAbstractScrollArea::corner { background: transparent; border: none; }
)";

constexpr auto kPopups = R"(
QToolTip { background: @tip; color: @tipText; border: 1px solid @tip; border-radius: [6]px; padding: [5]px [8]px; }
QMenu { background: @surface; border: 1px solid @line; border-radius: [8]px; padding: [5]px; }
QMenu::item { min-height: [30]px; padding: 0 [26]px 0 [10]px; border-radius: [6]px; color: @text; background: transparent; }
QMenu::item:selected { background: @accentSoft; color: @text; }
QMenu::item:disabled { color: @text3; }
QMenu::icon { padding-left: [8]px; }
QMenu::separator { height: 1px; background: @line; margin: [5]px [8]px; }
QMenu::indicator { width: [18]px; height: [18]px; left: [6]px; }
QMenuBar { background: @surface; border-bottom: 1px solid @line; }
QMenuBar::item { padding: [6]px [10]px; background: transparent; border-radius: [6]px; }
QMenuBar::item:selected { background: @accentSoft; }
QDialog, QMessageBox { background: @surface; }
QMessageBox QLabel { font-size: [13]px; }
)";

constexpr auto kRest = R"(
QProgressBar { border: none; border-radius: [4]px; background: @sunken; min-height: [8]px; max-height: [8]px; color: transparent; }
QProgressBar::chunk { background: @accent; border-radius: [4]px; }
QProgressBar[kind="work"]::chunk { background: @work; }
QProgressBar::chunk:disabled { background: @text3; }
QSlider { min-height: [24]px; }
QSlider::groove:horizontal { height: [6]px; border-radius: [3]px; background: @sunken; }
QSlider::sub-page:horizontal { height: [6]px; border-radius: [3]px; background: @accent; }
QSlider[kind="fee"]::groove:horizontal { background: qlineargradient(x1:0, y1:0, x2:1, y2:0, stop:0 @f1, stop:0.33 @f3,
    stop:0.66 @f4, stop:1 @f5); }
QSlider[kind="fee"]::sub-page:horizontal { background: transparent; }
QSlider::handle:horizontal { width: [14]px; height: [14]px; margin: -[6]px 0; border-radius: [9]px; border: 2px solid @text;
    background: @surface; }
QSlider::handle:horizontal:hover { border-color: @accent; }
QSlider::handle:horizontal:disabled { border-color: @text3; }
QGroupBox { border: 1px solid @line; border-radius: [12]px; margin-top: [22]px; padding: [12]px; font-weight: 600; }
QGroupBox::title { subcontrol-origin: margin; subcontrol-position: top left; left: [2]px; color: @text; }
QTabWidget::pane { border: none; border-top: 1px solid @line; }
QTabBar { background: transparent; }
QTabBar::tab { padding: [7]px [12]px; color: @text2; border: none; border-bottom: 2px solid transparent; font-weight: 500; }
QTabBar::tab:selected { color: @text; border-bottom-color: @accent; }
QTabBar::tab:hover { color: @text; }
QSplitter::handle { background: transparent; }
QStatusBar { background: @surface; color: @text2; }
QStatusBar::item { border: none; }
)";

struct Named {
    const char* name;
    QColor color;
};

QString colorText(const QColor& color) {
    return QStringLiteral("rgba(%1,%2,%3,%4)").arg(color.red()).arg(color.green()).arg(color.blue()).arg(color.alpha());
}

QList<Named> namedColors(const Theme& theme) {
    const auto of = [&](Token token) { return theme.color(token); };
    const QColor text = of(Token::Text);
    const QColor surface = of(Token::Surface);
    const bool dark = theme.isDark();
    // Longer names first: one is often the beginning of another.
    return {{"accentHover", mixed(of(Token::Accent), dark ? text : QColor(Qt::black), 0.12)},
            {"accentDown", mixed(of(Token::Accent), QColor(Qt::black), 0.22)},
            {"accentSoft", of(Token::AccentSoft)},
            {"accent", of(Token::Accent)},
            {"onAccent", of(Token::OnAccent)},
            {"workHover", mixed(of(Token::Work), dark ? text : QColor(Qt::black), 0.12)},
            {"work", of(Token::Work)},
            {"onWork", of(Token::OnWork)},
            {"own", of(Token::Own)},
            {"good", of(Token::Good)},
            {"badSoft", of(Token::BadSoft)},
            {"bad", of(Token::Bad)},
            {"surface", surface},
            {"sunken", of(Token::Sunken)},
            {"scroll", theme.kind() == ThemeKind::HighContrast ? of(Token::Line) : mixed(of(Token::Line), text, 0.12)},
            {"line", of(Token::Line)},
            {"hover", of(Token::Hover)},
            {"text2", of(Token::Text2)},
            {"text3", of(Token::Text3)},
            {"tipText", dark ? text : QColor(Qt::white)},
            {"tip", dark ? mixed(surface, text, 0.14) : QColor(0x22, 0x30, 0x3d)},
            {"text", text},
            {"f1", of(Token::F1)},
            {"f3", of(Token::F3)},
            {"f4", of(Token::F4)},
            {"f5", of(Token::F5)},
            {"bg", of(Token::Bg)}};
}

QString withMeasures(QString sheet, const Theme& theme) {
    static const QRegularExpression measure(QStringLiteral("\\[(\\d+)\\]"));
    QRegularExpressionMatchIterator matches = measure.globalMatch(sheet);
    QString result;
    qsizetype from = 0;
    while (matches.hasNext()) {
        const QRegularExpressionMatch match = matches.next();
        result += QStringView(sheet).mid(from, match.capturedStart() - from);
        result += QString::number(theme.px(match.capturedView(1).toInt()));
        from = match.capturedEnd();
    }
    result += QStringView(sheet).mid(from);
    return result;
}

} // namespace

QString styleSheetFor(const Theme& theme) {
    QString sheet;
    for (const char* part : {kLabels, kButtons, kFields, kViews, kPopups, kRest}) sheet += QLatin1String(part);
    for (const Named& named : namedColors(theme))
        sheet.replace(QLatin1Char('@') + QLatin1String(named.name), colorText(named.color));
    return withMeasures(sheet, theme);
}

} // namespace gui
