#pragma once

#include <QString>

namespace net {

constexpr qsizetype kMaxPeerName = 40;

/// A name that a stranger or the user gave, as it may be shown: one line without control characters and those
/// that turn the direction of writing or cannot be seen, white space folded, at most `kMaxPeerName` long.
/// Empty when nothing is left.
QString cleanName(const QString& name);

} // namespace net
