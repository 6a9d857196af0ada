#pragma once

#include "net/sync/BlockDownload.h"
#include "net/sync/HeaderSync.h"
#include "support/MemoryChain.h"
#include "support/RegtestChain.h"

#include <QtTest>

/// What the parts of SyncManager share, for a test of one of them: a real chain, and peers that are only
/// data.
struct SyncParts {
    explicit SyncParts(net::SyncManager::Options options = {})
        : context{node.state(), out, node.clock, options, {}} {
        node.clock.setNow(node.params.genesis->header.time + 400 * 24 * 3600);
    }
    std::vector<primitives::BlockRef> mine(int count, const primitives::BlockHash& on) {
        return maker.mineMany(on, count);
    }
    std::vector<primitives::BlockRef> mine(int count) { return mine(count, node.params.genesisHash); }
    /// Into the tree, without bodies.
    std::vector<const chain::HeaderEntry*> know(const std::vector<primitives::BlockRef>& blocks) {
        std::vector<const chain::HeaderEntry*> entries;
        for (const auto& block : blocks)
            entries.push_back(node->acceptHeader(block->header).value());
        return entries;
    }
    void take(const std::vector<primitives::BlockRef>& blocks) {
        QVERIFY(node->acceptBlocks(blocks).has_value());
    }
    net::SyncPeer& join(net::PeerId id, const chain::HeaderEntry* best = nullptr) {
        net::SyncPeer& peer = context.peers[id];
        peer.facts.services = net::wire::kServiceNetwork | net::wire::kServiceWitness;
        peer.best = best;
        return peer;
    }
    /// What was sent to a peer since the last call, of one kind, in order.
    template <class Message>
    std::vector<Message> sent(net::PeerId id) {
        for (net::PeerOrder& order : out.take())
            orders.push_back(std::move(order));
        std::vector<Message> found;
        std::erase_if(orders, [&](const net::PeerOrder& order) {
            const auto* send = std::get_if<net::SendMessage>(&order);
            const auto* message = send ? std::get_if<Message>(&send->message) : nullptr;
            if (message == nullptr || send->peer != id) return false;
            found.push_back(*message);
            return true;
        });
        return found;
    }
    /// The blocks asked of a peer since the last call.
    std::vector<primitives::BlockHash> asked(net::PeerId id) {
        std::vector<primitives::BlockHash> hashes;
        for (const auto& message : sent<net::wire::GetData>(id)) {
            for (const auto& item : message.items)
                hashes.emplace_back(item.hash);
        }
        return hashes;
    }
    std::optional<net::Misbehaviour> dropOf(net::PeerId id) {
        static_cast<void>(sent<net::wire::Ping>(id));
        for (const net::PeerOrder& order : orders) {
            const auto* drop = std::get_if<net::DropPeer>(&order);
            if (drop != nullptr && drop->peer == id) return drop->reason;
        }
        return std::nullopt;
    }

    support::MemoryChain node{support::easyCard()};
    support::RegtestChain maker{node.params};
    net::PeerOutbox out;
    net::SyncContext context;
    std::vector<net::PeerOrder> orders;
};
