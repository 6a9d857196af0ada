#pragma once

#include "SentOrders.h"

#include "net/relay/TransactionRelay.h"
#include "support/MempoolBench.h"

#include <QtTest>

/// A node's relay of transactions among peers that a test writes the parts of: chain, mempool and time are
/// real, and what the relay wants sent is kept.
class RelayBench : public net::Intake {
public:
    explicit RelayBench(net::TransactionRelay::Options options = {}, chain::MempoolOptions pool = {},
                        int height = 60)
        : node(pool, height),
          relay(node.memory.state(), node.mempool, *this, out, extra, node.memory.clock, options, 1) {}

    static net::PeerFacts dialledIn() {
        net::PeerFacts facts = dialled();
        facts.dialledIn = true;
        return facts;
    }
    static net::PeerFacts dialled() {
        net::PeerFacts facts;
        facts.services = net::wire::kServiceNetwork | net::wire::kServiceWitness;
        facts.wtxidRelay = true;
        return facts;
    }
    static net::wire::InventoryItem named(const primitives::TransactionRef& transaction) {
        return {net::wire::ItemKind::WtxId, transaction->wtxid().bytes()};
    }
    static net::wire::InventoryItem namedByTxid(const primitives::TransactionRef& transaction) {
        return {net::wire::ItemKind::TransactionWithWitness, transaction->txid().bytes()};
    }
    /// Transactions that nobody has, named by numbers.
    static std::vector<net::wire::InventoryItem> numbered(std::uint32_t from, std::uint32_t count) {
        std::vector<net::wire::InventoryItem> items;
        for (std::uint32_t i = from; i < from + count; ++i) {
            net::wire::InventoryItem item{net::wire::ItemKind::WtxId, {}};
            for (std::size_t at = 0; at < 4; ++at)
                item.hash[at] = std::uint8_t(i >> (8 * at));
            item.hash[31] = 7;
            items.push_back(item);
        }
        return items;
    }
    void announce(net::PeerId peer, const std::vector<net::wire::InventoryItem>& items) {
        relay.announced(peer, items);
    }
    /// Time goes by, with ticks.
    void pass(std::int64_t ms) {
        for (; ms > 0; ms -= 100) {
            node.memory.clock.advanceMs(100);
            relay.tick();
        }
    }
    /// The next block with these transactions.
    void mine(const std::vector<primitives::TransactionRef>& transactions) {
        const auto block = node.maker.mineOn(node.memory->tip().hash(), {.transactions = transactions});
        auto accepted = node.memory->acceptBlock(block);
        QVERIFY(accepted.has_value());
        node.mempool.applyChainChange(accepted->change);
        relay.chainChanged(accepted->change);
    }
    /// As the user's own.
    void pay(const primitives::TransactionRef& transaction) {
        QVERIFY(node.mempool.accept(transaction).has_value());
        relay.added(*transaction);
    }
    bool has(const primitives::TransactionRef& transaction) const { return node.has(transaction); }

    /// What was sent to a peer since it was looked at last, of one kind, in order.
    template <class Message>
    std::vector<Message> sent(net::PeerId peer) {
        m_sent.keep(out.take());
        return m_sent.take<Message>(peer);
    }
    template <class Message>
    std::vector<net::wire::InventoryItem> items(net::PeerId peer) {
        m_sent.keep(out.take());
        return m_sent.takeItems<Message>(peer);
    }
    std::vector<net::wire::InventoryItem> asked(net::PeerId peer) { return items<net::wire::GetData>(peer); }
    std::vector<net::wire::InventoryItem> told(net::PeerId peer) { return items<net::wire::Inventory>(peer); }
    bool dropped(net::PeerId peer) {
        m_sent.keep(out.take());
        return m_sent.dropOf(peer) != nullptr;
    }

    Result<std::vector<Result<chain::BlockOutcome, consensus::Rejection>>, chain::StoreError>
    takeBlocks(std::span<const primitives::BlockRef>, net::PeerId) override {
        return std::vector<Result<chain::BlockOutcome, consensus::Rejection>>();
    }
    Result<void, consensus::Rejection> takeTransaction(const primitives::TransactionRef& transaction,
                                                       net::PeerId from) override {
        ++checked;
        node.memory.clock.advanceMs(checkMs);
        auto taken = node.mempool.accept(transaction, {}, from);
        if (!taken) return fail(taken.error());
        for (const auto& added : taken->added)
            relay.added(*added);
        return {};
    }
    [[nodiscard]] bool isClosed() const override { return closed; }

    support::MempoolBench node;
    net::PeerOutbox out;
    net::ExtraTransactions extra;
    net::TransactionRelay relay;
    std::int64_t checkMs = 0; ///< that one check takes
    int checked = 0;
    bool closed = false;

private:
    SentOrders m_sent;
};
