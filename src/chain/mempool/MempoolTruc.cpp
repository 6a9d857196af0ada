#include "chain/mempool/MempoolTruc.h"

#include <algorithm>

namespace chain {

using consensus::Reject;
using consensus::Rejection;
using primitives::Transaction;

namespace {

constexpr std::int64_t kMaxVsize = 10'000;
constexpr std::int64_t kMaxChildVsize = 1'000;
constexpr std::size_t kMaxFamily = 2; ///< ancestors and descendants, with itself

auto violation(std::string words) {
    return fail(Rejection{Reject::TrucViolation, std::move(words)});
}

std::string nameOf(const Transaction& transaction) {
    return "tx " + transaction.txid().toHex() + " (wtxid=" + transaction.wtxid().toHex() + ')';
}

auto tooBig(const char* what, const Transaction& transaction, std::int64_t most) {
    return violation(what + nameOf(transaction) + " is too big: " + std::to_string(transaction.vsize()) +
                     " > " + std::to_string(most) + " virtual bytes");
}

} // namespace

Result<MempoolNode*, Rejection> checkTruc(const Transaction& transaction,
                                          const std::vector<MempoolNode*>& parents,
                                          const std::vector<MempoolNode*>& conflicts) {
    const bool truc = transaction.version() == kTrucVersion;
    for (const MempoolNode* parent : parents) {
        if ((parent->entry.transaction->version() == kTrucVersion) == truc) continue;
        const std::string from = nameOf(*parent->entry.transaction);
        return violation((truc ? "version=3 " : "non-version=3 ") + nameOf(transaction) +
                         " cannot spend from " + (truc ? "non-version=3 " : "version=3 ") + from);
    }
    if (!truc) return nullptr;
    const std::int64_t vsize = transaction.vsize();
    if (vsize > kMaxVsize) return tooBig("version=3 ", transaction, kMaxVsize);
    if (parents.empty()) return nullptr;
    const MempoolNode& parent = *parents.front();
    if (parents.size() + 1 > kMaxFamily || parent.ancestors.count + 1 > kMaxFamily)
        return violation(nameOf(transaction) + " would have too many ancestors");
    if (vsize > kMaxChildVsize) return tooBig("version=3 child ", transaction, kMaxChildVsize);
    if (parent.children.empty()) return nullptr;
    // Two of them there can be after a reorganisation.
    MempoolNode* sibling = parent.children.front();
    if (parent.children.size() > 1 || sibling->ancestors.count > kMaxFamily || sibling->descendants.count > 1)
        return violation(nameOf(*parent.entry.transaction) + " would exceed descendant count limit");
    return std::ranges::find(conflicts, sibling) == conflicts.end() ? sibling : nullptr;
}

} // namespace chain
