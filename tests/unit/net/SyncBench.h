#pragma once

#include "chain/Locator.h"
#include "net/sync/SyncManager.h"
#include "support/MemoryChain.h"
#include "support/RegtestChain.h"

#include <QtTest>

#include <functional>
#include <map>
#include <set>

/// One node's sync among peers that a test writes the parts of, in virtual time.
class SyncBench : public net::Intake {
public:
    /// What a peer has and how it answers.
    struct Part {
        std::vector<primitives::BlockRef> chain; ///< its best chain, block 1 first
        bool givesHeaders = true;
        bool givesBodies = true;
        bool saysNotFound = false;
        std::int64_t answerMs = 40;
        std::set<primitives::BlockHash> withheld;
        /// In place of a body.
        std::function<primitives::BlockRef(const primitives::BlockRef&)> spoil;
        int headersAsked = 0;
        int bodiesAsked = 0;
        std::map<primitives::BlockHash, int> asked;
    };
    explicit SyncBench(net::SyncManager::Options options = {}, chain::ChainOptions chainOptions = {})
        : node(support::easyCard(), chainOptions), maker(node.params), far(node.params),
          sync(node.state(), *this, out, node.clock, options, 1) {
        // Blocks that tests make are years older than the clock of tests.
        node.clock.setNow(node.params.genesis->header.time + 400 * 24 * 3600);
    }

    std::vector<primitives::BlockRef> mine(int count, const primitives::BlockHash& on) {
        auto made = maker.mineMany(on, count);
        for (const auto& block : made)
            bodies[support::hashOf(block)] = block;
        return made;
    }
    std::vector<primitives::BlockRef> mine(int count) { return mine(count, node.params.genesisHash); }
    /// The node has them already.
    void give(const std::vector<primitives::BlockRef>& blocks) {
        QVERIFY(node->acceptBlocks(blocks).has_value());
        sync.chainChanged();
    }
    Part& join(net::PeerId id, std::vector<primitives::BlockRef> chain, bool dialledIn = false) {
        Part& part = parts[id];
        part.chain = std::move(chain);
        net::PeerFacts facts;
        facts.dialledIn = dialledIn;
        facts.services = net::wire::kServiceNetwork | net::wire::kServiceWitness;
        facts.startHeight = std::int32_t(part.chain.size());
        sync.connected(id, facts);
        return part;
    }
    void leave(net::PeerId id) {
        parts.erase(id);
        sync.gone(id);
    }
    void sendHeaders(net::PeerId id, const std::vector<primitives::BlockRef>& blocks) {
        std::vector<primitives::BlockHeader> headers;
        for (const auto& block : blocks)
            headers.push_back(block->header);
        sync.headers(id, headers);
    }
    /// Carries messages while time goes on.
    void run(std::int64_t ms) {
        runUntil([] { return false; }, ms);
    }
    bool runUntil(const std::function<bool()>& isDone, std::int64_t ms) {
        for (std::int64_t passed = 0; passed < ms; passed += 10) {
            carry();
            if (isDone()) return true;
            node.clock.advanceMs(10);
            m_sinceTick += 10;
            if (m_sinceTick >= 100) {
                m_sinceTick = 0;
                sync.tick();
            }
        }
        carry();
        return isDone();
    }
    bool reaches(std::int32_t height, std::int64_t ms) {
        return runUntil([&] { return node->tip().height() == height; }, ms);
    }
    [[nodiscard]] std::optional<net::DropPeer> dropOf(net::PeerId id) const {
        for (const net::DropPeer& drop : drops) {
            if (drop.peer == id) return drop;
        }
        return std::nullopt;
    }

    Result<std::vector<Result<chain::BlockOutcome, consensus::Rejection>>, chain::StoreError>
    takeBlocks(std::span<const primitives::BlockRef> blocks, net::PeerId) override {
        auto taken = node->acceptBlocks(blocks);
        if (!taken) return fail(taken.error());
        if (!taken->change.isEmpty()) sync.chainChanged(); // as the node does
        return taken->each;
    }
    Result<void, consensus::Rejection> takeTransaction(const primitives::TransactionRef&,
                                                       net::PeerId) override {
        return {};
    }
    [[nodiscard]] bool isClosed() const override { return closed; }

    support::MemoryChain node;
    support::RegtestChain maker;
    support::RegtestChain far; ///< blocks that the node will not hear of by `bodies`
    net::PeerOutbox out;
    net::SyncManager sync;
    std::map<net::PeerId, Part> parts;
    std::map<primitives::BlockHash, primitives::BlockRef> bodies;
    std::vector<net::DropPeer> drops;
    std::vector<net::wire::GetHeaders> headerRequests;
    bool closed = false;

private:
    void carry() {
        bool isMoving = true;
        while (isMoving) {
            isMoving = false;
            for (const net::PeerOrder& order : out.take()) {
                isMoving = true;
                take(order);
            }
            while (!m_queue.empty() && m_queue.begin()->first <= node.clock.steadyMs()) {
                const auto answer = m_queue.begin()->second;
                m_queue.erase(m_queue.begin());
                answer();
                isMoving = true;
            }
        }
    }
    void take(const net::PeerOrder& order) {
        if (const auto* drop = std::get_if<net::DropPeer>(&order)) {
            drops.push_back(*drop);
            leave(drop->peer);
            return;
        }
        const auto* send = std::get_if<net::SendMessage>(&order);
        if (send == nullptr || !parts.contains(send->peer)) return;
        Part& part = parts[send->peer];
        if (const auto* headers = std::get_if<net::wire::GetHeaders>(&send->message)) {
            ++part.headersAsked;
            headerRequests.push_back(*headers);
            if (part.givesHeaders) answerHeaders(send->peer, part, *headers);
        } else if (const auto* data = std::get_if<net::wire::GetData>(&send->message)) {
            for (const auto& item : data->items)
                answerBody(send->peer, part, primitives::BlockHash(item.hash));
        }
    }
    void later(net::PeerId id, std::function<void()> answer) {
        m_queue.emplace(node.clock.steadyMs() + parts[id].answerMs, [this, id, answer = std::move(answer)] {
            if (parts.contains(id)) answer();
        });
    }
    void answerHeaders(net::PeerId id, Part& part, const net::wire::GetHeaders& message) {
        std::map<primitives::BlockHash, std::size_t> places;
        for (std::size_t i = 0; i < part.chain.size(); ++i)
            places[support::hashOf(part.chain[i])] = i + 1;
        std::size_t from = 0;
        for (const auto& hash : message.locator) {
            const auto place = places.find(hash);
            if (place == places.end()) continue;
            from = place->second;
            break;
        }
        std::vector<primitives::BlockHeader> headers;
        for (; from < part.chain.size() && headers.size() < net::wire::kMaxHeaders; ++from)
            headers.push_back(part.chain[from]->header);
        later(id, [this, id, headers] { sync.headers(id, headers); });
    }
    void answerBody(net::PeerId id, Part& part, const primitives::BlockHash& hash) {
        ++part.bodiesAsked;
        ++part.asked[hash];
        if (part.saysNotFound || !bodies.contains(hash)) {
            if (part.saysNotFound) later(id, [this, id, hash] { sync.notFound(id, {&hash, 1}); });
            return;
        }
        if (!part.givesBodies || part.withheld.contains(hash)) return;
        primitives::BlockRef block = bodies[hash];
        if (part.spoil) block = part.spoil(block);
        later(id, [this, id, block] { sync.blocks(id, {&block, 1}); });
    }

    std::multimap<std::int64_t, std::function<void()>> m_queue;
    std::int64_t m_sinceTick = 0;
};
