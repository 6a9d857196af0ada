#include "rest/esplora/FeeHistogram.h"

#include <algorithm>

namespace rest {

std::vector<std::pair<double, std::int64_t>> feeHistogram(const chain::MempoolSnapshot& mempool,
                                                          std::int64_t binVsize) {
    std::vector<std::pair<double, std::int64_t>> rates;
    for (const auto& item : mempool.items) {
        rates.emplace_back(double(item.fee.satoshi()) / double(item.transaction->vsize()),
                           item.transaction->vsize());
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
