#pragma once

#include "consensus/Rules.h"
#include "util/Result.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace consensus {

/// A network as one small file (`*.cairn`): who it is, its rules, advice for its nodes.
struct NetworkCard {
    std::string name;               ///< 1 to 40 characters
    std::string colour = "#2f7ed8"; ///< #rrggbb
    Rules rules;
    primitives::Amount transactionFee{10'000}; ///< advice: fee of an ordinary payment (per kvB)
    std::int32_t confirmationBlocks = 6;
    std::uint16_t apiPort = 5000;
    std::uint16_t peerPort = 5001;
    std::vector<std::string> seeds;   ///< peer URLs
    std::string otherKeysJson = "{}"; ///< unknown keys outside `rules`, kept as they came
    bool operator==(const NetworkCard&) const = default;
};

constexpr std::size_t kMaxCardSize = std::size_t{64} << 10;

constexpr std::size_t kMaxSeeds = 64;
constexpr std::size_t kMostCardValues = 4'000;
constexpr std::size_t kMostCardDepth = 16;

/// Why a text is no card, as data: the front ends find the words.
struct CardError {
    enum class Kind {
        TooLarge, ///< `number` bytes
        ZeroByte, ///< the `number`th
        NotJson,  ///< its reader stopped at byte `number`
        NotAnObject,
        KeyTwice,
        TooManyValues, ///< `key` is the last one read
        TooDeep,       ///< the value of `key`
        NotWritable,   ///< so much stands besides the rules that it cannot be written again
        Missing,       ///< `key`
        UnknownRule,
        NotAllowed,      ///< `value`
        NeedsQuotes,     ///< `value`, and the key's is text
        NeedsNoQuotes,   ///< `value`, and the key's is a number
        BuiltIn,         ///< the name `value`
        EasierThanLimit, ///< `value`; the limit is `other`
        SamePorts,       ///< both are `value`
        TooManySeeds,    ///< `number`
        LinkTooLong,     ///< `number` characters
        NotALink,
        LinkDamaged, ///< a character
        LinkCut,     ///< or otherwise damaged
    };
    Kind kind;
    std::string key = {};   ///< "block_reward", "api_port"; empty for the text as a whole
    std::string value = {}; ///< as it stands there: short and clean, text in quotes
    std::string other = {};
    std::uint64_t number = 0;
};

Result<NetworkCard, CardError> parseNetworkCard(std::string_view json);
/// Pretty JSON in the order of the published form; `parseNetworkCard` gives the same card back.
std::string writeNetworkCard(const NetworkCard& card);
/// The same in one line.
std::string compactNetworkCard(const NetworkCard& card);
/// Checks the ranges of the rules alone (also used for rules from the environment).
Result<void, CardError> checkRules(const Rules& rules);

} // namespace consensus
