#pragma once

#include "consensus/NetworkCard.h"

#include <span>
#include <variant>

namespace consensus {

enum class RuleKind {
    Coins,   ///< decimal text with at most 8 places; `least` and `most` in satoshi
    Whole,   ///< whole number from `least` to `most`
    Bits,    ///< 8 hex digits: a compact target in its shortest form; `most` the easiest
    Letters, ///< lower-case letters, `least` to `most` of them
    Text,    ///< UTF-8 without control characters, at most `most` bytes
};

/// One rule: its key in the card, what it may be, where its value is. Reading, writing, comparing and every
/// sentence about rules walk the table of these.
struct RuleInfo {
    using Member = std::variant<primitives::Amount Rules::*, std::int32_t Rules::*, std::uint32_t Rules::*,
                                std::int64_t Rules::*, std::string Rules::*>;
    std::string_view name;
    RuleKind kind;
    Member member;
    std::int64_t least;
    std::int64_t most;
    std::string_view unit = {}; ///< "blocks"
    std::string_view note = {}; ///< "0 means never"
};

/// All rules in the order of the published card.
std::span<const RuleInfo> ruleTable();
/// Null when there is no rule of that name.
const RuleInfo* findRule(std::string_view name);

/// What follows "must be": "a decimal number of coins from 0 to 1000000 with at most 8 places".
std::string allowedText(const RuleInfo& rule);
/// A value as the card writes it, without quotes: "50.00000000", "1f00ffff", "10".
std::string valueText(const RuleInfo& rule, const Rules& rules);
/// Sets one rule from text (a card, the environment, a form). Rules that bound each other are left to
/// `checkRules`.
Result<void, CardError> setRule(const RuleInfo& rule, Rules& rules, std::string_view text);

} // namespace consensus
