#include "gui/widgets/ToggleSwitch.h"

#include "gui/theme/Theme.h"

#include <QKeyEvent>

namespace gui {

ToggleSwitch::ToggleSwitch(QWidget* parent) : QCheckBox(parent) {
    setProperty("kind", "switch");
    setProperty("ringRadius", 11);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
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

void ToggleSwitch::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QCheckBox::keyPressEvent(event);
}

} // namespace gui

#include "moc_ToggleSwitch.cpp"
