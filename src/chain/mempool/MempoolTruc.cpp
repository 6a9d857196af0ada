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

std::string tooBig(std::int64_t vsize, std::int64_t most) {
    return "too big: " + std::to_string(vsize) + " > " + std::to_string(most) + " virtual bytes";
}

} // namespace

Result<MempoolNode*, Rejection> checkTruc(const Transaction& transaction,
                                          const std::vector<MempoolNode*>& parents,
                                          const std::vector<MempoolNode*>& conflicts) {
    const bool truc = transaction.version() == kTrucVersion;
    for (const MempoolNode* parent : parents) {
        if ((parent->entry.transaction->version() == kTrucVersion) == truc) continue;
        return violation(
            truc ? "version=3 cannot spend from waiting " + parent->txid().toHex() + " of another version"
                 : "another version cannot spend from waiting version=3 " + parent->txid().toHex());
    }
    if (!truc) return nullptr;
    const std::int64_t vsize = transaction.vsize();
    if (vsize > kMaxVsize) return violation(tooBig(vsize, kMaxVsize));
    if (parents.empty()) return nullptr;
    if (vsize > kMaxChildVsize) return violation("a child is " + tooBig(vsize, kMaxChildVsize));
    const MempoolNode& parent = *parents.front();
    if (parents.size() + 1 > kMaxFamily || parent.ancestors.count + 1 > kMaxFamily)
        return violation("too many ancestors");
    if (parent.children.empty()) return nullptr;
    // Two of them there can be after a reorganisation.
    MempoolNode* sibling = parent.children.front();
    if (parent.children.size() > 1 || sibling->ancestors.count > kMaxFamily || sibling->descendants.count > 1)
        return violation("too many descendants of " + parent.txid().toHex());
    return std::ranges::find(conflicts, sibling) == conflicts.end() ? sibling : nullptr;
}

} // namespace chain
