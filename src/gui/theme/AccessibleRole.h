#pragma once

#include <QAccessible>

class QWidget;

namespace gui {

/// What a screen reader calls a widget of our own, where Qt knows no better than "a part of the window".
/// Buttons are pressed, whatever they are called; a Button or Link that is none is told Enter. A PageTab says
/// whether it is chosen (QAbstractButton::isChecked) instead of being a check box.
void setAccessibleRole(QWidget* widget, QAccessible::Role role);

} // namespace gui
