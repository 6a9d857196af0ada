#include "consensus/RuleTable.h"

#include "consensus/CardText.h"
#include "consensus/Target.h"
#include "util/Require.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdio>

namespace consensus {

using primitives::Amount;

namespace {

constexpr std::int64_t kEasiestBits = 0x207fffff;
/// A coinbase's script has 100 bytes at most; genesis' also pushes the 32 bytes it commits to the rules with.
constexpr std::int64_t kMaxMessageBytes = 100 - 1 - 33;

constexpr std::array kRules = {
    RuleInfo{"block_reward", RuleKind::Coins, &Rules::blockReward, 0, 1'000'000 * Amount::kCoin},
    RuleInfo{"halving_interval", RuleKind::Whole, &Rules::halvingInterval, 0, 1'000'000'000, "blocks",
             "0 means never"},
    RuleInfo{"max_block_transactions", RuleKind::Whole, &Rules::maxBlockTransactions, 2, 1'000'000,
             "transactions"},
    RuleInfo{"max_block_weight", RuleKind::Whole, &Rules::maxBlockWeight, 4'000, 4'000'000, "weight units"},
    RuleInfo{"target_block_time", RuleKind::Whole, &Rules::targetBlockTime, 1, 86'400, "seconds"},
    RuleInfo{"difficulty_adjustment_interval", RuleKind::Whole, &Rules::difficultyAdjustmentInterval, 1,
             100'000, "blocks"},
    RuleInfo{"pow_limit_bits", RuleKind::Bits, &Rules::powLimitBits, 0, kEasiestBits},
    RuleInfo{"initial_bits", RuleKind::Bits, &Rules::initialBits, 0, kEasiestBits, "",
             "nor easier than pow_limit_bits"},
    RuleInfo{"coinbase_maturity", RuleKind::Whole, &Rules::coinbaseMaturity, 1, 10'000, "blocks"},
    RuleInfo{"min_difficulty_after", RuleKind::Whole, &Rules::minDifficultyAfter, 0, 31'536'000, "seconds",
             "0 means never"},
    RuleInfo{"bech32_hrp", RuleKind::Letters, &Rules::bech32Hrp, 2, 5},
    RuleInfo{"genesis_time", RuleKind::Whole, &Rules::genesisTime, 0, 0xffffffff, "seconds since 1970"},
    RuleInfo{"genesis_message", RuleKind::Text, &Rules::genesisMessage, 0, kMaxMessageBytes},
};

std::string bitsText(std::uint32_t bits) {
    std::array<char, 9> text{};
    std::snprintf(text.data(), text.size(), "%08x", bits);
    return text.data();
}

/// Whole coins without places where possible: "1000000".
std::string coinsText(std::int64_t satoshi) {
    return satoshi % Amount::kCoin == 0 ? std::to_string(satoshi / Amount::kCoin)
                                        : toDecimal(Amount(satoshi));
}

std::optional<std::int64_t> wholeFrom(std::string_view text) {
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return value;
}

std::optional<std::int64_t> bitsFrom(std::string_view text, std::int64_t easiest) {
    std::uint32_t bits = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), bits, 16);
    if (text.size() != 8 || error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    const std::optional<Uint256> target = targetFromBits(bits);
    if (!target || bitsFromTarget(*target) != bits) return std::nullopt;
    if (*target > *targetFromBits(static_cast<std::uint32_t>(easiest))) return std::nullopt;
    return bits;
}

bool areLetters(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

/// The value as a number; nothing when the text is not of this rule's kind or out of its range.
std::optional<std::int64_t> numberFrom(const RuleInfo& rule, std::string_view text) {
    std::optional<std::int64_t> value;
    if (rule.kind == RuleKind::Coins) {
        const std::optional<Amount> amount = primitives::amountFromDecimal(text);
        if (amount) value = amount->satoshi();
    } else {
        value = rule.kind == RuleKind::Bits ? bitsFrom(text, rule.most) : wholeFrom(text);
    }
    if (value && (*value < rule.least || *value > rule.most)) return std::nullopt;
    return value;
}

bool isAllowedText(const RuleInfo& rule, std::string_view text) {
    const auto size = static_cast<std::int64_t>(text.size());
    if (size < rule.least || size > rule.most) return false;
    return rule.kind == RuleKind::Letters ? areLetters(text) : cleanLength(text).has_value();
}

struct Assign {
    Rules& rules;
    std::int64_t value;
    void operator()(Amount Rules::*member) const { rules.*member = Amount(value); }
    void operator()(std::int32_t Rules::*member) const { rules.*member = static_cast<std::int32_t>(value); }
    void operator()(std::uint32_t Rules::*member) const { rules.*member = static_cast<std::uint32_t>(value); }
    void operator()(std::int64_t Rules::*member) const { rules.*member = value; }
    void operator()(std::string Rules::*) const { require(false); }
};

struct Show {
    const Rules& rules;
    std::string operator()(Amount Rules::*member) const { return toDecimal(rules.*member); }
    std::string operator()(std::int32_t Rules::*member) const { return std::to_string(rules.*member); }
    std::string operator()(std::uint32_t Rules::*member) const { return bitsText(rules.*member); }
    std::string operator()(std::int64_t Rules::*member) const { return std::to_string(rules.*member); }
    std::string operator()(std::string Rules::*member) const { return rules.*member; }
};

} // namespace

std::span<const RuleInfo> ruleTable() {
    return kRules;
}

const RuleInfo* findRule(std::string_view name) {
    const auto found =
        std::find_if(kRules.begin(), kRules.end(), [&](const RuleInfo& rule) { return rule.name == name; });
    return found == kRules.end() ? nullptr : &*found;
}

std::string allowedText(const RuleInfo& rule) {
    const std::string note = rule.note.empty() ? "" : ", " + std::string(rule.note);
    switch (rule.kind) {
    case RuleKind::Coins:
        return "a decimal number of coins from " + coinsText(rule.least) + " to " + coinsText(rule.most) +
               " with at most 8 places" + note;
    case RuleKind::Whole:
        return "a whole number of " + std::string(rule.unit) + " from " + std::to_string(rule.least) +
               " to " + std::to_string(rule.most) + note;
    case RuleKind::Bits:
        return "8 hex digits of a compact target in its shortest form, not easier than " +
               bitsText(static_cast<std::uint32_t>(rule.most)) + note;
    case RuleKind::Letters:
        return std::to_string(rule.least) + " to " + std::to_string(rule.most) + " lower-case letters" + note;
    case RuleKind::Text:
        return "at most " + std::to_string(rule.most) + " bytes of UTF-8 text without control characters" +
               note;
    }
    return {};
}

std::string valueText(const RuleInfo& rule, const Rules& rules) {
    return std::visit(Show{rules}, rule.member);
}

Result<void, CardError> setRule(const RuleInfo& rule, Rules& rules, std::string_view text) {
    const auto refused = [&] {
        return fail(CardError{CardError::Kind::NotAllowed, std::string(rule.name), inQuotes(text)});
    };
    if (const auto* member = std::get_if<std::string Rules::*>(&rule.member)) {
        if (!isAllowedText(rule, text)) return refused();
        rules.** member = std::string(text);
        return {};
    }
    const std::optional<std::int64_t> value = numberFrom(rule, text);
    if (!value) return refused();
    std::visit(Assign{rules, *value}, rule.member);
    return {};
}

Result<void, CardError> checkRules(const Rules& rules) {
    for (const RuleInfo& rule : kRules) {
        Rules copy;
        if (auto set = setRule(rule, copy, valueText(rule, rules)); !set) return set;
    }
    if (*targetFromBits(rules.initialBits) > *targetFromBits(rules.powLimitBits)) {
        return fail(CardError{CardError::Kind::EasierThanLimit, "initial_bits", bitsText(rules.initialBits),
                              bitsText(rules.powLimitBits)});
    }
    return {};
}

} // namespace consensus
