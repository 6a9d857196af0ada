#pragma once

#include <QString>

namespace gui {

/// Text from somebody else (a link, a program, a file), safe to be shown beside the user's own: one line, no
/// control characters, nothing that turns the direction of what stands around it or cannot be seen; at most
/// `most` characters, with … where it was longer.
QString safeText(const QString& text, qsizetype most = 250);

} // namespace gui
