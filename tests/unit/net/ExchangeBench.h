#pragma once

#include "SentOrders.h"

#include "net/Exchange.h"
#include "support/MempoolBench.h"

#include <QtTest>

/// A whole node's side of the links, whose peers are a test: chain, mempool and rules are real, time is moved
/// by hand, and what goes to the peers is kept.
class ExchangeBench : public net::Intake {
public:
    explicit ExchangeBench(int height = 60, std::uint64_t seed = 1)
        : node({}, height), exchange(node.memory.state(), node.mempool, *this, node.memory.clock, {}, seed) {
        // Blocks that tests make are years older than the clock of tests.
        node.memory.clock.setNow(std::int64_t{node.memory->tip().record.header.time} + 60);
    }

    static net::PeerFacts facts(bool dialledIn = true) {
        net::PeerFacts out;
        out.dialledIn = dialledIn;
        out.services = net::wire::kServiceNetwork | net::wire::kServiceWitness;
        out.wtxidRelay = true;
        return out;
    }
    void connect(net::PeerId peer, bool dialledIn = true) { exchange.connected(peer, facts(dialledIn)); }
    /// Messages of a peer, in one go.
    template <class... Messages>
    void send(net::PeerId peer, Messages... messages) {
        const std::vector<net::wire::Message> all{net::wire::Message(std::move(messages))...};
        exchange.received(peer, all);
    }
    void pass(std::int64_t ms) {
        for (; ms > 0; ms -= 100) {
            node.memory.clock.advanceMs(100);
            exchange.tick();
        }
    }
    /// A block of our own.
    primitives::BlockRef mine(const std::vector<primitives::TransactionRef>& transactions = {}) {
        const auto block = make(transactions);
        give(block);
        return block;
    }
    void give(const primitives::BlockRef& block) {
        const auto taken = takeBlocks({&block, 1}, 0);
        QVERIFY(taken && taken->front());
    }
    /// Another's block on our tip.
    primitives::BlockRef make(const std::vector<primitives::TransactionRef>& transactions = {}) {
        return node.maker.mineOn(tip(), {.transactions = transactions});
    }
    [[nodiscard]] primitives::BlockHash tip() { return node.memory->tip().hash(); }
    net::wire::GetHeaders inStep() { return {net::wire::kProtocolVersion, {tip()}, {}}; }

    /// What was sent to a peer since it was looked at last, of one kind, in order.
    template <class Message>
    std::vector<Message> sent(net::PeerId peer) {
        collect();
        return m_sent.take<Message>(peer);
    }
    /// Blocks that were told of or asked for.
    template <class Message>
    std::vector<net::wire::InventoryItem> items(net::PeerId peer) {
        collect();
        return m_sent.takeItems<Message>(peer);
    }
    std::vector<primitives::BlockHash> headersTold(net::PeerId peer) {
        std::vector<primitives::BlockHash> out;
        for (const auto& message : sent<net::wire::Headers>(peer)) {
            for (const auto& header : message.list)
                out.push_back(header.hash());
        }
        return out;
    }
    std::vector<primitives::BlockHash> namesTold(net::PeerId peer) {
        std::vector<primitives::BlockHash> out;
        for (const auto& item : items<net::wire::Inventory>(peer))
            out.emplace_back(item.hash);
        return out;
    }
    std::vector<primitives::BlockHash> served(net::PeerId peer) {
        collect();
        return m_sent.takeServed(peer);
    }
    /// Why a peer's link ended; nothing when it did not.
    std::optional<net::Misbehaviour> dropOf(net::PeerId peer) {
        collect();
        const net::DropPeer* const drop = m_sent.dropOf(peer);
        return drop != nullptr ? std::optional(drop->reason) : std::nullopt;
    }
    void forgetSent() {
        collect();
        m_sent.clear();
    }

    Result<std::vector<Result<chain::BlockOutcome, consensus::Rejection>>, chain::StoreError>
    takeBlocks(std::span<const primitives::BlockRef> blocks, net::PeerId) override {
        auto taken = node.memory->acceptBlocks(blocks);
        if (!taken) return fail(taken.error());
        follow(taken->change);
        return taken->each;
    }
    Result<void, consensus::Rejection> takeTransaction(const primitives::TransactionRef& transaction,
                                                       net::PeerId from) override {
        auto taken = node.mempool.accept(transaction, {}, from);
        if (!taken) return fail(taken.error());
        for (const auto& added : taken->added)
            exchange.transactionAdded(*added);
        return {};
    }
    [[nodiscard]] bool isClosed() const override { return false; }
    void follow(const chain::ChainChange& change) {
        if (change.isEmpty()) return;
        node.mempool.applyChainChange(change);
        exchange.chainChanged(change);
    }

    support::MempoolBench node;
    net::Exchange exchange;

private:
    void collect() { m_sent.keep(exchange.takeOrders()); }
    SentOrders m_sent;
};
