#include "wallet/text/Labels.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

namespace wallet {

namespace {

using LabelJson = nlohmann::ordered_json;

constexpr std::size_t kMaxLabelsText = 16U << 20;
/// By LabelKind.
constexpr std::array<std::string_view, 6> kKindNames = {"tx", "addr", "pubkey", "input", "output", "xpub"};

std::string textMember(const LabelJson& json, const char* name) {
    const auto found = json.find(name);
    return found != json.end() && found->is_string() ? found->get<std::string>() : std::string();
}

std::optional<LabelRow> rowOf(std::string_view line) {
    const auto json = LabelJson::parse(line, nullptr, false);
    if (!json.is_object()) return std::nullopt;
    const auto kind = std::ranges::find(kKindNames, textMember(json, "type"));
    LabelRow row{{}, textMember(json, "ref"), textMember(json, "label"), {}, textMember(json, "origin")};
    if (kind == kKindNames.end() || row.reference.empty()) return std::nullopt;
    row.kind = static_cast<LabelKind>(kind - kKindNames.begin());
    const auto spendable = json.find("spendable");
    if (row.kind == LabelKind::Output && spendable != json.end() && spendable->is_boolean())
        row.spendable = spendable->get<bool>();
    return row;
}

} // namespace

std::string labelsText(std::span<const LabelRow> rows) {
    std::string out;
    for (const LabelRow& row : rows) {
        LabelJson json{{"type", kKindNames.at(static_cast<std::size_t>(row.kind))},
                       {"ref", row.reference},
                       {"label", row.label}};
        if (!row.origin.empty()) json["origin"] = row.origin;
        if (row.kind == LabelKind::Output && row.spendable) json["spendable"] = *row.spendable;
        out += json.dump(-1, ' ', false, LabelJson::error_handler_t::replace) + '\n';
    }
    return out;
}

ReadLabels parseLabels(std::string_view text) {
    ReadLabels out;
    if (text.size() > kMaxLabelsText) {
        out.wrongLines.push_back(0);
        return out;
    }
    for (std::size_t line = 1; !text.empty(); ++line) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        std::string_view each = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        if (each.find_first_not_of(" \t\r") == std::string_view::npos) continue;
        if (auto row = rowOf(each))
            out.rows.push_back(std::move(*row));
        else
            out.wrongLines.push_back(line);
    }
    return out;
}

} // namespace wallet
