#pragma once

#include "net/PeerManager.h"

#include <QString>

namespace gui {

/// What a peer is doing, in a few words.
QString peerDoing(const net::PeerInfo& peer);
/// What is wrong with it, as a sentence; empty: nothing.
QString peerTrouble(const net::PeerInfo& peer);
/// Its own name, or that of its program, or its address.
QString peerName(const net::PeerInfo& peer);
/// "Satoshi 30.0.0 Cairn 0.1.0".
QString peerProgram(const net::PeerInfo& peer);
/// Why an address was not taken, as a sentence.
QString addPeerTrouble(net::AddPeerFault fault);

} // namespace gui
