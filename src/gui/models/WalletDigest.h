#pragma once

#include "wallet/Wallet.h"

#include <QVector>

#include <deque>
#include <unordered_map>

namespace gui {

/// What pages tell of the last days of a wallet: how the balance moved, and how many blocks were found today.
/// Reads the history once; from then on only what changed. Lives where the wallet does: made on main, used on
/// the wallet's thread, one a page.
class WalletDigest {
public:
    struct Point {
        std::int64_t time = 0;
        std::int64_t satoshi = 0;
        bool operator==(const Point&) const = default;
    };
    struct Curve {
        QVector<Point> points;  ///< of at most seven days, the oldest first
        std::int64_t since = 0; ///< where they begin; unix seconds
    };
    struct Found {
        int today = 0;
        int lost = 0; ///< of today's, to a fork
        bool operator==(const Found&) const = default;
    };

    /// Brings it level with the wallet.   `now`, `midnight`: unix seconds.
    void follow(const wallet::Wallet& wallet, std::int64_t now, std::int64_t midnight);
    /// Walks back from the present balance, entry by entry.
    [[nodiscard]] Curve curve() const;
    [[nodiscard]] Found found() const;

private:
    struct Entry {
        primitives::TxId txid;
        std::int64_t sequence = 0;
        std::int64_t time = 0;
        std::int64_t net = 0;
        bool isLost = false;
        bool isCoinbase = false;
        [[nodiscard]] std::int64_t effect() const { return isLost ? 0 : net; }
    };
    [[nodiscard]] static Entry entryOf(const wallet::WalletTransaction& from);
    void readAll(const wallet::Wallet& wallet);
    /// False when it is older than what was read: read all again.
    bool take(const wallet::Wallet& wallet, const primitives::TxId& txid);
    void dropOld();

    std::deque<Entry> m_entries; ///< by sequence, the oldest first
    std::unordered_map<primitives::TxId, std::int64_t> m_sequences;
    std::int64_t m_total = 0; ///< what the wallet holds, in satoshi
    std::uint64_t m_revision = 0;
    const wallet::Wallet* m_wallet = nullptr; ///< whose entries these are; only compared
    std::int64_t m_now = 0;
    std::int64_t m_midnight = 0;
};

} // namespace gui
