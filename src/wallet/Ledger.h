#pragma once

#include "wallet/CoinsByAddress.h"

#include <array>
#include <deque>
#include <set>
#include <unordered_map>
#include <unordered_set>

namespace wallet {

/// What `WalletTransaction::height` says of a Lost transaction: the height (0 or more) of the block with the
/// transaction it conflicts with, or one of these.
constexpr std::int32_t kGivenUp = -1;    ///< a coinbase whose block left the chain, or of an earlier version
constexpr std::int32_t kParentLost = -2; ///< it spends an output of a lost transaction
constexpr std::int32_t kForgotten = -3;  ///< hidden: a rescan has not found it again yet; kept for its note
constexpr std::int32_t kReplaced = -4; ///< another that waits spends its coins; waits again when that is lost
constexpr std::int32_t kAbandoned = -5; ///< by the user; only the mempool or a block brings it back
constexpr std::int32_t kProposed = -6;  ///< in the outbox, to take the place of what waits: not taken yet

/// Forgotten by a rescan that has not found it again yet.
bool isHidden(const WalletTransaction& transaction);
/// In the outbox, and in no list: until the mempool takes it, what it would replace is the truth.
bool isProposal(const WalletTransaction& transaction);
/// A transaction as the wallet shows it: no height unless confirmed.
WalletTransaction forDisplay(WalletTransaction transaction);

/// The tables of a wallet in memory: transactions, coins, recent blocks, and the indexes over them. Knows no
/// rules (those are ChainFollower's). Every change is undoable until `accept`, so that memory never runs
/// ahead of the store. Owned by Wallet. Thread: wallet.
class Ledger {
public:
    /// Takes over what the store has. False when it contradicts itself.
    bool restore(WalletContents contents, std::int32_t scanFrom);

    // --- transactions ---
    /// Null when unknown. The pointer holds until the transaction is erased.
    [[nodiscard]] const WalletTransaction* find(const primitives::TxId& txid) const;
    /// Inserts or replaces; a `sequence` of 0 gets the next one.
    void put(WalletTransaction transaction);
    void erase(const primitives::TxId& txid);
    /// Known transactions that have this input, in any state.
    [[nodiscard]] std::vector<primitives::TxId> spendersOf(const primitives::OutPoint& outpoint) const;
    /// The one of them that is not Lost, other than `except`.
    [[nodiscard]] std::optional<primitives::TxId>
    activeSpenderOf(const primitives::OutPoint& outpoint, const primitives::TxId* except = nullptr) const;
    /// Proposals, oldest first.
    [[nodiscard]] std::vector<primitives::TxId> proposals() const;
    /// A proposal spends it, or replaces what made it: no other payment may build on it.
    [[nodiscard]] bool isSpokenFor(const primitives::OutPoint& outpoint) const;
    /// Known transactions that spend an output of this one.
    [[nodiscard]] std::vector<primitives::TxId> childrenOf(const primitives::Transaction& transaction) const;
    /// Waiting ones that are known not to be in the mempool. Kept in memory only: after a start nobody knows.
    void setAbsence(const primitives::TxId& txid, std::optional<Absence> absence);
    [[nodiscard]] std::optional<Absence> absenceOf(const primitives::TxId& txid) const;
    /// Money from others that the mempool does not have (any more), or what builds on such: it may never
    /// come, and counts for nothing. Whether the mempool is known to lack a child itself makes no difference:
    /// it cannot have one without its parent.
    [[nodiscard]] bool isMissing(const primitives::TxId& txid) const;
    /// As the wallet shows it.
    [[nodiscard]] WalletTransaction shown(const WalletTransaction& transaction) const;
    [[nodiscard]] std::vector<primitives::TxId> confirmedAbove(std::int32_t height) const;
    /// Waiting and Lost ones, oldest first.
    [[nodiscard]] std::vector<primitives::TxId> unconfirmed() const;
    [[nodiscard]] std::vector<primitives::TxId> all() const; ///< hidden ones too, oldest first
    /// Newest first.
    [[nodiscard]] std::vector<WalletTransaction> history(std::size_t offset, std::size_t count,
                                                         HistoryKind kind = HistoryKind::All) const;
    [[nodiscard]] std::size_t historySize(HistoryKind kind = HistoryKind::All) const {
        return linesOf(kind).size();
    }
    /// Grows whenever a line of the history comes, changes or goes.
    [[nodiscard]] std::uint64_t historyRevision() const { return m_revision; }
    [[nodiscard]] HistoryChanges historyChangesSince(std::uint64_t revision) const;
    /// Lines whose id begins with `hexPrefix` (lower case), the newest first, at most `most`.
    [[nodiscard]] std::vector<WalletTransaction> historyById(const std::string& hexPrefix,
                                                             std::size_t most) const;

