#pragma once

class QWidget;

namespace gui {

/// Call it once after setupUi(): brings what a .ui file cannot say. Its distances are for a text scale of 100
/// % and grow with the text, and every field is named for screen readers by the label that points at it.
void finishForm(QWidget* form);

/// Tab goes from the last field of `form` to `next`: for what was there before the form was put beside it.
void continueTabs(QWidget* form, QWidget* next);

} // namespace gui
