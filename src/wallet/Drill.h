#pragma once

#include "crypto/SecretBytes.h"
#include "wallet/WalletTypes.h"

#include <optional>

namespace wallet {

class Wallet;

/// What a copy of a wallet, or its words, would bring back; nothing is changed to find that out.
struct DrillReport {
    bool isThisWallet = false; ///< it leads to keys of this wallet
    primitives::Amount coins;  ///< that come back …
    std::size_t addresses = 0; ///< … with so many addresses
    std::size_t blocksMined = 0;
    primitives::Amount otherCoins; ///< of keys, addresses and plans that were brought in: they do not …
    std::size_t otherSources = 0;  ///< … and so many of those there are
    std::size_t texts = 0;         ///< notes and labels
    std::size_t people = 0;        ///< addresses of the address book
    std::size_t requests = 0;      ///< payments that somebody was asked for
    std::size_t frozen = 0;        ///< coins that are kept back
    bool operator==(const DrillReport&) const = default;
};

/// What the words bring back of this wallet; locked or not.
/// Nothing: these are no recovery words.
/// Cost:   the stretching of the words, and every coin, address and line of the history.   Thread: wallet.
std::optional<DrillReport> drillWords(const Wallet& wallet, const crypto::SecretString& words,
                                      const crypto::SecretString& wordPassphrase);
/// What a whole copy, opened beside it, brings back of this wallet: all that is in it, or nothing.
/// Thread: wallet.
DrillReport drillCopy(const Wallet& wallet, const Wallet& copy);

} // namespace wallet
