#pragma once

#include "script/descriptor/Descriptor.h"

namespace script {

/// What an input adds to a transaction, in bytes.
struct SpendSize {
    std::int64_t base = 0;    ///< outpoint, sequence and scriptSig
    std::int64_t witness = 0; ///< its items with their count; 0: it has none
    bool operator==(const SpendSize&) const = default;
};

/// A P2WPKH input with the longest signature that a low-S signer makes: 72 bytes with its hash type.
constexpr SpendSize kKeyHashSpend{41, 1 + (1 + 72) + (1 + 33)};

/// The most that an input needs which spends an output of this descriptor, signed with every signature it
/// wants; of a taproot output by its key. Of addr() and raw(): as their form is usually spent.
SpendSize spendSizeOf(const Descriptor& descriptor);

} // namespace script
