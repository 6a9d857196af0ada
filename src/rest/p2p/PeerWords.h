#pragma once

#include "net/PeerManager.h"

#include <QString>

namespace rest {

/// "in-step", "catching-up", …
const char* toString(net::PeerState state);
/// Why an address was not taken, as a sentence.
QString sentenceOf(net::AddPeerFault fault);
/// What is wrong with a peer, as a sentence; empty: nothing.
QString troubleOf(const net::PeerInfo& peer);

} // namespace rest
