#pragma once

#include "gui/models/Counterparty.h"
#include "primitives/Block.h"
#include "wallet/RunningBalance.h"

#include <QString>

#include <vector>

namespace gui {

/// One line of the wallet's history, as tables need it.
struct ActivityRow {
    primitives::TxId txid;
    wallet::TxState state = wallet::TxState::Waiting;
    std::int32_t height = -1;
    qint64 time = 0;
    primitives::Amount net;
    std::optional<primitives::Amount> balance = {}; ///< after it; nothing for one that is lost
    std::optional<primitives::Amount> fee = {};     ///< where this wallet paid it
    std::int64_t vsize = 0;
    bool isAbsent = false;    ///< waits, but not in the mempool
    bool isReplaced = false;  ///< lost: another of this wallet's took its place
    bool isAbandoned = false; ///< lost: the user gave it up
    bool isCoinbase = false;
    bool isInternal = false; ///< to oneself: only the fee left
    QString note;
    Counterparty other;
    bool operator==(const ActivityRow&) const = default;
};

/// Thread: wallet.
ActivityRow activityRowOf(const wallet::Wallet& wallet, const wallet::WalletTransaction& from,
                          const script::AddressFormat& addresses);

/// Which lines to show.
struct ActivityFilter {
    wallet::HistoryKind kind = wallet::HistoryKind::All;
    QString text;               ///< in note, address, label, id or block height
    bool isWaitingOnly = false; ///< what no block has yet
    qint64 since = 0;           ///< unix seconds
    /// It leaves out lines of the kind.
    [[nodiscard]] bool isSearch() const { return !text.isEmpty() || isWaitingOnly || since != 0; }
    [[nodiscard]] bool isEmpty() const { return kind == wallet::HistoryKind::All && !isSearch(); }
    bool operator==(const ActivityFilter&) const = default;
};

/// The lines of the history that fit a filter, counted from the oldest. A kind alone is a list that the
/// wallet keeps; a text is looked for in the whole history once, and from then on in what changed. Lives
/// where the wallet does.   Thread: wallet.
class ActivityLines {
public:
    ActivityLines(ActivityFilter filter, script::AddressFormat addresses);

    using Row = ActivityRow;
    struct Step {
        int size = 0;
        int kept = 0;    ///< so many of the oldest lines are those of before
        int waiting = 0; ///< lines of the whole history that no block has yet
    };
    /// Brings the list level with the wallet.
    Step follow(const wallet::Wallet& wallet, std::int32_t chainHeight);
    /// At most `count` lines from the place `first` on, the oldest first.
    [[nodiscard]] std::vector<ActivityRow> rows(const wallet::Wallet& wallet, int first, int count);

private:
    using Line = std::pair<std::int64_t, primitives::TxId>; ///< its order in the history first
    Step followList(const wallet::Wallet& wallet);
    [[nodiscard]] ActivityRow rowOf(const wallet::Wallet& wallet, const wallet::WalletTransaction& entry);
    [[nodiscard]] bool fits(const wallet::Wallet& wallet, const wallet::WalletTransaction& entry) const;
    void findAll(const wallet::Wallet& wallet);
    /// The place that changed, the size of the list where none did.
    std::size_t judgeAgain(const wallet::Wallet& wallet, const primitives::TxId& txid);

    ActivityFilter m_filter;
    script::AddressFormat m_addresses;
    std::vector<Line> m_found; ///< with a text: the oldest first
    wallet::RunningBalance m_balance;
    std::uint64_t m_revision = 0;
    int m_size = 0;
    bool m_searched = false;
};

} // namespace gui
