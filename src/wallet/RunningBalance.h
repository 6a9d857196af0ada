#pragma once

#include "wallet/WalletTypes.h"

#include <vector>

namespace wallet {

class Wallet;

/// What the wallet had after each line of its history. Follows the wallet: what did not change is not added
/// up again. Lives where the wallet does.   Thread: wallet.
class RunningBalance {
public:
    /// Brings it level. Cost: what changed; everything once, and after a line has gone.
    void follow(const Wallet& wallet);
    /// After the line of this order in the history (WalletTransaction::sequence), and all older ones.
    /// Cost: the lines from the oldest that changed on, the first time.
    [[nodiscard]] primitives::Amount after(std::int64_t sequence);

private:
    struct Line {
        std::int64_t sequence = 0;
        primitives::Amount effect;
        primitives::Amount after; ///< as far as `m_known`
    };
    bool take(const Wallet& wallet, const primitives::TxId& txid);
    void readAll(const Wallet& wallet);

    std::vector<Line> m_lines; ///< the oldest first
    std::size_t m_known = 0;   ///< so many of them are added up
    std::uint64_t m_revision = 0;
    bool m_hasRead = false;
};

} // namespace wallet
