#include "consensus/Rules.h"

#include "consensus/RuleTable.h"

#include <nlohmann/json.hpp>

namespace consensus {

std::string toString(const RuleDifference& difference) {
    return difference.rule + " is " + difference.ours + " here and " + difference.theirs + " there";
}

std::vector<RuleDifference> differences(const Rules& ours, const Rules& theirs) {
    std::vector<RuleDifference> out;
    for (const RuleInfo& rule : ruleTable()) {
        RuleDifference pair{std::string(rule.name), valueText(rule, ours), valueText(rule, theirs)};
        if (pair.ours != pair.theirs) out.push_back(std::move(pair));
    }
    return out;
}

// Every node must arrive at the same bytes: keys in byte order (json sorts them), no white space, and text
// that needs no escapes but those of " and \ because control characters are refused.
std::string canonicalJson(const Rules& rules) {
    nlohmann::json out = nlohmann::json::object();
    for (const RuleInfo& rule : ruleTable()) {
        const std::string text = valueText(rule, rules);
        if (rule.kind == RuleKind::Whole) {
            out[std::string(rule.name)] = std::stoll(text);
        } else {
            out[std::string(rule.name)] = text;
        }
    }
    return out.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

} // namespace consensus
