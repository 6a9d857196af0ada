#pragma once

#include "primitives/Transaction.h"

#include <optional>
#include <unordered_map>
#include <vector>

namespace node {

/// When payments that wait outside the mempool are offered to it: at once, after blocks, and otherwise less
/// and less often. What waits is the wallet's to know; nothing here outlives the program. Owned by
/// WalletService. Thread: wallet.
class Outbox {
public:
    static constexpr std::int64_t kFirstPause = 30; ///< seconds
    static constexpr std::int64_t kLongestPause = 3'600;
    static constexpr int kBlocksAtOnce = 8; ///< so often a block alone is reason enough

    /// Those of `absent` (same order) whose time has come: each counts as offered now.
    std::vector<primitives::TransactionRef> due(const std::vector<primitives::TransactionRef>& absent,
                                                std::int64_t now, bool isNewBlock);
    /// When it is offered again, unix seconds; nothing: it is not among those that were offered.
    [[nodiscard]] std::optional<std::int64_t> nextOffer(const primitives::TxId& txid) const;
    void clear() { m_offers.clear(); }

private:
    struct Offers {
        int count = 0;
        std::int64_t next = 0; ///< unix seconds
    };
    std::unordered_map<primitives::TxId, Offers> m_offers;
};

} // namespace node
