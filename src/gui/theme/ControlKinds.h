#pragma once

class QWidget;

/// What ControlStyle has to know of a widget before it measures or paints it.
namespace gui {

constexpr double kFieldHeight = 36;

/// The dynamic property is "true".
bool isSet(const QWidget* widget, const char* property);
bool isStepper(const QWidget* widget);
bool isSwitch(const QWidget* widget);
bool isSegment(const QWidget* widget); ///< a choice of a SegmentedControl
/// The line edit inside a spin box or an editable combo box.
bool isInner(const QWidget* widget);
bool isTextArea(const QWidget* widget);

} // namespace gui
