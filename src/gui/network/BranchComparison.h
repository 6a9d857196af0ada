#pragma once

#include "chain/ChainState.h"
#include "wallet/Wallet.h"

#include <QFuture>

#include <optional>
#include <vector>

namespace node {
class Node;
}

namespace gui {

/// A block of one of the two branches.
struct BranchBlock {
    std::int32_t height = 0;
    primitives::BlockHash hash;
    std::int64_t time = 0;     ///< header time
    std::int64_t received = 0; ///< when Cairn heard of it; unix seconds
    bool hasBody = false;
    std::int32_t transactionCount = 0; ///< 0: not known
    util::Bytes minerScript;
    std::string finder; ///< unchecked; empty: not told
};

/// One branch above the fork.
struct Branch {
    std::vector<BranchBlock> blocks; ///< lowest first; the highest kMostBlocks where it is longer
    std::int32_t count = 0;          ///< all of them
    double work = 0;                 ///< hashes above the fork
    std::int64_t since = 0;          ///< header time of the fork
    [[nodiscard]] std::int64_t span() const { return blocks.empty() ? 0 : blocks.back().time - since; }
};

struct BranchComparison {
    static constexpr std::int32_t kMostBlocks = 2'000;
    std::int32_t forkHeight = 0;
    Branch ours;
    Branch theirs;
    /// How much more work theirs carries above the fork, 0.02 = 2 %.
    [[nodiscard]] double moreWork() const { return ours.work > 0 ? theirs.work / ours.work - 1 : 0; }
};

/// What the wallet has above a height, and would lose with its blocks.
struct WalletAtStake {
    bool isOpen = false;
    int blocks = 0;                ///< found
    primitives::Amount rewards;    ///< of them
    int payments = 0;              ///< that would wait again
    int lost = 0;                  ///< payments that spend what is lost, and go with it
    primitives::Amount now;        ///< what the wallet holds
    primitives::Amount afterwards; ///< … and would hold
};

/// Both branches, of `tip` and ours; nothing when it is not known.
QFuture<std::optional<BranchComparison>> compareBranches(const node::Node& node, primitives::BlockHash tip);
/// Thread: the wallet's.   Cost: one pass over its history.
WalletAtStake walletAbove(const wallet::Wallet& wallet, std::int32_t chainHeight, std::int32_t forkHeight);

} // namespace gui
