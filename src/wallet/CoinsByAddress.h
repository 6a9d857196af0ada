#pragma once

#include "wallet/WalletStore.h"

#include <map>
#include <set>

namespace wallet {

/// What came to an address, as far as the wallet knows: what waits is counted too.
struct AddressMoney {
    primitives::Amount received;  ///< all of it …
    primitives::Amount there;     ///< … and what of it is not spent yet
    std::size_t times = 0;        ///< outputs that paid it …
    std::size_t rewards = 0;      ///< … and how many of them are rewards of blocks
    std::int32_t lastHeight = -1; ///< of the block with the newest; -1: that one waits, or there is none
    bool operator==(const AddressMoney&) const = default;
};

/// Coins, spent ones too, by the address that they came to. Owned by Ledger. Thread: wallet.
class CoinsByAddress {
public:
    void add(const StoredCoin& coin);
    /// Needs: it was added as it is.
    void remove(const StoredCoin& coin);
    [[nodiscard]] AddressMoney moneyAt(const KeyPath& path) const;
    /// The newest first, at most `most`; what waits is newer than any block.
    [[nodiscard]] std::vector<primitives::OutPoint> newestAt(const KeyPath& path, std::size_t most) const;

private:
    struct Coins {
        AddressMoney sums; ///< without the last height
        std::set<std::pair<std::int32_t, primitives::OutPoint>> byHeight;
    };
    std::map<KeyPath, Coins> m_coins;
};

} // namespace wallet
