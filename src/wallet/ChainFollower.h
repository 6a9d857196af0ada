#pragma once

#include "primitives/Block.h"
#include "wallet/Keychain.h"
#include "wallet/Ledger.h"

namespace wallet {

/// The bookkeeping rules: what blocks, waiting transactions and reorganisations do to the ledger. It keeps
/// true, after every call:
/// - no two transactions that are not Lost spend the same output;
/// - a coin exists for every output of ours of a transaction that is not Lost; it names the spender not Lost;
/// - a transaction that spends an output of a Lost one is Lost.
/// Changes ledger and keychain in memory only; Wallet commits them or rolls them back. Owned by Wallet.
/// Thread: wallet.
class ChainFollower {
public:
    ChainFollower(Ledger& ledger, Keychain& keychain) : m_ledger(ledger), m_keychain(keychain) {}

    /// Cost: one hash look-up an output, two an input; more only for transactions of this wallet.
    void applyBlock(const primitives::Block& block, const primitives::BlockHash& hash, std::int32_t height);
    /// A block applied before, for what was not watched then: finds more, and takes nothing back.
    void lookAgain(const primitives::Block& block, const primitives::BlockHash& hash, std::int32_t height);
    void revertTo(std::int32_t height);
    /// It is in the mempool. True when it concerns the wallet: it pays us, spends from us, or takes the place
    /// of one that does.
    bool applyWaiting(const primitives::TransactionRef& transaction, std::int64_t now);
    /// It is to take the place of others that wait. Until the mempool has it (`applyWaiting`) those are the
    /// truth, and nothing else builds on its coins.
    void propose(const primitives::TransactionRef& transaction, std::int64_t now);
    /// Gives one up that waits, or that was replaced, and what was to take its place; one that a block has
    /// stays.
    void abandon(const primitives::TxId& txid);
    /// As if a transaction had never been seen; one that a block has, or that others build on, stays (the
    /// latter as Lost).
    void forget(const primitives::TxId& txid);
    void restartFrom(std::int32_t height);
    /// Grows whenever a payment was found that let the look-ahead grow: there may be others, seen before, to
    /// what is watched now.
    [[nodiscard]] std::uint64_t growth() const { return m_growth; }

private:
    using TxIds = std::vector<primitives::TxId>;
    /// Where and when a transaction was seen.
    struct Place {
        TxState state = TxState::Waiting;
        std::int32_t height = -1;
        primitives::BlockHash block;
        std::int64_t time = 0;
    };

    [[nodiscard]] bool concerns(const primitives::Transaction& transaction) const;
    bool applyInBlock(const primitives::TransactionRef& transaction, const Place& place);
    bool record(const primitives::TransactionRef& transaction, const Place& place);
    void wait(const primitives::TxId& txid);
    void dropRivalProposals(const primitives::Transaction& transaction, std::int32_t cause);
    bool addCoins(const WalletTransaction& entry);
    void claimInputs(const primitives::Transaction& transaction);
    void updateAmounts(const primitives::TxId& txid);
    void lose(const primitives::TxId& txid, std::int32_t cause);
    bool loseOne(const primitives::TxId& txid, std::int32_t cause);
    void settle();
    void revive(TxIds queue);
    bool reviveOne(const primitives::TxId& txid);
    [[nodiscard]] std::optional<std::int32_t> obstacleOf(const primitives::Transaction& transaction) const;
    [[nodiscard]] bool isLost(const primitives::TxId& txid) const;
    [[nodiscard]] TxIds lostChildrenOf(const primitives::Transaction& transaction) const;
    void sortByAge(TxIds& txids) const;
    void setCause(const WalletTransaction& entry, std::int32_t cause);

    Ledger& m_ledger;
    Keychain& m_keychain;
    std::vector<primitives::OutPoint> m_freed; ///< that one which is lost now spent
    std::uint64_t m_growth = 0;
};

} // namespace wallet
