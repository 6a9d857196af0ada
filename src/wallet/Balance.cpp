#include "wallet/Balance.h"

#include <algorithm>
#include <limits>

namespace wallet {

using primitives::Amount;

bool Spendability::isMature(const WalletCoin& coin) const {
    if (!coin.fromCoinbase) return true;
    return coin.height >= 0 && m_chainHeight + 1 - coin.height >= m_maturity;
}

bool Spendability::isTrusted(const WalletCoin& coin) {
    return coin.height >= 0 || (coin.isChange && isTrustedTransaction(coin.outpoint.txid));
}

/// Walks up the waiting ancestors. Iterative: a chain of waiting payments may be long.
bool Spendability::isTrustedTransaction(const primitives::TxId& txid) {
    std::vector<primitives::TxId> stack{txid};
    while (!stack.empty()) {
        const primitives::TxId current = stack.back();
        if (m_known.contains(current)) {
            stack.pop_back();
            continue;
        }
        bool trusted = !m_ledger.absenceOf(current);
        bool complete = true;
        for (const primitives::TxIn& input : m_ledger.find(current)->transaction->inputs()) {
            const StoredCoin* coin = m_ledger.coin(input.previous);
            if (coin && coin->coin.height >= 0) continue;
            const auto parent = m_known.find(input.previous.txid);
            if (!trusted) break;
            if (!coin || !coin->coin.isChange) {
                trusted = false;
            } else if (parent != m_known.end()) {
                trusted = trusted && parent->second;
            } else {
                stack.push_back(input.previous.txid);
                complete = false;
            }
        }
        if (complete || !trusted) m_known[current] = trusted;
    }
    return m_known.at(txid);
}

WalletBalance balanceOf(const Ledger& ledger, std::int32_t chainHeight, std::int32_t coinbaseMaturity) {
    Spendability rules(ledger, chainHeight, coinbaseMaturity);
    WalletBalance out;
    std::int32_t nextMaturity = std::numeric_limits<std::int32_t>::max();
    for (const primitives::OutPoint& outpoint : ledger.unspent()) {
        const WalletCoin& coin = ledger.coin(outpoint)->coin;
        if (rules.isMissing(coin)) continue;
        const Amount value = coin.output.value;
        ++out.coinCount;
        if (coin.height >= 0) out.confirmedTotal += value;
        if (!rules.isMature(coin)) {
            out.immature += value;
            nextMaturity = std::min(nextMaturity, coin.height + coinbaseMaturity);
        } else if (rules.isTrusted(coin)) {
            out.spendable += value;
        } else {
            out.unconfirmed += value;
        }
    }
    if (out.immature > Amount()) out.nextMaturityHeight = nextMaturity;
    for (const primitives::TxId& txid : ledger.unconfirmed()) {
        const WalletTransaction& entry = *ledger.find(txid);
        if (entry.state != TxState::Waiting) continue;
        for (const primitives::TxIn& input : entry.transaction->inputs()) {
            const StoredCoin* coin = ledger.coin(input.previous);
            if (coin && coin->coin.height >= 0) out.confirmedTotal += coin->coin.output.value;
        }
    }
    return out;
}

std::vector<WalletCoin> unspentCoins(const Ledger& ledger) {
    std::vector<WalletCoin> out;
    out.reserve(ledger.unspent().size());
    Spendability rules(ledger, 0, 0);
    for (const primitives::OutPoint& outpoint : ledger.unspent()) {
        const WalletCoin& coin = ledger.coin(outpoint)->coin;
        if (!rules.isMissing(coin)) out.push_back(coin);
    }
    const auto order = [](const WalletCoin& coin) {
        return std::pair(static_cast<std::uint32_t>(coin.height), coin.outpoint); // -1 becomes the highest
    };
    std::sort(out.begin(), out.end(),
              [&](const WalletCoin& a, const WalletCoin& b) { return order(a) < order(b); });
    return out;
}

std::vector<WalletCoin> matureCoins(const Ledger& ledger, std::int32_t chainHeight,
                                    std::int32_t coinbaseMaturity) {
    const Spendability rules(ledger, chainHeight, coinbaseMaturity);
    std::vector<WalletCoin> out = unspentCoins(ledger);
    std::erase_if(out, [&](const WalletCoin& coin) {
        return !rules.isMature(coin) || ledger.isSpokenFor(coin.outpoint);
    });
    return out;
}

std::vector<WalletCoin> spendableCoins(const Ledger& ledger, std::int32_t chainHeight,
                                       std::int32_t coinbaseMaturity) {
    Spendability rules(ledger, chainHeight, coinbaseMaturity);
    std::vector<WalletCoin> out = unspentCoins(ledger);
    std::erase_if(out, [&](const WalletCoin& coin) { return !rules.isSpendable(coin); });
    return out;
}

std::vector<primitives::TransactionRef> waitingInOrder(const Ledger& ledger) {
    std::vector<primitives::TransactionRef> out;
    std::unordered_set<primitives::TxId> done;
    std::vector<primitives::TxId> stack = ledger.unconfirmed();
    std::reverse(stack.begin(), stack.end()); // the oldest on top
    while (!stack.empty()) {
        const primitives::TxId txid = stack.back();
        const WalletTransaction* entry = ledger.find(txid);
        if (done.contains(txid) || !entry || entry->state != TxState::Waiting) {
            stack.pop_back();
            continue;
        }
        const std::size_t size = stack.size();
        for (const primitives::TxIn& input : entry->transaction->inputs()) {
            const WalletTransaction* parent = ledger.find(input.previous.txid);
            const bool isFirst =
                parent && parent->state == TxState::Waiting && !done.contains(input.previous.txid);
            if (isFirst) stack.push_back(input.previous.txid);
        }
        if (stack.size() > size) continue;
        done.insert(txid);
        out.push_back(entry->transaction);
        stack.pop_back();
    }
    return out;
}

} // namespace wallet
