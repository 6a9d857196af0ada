#include "util/Base64.h"

namespace util {

namespace {

constexpr std::string_view kBase64Digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
constexpr unsigned kBase64Bits = 6;

} // namespace

std::string toBase64(ByteView bytes) {
    std::string out;
    out.reserve((bytes.size() + 2) / 3 * 4);
    std::uint32_t bits = 0;
    unsigned waiting = 0;
    for (const std::uint8_t byte : bytes) {
        bits = bits << 8 | byte;
        for (waiting += 8; waiting >= kBase64Bits; waiting -= kBase64Bits)
            out += kBase64Digits[bits >> (waiting - kBase64Bits) & 63];
    }
    if (waiting > 0) out += kBase64Digits[bits << (kBase64Bits - waiting) & 63];
    out.append((4 - out.size() % 4) % 4, '=');
    return out;
}

std::optional<Bytes> fromBase64(std::string_view text) {
    if (text.size() % 4 != 0) return std::nullopt;
    for (int most = 2; most > 0 && text.ends_with('='); --most)
        text.remove_suffix(1);
    Bytes out;
    out.reserve(text.size() * 3 / 4);
    std::uint32_t bits = 0;
    unsigned waiting = 0;
    for (const char c : text) {
        const std::size_t digit = kBase64Digits.find(c);
        if (digit == std::string_view::npos) return std::nullopt;
        bits = bits << kBase64Bits | static_cast<std::uint32_t>(digit);
        waiting += kBase64Bits;
        if (waiting < 8) continue;
        waiting -= 8;
        out.push_back(static_cast<std::uint8_t>(bits >> waiting));
    }
    if (waiting >= kBase64Bits || (bits & ((1U << waiting) - 1)) != 0) return std::nullopt;
    return out;
}

} // namespace util
