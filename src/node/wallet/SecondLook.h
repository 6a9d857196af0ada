#pragma once

#include "storage/ChainReader.h"
#include "wallet/Wallet.h"

#include <set>

namespace node {

/// Blocks that a wallet has passed and looks at once more: a row of them (a rescan), and those that the
/// history index names for addresses that are watched only since. Owned by WalletService. Thread: wallet.
class SecondLook {
public:
    /// An earlier run may have ended before it had looked: what nobody has paid yet is looked up, of a large
    /// wallet only what was not handed out.
    void begin(const wallet::Wallet& wallet);
    /// What was found since the last time is on disk …
    void accept();
    /// … or has to be found again.
    void takeBack();
    /// Both included.
    void rescan(std::int32_t first, std::int32_t last) {
        m_next = m_first = std::max(first, 0);
        m_last = last;
    }
    [[nodiscard]] bool isRescanning() const { return m_next.has_value(); }
    /// What was found so far stays found.
    void abortRescan() { m_next.reset(); }
    /// 0 … 1.
    [[nodiscard]] double progress(std::int32_t tip) const;
    /// Looks at some blocks, not written yet. False when there is nothing to do. Needs: the wallet's blocks
    /// are those of the reader's best chain.
    bool step(storage::ChainReader& reader, wallet::Wallet& wallet, int blocks);

private:
    void findInIndex(storage::ChainReader& reader, const wallet::Wallet& wallet);
    std::optional<std::int32_t> take(std::int32_t tip);

    wallet::Keychain::Counts m_lookedUp; ///< of the addresses watched
    wallet::Keychain::Counts m_accepted; ///< as it was when all of them had been looked at
    bool m_isFirst = true;               ///< nothing was looked up since the opening
    std::set<std::int32_t> m_heights;
    std::optional<std::int32_t> m_next; ///< of the rescan
    std::int32_t m_first = 0;
    std::int32_t m_last = 0;
};

} // namespace node
