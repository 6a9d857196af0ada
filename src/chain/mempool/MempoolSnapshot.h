#pragma once

#include "chain/mempool/FeeEstimates.h"
#include "chain/mempool/Mempool.h"

#include "util/Once.h"

#include <map>
#include <unordered_map>

namespace chain {

/// The mempool at one moment, for readers on other threads. Order: as the template would take them (best fee
/// rate first, parents before children).
struct MempoolSnapshot {
    struct Item {
        primitives::TransactionRef transaction;
        primitives::Amount fee;
        std::int64_t time = 0;                ///< unix seconds of arrival
        std::vector<primitives::TxOut> spent; ///< one an input, same order
    };
    std::vector<Item> items;
    std::unordered_map<primitives::TxId, std::size_t> byTxid;
    /// Who spends an output: item and input number.
    std::unordered_map<primitives::OutPoint, std::pair<std::size_t, std::uint32_t>> spenders;
    std::int64_t bytes = 0;
    std::int64_t vsize = 0;
    primitives::Amount totalFees;
    std::int64_t minFeePerKvB = 0; ///< what a transaction has to pay to be taken
    FeeEstimates fees;             ///< by FeeEstimator; empty until it has run
    std::uint64_t sequence = 0;

    /// Places of the items that pay to a script or spend from it, by the script's SHA-256, ascending. Made by
    /// the first who asks; the items stay as they are from then on.   Thread: any.
    [[nodiscard]] const std::vector<std::size_t>& touching(const util::ByteArray<32>& scriptHash) const;

    /// Places of the items that it builds on, or that build on it, without itself; the nearest first.
    [[nodiscard]] std::vector<std::size_t> ancestorsOf(std::size_t place) const;
    [[nodiscard]] std::vector<std::size_t> descendantsOf(std::size_t place) const;

private:
    using ByScript = std::map<util::ByteArray<32>, std::vector<std::size_t>>;
    std::shared_ptr<util::Once<ByScript>> m_byScript = std::make_shared<util::Once<ByScript>>();
};

/// A snapshot of a mempool over `chain`. Cost: proportional to the mempool; call at most a few times a
/// second. Thread: node.
MempoolSnapshot snapshotOf(const Mempool& mempool, ChainState& chain);

} // namespace chain
