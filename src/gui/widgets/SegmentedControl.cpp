#include "gui/widgets/SegmentedControl.h"

#include "gui/theme/RoundBox.h"
#include "gui/theme/Theme.h"

#include <QAccessible>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

namespace gui {

namespace {

constexpr int kPad = 3;

} // namespace

SegmentedControl::SegmentedControl(const QStringList& segments, QWidget* parent) : QWidget(parent) {
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setSegments(segments);
}

void SegmentedControl::setSegments(const QStringList& segments) {
    m_segments = segments;
    m_enabled.fill(true, segments.size());
    m_current = 0;
    setAccessibleName(m_segments.join(QStringLiteral(", ")));
    setAccessibleDescription(m_segments.value(m_current));
    updateGeometry();
    update();
}

void SegmentedControl::setSmall(bool small) {
    m_small = small;
    updateGeometry();
}

void SegmentedControl::setSegmentEnabled(int index, bool enabled) {
    m_enabled[index] = enabled;
    update();
}

void SegmentedControl::setCurrentIndex(int index) {
    if (index == m_current || index < 0 || index >= m_segments.size()) return;
    m_current = index;
    setAccessibleDescription(m_segments.value(index));
    QAccessibleValueChangeEvent change(this, m_segments.value(index));
    QAccessible::updateAccessibility(&change);
    update();
    emit currentChanged(index);
}

QFont SegmentedControl::segmentFont() const {
    QFont result = roleFont(m_small ? TextRole::TableHead : TextRole::Body);
    result.setWeight(QFont::Medium);
    return result;
}

int SegmentedControl::segmentWidth(int index) const {
    return qRound(wordsWidth(segmentFont(), m_segments[index])) + 2 * px(m_small ? 10 : 12);
}

QSize SegmentedControl::sizeHint() const {
    int width = 2 * kPad;
    for (int i = 0; i < m_segments.size(); ++i)
        width += segmentWidth(i);
    return {width, px(m_small ? 28 : 34)};
}

QRect SegmentedControl::segmentRect(int index) const {
    int x = kPad;
    for (int i = 0; i < index; ++i)
        x += segmentWidth(i);
    const QRect area(x, kPad, segmentWidth(index), height() - 2 * kPad);
    return layoutDirection() == Qt::RightToLeft
               ? QRect(width() - area.right() - 1, area.y(), area.width(), area.height())
               : area;
}

void SegmentedControl::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool high = theme().kind() == ThemeKind::HighContrast;
    paintRoundBox(painter, rect(), px(8), color(Token::Sunken), color(high ? Token::Line : Token::Sunken));
    painter.setFont(segmentFont());
    const QFontMetricsF metrics(segmentFont());
    for (int i = 0; i < m_segments.size(); ++i) {
        const QRectF area = segmentRect(i);
        const bool on = i == m_current;
        if (on) {
            paintRoundBox(painter, segmentRect(i), px(6),
                          color(theme().kind() == ThemeKind::Dark ? Token::Line : Token::Surface),
                          color(high ? Token::Accent : Token::Line), high ? 2 : 1);
        }
        const bool enabled = isEnabled() && m_enabled.value(i, true);
        painter.setPen(color(!enabled ? Token::Text3 : on || i == m_hovered ? Token::Text : Token::Text2));
        const double x = area.center().x() - wordsWidth(segmentFont(), m_segments[i]) / 2;
        drawWords(painter, QPointF(x, area.center().y() + metrics.capHeight() / 2), m_segments[i]);
    }
}

void SegmentedControl::mousePressEvent(QMouseEvent* event) {
    for (int i = 0; i < m_segments.size(); ++i)
        if (segmentRect(i).contains(event->position().toPoint()) && m_enabled.value(i, true))
            setCurrentIndex(i);
}

void SegmentedControl::mouseMoveEvent(QMouseEvent* event) {
    int hovered = -1;
    for (int i = 0; i < m_segments.size(); ++i)
        if (segmentRect(i).contains(event->position().toPoint())) hovered = i;
    if (hovered == m_hovered) return;
    m_hovered = hovered;
    update();
}

void SegmentedControl::leaveEvent(QEvent*) {
    m_hovered = -1;
    update();
}

void SegmentedControl::step(int by) {
    int index = m_current + by;
    while (index >= 0 && index < m_segments.size() && !m_enabled.value(index, true))
        index += by;
    setCurrentIndex(index);
}

void SegmentedControl::keyPressEvent(QKeyEvent* event) {
    const int forward = layoutDirection() == Qt::RightToLeft ? -1 : 1;
    switch (event->key()) {
    case Qt::Key_Left:
        return step(-forward);
    case Qt::Key_Right:
        return step(forward);
    case Qt::Key_Home:
        return setCurrentIndex(0);
    case Qt::Key_End:
        return setCurrentIndex(static_cast<int>(m_segments.size()) - 1);
    default:
        QWidget::keyPressEvent(event);
    }
}

void SegmentedControl::changeEvent(QEvent* event) {
    if (event->type() == QEvent::StyleChange) updateGeometry();
    QWidget::changeEvent(event);
}

} // namespace gui
