#pragma once

#include "chain/mempool/Mempool.h"
#include "crypto/SecretBytes.h"
#include "wallet/Wallet.h"

#include <QString>

#include <algorithm>
#include <map>
#include <set>

namespace support {

/// A wallet file, and what its user was told.
struct Purse {
    QString name;
    crypto::SecretString passphrase;
    std::set<util::Bytes> scripts; ///< of all its addresses
    std::vector<primitives::TransactionRef> sent = {};
    std::set<primitives::TxId> failed = {};
    std::set<primitives::TxId> abandoned = {};
    std::vector<std::string> addresses = {}; ///< handed out
    [[nodiscard]] bool owns(const primitives::TxOut& output) const {
        return scripts.contains(output.scriptPubKey);
    }
};

struct ChainCoin {
    primitives::TxOut output;
    std::int32_t height = 0;
    bool isCoinbase = false;
};

/// The coins of everybody after a block.
struct Truth {
    std::map<primitives::OutPoint, ChainCoin> coins;
    std::map<primitives::OutPoint, primitives::TxId> spenders;
    std::set<primitives::TxId> txids;
    std::int32_t height = -1;

    [[nodiscard]] bool fits(const primitives::Transaction& transaction) const {
        if (txids.contains(transaction.txid())) return false;
        if (!consensus::isFinal(transaction, height + 1, 0)) return false;
        return std::ranges::all_of(transaction.inputs(), [this](const primitives::TxIn& input) {
            const auto coin = coins.find(input.previous);
            return coin != coins.end() &&
                   (!coin->second.isCoinbase || height + 1 - coin->second.height >= 10);
        });
    }
    void connect(const primitives::Transaction& transaction, std::int32_t at) {
        for (const primitives::TxIn& input : transaction.inputs()) {
            if (transaction.isCoinbase()) break;
            spenders[input.previous] = transaction.txid();
            coins.erase(input.previous);
        }
        for (std::uint32_t i = 0; i < transaction.outputs().size(); ++i)
            coins[{transaction.txid(), i}] = {transaction.outputs()[i], at, transaction.isCoinbase()};
        txids.insert(transaction.txid());
    }
};

/// It, or what it builds on, is a stranger's that the mempool does not have: nobody counts on it.
inline bool countsForNothing(const wallet::Wallet& wallet, const wallet::WalletTransaction& line) {
    if (line.state != wallet::TxState::Waiting) return false;
    return (line.absence && !line.fee) ||
           std::ranges::any_of(line.transaction->inputs(), [&](const primitives::TxIn& input) {
               const auto parent = wallet.transaction(input.previous.txid);
               return parent && countsForNothing(wallet, *parent);
           });
}

/// What a line adds to the balance: what others send and may never come does not count, what the wallet puts
/// beside it is gone from it.
inline primitives::Amount effectOf(const wallet::Wallet& wallet, const wallet::WalletTransaction& line) {
    if (line.state == wallet::TxState::Lost) return {};
    if (!countsForNothing(wallet, line)) return line.net();
    primitives::Amount out;
    for (const primitives::TxIn& input : line.transaction->inputs()) {
        const auto parent = wallet.transaction(input.previous.txid);
        if (!parent || countsForNothing(wallet, *parent)) continue;
        const primitives::TxOut& spent = parent->transaction->outputs()[input.previous.index];
        if (wallet.isMine(spent.scriptPubKey)) out -= spent.value;
    }
    return out;
}

/// What a wallet should say of its money: a sum from the chain, the mempool and its own outbox.
inline wallet::WalletBalance balanceFrom(const Purse& purse, const wallet::Wallet& wallet, const Truth& truth,
                                         const chain::Mempool& pool) {
    std::map<primitives::OutPoint, ChainCoin> coins;
    for (const auto& [outpoint, coin] : truth.coins) {
        if (purse.owns(coin.output)) coins[outpoint] = coin;
    }
    wallet::WalletBalance out;
    for (const auto& [outpoint, coin] : coins)
        out.confirmedTotal += coin.output.value;
    std::map<primitives::OutPoint, std::pair<primitives::Amount, bool>>
        waiting; ///< and whether it may be relied on
    const auto add = [&](const primitives::Transaction& transaction, bool isThere) {
        bool isOurs = true;
        bool isTrusted = isThere;
        for (const primitives::TxIn& input : transaction.inputs()) {
            const auto parent = waiting.find(input.previous);
            isOurs = isOurs && (coins.contains(input.previous) || parent != waiting.end());
            isTrusted = isTrusted && (parent == waiting.end() || parent->second.second);
            coins.erase(input.previous);
            if (parent != waiting.end()) waiting.erase(parent);
        }
        if (!isThere && !isOurs) return;
        for (std::uint32_t i = 0; i < transaction.outputs().size(); ++i) {
            if (!purse.owns(transaction.outputs()[i])) continue;
            waiting[{transaction.txid(), i}] = {transaction.outputs()[i].value, isOurs && isTrusted};
        }
    };
    for (const auto* entry : pool.entries())
        add(*entry->transaction, true);
    for (const primitives::TransactionRef& transaction : wallet.absentTransactions())
        add(*transaction, false);
    for (const auto& [outpoint, coin] : coins) {
        const bool isRipe = !coin.isCoinbase || truth.height + 1 - coin.height >= 10;
        (isRipe ? out.spendable : out.immature) += coin.output.value;
    }
    for (const auto& [outpoint, coin] : waiting)
        (coin.second ? out.spendable : out.unconfirmed) += coin.first;
    return out;
}

/// What is wrong with a balance; empty: nothing.
inline QByteArray differenceOf(const wallet::WalletBalance& says, const wallet::WalletBalance& wanted) {
    const auto line = [](const char* what, primitives::Amount is, primitives::Amount should) {
        if (is == should) return QByteArray();
        return QByteArray(": ") + what + " is " + QByteArray::number(qint64(is.satoshi())) + ", should be " +
               QByteArray::number(qint64(should.satoshi()));
    };
    return line("spendable", says.spendable, wanted.spendable) +
           line("immature", says.immature, wanted.immature) +
           line("unconfirmed", says.unconfirmed, wanted.unconfirmed) +
           line("confirmed", says.confirmedTotal, wanted.confirmedTotal);
}

/// One that is given up, and what was to take its place: that goes with it.
inline std::set<primitives::TxId> withProposals(const wallet::Wallet& wallet,
                                                const primitives::Transaction& chosen) {
    std::set<primitives::TxId> out{chosen.txid()};
    for (const primitives::TransactionRef& proposal : wallet.proposals()) {
        for (const primitives::TxIn& input : proposal->inputs()) {
            if (std::ranges::any_of(chosen.inputs(),
                                    [&](const auto& own) { return own.previous == input.previous; }))
                out.insert(proposal->txid());
        }
    }
    return out;
}

/// What there is to look at.
struct Evidence {
    const std::vector<Purse>& purses;
    const std::map<primitives::TxId, primitives::TransactionRef>& everything; ///< that anybody ever made
    const wallet::Wallet& wallet;
    const Truth& truth;
    const chain::Mempool& pool;
};

/// In the chain, the mempool or the outbox; or the chain or the user has spoken against it, or one of the two
/// has been chosen that cannot both be.
inline bool isAccountedFor(const primitives::TransactionRef& payment, const Evidence& all, int depth = 0) {
    const auto& [purses, everything, wallet, truth, pool] = all;
    const primitives::TxId& txid = payment->txid();
    if (truth.txids.contains(txid) || pool.find(txid) != nullptr) return true;
    const auto entry = wallet.transaction(txid);
    if (depth == 0 && !entry) return false;
    if (entry && entry->state == wallet::TxState::Waiting) return entry->absence.has_value();
    if (entry && entry->isAbandoned) {
        return std::ranges::any_of(purses,
                                   [&](const Purse& purse) { return purse.abandoned.contains(txid); });
    }
    return std::ranges::any_of(payment->inputs(), [&](const primitives::TxIn& input) {
        const auto spender = truth.spenders.find(input.previous);
        if (spender != truth.spenders.end() && spender->second != txid) return true;
        const auto rival = wallet.spenderOf(input.previous);
        if (rival && *rival != txid) return true;
        // One that was never answered, because the program was killed, is known to the wallet alone.
        const auto known = wallet.transaction(input.previous.txid);
        const auto made = everything.find(input.previous.txid);
        if ((made == everything.end() && !known) || truth.txids.contains(input.previous.txid)) return false;
        const primitives::TransactionRef parent =
            made == everything.end() ? known->transaction : made->second;
        if (parent->isCoinbase()) return true; // its block lost
        return known && known->state == wallet::TxState::Lost && isAccountedFor(parent, all, depth + 1);
    });
}

} // namespace support
