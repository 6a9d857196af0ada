#pragma once

#include "gui/models/Counterparty.h"
#include "primitives/Block.h"
#include "wallet/WalletTypes.h"

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
    QString text; ///< in note, address, label, id or block height
    [[nodiscard]] bool isEmpty() const { return kind == wallet::HistoryKind::All && text.isEmpty(); }
    bool operator==(const ActivityFilter&) const = default;
};

/// The lines of the history that fit a filter, counted from the oldest. A kind alone is a list that the
/// wallet keeps; a text is looked for in the whole history once, and from then on in what changed. Lives
/// where the wallet does.   Thread: wallet.
class ActivityLines {
public:
    ActivityLines(ActivityFilter filter, script::AddressFormat addresses);

    struct Step {
        int size = 0;
        int kept = 0; ///< so many of the oldest lines are those of before
    };
    /// Brings the list level with the wallet.
    Step follow(const wallet::Wallet& wallet);
    /// At most `count` lines from the place `first` on, the oldest first.
    [[nodiscard]] std::vector<ActivityRow> rows(const wallet::Wallet& wallet, int first, int count) const;

private:
    using Line = std::pair<std::int64_t, primitives::TxId>; ///< its order in the history first
    [[nodiscard]] bool fits(const wallet::Wallet& wallet, const wallet::WalletTransaction& entry) const;
    void findAll(const wallet::Wallet& wallet);
    /// The place that changed, the size of the list where none did.
    std::size_t judgeAgain(const wallet::Wallet& wallet, const primitives::TxId& txid);

    ActivityFilter m_filter;
    script::AddressFormat m_addresses;
    std::vector<Line> m_found; ///< with a text: the oldest first
    std::uint64_t m_revision = 0;
    int m_size = 0;
    bool m_searched = false;
};

/// Writes the whole history, the newest line first, as a table for spreadsheets: time, block, kind, amount,
/// fee, balance after it, address, label, note, id, state. Amounts as programs read them.   Thread: wallet.
bool writeActivityCsv(const wallet::Wallet& wallet, const QString& path,
                      const script::AddressFormat& addresses);

} // namespace gui
