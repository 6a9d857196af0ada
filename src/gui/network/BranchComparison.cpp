#include "gui/network/BranchComparison.h"

#include "node/Node.h"

#include <algorithm>
#include <unordered_set>
#include <utility>

namespace gui {

namespace {

constexpr std::size_t kHistoryPage = 500;

BranchBlock blockOf(const chain::HeaderEntry& entry) {
    return {entry.height(),           entry.hash(),
            entry.record.header.time, entry.record.receivedTime,
            entry.hasBody(),          entry.facts.transactionCount,
            entry.facts.minerScript,  entry.facts.finder};
}

Branch branchAbove(const chain::HeaderEntry& fork, const chain::HeaderEntry& tip) {
    Branch branch;
    branch.count = tip.height() - fork.height();
    branch.work = (tip.chainWork - fork.chainWork).toDouble();
    branch.since = fork.record.header.time;
    const std::int32_t most = std::min(branch.count, BranchComparison::kMostBlocks);
    for (const chain::HeaderEntry* at = &tip; std::cmp_less(branch.blocks.size(), most); at = at->parent)
        branch.blocks.push_back(blockOf(*at));
    std::ranges::reverse(branch.blocks);
    return branch;
}

/// It spends an output of one of these.
bool spendsAny(const primitives::Transaction& transaction, const std::unordered_set<primitives::TxId>& lost) {
    return std::ranges::any_of(transaction.inputs(), [&lost](const primitives::TxIn& input) {
        return lost.contains(input.previous.txid);
    });
}

} // namespace

QFuture<std::optional<BranchComparison>> compareBranches(const node::Node& node, primitives::BlockHash tip) {
    return node.chain().ask([tip](const node::ChainView& view) -> std::optional<BranchComparison> {
        const chain::HeaderEntry* theirs = view.chain().headers().find(tip);
        const chain::HeaderEntry* ours = &view.chain().tip();
        const chain::HeaderEntry* fork = theirs ? chain::HeaderTree::fork(ours, theirs) : nullptr;
        if (!fork) return std::nullopt;
        return BranchComparison{fork->height(), branchAbove(*fork, *ours), branchAbove(*fork, *theirs)};
    });
}

WalletAtStake walletAbove(const wallet::Wallet& wallet, std::int32_t chainHeight, std::int32_t forkHeight) {
    WalletAtStake stake;
    stake.isOpen = true;
    stake.now = stake.afterwards = wallet.balance(chainHeight).total();
    std::unordered_set<primitives::TxId> lost;
    std::vector<wallet::WalletTransaction> others; // above the fork or waiting
    for (std::size_t from = 0; from < wallet.historySize(); from += kHistoryPage) {
        for (wallet::WalletTransaction& line : wallet.history(from, kHistoryPage)) {
            const bool isAbove = line.state == wallet::TxState::Confirmed && line.height > forkHeight;
            if (!isAbove && line.state != wallet::TxState::Waiting) continue;
            if (!line.isCoinbase) {
                others.push_back(std::move(line));
                continue;
            }
            ++stake.blocks;
            stake.rewards += line.received;
            stake.afterwards -= line.net();
            lost.insert(line.transaction->txid());
        }
    }
    // Whatever spends what is lost is lost with it, and so on.
    for (bool more = !lost.empty(); more;) {
        const auto rest =
            std::ranges::stable_partition(others, [&lost](const wallet::WalletTransaction& line) {
                return !spendsAny(*line.transaction, lost);
            });
        more = !rest.empty();
        for (const wallet::WalletTransaction& line : rest) {
            ++stake.lost;
            stake.afterwards -= line.net();
            lost.insert(line.transaction->txid());
        }
        others.erase(rest.begin(), rest.end());
    }
    stake.payments = static_cast<int>(
        std::ranges::count(others, wallet::TxState::Confirmed, &wallet::WalletTransaction::state));
    return stake;
}

} // namespace gui
