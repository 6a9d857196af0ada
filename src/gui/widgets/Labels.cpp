#include "gui/widgets/Labels.h"

#include "gui/Format.h"
#include "gui/theme/AccessibleRole.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QStyle>

namespace gui {

QLabel* makeLabel(const QString& text, const char* role, QWidget* parent) {
    auto* label = new QLabel(text, parent);
    if (role) label->setProperty("role", QLatin1String(role));
    return label;
}

QLabel* makeFieldName(const QString& text, QWidget* field, QWidget* parent) {
    auto* label = makeLabel(text, "field", parent);
    label->setBuddy(field);
    if (field->accessibleName().isEmpty()) field->setAccessibleName(QString(text).remove(QLatin1Char('&')));
    return label;
}

BigFigure::BigFigure(QWidget* parent) : QWidget(parent) {
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    connect(&format(), &Format::changed, this, [this] {
        if (m_refresh) m_refresh();
    });
}

void BigFigure::setFigure(const QString& figure, const QString& unit, const QString& faint) {
    m_refresh = nullptr;
    if (figure == m_figure && unit == m_unit && faint == m_faint) return; // news often say the same again
    m_figure = figure;
    m_unit = unit;
    m_faint = faint;
    setAccessibleName(QStringLiteral("%1%2 %3").arg(figure, faint, unit).trimmed());
    updateGeometry();
    update();
}

void BigFigure::setAmount(primitives::Amount amount) {
    const AmountParts parts = format().amountParts(amount);
    setFigure(parts.strong, format().unit(), parts.faint);
    m_refresh = [this, amount] { setAmount(amount); };
}

void BigFigure::setMedium(bool medium) {
    m_medium = medium;
    updateGeometry();
    update();
}

QFont BigFigure::figureFont() const {
    QFont result = roleFont(TextRole::Big);
    if (m_medium) {
        result.setPixelSize(px(22));
        result.setLetterSpacing(QFont::AbsoluteSpacing, -0.015 * px(22));
    }
    return result;
}

QSize BigFigure::sizeHint() const {
    const QFontMetricsF big(figureFont());
    const QFontMetricsF unit(roleFont(m_medium ? TextRole::Body : TextRole::BigUnit));
    double width = big.horizontalAdvance(m_figure + m_faint) + 2;
    if (!m_unit.isEmpty()) width += px(8) + unit.horizontalAdvance(m_unit);
    return {static_cast<int>(width) + 1, px(m_medium ? 30 : 40)};
}

QSize BigFigure::minimumSizeHint() const {
    return {px(60), sizeHint().height()};
}

void BigFigure::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    // Room for the whole comes first: the figure shrinks rather than lose a digit.
    QFont big = figureFont();
    const QFont unitFont = roleFont(m_medium ? TextRole::Body : TextRole::BigUnit);
    const double unitRoom = m_unit.isEmpty() ? 0 : px(8) + wordsWidth(unitFont, m_unit);
    while (big.pixelSize() > px(20) && wordsWidth(big, m_figure + m_faint) + unitRoom > width())
        big.setPixelSize(big.pixelSize() - 1);
    while (big.pixelSize() > px(12) && wordsWidth(big, m_figure + m_faint) > width())
        big.setPixelSize(big.pixelSize() - 1);
    const QFontMetricsF metrics(big);
    const double baseline = (height() + metrics.capHeight()) / 2;
    const double whole = wordsWidth(big, m_figure) + wordsWidth(big, m_faint) + unitRoom;
    double x = layoutDirection() == Qt::RightToLeft ? std::max(0.0, width() - whole) : 0;
    painter.setFont(big);
    painter.setPen(color(Token::Text));
    drawWords(painter, QPointF(x, baseline), m_figure);
    x += wordsWidth(big, m_figure);
    painter.setPen(color(Token::Text3));
    drawWords(painter, QPointF(x, baseline), m_faint);
    x += wordsWidth(big, m_faint) + px(8);
    painter.setFont(unitFont);
    painter.setPen(color(Token::Text2));
    const QString unit = fittingWords(unitFont, m_unit, width() - x + 1);
    drawWords(painter, QPointF(x, baseline), unit);
}

AmountLabel::AmountLabel(QWidget* parent) : QWidget(parent) {
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    connect(&format(), &Format::changed, this, &AmountLabel::renew);
    renew();
}

void AmountLabel::setAmount(primitives::Amount amount, Style style) {
    m_amount = amount;
    m_style = style;
    renew();
}

void AmountLabel::setTextRole(TextRole role) {
    m_role = role;
    renew();
}

void AmountLabel::setToken(Token token) {
    m_token = token;
    renew();
}

void AmountLabel::setWithUnit(bool withUnit) {
    m_withUnit = withUnit;
    renew();
}

void AmountLabel::renew() {
    setAccessibleName(text());
    updateGeometry();
    update();
}

