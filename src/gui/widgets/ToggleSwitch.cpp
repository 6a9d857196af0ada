#include "gui/widgets/ToggleSwitch.h"

#include "gui/theme/Theme.h"

#include <QKeyEvent>
#include <QPainter>

namespace gui {

ToggleSwitch::ToggleSwitch(QWidget* parent) : QAbstractButton(parent) {
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setProperty("ringRadius", 11);
    m_motion.setEasingCurve(QEasingCurve::InOutQuad);
    connect(&m_motion, &QVariantAnimation::valueChanged, this, [this](const QVariant& value) {
        m_position = value.toDouble();
        update();
    });
    connect(this, &QAbstractButton::toggled, this, &ToggleSwitch::slide);
}

void ToggleSwitch::setToken(Token token) {
    m_token = token;
    update();
}

void ToggleSwitch::slide(bool on) {
    const double target = on ? 1 : 0;
    const int duration = isVisible() ? theme().duration(150) : 0;
    m_motion.stop();
    if (duration == 0) {
        m_position = target;
        update();
        return;
    }
    m_motion.setDuration(duration);
    m_motion.setStartValue(m_position);
    m_motion.setEndValue(target);
    m_motion.start();
}

QSize ToggleSwitch::sizeHint() const {
    return {px(38), px(22)};
}

void ToggleSwitch::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QRectF track(0, 0, px(38), px(22));
    track.moveCenter(QRectF(rect()).center());
    const bool high = theme().kind() == ThemeKind::HighContrast;
    const QColor off =
        theme().isDark() ? color(Token::Line) : mixed(color(Token::Line), color(Token::Text3), 0.35);
    const QColor on = color(isEnabled() ? m_token : Token::Text3);
    painter.setPen(high ? QPen(color(Token::Text), 1) : QPen(Qt::NoPen));
    painter.setBrush(mixed(high ? color(Token::Sunken) : off, on, m_position));
    const double radius = track.height() / 2;
    painter.drawRoundedRect(high ? track.adjusted(0.5, 0.5, -0.5, -0.5) : track, radius, radius);
    const double gap = px(2);
    const double side = track.height() - 2 * gap;
    const double at = layoutDirection() == Qt::RightToLeft ? 1 - m_position : m_position;
    const double x = track.left() + gap + at * (track.width() - side - 2 * gap);
    painter.setPen(Qt::NoPen);
    painter.setBrush(isEnabled() ? QColor(Qt::white) : color(Token::Sunken));
    if (high && m_position > 0.5) painter.setBrush(QColor(Qt::black));
    painter.drawEllipse(QRectF(x, track.top() + gap, side, side));
}

void ToggleSwitch::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

void ToggleSwitch::changeEvent(QEvent* event) {
    if (event->type() == QEvent::StyleChange) updateGeometry();
    QAbstractButton::changeEvent(event);
}

} // namespace gui
