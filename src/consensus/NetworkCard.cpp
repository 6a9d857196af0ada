#include "consensus/NetworkCard.h"

#include "consensus/CardJson.h"
#include "consensus/CardText.h"
#include "consensus/RuleTable.h"

#include <algorithm>
#include <array>

namespace consensus {

using primitives::Amount;
using Check = Result<void, CardError>;
using Kind = CardError::Kind;

namespace {

constexpr int kCardFormat = 1;
constexpr std::int64_t kMaxFee = 1'000 * Amount::kCoin;

constexpr std::array<std::string_view, 6> kCardKeys = {"cairn_network", "name",     "colour",
                                                       "rules",         "defaults", "seeds"};
constexpr std::array<std::string_view, 4> kDefaultKeys = {"transaction_fee", "confirmation_blocks",
                                                          "api_port", "peer_port"};

bool isCardKey(std::string_view key) {
    return std::find(kCardKeys.begin(), kCardKeys.end(), key) != kCardKeys.end();
}

bool isDefaultKey(std::string_view key) {
    return std::find(kDefaultKeys.begin(), kDefaultKeys.end(), key) != kDefaultKeys.end();
}

/// A value as it is shown: text in quotes, anything else as JSON.
std::string shown(const CardJson& value) {
    if (value.is_string()) return inQuotes(value.get_ref<const std::string&>());
    const std::string json = value.dump(-1, ' ', false, CardJson::error_handler_t::replace);
    const std::string text = inQuotes(json);
    return text.substr(1, text.size() - 2);
}

auto refused(std::string_view key, const CardJson& value, Kind kind = Kind::NotAllowed) {
    return fail(CardError{kind, std::string(key), shown(value)});
}

auto missing(std::string_view key) {
    return fail(CardError{Kind::Missing, std::string(key)});
}

Check readRule(const RuleInfo& rule, const CardJson& value, Rules& rules) {
    if (rule.kind == RuleKind::Whole) {
        if (!value.is_number_integer()) return refused(rule.name, value, Kind::NeedsNoQuotes);
        if (!setRule(rule, rules, value.dump())) return refused(rule.name, value);
        return {};
    }
    if (!value.is_string()) return refused(rule.name, value, Kind::NeedsQuotes);
    return setRule(rule, rules, value.get_ref<const std::string&>());
}

Check readRules(const CardJson& card, Rules& rules) {
    const auto found = card.find("rules");
    if (found == card.end()) return missing("rules");
    if (!found->is_object()) return refused("rules", *found);
    for (const auto& [key, value] : found->items()) {
        if (findRule(key) == nullptr) return fail(CardError{Kind::UnknownRule, key});
    }
    for (const RuleInfo& rule : ruleTable()) {
        const auto value = found->find(std::string(rule.name));
        if (value == found->end()) return missing(rule.name);
        if (auto read = readRule(rule, *value, rules); !read) return read;
    }
    return checkRules(rules);
}

Check readFormat(const CardJson& card) {
    const auto found = card.find("cairn_network");
    if (found == card.end()) return missing("cairn_network");
    if (!found->is_number_integer() || *found != kCardFormat) return refused("cairn_network", *found);
    return {};
}

Check readIdentity(const CardJson& card, NetworkCard& out) {
    const auto name = card.find("name");
    if (name == card.end()) return missing("name");
    if (!name->is_string() || !isNetworkName(name->get_ref<const std::string&>()))
        return refused("name", *name);
    out.name = name->get<std::string>();
    if (out.name == "regtest") return refused("name", *name, Kind::BuiltIn);
    const auto colour = card.find("colour");
    if (colour == card.end()) return {};
    if (!colour->is_string() || !isColour(colour->get_ref<const std::string&>()))
        return refused("colour", *colour);
    out.colour = colour->get<std::string>();
    return {};
}

/// A whole number of `defaults` into `target`; a missing key leaves it as it is.
template <class T>
Check readNumber(const CardJson& object, std::string_view key, std::int64_t least, std::int64_t most,
                 T& target) {
    const auto found = object.find(std::string(key));
    if (found == object.end()) return {};
    const bool isSmall =
        found->is_number_integer() &&
        !(found->is_number_unsigned() && found->get<std::uint64_t>() > static_cast<std::uint64_t>(most));
    if (!isSmall || found->get<std::int64_t>() < least || found->get<std::int64_t>() > most)
        return refused(key, *found);
    target = static_cast<T>(found->get<std::int64_t>());
    return {};
}

Check readFee(const CardJson& defaults, Amount& fee) {
    const auto found = defaults.find("transaction_fee");
    if (found == defaults.end()) return {};
    if (!found->is_string()) return refused("transaction_fee", *found, Kind::NeedsQuotes);
    const std::optional<Amount> amount = primitives::amountFromDecimal(found->get_ref<const std::string&>());
    if (!amount || amount->satoshi() < 0 || amount->satoshi() > kMaxFee)
        return refused("transaction_fee", *found);
    fee = *amount;
    return {};
}

Check readDefaults(const CardJson& card, NetworkCard& out) {
    const auto found = card.find("defaults");
    if (found == card.end()) return {};
    if (!found->is_object()) return refused("defaults", *found);
    if (auto fee = readFee(*found, out.transactionFee); !fee) return fee;
    if (auto read = readNumber(*found, "confirmation_blocks", 1, 1'000, out.confirmationBlocks); !read)
        return read;
    if (auto read = readNumber(*found, "api_port", 1, 65'535, out.apiPort); !read) return read;
    if (auto read = readNumber(*found, "peer_port", 1, 65'535, out.peerPort); !read) return read;
    if (out.apiPort == out.peerPort)
        return fail(CardError{Kind::SamePorts, "peer_port", std::to_string(out.apiPort)});
    return {};
}

Check readSeeds(const CardJson& card, std::vector<std::string>& seeds) {
    const auto found = card.find("seeds");
    if (found == card.end()) return {};
    if (!found->is_array()) return refused("seeds", *found);
    if (found->size() > kMaxSeeds)
        return fail(CardError{.kind = Kind::TooManySeeds, .key = "seeds", .number = found->size()});
    for (const CardJson& seed : *found) {
        if (!seed.is_string() || !isPeerUrl(seed.get_ref<const std::string&>()))
            return refused("seeds", seed);
        seeds.push_back(seed.get<std::string>());
    }
    return {};
}

/// Everything this version does not know: the card's own keys, and those inside `defaults` under that name.
std::string otherKeysOf(const CardJson& card) {
    CardJson out = CardJson::object();
    for (const auto& [key, value] : card.items()) {
        if (!isCardKey(key)) out[key] = value;
    }
    const auto defaults = card.find("defaults");
    if (defaults == card.end()) return out.dump();
    CardJson inside = CardJson::object();
    for (const auto& [key, value] : defaults->items()) {
        if (!isDefaultKey(key)) inside[key] = value;
    }
    if (!inside.empty()) out["defaults"] = std::move(inside);
    return out.dump();
}

CardJson rulesJson(const Rules& rules) {
    CardJson out = CardJson::object();
    for (const RuleInfo& rule : ruleTable()) {
        const std::string text = valueText(rule, rules);
        CardJson& place = out[std::string(rule.name)];
        if (rule.kind == RuleKind::Whole) {
            place = std::stoll(text);
        } else {
            place = text;
        }
    }
    return out;
}

void addOtherKeys(const std::string& otherKeysJson, CardJson& card) {
    const CardJson others = CardJson::parse(otherKeysJson, nullptr, false);
    if (!others.is_object()) return; // also when it is no JSON
    for (const auto& [key, value] : others.items()) {
        if (!isCardKey(key)) card[key] = value;
    }
    const auto defaults = others.find("defaults");
    if (defaults == others.end() || !defaults->is_object()) return;
    for (const auto& [key, value] : defaults->items()) {
        if (!isDefaultKey(key)) card["defaults"][key] = value;
    }
}

} // namespace

Result<NetworkCard, CardError> parseNetworkCard(std::string_view json) {
    const Result<CardJson, CardError> card = parseCardJson(json);
    if (!card) return fail(card.error());
    NetworkCard out;
    if (auto read = readFormat(*card); !read) return fail(read.error());
    if (auto read = readIdentity(*card, out); !read) return fail(read.error());
    if (auto read = readRules(*card, out.rules); !read) return fail(read.error());
    if (auto read = readDefaults(*card, out); !read) return fail(read.error());
    if (auto read = readSeeds(*card, out.seeds); !read) return fail(read.error());
    out.otherKeysJson = otherKeysOf(*card);
    if (writeNetworkCard(out).size() > kMaxCardSize) return fail(CardError{Kind::NotWritable});
    return out;
}

namespace {

constexpr auto kReplaceBadText = CardJson::error_handler_t::replace;

CardJson cardJson(const NetworkCard& card) {
    CardJson out = CardJson::object();
    out["cairn_network"] = kCardFormat;
    out["name"] = card.name;
    out["colour"] = card.colour;
    out["rules"] = rulesJson(card.rules);
    out["defaults"] = {{"transaction_fee", toDecimal(card.transactionFee)},
                       {"confirmation_blocks", card.confirmationBlocks},
                       {"api_port", card.apiPort},
                       {"peer_port", card.peerPort}};
    out["seeds"] = card.seeds;
    addOtherKeys(card.otherKeysJson, out);
    return out;
}

} // namespace

std::string writeNetworkCard(const NetworkCard& card) {
    std::string pretty = cardJson(card).dump(2, ' ', false, kReplaceBadText) + '\n';
    // Long lists of keys that we only carry along would outgrow the limit by their indentation.
    return pretty.size() <= kMaxCardSize ? pretty : compactNetworkCard(card);
}

std::string compactNetworkCard(const NetworkCard& card) {
    return cardJson(card).dump(-1, ' ', false, kReplaceBadText);
}

} // namespace consensus
