#pragma once

#include "support/MemoryNode.h"
#include "support/RegtestChain.h"

#include "net/PeerInfo.h"
#include "net/address/HostAddress.h"
#include "node/peers/LobbyAccess.h"

#include <QDateTime>

#include <algorithm>
#include <memory>
#include <vector>

namespace test {

using PeerList = std::shared_ptr<const std::vector<net::PeerInfo>>;

/// A peer that has shaken hands, as the node would publish it.
inline net::PeerInfo samplePeer(net::PeerId id, const QString& name, net::PeerState state,
                                bool dialledIn = false) {
    const std::int64_t now = QDateTime::currentSecsSinceEpoch();
    net::PeerInfo peer;
    peer.id = id;
    peer.name = name;
    peer.state = state;
    peer.dialledIn = dialledIn;
    peer.saved = peer.isByHand = !dialledIn;
    peer.address =
        QStringLiteral("192.168.1.%1:%2").arg(10 + id).arg(dialledIn ? 41'000 + static_cast<int>(id) : 5'001);
    peer.agent = QStringLiteral("/Satoshi:30.0.0/Cairn:0.1.0/");
    peer.facts.dialledIn = dialledIn;
    peer.height = 2'148;
    const std::int64_t midnight = QDate::currentDate().startOfDay().toSecsSinceEpoch();
    peer.connectedSince = std::max(now - 41 * 60, midnight); // today, whenever the tests run
    peer.lastBlock = now - 21;
    peer.lastTransaction = now - 12;
    peer.bytesIn = 110'000 * static_cast<std::int64_t>(id);
    peer.bytesOut = 205'000;
    peer.pingMs = 4 + static_cast<std::int64_t>(id);
    peer.feeFilter = 1'000;
    return peer;
}

/// A link on which something was said, the last of it a heavier chain.
inline std::vector<net::PeerMessageNote> sampleTalk() {
    const std::int64_t start = (QDateTime::currentSecsSinceEpoch() - 60) * 1'000;
    return {{start, false, QStringLiteral("inv"), 1, 61, 1},
            {start + 20, true, QStringLiteral("getheaders"), 0, 1'029, 1},
            {start + 1'000, false, QStringLiteral("headers"), 148, 11'991, 1},
            {start + 17'000, true, QStringLiteral("ping"), 0, 32, 1},
            {start + 17'011, false, QStringLiteral("pong"), 0, 32, 3}};
}

/// Everybody that a page can be asked to show: one in each state. `nameless`: names that are the same in
/// every language, hexadecimal ones.
inline PeerList samplePeers(bool nameless = false) {
    using enum net::PeerState;
    auto peers = std::make_shared<std::vector<net::PeerInfo>>();
    peers->push_back(samplePeer(1, QStringLiteral("teacher"), InStep));
    peers->push_back(samplePeer(2, QStringLiteral("ana-laptop"), InStep));
    peers->push_back(samplePeer(3, QStringLiteral("mia"), InStep, true));
    peers->push_back(samplePeer(4, QStringLiteral("pi-4"), CatchingUp));
    peers->back().blocksInFlight = 1;
    peers->back().height = 2'149;
    peers->push_back(samplePeer(5, QStringLiteral("bo"), Held, true));
    peers->back().height = 2'151;
    peers->back().commonHeight = 2'003;
    peers->back().lastMessages = sampleTalk();
    peers->push_back(samplePeer(6, QStringLiteral("lab-7"), OtherBranch, true));
    peers->back().commonHeight = 2'140;
    peers->push_back(samplePeer(7, QString(), Checking, true));
    peers->back().height = -1;
    peers->push_back(samplePeer(8, QStringLiteral("zoe"), ClockDiffers));
    peers->back().clockOffset = 3 * 24 * 3'600;
    auto stranger = samplePeer(9, QStringLiteral("kim"), WrongNetwork);
    stranger.connectedSince = 0;
    stranger.otherNetwork = QStringLiteral("Lab 13");
    stranger.differences = {{QStringLiteral("block_reward"), QStringLiteral("50"), QStringLiteral("25")}};
    peers->push_back(stranger);
    auto silent = samplePeer(10, QString(), Unreachable);
    silent.agent.clear();
    silent.connectedSince = silent.lastBlock = silent.lastTransaction = silent.bytesIn = silent.bytesOut = 0;
    silent.pingMs = -1;
    silent.height = -1;
    silent.fault = net::PeerFault::Refused;
    peers->push_back(silent);
    if (nameless) {
        for (net::PeerInfo& peer : *peers)
            peer.name = QString::number(0xcafe0 + peer.id, 16);
        peers->at(8).otherNetwork = QStringLiteral("cafe13");
    }
    return peers;
}

/// A node heard near, as the lobby would tell of it.
inline net::LobbyEntry sampleNear(const primitives::BlockHash& network, const QString& name, int host,
                                  std::int64_t nowMs) {
    const auto port = static_cast<quint16>(5'001);
    const QHostAddress address(QStringLiteral("192.168.1.%1").arg(host));
    return {{network, port, name}, net::netAddressOf(address, port), nowMs - 3'000 - host, nowMs - 3'000};
}

/// Networks near: one's own, told by one; two others, one of them told by three.
inline node::LobbyView sampleLobby(const primitives::BlockHash& own, std::int64_t nowMs,
                                   bool nameless = false) {
    const auto made = [](std::uint8_t number) {
        util::ByteArray<32> hash{};
        hash[0] = number;
        return primitives::BlockHash(hash);
    };
    const auto called = [nameless](const char* name, const char* hex) {
        return QString::fromLatin1(nameless ? hex : name);
    };
    node::LobbyView lobby;
    lobby.isOn = lobby.isTold = true;
    for (const int host : {11, 31, 52})
        lobby.entries.push_back(sampleNear(made(1), called("Lab 13", "cafe13"), host, nowMs));
    lobby.entries.push_back(sampleNear(own, called("Lab 12", "cafe12"), 12, nowMs));
    lobby.entries.push_back(sampleNear(made(2), called("Garden", "cafe77"), 77, nowMs));
    return lobby;
}

/// Without one of them.
inline PeerList without(const PeerList& peers, net::PeerId id) {
    auto rest = std::make_shared<std::vector<net::PeerInfo>>(*peers);
    std::erase_if(*rest, [id](const net::PeerInfo& peer) { return peer.id == id; });
    return rest;
}

/// Lets the brake of a node hold a branch back: `own` blocks of its wallet, against a longer branch from
/// genesis. The branch's tip.
inline std::optional<primitives::BlockHash> holdABranch(MemoryNode& node, int own = 6, int offered = 9) {
    if (!node->changeSetting(QStringLiteral("reorganisation_brake"), QStringLiteral("5"))) return {};
    if (!node.mine(own)) return {};
    // From the first time on that the chain is level with the time.
    const bool works = QTest::qWaitFor(
        [&node] {
            const auto asked = node->chain().engine().ask([](node::Engine& engine) {
                const auto was = engine.state().get(QStringLiteral("was_in_step"));
                return was.has_value() && was->has_value();
            });
            return MemoryNode::answer(asked);
        },
        MemoryNode::kTimeoutMs);
    if (!works) return {};
    support::RegtestChain chain(node->params());
    primitives::BlockRef last;
    std::int64_t time = QDateTime::currentSecsSinceEpoch() - 3'600;
    for (int i = 0; i < offered; ++i) {
        last = chain.mineOn(last ? last->header.hash() : node->params().genesisHash, {.time = time += 60});
        (void)MemoryNode::answer(node->chain().submitBlock(last));
    }
    return last->header.hash();
}

} // namespace test