    // --- coins ---
    [[nodiscard]] const StoredCoin* coin(const primitives::OutPoint& outpoint) const;
    void putCoin(StoredCoin coin);
    void eraseCoin(const primitives::OutPoint& outpoint);
    [[nodiscard]] const std::unordered_set<primitives::OutPoint>& unspent() const { return m_unspent; }

    /// Made when it is asked for first, and kept level from then on.
    [[nodiscard]] const CoinsByAddress& byAddress() const;

    // --- blocks ---
    [[nodiscard]] WalletTip tip() const;
    [[nodiscard]] std::vector<WalletTip> recentBlocks() const { return {m_recent.begin(), m_recent.end()}; }
    void pushBlock(const WalletTip& block);
    void dropBlocksAbove(std::int32_t height);
    /// Forgets all blocks; the next one wanted is `height`.
    void scanFrom(std::int32_t height);

    /// Adds what changed since the last `accept` to `batch`.
    void collect(WalletBatch& batch) const;
    void accept();
    void rollback();

private:
    using HistoryRow = std::pair<std::int64_t, primitives::TxId>; ///< sequence first
    using Lines = std::vector<HistoryRow>;

    [[nodiscard]] const Lines& linesOf(HistoryKind kind) const {
        return m_history[static_cast<std::size_t>(kind)];
    }
    [[nodiscard]] primitives::Amount effectOf(const WalletTransaction& transaction) const;
    void noteChange(const primitives::TxId& txid);
    /// With what builds on it: all of it counts, or nothing.
    void noteFamily(const primitives::TxId& txid);

    void remember(const primitives::TxId& txid);
    void remember(const primitives::OutPoint& outpoint);
    void rememberBlocks();
    void place(WalletTransaction transaction);
    void displace(const primitives::TxId& txid);
    void list(const WalletTransaction& transaction);
    void unlist(const WalletTransaction& transaction, const WalletTransaction* successor);
    void placeCoin(StoredCoin coin);
    void displaceCoin(const primitives::OutPoint& outpoint);

    std::unordered_map<primitives::TxId, WalletTransaction> m_transactions;
    std::unordered_map<primitives::TxId, Absence> m_absent;
    std::unordered_map<primitives::OutPoint, StoredCoin> m_coins;
    std::unordered_multimap<primitives::OutPoint, primitives::TxId> m_spenders;
    std::unordered_set<primitives::OutPoint> m_unspent;
    mutable std::optional<CoinsByAddress> m_byAddress;
    std::set<std::pair<std::int32_t, primitives::TxId>> m_confirmed; ///< by height
    std::set<HistoryRow> m_unconfirmed;
    std::set<HistoryRow> m_proposed;
    std::array<Lines, kHistoryKinds> m_history; ///< what is shown, by HistoryKind, oldest first
    std::deque<std::pair<std::uint64_t, primitives::TxId>> m_changes; ///< of late, by revision
    std::uint64_t m_revision = 0;
    std::int64_t m_lastSequence = 0;
    std::deque<WalletTip> m_recent;
    std::int32_t m_scanFrom = 0;

    // As things were at the last `accept`; nothing: there was no such row.
    std::unordered_map<primitives::TxId, std::optional<WalletTransaction>> m_transactionsBefore;
    std::unordered_map<primitives::OutPoint, std::optional<StoredCoin>> m_coinsBefore;
    struct BlocksBefore {
        std::deque<WalletTip> recent;
        std::int32_t scanFrom;
    };
    std::optional<BlocksBefore> m_blocksBefore;
    std::optional<std::int32_t> m_revertedTo;
    std::vector<WalletTip> m_applied;
};

} // namespace wallet
