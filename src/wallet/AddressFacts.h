#pragma once

#include "wallet/CoinsByAddress.h"

namespace wallet {

/// What an address is for, with those that stand alone told apart.
enum class AddressUse : std::uint8_t {
    Receive,
    Change,
    Mining,   ///< made for the rewards of the miner
    Imported, ///< of a single key or a single address that somebody brought in
};
constexpr std::size_t kAddressUses = 4;

/// An address and what the wallet knows of it.
struct AddressFacts {
    WalletAddress address;
    AddressUse use = AddressUse::Receive;
    std::optional<AddressType> type; ///< nothing: another one, such as a multisig
    AddressMoney money;
};

} // namespace wallet
