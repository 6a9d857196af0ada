#include "rest/FeeRates.h"

#include <algorithm>

namespace rest {

namespace {

constexpr int kLastListed = 25;

std::int64_t feePerKvB(const chain::MempoolSnapshot::Item& item) {
    return item.fee.satoshi() * 1000 / item.transaction->vsize();
}

} // namespace

std::int64_t FeeRates::perKvB(int blocks) const {
    // The snapshot is in a template's order. The last payment that the blocks hold says what getting in costs; a parent paid
    // for by its child stands before it, so only rates above the minimum count.
    const std::int64_t room = std::int64_t(rules.maxBlockWeight) * blocks;
    const std::int64_t places = rules.maxBlockTransactions == 0 ? std::numeric_limits<std::int64_t>::max()
                                                                : std::int64_t(rules.maxBlockTransactions - 1) * blocks;
    std::int64_t weight = 0, count = 0, last = minFeePerKvB;
    for (const auto& item : mempool.items) {
        weight += item.transaction->weight();
        if (++count > places || weight > room) return std::max(minFeePerKvB, last + minFeePerKvB);
        last = feePerKvB(item);
    }
    return minFeePerKvB;
}

const std::vector<int>& feeTargets() {
    static const std::vector<int> kTargets = [] {
        std::vector<int> targets;
        for (int blocks = 1; blocks <= kLastListed; ++blocks) targets.push_back(blocks);
        for (const int blocks : {144, 504, 1008}) targets.push_back(blocks);
        return targets;
    }();
    return kTargets;
}

std::vector<std::pair<double, std::int64_t>> feeHistogram(const chain::MempoolSnapshot& mempool, std::int64_t binVsize) {
    std::vector<std::pair<double, std::int64_t>> rates;
    for (const auto& item : mempool.items) {
        rates.emplace_back(double(item.fee.satoshi()) / double(item.transaction->vsize()), item.transaction->vsize());
    }
    std::ranges::sort(rates, [](const auto& a, const auto& b) { return a.first > b.first; });
    std::vector<std::pair<double, std::int64_t>> bins;
    std::int64_t vsize = 0;
    for (std::size_t i = 0; i < rates.size(); ++i) {
        vsize += rates[i].second;
        const bool last = i + 1 == rates.size();
        if (!last && (vsize < binVsize || rates[i].first == rates[i + 1].first)) continue;
        bins.emplace_back(rates[i].first, vsize);
        vsize = 0;
    }
    return bins;
}

} // namespace rest
