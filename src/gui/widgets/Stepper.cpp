#include "gui/widgets/Stepper.h"

#include <QKeyEvent>

namespace gui {

Stepper::Stepper(QWidget* parent) : QSpinBox(parent) {
    setProperty("kind", "stepper");
    setAlignment(Qt::AlignCenter);
    setKeyboardTracking(false); // a number is typed to its end first
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void Stepper::keyPressEvent(QKeyEvent* event) {
    if (event->modifiers() & ~(Qt::KeypadModifier | Qt::ShiftModifier)) return QSpinBox::keyPressEvent(event);
    switch (event->key()) {
    case Qt::Key_Plus:
        return stepBy(1);
    case Qt::Key_Minus:
        return stepBy(-1);
    case Qt::Key_Home:
        return setValue(minimum());
    case Qt::Key_End:
        return setValue(maximum());
    default:
        QSpinBox::keyPressEvent(event);
    }
}

} // namespace gui

#include "moc_Stepper.cpp"
