#pragma once

#include "primitives/Amount.h"

#include <cstdint>
#include <string>
#include <vector>

namespace consensus {

/// Everything two nodes must agree on. The network card's `rules`, and regtest's, as values.
struct Rules {
    primitives::Amount blockReward{50 * primitives::Amount::kCoin};
    std::int32_t halvingInterval = 210'000;         ///< blocks; 0 = never
    std::int32_t maxBlockTransactions = 10'000;     ///< with the coinbase; 0 = no limit (regtest only)
    std::int32_t maxBlockWeight = 4'000'000;        ///< weight units
    std::int32_t targetBlockTime = 10;              ///< seconds
    std::int32_t difficultyAdjustmentInterval = 10; ///< blocks
    std::uint32_t powLimitBits = 0x1f00ffff;        ///< the easiest target
    std::uint32_t initialBits = 0x1f00ffff;         ///< of genesis and the first interval
    std::int32_t coinbaseMaturity = 10;             ///< blocks
    std::int32_t minDifficultyAfter = 200;          ///< seconds after the parent; 0 = rule off
    std::string bech32Hrp = "cairn";
    std::int64_t genesisTime = 1'760'000'000; ///< unix seconds
    std::string genesisMessage;               ///< at most 66 bytes of UTF-8
    bool operator==(const Rules&) const = default;
};

/// One rule in which two sets differ, in the card's words: "block_reward is 25.00000000 here and 50.00000000
/// there".
struct RuleDifference {
    std::string rule;
    std::string ours;
    std::string theirs;
};
std::string toString(const RuleDifference& difference);
std::vector<RuleDifference> differences(const Rules& ours, const Rules& theirs);

/// The canonical JSON of the rules: keys sorted, no white space, amounts as decimal strings, bits as 8 hex
/// digits.
std::string canonicalJson(const Rules& rules);

} // namespace consensus
