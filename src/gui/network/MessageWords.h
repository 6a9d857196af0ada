#pragma once

#include "net/PeerInfo.h"

#include <QString>

namespace gui {

/// A message as it is written on its arrow: "headers · 148", "ping · 3 times".
QString messageText(const net::PeerMessageNote& message);
/// What a message is for, as a sentence; empty: nobody knows.
QString messageMeaning(const QString& command);

} // namespace gui
