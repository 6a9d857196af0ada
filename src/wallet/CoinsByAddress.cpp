#include "wallet/CoinsByAddress.h"

#include "util/Require.h"

#include <limits>

namespace wallet {

namespace {

constexpr std::int32_t kNotInABlock = std::numeric_limits<std::int32_t>::max();

std::pair<std::int32_t, primitives::OutPoint> placeOf(const StoredCoin& coin) {
    return {coin.coin.height < 0 ? kNotInABlock : coin.coin.height, coin.coin.outpoint};
}

} // namespace

void CoinsByAddress::add(const StoredCoin& coin) {
    Coins& all = m_coins[coin.coin.path];
    if (!all.byHeight.insert(placeOf(coin)).second) return;
    all.sums.received += coin.coin.output.value;
    if (!coin.spentBy) all.sums.there += coin.coin.output.value;
    ++all.sums.times;
    if (coin.coin.fromCoinbase) ++all.sums.rewards;
}

void CoinsByAddress::remove(const StoredCoin& coin) {
    const auto found = m_coins.find(coin.coin.path);
    require(found != m_coins.end());
    Coins& all = found->second;
    if (all.byHeight.erase(placeOf(coin)) == 0) return;
    all.sums.received -= coin.coin.output.value;
    if (!coin.spentBy) all.sums.there -= coin.coin.output.value;
    --all.sums.times;
    if (coin.coin.fromCoinbase) --all.sums.rewards;
    if (all.byHeight.empty()) m_coins.erase(found);
}

AddressMoney CoinsByAddress::moneyAt(const KeyPath& path) const {
    const auto found = m_coins.find(path);
    if (found == m_coins.end()) return {};
    AddressMoney out = found->second.sums;
    const std::int32_t last = found->second.byHeight.rbegin()->first;
    out.lastHeight = last == kNotInABlock ? -1 : last;
    return out;
}

std::vector<primitives::OutPoint> CoinsByAddress::newestAt(const KeyPath& path, std::size_t most) const {
    std::vector<primitives::OutPoint> out;
    const auto found = m_coins.find(path);
    if (found == m_coins.end()) return out;
    const auto& all = found->second.byHeight;
    for (auto each = all.rbegin(); each != all.rend() && out.size() < most; ++each)
        out.push_back(each->second);
    return out;
}

} // namespace wallet
