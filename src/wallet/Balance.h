#pragma once

#include "wallet/Ledger.h"

namespace wallet {

/// Tells which coins may be spent now: confirmed ones, coinbases once mature, and unconfirmed change whose
/// own coins may be relied on in the same way. Made for one question, over a ledger that does not change
/// meanwhile.
class Spendability {
public:
    /// The next block has height `chainHeight` + 1.
    Spendability(const Ledger& ledger, std::int32_t chainHeight, std::int32_t coinbaseMaturity)
        : m_ledger(ledger), m_chainHeight(chainHeight), m_maturity(coinbaseMaturity) {}
    [[nodiscard]] bool isMature(const WalletCoin& coin) const;
    /// Confirmed, or made by ourselves from coins that are, and in the mempool.
    bool isTrusted(const WalletCoin& coin);
    bool isSpendable(const WalletCoin& coin) {
        return isMature(coin) && isTrusted(coin) && !m_ledger.isSpokenFor(coin.outpoint);
    }
    /// It counts for nothing: see Ledger.
    [[nodiscard]] bool isMissing(const WalletCoin& coin) const {
        return coin.height < 0 && m_ledger.isMissing(coin.outpoint.txid);
    }

private:
    bool isTrustedTransaction(const primitives::TxId& txid);

    const Ledger& m_ledger;
    std::int32_t m_chainHeight;
    std::int32_t m_maturity;
    std::unordered_map<primitives::TxId, bool> m_known;
};

WalletBalance balanceOf(const Ledger& ledger, std::int32_t chainHeight, std::int32_t coinbaseMaturity);
/// Every unspent coin but those that are missing, by height (unconfirmed last) and outpoint.
std::vector<WalletCoin> unspentCoins(const Ledger& ledger);
/// Those of them that are no coinbase still to mature, and not spoken for.
std::vector<WalletCoin> matureCoins(const Ledger& ledger, std::int32_t chainHeight,
                                    std::int32_t coinbaseMaturity);
/// Those of them that may be spent in the next block.
std::vector<WalletCoin> spendableCoins(const Ledger& ledger, std::int32_t chainHeight,
                                       std::int32_t coinbaseMaturity);
/// All Waiting transactions, parents before children.
std::vector<primitives::TransactionRef> waitingInOrder(const Ledger& ledger);

} // namespace wallet
