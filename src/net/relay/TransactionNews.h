#pragma once

#include "chain/mempool/Mempool.h"
#include "net/Dice.h"
#include "net/PeerTypes.h"
#include "net/relay/RecentHashes.h"

#include <deque>

namespace net {

/// What one peer is told of waiting transactions, and when: a batch now and then, at times that tell nobody
/// when a transaction came, those that pay best first, parents before children. What is too much for one
/// batch goes with the next. Pure. Owned by TransactionRelay. Thread: node.
class TransactionNews {
public:
    struct Options {
        std::int64_t meanMs = 2'000;   ///< between two batches
        std::size_t maxBatch = 1'000;  ///< ids
        std::size_t maxLooked = 5'000; ///< of those that wait, to choose the batch from
        std::size_t maxKnown = 4'000;  ///< ids the peer is known to have
    };
    /// Needs: `wtxid` as negotiated (BIP 339).
    TransactionNews(Options options, bool wtxid, std::uint64_t seed, std::int64_t nowMs);

    /// Once in its life a transaction is told, unless the peer told us.
    void add(const primitives::Transaction& transaction) {
        if (!m_known.contains(nameOf(transaction).hash)) m_waiting.push_back(transaction.wtxid());
    }
    void knows(util::ByteView hash32) { m_known.add(hash32); }
    void knows(const primitives::Transaction& transaction);
    /// It wants none of what waits.
    void clear() { m_waiting.clear(); }

    /// Whether it is time for a batch, and when the next is.
    [[nodiscard]] bool isDue(std::int64_t nowMs);
    /// The next batch; what no longer waits, what it knows and what pays less than it wants is left out.
    [[nodiscard]] std::vector<wire::InventoryItem> take(const chain::Mempool& mempool,
                                                        std::int64_t feePerKvB);
    /// All that waits in the pool, in parts for one message each, however often it was told.
    [[nodiscard]] std::vector<wire::Inventory> all(const chain::Mempool& mempool, std::int64_t feePerKvB);
    [[nodiscard]] std::size_t waiting() const { return m_waiting.size(); }
    [[nodiscard]] std::size_t bytes() const;

private:
    struct Candidate {
        const chain::MempoolEntry* entry;
        std::int64_t worth;
        bool isTaken = false;
    };
    [[nodiscard]] wire::InventoryItem nameOf(const primitives::Transaction& transaction) const;
    [[nodiscard]] std::vector<Candidate> look(const chain::Mempool& mempool, std::int64_t feePerKvB);

    Options m_options;
    bool m_wtxid;
    Dice m_dice;
    RecentHashes m_known;
    std::deque<primitives::WtxId> m_waiting; ///< in order of arrival
    std::int64_t m_nextMs;
};

} // namespace net
