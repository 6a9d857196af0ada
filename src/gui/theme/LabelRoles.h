#pragma once

class QLabel;

namespace gui {

/// Gives `label` the font and the colour of its property "role", or those of the application where the role
/// is empty: muted faint small smallMuted title cardTitle cardTitleMuted lead big mono monoMuted field strong
/// good bad work own accent, and hero heroMuted wayTitle wayText of the first run.
void applyLabelRole(QLabel& label);

} // namespace gui
