#pragma once

#include "consensus/Reject.h"
#include "consensus/Rules.h"
#include "primitives/Transaction.h"
#include "util/Result.h"

namespace consensus {

/// An unspent output and where it came from.
struct Coin {
    primitives::TxOut output;
    std::int32_t height = 0;
    bool fromCoinbase = false;
    bool operator==(const Coin&) const = default;
};

/// Rules that need nothing but the transaction.
Result<void, Rejection> checkTransaction(const primitives::Transaction& transaction);
/// Lock time reached for a block at `height` whose parent has median time `medianTime` (BIP 113).
bool isFinal(const primitives::Transaction& transaction, std::int32_t height, std::int64_t medianTime);
/// Rules over the coins that are spent (one an input, same order), for a block at `height`: maturity, ranges.
/// Returns the fee.
Result<primitives::Amount, Rejection> checkInputs(const primitives::Transaction& transaction,
                                                  std::span<const Coin> coins, std::int32_t height,
                                                  const Rules& rules);

/// BIP 68: the block that may include the transaction has height above `minHeight` and a parent's median time
/// above `minTime`.
struct SequenceLock {
    std::int32_t minHeight = -1;
    std::int64_t minTime = -1;
};
/// `coinHeights` and `coinTimes` (median time of the block before the coin's block): one an input.
SequenceLock sequenceLockOf(const primitives::Transaction& transaction,
                            std::span<const std::int32_t> coinHeights,
                            std::span<const std::int64_t> coinTimes);
bool isReached(const SequenceLock& lock, std::int32_t height, std::int64_t medianTime);

/// BIP 141 cost of all signature operations; `coins` one an input (empty for a coinbase).
std::int64_t sigOpCost(const primitives::Transaction& transaction, std::span<const Coin> coins);
constexpr std::int64_t kMaxBlockSigOpCost = 80'000;

/// Bytes of a coinbase's script.
constexpr std::size_t kMinCoinbaseScript = 2;
constexpr std::size_t kMaxCoinbaseScript = 100;
/// A transaction that is so long without its witness can be read as two nodes of the Merkle tree.
constexpr std::size_t kForgeableSize = 64;

} // namespace consensus
