#include "gui/models/CoinLines.h"

#include "wallet/TxSize.h"
#include "wallet/Wallet.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace gui {

namespace {

CoinRow coinRowOf(const wallet::Wallet& wallet, const wallet::WalletCoin& coin) {
    CoinRow row;
    row.outpoint = coin.outpoint;
    row.amount = coin.output.value;
    row.path = coin.path;
    row.height = coin.height;
    row.origin = originOf(coin);
    row.isFrozen = wallet.isFrozen(coin.outpoint);
    row.weight = wallet::inputWeight(wallet.keychain().spendSize(coin.path));
    if (const auto facts = wallet.factsAt(coin.path)) {
        row.address = QString::fromStdString(facts->address.address);
        row.label = facts->address.label == wallet::kRewardLabel
                        ? QString()
                        : QString::fromStdString(facts->address.label);
    }
    if (const auto payment = wallet.transaction(coin.outpoint.txid))
        row.note = QString::fromStdString(payment->note);
    return row;
}

/// The last of the order is shown first.
auto placeOf(const wallet::WalletCoin& coin, bool byAge) {
    const std::int64_t age = coin.height < 0 ? std::numeric_limits<std::int32_t>::max() : coin.height;
    const std::int64_t amount = coin.output.value.satoshi();
    return std::tuple(byAge ? age : amount, byAge ? amount : age, coin.outpoint);
}

int cellOf(double value, double least, double most, int cells) {
    if (most <= least) return 0;
    return std::clamp(static_cast<int>((value - least) / (most - least) * cells), 0, cells - 1);
}

double logOf(double value) {
    return std::log10(std::max(value, 1.0));
}

std::vector<CoinCell> cellsOf(const std::vector<wallet::WalletCoin>& coins, const CoinField& field,
                              std::int32_t chainHeight) {
    std::vector<CoinCell> grid(static_cast<std::size_t>(CoinField::kColumns * CoinField::kRows));
    const double least = logOf(static_cast<double>(field.least.satoshi()));
    const double most = logOf(static_cast<double>(field.most.satoshi()));
    const double oldest = logOf(field.oldest < 0 ? 1 : chainHeight - field.oldest + 1);
    for (const wallet::WalletCoin& coin : coins) {
        const double age = logOf(coin.height < 0 ? 1 : chainHeight - coin.height + 1);
        const int column = cellOf(age, 0, oldest, CoinField::kColumns);
        const int row =
            cellOf(logOf(static_cast<double>(coin.output.value.satoshi())), least, most, CoinField::kRows);
        CoinCell& cell = grid[static_cast<std::size_t>(row * CoinField::kColumns + column)];
        cell.column = column;
        cell.row = row;
        ++cell.count;
        cell.sum += coin.output.value;
    }
    std::erase_if(grid, [](const CoinCell& cell) { return cell.count == 0; });
    return grid;
}

std::shared_ptr<const CoinField> coinFieldOf(const wallet::Wallet& wallet,
                                             const std::vector<wallet::WalletCoin>& coins,
                                             std::int32_t chainHeight) {
    auto field = std::make_shared<CoinField>();
    field->count = static_cast<int>(coins.size());
    for (const wallet::WalletCoin& coin : coins) {
        const primitives::Amount value = coin.output.value;
        field->sum += value;
        if (field->least.satoshi() == 0 || value < field->least) field->least = value;
        field->most = std::max(field->most, value);
        if (coin.height >= 0 && (field->oldest < 0 || coin.height < field->oldest))
            field->oldest = coin.height;
    }
    if (coins.size() > CoinField::kMostPoints) {
        field->cells = cellsOf(coins, *field, chainHeight);
        return field;
    }
    for (const wallet::WalletCoin& coin : coins)
        field->points.push_back(
            {coin.outpoint, coin.output.value, coin.height, originOf(coin), wallet.isFrozen(coin.outpoint)});
    return field;
}

} // namespace

CoinOrigin originOf(const wallet::WalletCoin& coin) {
    return coin.fromCoinbase ? CoinOrigin::Mined : coin.isChange ? CoinOrigin::Change : CoinOrigin::Received;
}

bool mayPay(CoinOrigin origin, std::int32_t height, std::int32_t chainHeight, std::int32_t maturity) {
    if (height < 0) return origin == CoinOrigin::Change;
    return origin != CoinOrigin::Mined || chainHeight + 1 - height >= maturity;
}

bool CoinLines::isLevel(const wallet::Wallet& wallet, std::int32_t chainHeight) const {
    const bool followsHeight = m_filter.onlyPaying || (m_field && !m_field->cells.empty());
    return m_field && m_historyRevision == wallet.historyRevision() &&
           m_frozenRevision == wallet.frozenRevision() && (!followsHeight || m_height == chainHeight);
}

CoinLines::Step CoinLines::follow(const wallet::Wallet& wallet, std::int32_t chainHeight) {
    const int before = static_cast<int>(m_found.size());
    if (isLevel(wallet, chainHeight)) return {before, before, m_field};
    m_historyRevision = wallet.historyRevision();
    m_frozenRevision = wallet.frozenRevision();
    m_height = chainHeight;
    auto coins = wallet.coins();
    if (m_filter.onlyPaying)
        std::erase_if(coins, [&](const wallet::WalletCoin& coin) {
            return !mayPay(originOf(coin), coin.height, chainHeight, m_maturity);
        });
    std::ranges::sort(coins, {}, [this](const auto& coin) { return placeOf(coin, m_filter.byAge); });
    m_field = coinFieldOf(wallet, coins, chainHeight);
    std::vector<primitives::OutPoint> next;
    next.reserve(coins.size());
    for (const wallet::WalletCoin& coin : coins)
        next.push_back(coin.outpoint);
    auto kept = static_cast<int>(std::ranges::mismatch(m_found, next).in1 - m_found.begin());
    m_found = std::move(next);
    const auto size = static_cast<int>(m_found.size());
    if (kept == 0) kept = std::min(before, size); // places stay, and what stands there is read again
    return {size, kept, m_field};
}

std::vector<CoinRow> CoinLines::rows(const wallet::Wallet& wallet, int first, int count) const {
    std::vector<CoinRow> out;
    const auto end = std::min(m_found.size(), static_cast<std::size_t>(first + count));
    for (auto at = static_cast<std::size_t>(first); at < end; ++at) {
        const auto coin = wallet.coinAt(m_found[at]);
        if (!coin) break;
        out.push_back(coinRowOf(wallet, *coin));
    }
    return out;
}

std::vector<CoinRow> coinRowsOf(const wallet::Wallet& wallet, const std::set<primitives::OutPoint>& coins) {
    std::vector<CoinRow> out;
    for (const primitives::OutPoint& each : coins)
        if (const auto coin = wallet.coinAt(each)) out.push_back(coinRowOf(wallet, *coin));
    return out;
}

} // namespace gui
