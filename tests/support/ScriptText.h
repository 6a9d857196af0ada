#pragma once

#include "script/Script.h"
#include "script/ScriptNumber.h"
#include "util/Hex.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>
#include <sstream>
#include <string>

namespace support {

/// The operations that the vectors' notation knows by name, with and without "OP_".
inline const std::map<std::string, std::uint8_t>& namedOperations() {
    static const auto kNames = [] {
        std::map<std::string, std::uint8_t> names;
        const auto add = [&names](int value) {
            const std::string name = script::toString(static_cast<script::Opcode>(value));
            names[name] = static_cast<std::uint8_t>(value);
            names[name.substr(3)] = static_cast<std::uint8_t>(value);
        };
        add(static_cast<int>(script::Opcode::Reserved));
        for (auto value = static_cast<int>(script::Opcode::Nop);
             value <= static_cast<int>(script::Opcode::Nop10); ++value) {
            if (script::toString(static_cast<script::Opcode>(value)) != "OP_UNKNOWN") add(value);
        }
        return names;
    }();
    return kNames;
}

/// A push by length alone, as the notation's quotes and numbers mean it.
inline util::Bytes plainPush(util::ByteView bytes) {
    util::Bytes out;
    if (bytes.size() > 0xff)
        out = {0x4d, static_cast<std::uint8_t>(bytes.size()), static_cast<std::uint8_t>(bytes.size() >> 8)};
    else if (bytes.size() > 75)
        out = {0x4c, static_cast<std::uint8_t>(bytes.size())};
    else
        out = {static_cast<std::uint8_t>(bytes.size())};
    out.insert(out.end(), bytes.begin(), bytes.end());
    return out;
}

inline bool isDecimal(std::string_view word) {
    const std::string_view digits = word.substr(word.starts_with('-') ? 1 : 0);
    return !digits.empty() &&
           std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; });
}

inline std::optional<util::Bytes> bytesOfNumber(std::string_view word) {
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
    if (error != std::errc() || std::abs(value) > 0xffffffffLL) return std::nullopt;
    if (value == 0 || value == -1 || (value >= 1 && value <= 16))
        return util::Bytes{static_cast<std::uint8_t>(value == 0 ? 0 : 0x50 + value)};
    return plainPush(script::numberBytes(value));
}

inline std::optional<util::Bytes> bytesOfWord(const std::string& word) {
    if (isDecimal(word)) return bytesOfNumber(word);
    if (word.starts_with("0x")) return util::fromHex(std::string_view(word).substr(2));
    if (word.size() >= 2 && word.front() == '\'' && word.back() == '\'')
        return plainPush(util::asBytes(std::string_view(word).substr(1, word.size() - 2)));
    const auto found = namedOperations().find(word);
    if (found == namedOperations().end()) return std::nullopt;
    return util::Bytes{found->second};
}

/// A script from the notation of the published vectors: decimal numbers, raw hex behind "0x", pushed text in
/// quotes and names. Nothing for a word that is none of these.
inline std::optional<util::Bytes> scriptFromText(const std::string& text) {
    util::Bytes script;
    std::istringstream words(text);
    for (std::string word; words >> word;) {
        const auto bytes = bytesOfWord(word);
        if (!bytes) return std::nullopt;
        script.insert(script.end(), bytes->begin(), bytes->end());
    }
    return script;
}

} // namespace support
