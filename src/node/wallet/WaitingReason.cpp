#include "node/wallet/WaitingReason.h"

#include "consensus/TxRules.h"
#include "node/Node.h"
#include "node/wallet/WaitingFacts.h"

#include <algorithm>

namespace node {

using chain::MempoolSnapshot;

namespace {

constexpr double kLongPause = 8; ///< blocks' times without one: chance alone does that once in 3 000
constexpr std::int64_t kLongPauseSeconds = 3'600; ///< where nobody knows how long blocks take

std::int64_t perKvB(primitives::Amount fee, std::int64_t vsize) {
    return vsize > 0 ? fee.satoshi() * 1'000 / vsize : 0;
}

bool isNobodyMining(const WaitSituation& situation) {
    if (situation.isMining || situation.lastBlock == 0) return false;
    const double pause = double(situation.now - situation.lastBlock);
    return pause > (situation.secondsPerBlock > 0 ? std::max(situation.secondsPerBlock * kLongPause, 60.0)
                                                  : double(kLongPauseSeconds));
}

/// Outside of the mempool.
WaitReason reasonOutside(const WaitSituation& situation) {
    WaitReason out;
    out.absence = situation.absence;
    out.nextOffer = situation.nextOffer;
    out.parent = situation.absentParent;
    const bool isFinal =
        consensus::isFinal(*situation.transaction, situation.height + 1, std::uint32_t(situation.medianTime));
    if (!isFinal) {
        out.cause = WaitCause::Locked;
        out.lockTime = situation.transaction->lockTime();
    } else if (situation.absence == wallet::Absence::Replaced) {
        out.cause = WaitCause::Outbid;
    } else if (situation.absentParent) {
        out.cause = WaitCause::MissingParent;
    } else if (situation.absence == wallet::Absence::Unsent) {
        out.cause = situation.nextOffer && *situation.nextOffer > situation.now ? WaitCause::OutOfMempool
                                                                                : WaitCause::Offering;
    } else {
        out.cause = WaitCause::OutOfMempool;
    }
    return out;
}

/// Where it stands among those that wait.
void placeAmong(const MempoolSnapshot& waiting, std::size_t place, const WaitSituation& situation,
                WaitReason& out) {
    std::int64_t before = 0;
    for (std::size_t i = 0; i < place; ++i)
        before += waiting.items[i].transaction->vsize();
    const std::int64_t room = std::max(situation.blockVsize, std::int64_t(1));
    out.paymentsBefore = place;
    out.blocksBefore = std::int32_t((before + situation.transaction->vsize() - 1) / room);
    out.seconds = std::int64_t(situation.secondsPerBlock * (out.blocksBefore + 1));
}

} // namespace

WaitSituation withNode(WaitSituation situation, const Node& node) {
    const auto chain = node.chain().status();
    situation.now = node.clock().now();
    situation.lastBlock = chain->tipReceived;
    situation.medianTime = chain->medianTime;
    situation.height = chain->tip.height;
    situation.secondsPerBlock =
        chain->averageBlockTime > 0 ? chain->averageBlockTime : node.params().rules().targetBlockTime;
    situation.blockVsize = node.params().rules().maxBlockWeight / primitives::kWitnessScale;
    situation.peers = std::size_t(std::ranges::count_if(
        *node.peers().programs(), [](const net::PeerInfo& peer) { return peer.connectedSince != 0; }));
    situation.isMining = node.mining().status()->working;
    return situation;
}

WaitReason reasonToWait(const MempoolSnapshot& waiting, const WaitSituation& situation) {
    const auto found = waiting.byTxid.find(situation.transaction->txid());
    if (situation.absence) return reasonOutside(situation);
    WaitReason out;
    if (found == waiting.byTxid.end()) return out;
    const wallet::WaitingFamily family = familyOf(waiting, situation.transaction->txid());
    out.ownFeePerKvB = perKvB(family.fee, family.vsize);
    out.feePerKvB = std::min(out.ownFeePerKvB, perKvB(family.ancestors.fees, family.ancestors.vsize));
    out.nextPerKvB = std::max(waiting.fees.at(1).feePerKvB, waiting.minFeePerKvB);
    placeAmong(waiting, found->second, situation, out);
    if (situation.peers == 0 && !situation.isMining) {
        out.cause = WaitCause::Alone;
    } else if (isNobodyMining(situation)) {
        out.cause = WaitCause::NoBlocks;
        out.seconds = situation.now - situation.lastBlock;
    } else if (out.blocksBefore == 0) {
        out.cause = WaitCause::NextBlock;
    } else {
        const bool isHeldBack = out.feePerKvB < out.ownFeePerKvB && out.ownFeePerKvB >= out.nextPerKvB;
        out.cause = isHeldBack ? WaitCause::CheapParent : WaitCause::FeeTooLow;
    }
    return out;
}

std::vector<FeeNeighbour> feeNeighbours(const MempoolSnapshot& waiting, const primitives::TxId& own,
                                        std::int64_t blockVsize, std::size_t most) {
    std::vector<FeeNeighbour> out;
    const auto found = waiting.byTxid.find(own);
    if (found == waiting.byTxid.end() || most == 0) return out;
    const std::size_t place = found->second;
    const std::size_t last = std::min(waiting.items.size(), place + place / 4 + 4);
    const std::size_t step = (last + most - 1) / most;
    std::int64_t filled = 0;
    std::size_t next = place % step; // so that the own one is among them
    for (std::size_t i = 0; i < last; ++i) {
        const MempoolSnapshot::Item& item = waiting.items[i];
        const std::int64_t vsize = item.transaction->vsize();
        filled += vsize;
        if (i != next) continue;
        next += step;
        out.push_back({perKvB(item.fee, vsize), i == place, filled <= blockVsize});
    }
    return out;
}

} // namespace node
