#include "wallet/Properties.h"

#include <algorithm>
#include <charconv>

namespace wallet {

WalletProperty numberProperty(std::string_view key, std::int64_t value) {
    return textProperty(key, std::to_string(value));
}

WalletProperty textProperty(std::string_view key, std::string_view value) {
    const util::ByteView bytes = util::asBytes(value);
    return {std::string(key), util::Bytes(bytes.begin(), bytes.end())};
}

WalletProperty frozenProperty(const std::set<primitives::OutPoint>& coins) {
    std::string lines;
    for (const primitives::OutPoint& coin : coins)
        lines += coin.txid.toHex() + ':' + std::to_string(coin.index) + '\n';
    return textProperty(kFrozen, lines);
}

std::set<primitives::OutPoint> frozenCoins(std::string_view lines) {
    constexpr std::size_t kIdDigits = 64;
    std::set<primitives::OutPoint> out;
    while (!lines.empty()) {
        const std::string_view line = lines.substr(0, lines.find('\n'));
        lines.remove_prefix(std::min(lines.size(), line.size() + 1));
        if (line.size() < kIdDigits + 2 || line[kIdDigits] != ':') continue;
        const auto txid = primitives::TxId::fromHex(line.substr(0, kIdDigits));
        std::uint32_t index = 0;
        const char* const end = line.data() + line.size();
        const auto [read, error] = std::from_chars(line.data() + kIdDigits + 1, end, index);
        if (txid && error == std::errc() && read == end) out.insert({*txid, index});
    }
    return out;
}

Properties::Properties(const std::vector<WalletProperty>& rows) {
    for (const WalletProperty& row : rows)
        m_rows[row.key] = row.value;
}

util::Bytes Properties::bytes(std::string_view key) const {
    const auto found = m_rows.find(key);
    return found == m_rows.end() ? util::Bytes() : found->second;
}

std::string Properties::text(std::string_view key) const {
    return std::string(util::asText(bytes(key)));
}

std::optional<std::int64_t> Properties::number(std::string_view key, std::int64_t least,
                                               std::int64_t most) const {
    const std::string digits = text(key);
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
    if (value < least || value > most) return std::nullopt;
    return value;
}

std::vector<std::pair<std::string, std::string>> Properties::textsUnder(std::string_view prefix) const {
    std::vector<std::pair<std::string, std::string>> out;
    for (auto row = m_rows.lower_bound(prefix); row != m_rows.end() && row->first.starts_with(prefix); ++row)
        out.emplace_back(row->first.substr(prefix.size()), std::string(util::asText(row->second)));
    return out;
}

} // namespace wallet
