#pragma once

#include "net/PeerInfo.h"
#include "node/chain/Engine.h"

#include <QStringList>

namespace node {

/// What is remembered of other nodes over a restart; it lies with the chain.
struct PeerMemory {
    QStringList byHand; ///< addresses that the user or a registration gave
    std::vector<net::BanInfo> bans;
    QByteArray addresses; ///< net::AddressBook's own form
};

/// What cannot be read is left out. Thread: node.
PeerMemory loadPeerMemory(Engine& engine);
/// What cannot be written is logged. Thread: node.
void savePeerMemory(Engine& engine, const PeerMemory& memory);

} // namespace node
