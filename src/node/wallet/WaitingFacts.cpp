#include "node/wallet/WaitingFacts.h"

#include <algorithm>

namespace node {

using chain::MempoolSnapshot;

namespace {

constexpr std::int64_t kWholeRate = 1'000; ///< one satoshi a virtual byte

} // namespace

wallet::WaitingFamily familyOf(const MempoolSnapshot& waiting, const primitives::TxId& txid) {
    wallet::WaitingFamily out;
    const auto found = waiting.byTxid.find(txid);
    if (found == waiting.byTxid.end()) return out;
    const MempoolSnapshot::Item& own = waiting.items[found->second];
    out.fee = own.fee;
    out.vsize = own.transaction->vsize();
    out.ancestors = {own.fee, out.vsize};
    for (const std::size_t place : waiting.ancestorsOf(found->second)) {
        out.ancestors.fees += waiting.items[place].fee;
        out.ancestors.vsize += waiting.items[place].transaction->vsize();
    }
    for (const std::size_t place : waiting.descendantsOf(found->second)) {
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
