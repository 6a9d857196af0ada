#pragma once

#include "gui/theme/Tokens.h"
#include "net/PeerManager.h"

#include <QString>

namespace gui {

/// What a peer is doing, in a few words.
QString peerDoing(const net::PeerInfo& peer);
/// What a state looks like; the words say the same.
Token peerToken(net::PeerState state);
/// It is one of the chain's: it has shaken hands, and its network is ours.
bool isTalking(net::PeerState state);
/// "left at 10:43"
QString peerLeft(std::int64_t unixSeconds);
/// Who dialled whom: "It dialled us from 192.168.1.44:39214."
QString peerDialled(const net::PeerInfo& peer);
/// Without the port: bans are of addresses.
QString peerHost(const net::PeerInfo& peer);
/// What is wrong with it, as a sentence; empty: nothing.
QString peerTrouble(const net::PeerInfo& peer);
/// The first rules in which its network differs, one sentence a rule; empty: it tells none.
QStringList peerDifferences(const net::PeerInfo& peer);
/// Its own name, or that of its program, or its address.
QString peerName(const net::PeerInfo& peer);
/// "Satoshi 30.0.0 Cairn 0.1.0".
QString peerProgram(const net::PeerInfo& peer);
/// "Cairn 0.1.0": the last one that it names, which is itself.
QString peerOwnProgram(const net::PeerInfo& peer);
/// "3 s ahead of yours"
QString clockWords(std::int64_t offsetSeconds);
/// Why an address was not taken, as a sentence.
QString addPeerTrouble(net::AddPeerFault fault);

} // namespace gui
