#pragma once

#include <QString>

namespace gui {

class Theme;

/// The style sheet of the application in the colours and measures of `theme`.
///
/// Dynamic properties it knows:
///   QLabel       role: muted faint small smallMuted title cardTitle cardTitleMuted lead big mono monoMuted field strong good bad work own accent
///   QPushButton  kind: primary work danger quiet link pill (none: normal);  compact: true
///   QFrame       well: true (a sunken box)
///   QLineEdit    mono: true;  invalid: true
QString styleSheetFor(const Theme& theme);

} // namespace gui
