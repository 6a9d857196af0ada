#pragma once

#include "wallet/WalletTypes.h"

#include <QString>

#include <memory>
#include <set>

namespace wallet {
class Wallet;
}

namespace gui {

/// Where a coin comes from.
enum class CoinOrigin { Received, Change, Mined };
CoinOrigin originOf(const wallet::WalletCoin& coin);

/// One unspent coin of the wallet, as tables need it.
struct CoinRow {
    primitives::OutPoint outpoint;
    primitives::Amount amount;
    wallet::KeyPath path;
    QString address;
    QString label; ///< of its address
    QString note;  ///< of the payment that brought it
    std::int32_t height = -1;
    CoinOrigin origin = CoinOrigin::Received;
    bool isFrozen = false;
    std::int64_t weight = 0; ///< of the input that spends it
    bool operator==(const CoinRow&) const = default;
};

/// A coin in the picture of all.
struct CoinPoint {
    primitives::OutPoint outpoint;
    primitives::Amount amount;
    std::int32_t height = -1;
    CoinOrigin origin = CoinOrigin::Received;
    bool isFrozen = false;
};
/// Coins of about one age and amount, where there are too many for points. Counted from the youngest and
/// the smallest.
struct CoinCell {
    int column = 0, row = 0;
    int count = 0;
    primitives::Amount sum;
};
/// All coins as a picture needs them.
struct CoinField {
    static constexpr std::size_t kMostPoints = 500;
    static constexpr int kColumns = 40, kRows = 14;
    int count = 0;
    primitives::Amount sum;
    primitives::Amount least, most;
    std::int32_t oldest = -1; ///< the lowest height
    std::vector<CoinPoint> points;
    std::vector<CoinCell> cells; ///< none where there are points
};

struct CoinFilter {
    bool byAge = false;      ///< the youngest first; else the largest
    bool onlyPaying = false; ///< only those that may be spent now
    bool operator==(const CoinFilter&) const = default;
};

/// The wallet's coins in an order. Lives where the wallet does.   Thread: wallet.
class CoinLines {
public:
    CoinLines(CoinFilter filter, std::int32_t maturity) : m_filter(filter), m_maturity(maturity) {}

    using Row = CoinRow;
    struct Step {
        int size = 0;
        int kept = 0; ///< so many of the last lines are those of before
        std::shared_ptr<const CoinField> field;
    };
    /// Brings the list level with the wallet.   Cost: a look at every coin, where one changed.
    Step follow(const wallet::Wallet& wallet, std::int32_t chainHeight);
    /// At most `count` lines from the place `first` on, the last of the order first.
    [[nodiscard]] std::vector<CoinRow> rows(const wallet::Wallet& wallet, int first, int count) const;

private:
    [[nodiscard]] bool isLevel(const wallet::Wallet& wallet, std::int32_t chainHeight) const;

    CoinFilter m_filter;
    std::int32_t m_maturity;
    std::vector<primitives::OutPoint> m_found;
    std::shared_ptr<const CoinField> m_field;
    std::uint64_t m_historyRevision = 0;
    std::uint64_t m_frozenRevision = 0;
    std::int32_t m_height = -1;
};

/// As the wallet itself judges: mature, and in a block unless it is our own change.
bool mayPay(CoinOrigin origin, std::int32_t height, std::int32_t chainHeight, std::int32_t maturity);

/// Those of them that are still there, in their order.   Thread: wallet.
std::vector<CoinRow> coinRowsOf(const wallet::Wallet& wallet, const std::set<primitives::OutPoint>& coins);

} // namespace gui