QString AmountLabel::text() const {
    const QString unit = m_withUnit ? QChar(0x00a0) + format().unit() : QString();
    switch (m_style) {
    case Style::Full:
        return format().amount(m_amount) + unit;
    case Style::Signed:
        return format().signedAmount(m_amount) + unit;
    case Style::Trimmed:
        return format().trimmed(m_amount) + unit;
    case Style::Rounded:
        return format().rounded(m_amount) + unit;
    }
    return {};
}

QSize AmountLabel::sizeHint() const {
    const QFontMetricsF metrics(roleFont(m_role));
    return {static_cast<int>(wordsWidth(roleFont(m_role), text())) + 2,
            static_cast<int>(metrics.height()) + px(4)};
}

void AmountLabel::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const QFont textFont = roleFont(m_role);
    const QFontMetricsF metrics(textFont);
    const QString all = text();
    const QString unit = m_withUnit ? QChar(0x00a0) + format().unit() : QString();
    const bool hasTail = m_style == Style::Full || m_style == Style::Signed;
    const qsizetype tail = hasTail ? format().amountParts(m_amount).faint.size() : 0;
    const QString strong = all.left(all.size() - unit.size() - tail);
    const QString faint = all.mid(strong.size());
    const double baseline = (height() + metrics.ascent() - metrics.descent()) / 2;
    double x = layoutDirection() == Qt::RightToLeft ? width() - wordsWidth(textFont, all) : 0;
    painter.setFont(textFont);
    painter.setPen(color(isEnabled() ? m_token : Token::Text3));
    const bool isMono =
        m_role == TextRole::Mono || m_role == TextRole::MonoBody || m_role == TextRole::MonoLarge;
    drawWords(painter, QPointF(x, baseline), isMono ? monoGlyphs(strong) : strong);
    painter.setPen(color(Token::Text3));
    drawWords(painter, QPointF(x + wordsWidth(textFont, strong), baseline), faint);
}

HashLabel::HashLabel(const QString& text, QWidget* parent) : QWidget(parent) {
    setAccessibleRole(this, QAccessible::StaticText);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setText(text);
}

void HashLabel::setText(const QString& text) {
    if (text == m_text && !text.isEmpty()) return;
    m_text = text;
    setToolTip(text);
    setAccessibleName(text);
    setAccessibleDescription(tr("Press Ctrl+C or click to copy"));
    updateGeometry();
    update();
}

void HashLabel::setShortened(int head, int tail) {
    m_head = head;
    m_tail = tail;
    updateGeometry();
    update();
}

void HashLabel::setToken(Token token) {
    m_token = token;
    update();
}

void HashLabel::setThing(Thing thing, Navigator* navigator) {
    m_thing = thing;
    m_navigator = navigator;
}

void HashLabel::contextMenuEvent(QContextMenuEvent* event) {
    const bool byMouse = event->reason() == QContextMenuEvent::Mouse;
    popUpThings(this, {{m_thing, m_text}}, m_navigator,
                byMouse ? event->globalPos() : mapToGlobal(rect().bottomLeft()));
    event->accept();
}

void HashLabel::copy() {
    QGuiApplication::clipboard()->setText(m_text);
    emit copied(m_text);
}

QString HashLabel::shown(int width) const {
    const QString most = m_head > 0 ? Format::shortened(m_text, m_head, m_tail) : m_text;
    return QFontMetrics(roleFont(TextRole::Mono)).elidedText(most, Qt::ElideMiddle, width);
}

QSize HashLabel::sizeHint() const {
    const QFontMetrics metrics(roleFont(TextRole::Mono));
    const QString most = m_head > 0 ? Format::shortened(m_text, m_head, m_tail) : m_text;
    return {metrics.horizontalAdvance(most) + 2, metrics.height() + px(4)};
}

QSize HashLabel::minimumSizeHint() const {
    const QFontMetrics metrics(roleFont(TextRole::Mono));
    return {std::min(sizeHint().width(), metrics.horizontalAdvance(QStringLiteral("00000041…9e2c"))),
            sizeHint().height()};
}

void HashLabel::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const QFont textFont = roleFont(TextRole::Mono);
    const QFontMetrics metrics(textFont);
    painter.setFont(textFont);
    painter.setPen(color(underMouse() ? Token::Accent : m_token));
    painter.drawText(0, (height() + metrics.ascent() - metrics.descent()) / 2, shown(width()));
}

void HashLabel::mouseReleaseEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton && rect().contains(event->position().toPoint())) copy();
}

void HashLabel::keyPressEvent(QKeyEvent* event) {
    const bool asked = event->matches(QKeySequence::Copy) || event->key() == Qt::Key_C ||
                       event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (asked)
        copy();
    else
        QWidget::keyPressEvent(event);
}

} // namespace gui

#include "moc_Labels.cpp"
