#include "node/wallet/WaitingFacts.h"

#include <algorithm>
#include <unordered_set>

namespace node {

using chain::MempoolSnapshot;

namespace {

constexpr std::int64_t kWholeRate = 1'000; ///< one satoshi a virtual byte

/// Everything that `next` leads to, each once, without the first.
template <class F>
std::vector<std::size_t> reachedFrom(std::size_t first, F next) {
    std::unordered_set<std::size_t> seen{first};
    std::vector<std::size_t> out, stack{first};
    while (!stack.empty()) {
        const std::size_t place = stack.back();
        stack.pop_back();
        next(place, [&](std::size_t other) {
            if (!seen.insert(other).second) return;
            out.push_back(other);
            stack.push_back(other);
        });
    }
    return out;
}

} // namespace

wallet::WaitingFamily familyOf(const MempoolSnapshot& waiting, const primitives::TxId& txid) {
    wallet::WaitingFamily out;
    const auto found = waiting.byTxid.find(txid);
    if (found == waiting.byTxid.end()) return out;
    const MempoolSnapshot::Item& own = waiting.items[found->second];
    out.fee = own.fee;
    out.vsize = own.transaction->vsize();
    out.ancestors = {own.fee, out.vsize};
    const auto parents = [&](std::size_t place, const auto& visit) {
        for (const primitives::TxIn& input : waiting.items[place].transaction->inputs()) {
            const auto parent = waiting.byTxid.find(input.previous.txid);
            if (parent != waiting.byTxid.end()) visit(parent->second);
        }
    };
    const auto children = [&](std::size_t place, const auto& visit) {
        const primitives::Transaction& transaction = *waiting.items[place].transaction;
        for (std::uint32_t i = 0; i < transaction.outputs().size(); ++i) {
            const auto spender = waiting.spenders.find({transaction.txid(), i});
            if (spender != waiting.spenders.end()) visit(spender->second.first);
        }
    };
    for (const std::size_t place : reachedFrom(found->second, parents)) {
        out.ancestors.fees += waiting.items[place].fee;
        out.ancestors.vsize += waiting.items[place].transaction->vsize();
    }
    for (const std::size_t place : reachedFrom(found->second, children)) {
        out.descendantFees += waiting.items[place].fee;
        out.descendants.push_back(waiting.items[place].transaction->txid());
    }
    return out;
}

std::int64_t rateForNextBlock(const MempoolSnapshot& waiting) {
    const chain::FeeEstimate next = waiting.fees.at(1);
    std::int64_t rate = std::max(next.feePerKvB, waiting.minFeePerKvB);
    if (next.basis == chain::FeeEstimate::Basis::Waiting) rate += std::max(rate / 10, kWholeRate);
    return std::max((rate + kWholeRate - 1) / kWholeRate, std::int64_t(1)) * kWholeRate;
}

wallet::SpeedUpRequest speedUpRequest(const MempoolSnapshot& waiting, const primitives::TxId& txid,
                                      wallet::SpeedUpRequest::Deed deed) {
    wallet::SpeedUpRequest out;
    out.txid = txid;
    out.deed = deed;
    out.usualPerKvB = rateForNextBlock(waiting);
    out.family = familyOf(waiting, txid);
    return out;
}

} // namespace node
