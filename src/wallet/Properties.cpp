#include "wallet/Properties.h"

#include <charconv>

namespace wallet {

WalletProperty numberProperty(std::string_view key, std::int64_t value) {
    return textProperty(key, std::to_string(value));
}

WalletProperty textProperty(std::string_view key, std::string_view value) {
    const util::ByteView bytes = util::asBytes(value);
    return {std::string(key), util::Bytes(bytes.begin(), bytes.end())};
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

} // namespace wallet
