#include "crypto/Base58.h"

#include <algorithm>

namespace crypto {
namespace {

constexpr std::string_view kAlphabet = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

/// Value of a character, or -1.
constexpr std::array<std::int8_t, 256> makeValues() {
    std::array<std::int8_t, 256> out{};
    for (auto& value : out)
        value = -1;
    for (std::size_t i = 0; i < kAlphabet.size(); ++i)
        out[static_cast<unsigned char>(kAlphabet[i])] = static_cast<std::int8_t>(i);
    return out;
}
constexpr auto kValues = makeValues();

/// number = number × factor + addend, where `digits` holds the number in base `base`, least digit first.
void multiplyAdd(util::Bytes& digits, std::uint32_t base, std::uint32_t factor, std::uint32_t addend) {
    for (std::uint8_t& digit : digits) {
        addend += digit * factor;
        digit = static_cast<std::uint8_t>(addend % base);
        addend /= base;
    }
    for (; addend > 0; addend /= base)
        digits.push_back(static_cast<std::uint8_t>(addend % base));
}

} // namespace

std::string encodeBase58(util::ByteView bytes) {
    const auto firstNonZero =
        std::find_if(bytes.begin(), bytes.end(), [](std::uint8_t byte) { return byte != 0; });
    util::Bytes digits;
    digits.reserve(bytes.size() * 138 / 100 + 1);
    for (auto byte = firstNonZero; byte != bytes.end(); ++byte)
        multiplyAdd(digits, 58, 256, *byte);

    std::string out(static_cast<std::size_t>(firstNonZero - bytes.begin()), kAlphabet[0]);
    for (auto digit = digits.rbegin(); digit != digits.rend(); ++digit)
        out.push_back(kAlphabet[*digit]);
    return out;
}

std::optional<util::Bytes> decodeBase58(std::string_view text, std::size_t limit) {
    // Two characters carry more than a byte.
    if (text.size() / 2 > limit) return std::nullopt;
    const std::size_t zeros = std::min(text.find_first_not_of(kAlphabet[0]), text.size());
    if (zeros > limit) return std::nullopt;
    util::Bytes number;
    number.reserve(std::min(limit, text.size()) - zeros);
    for (const char c : text.substr(zeros)) {
        const int value = kValues[static_cast<unsigned char>(c)]; // NOLINT(bugprone-signed-char-misuse)
        if (value < 0) return std::nullopt;
        multiplyAdd(number, 256, 58, static_cast<std::uint32_t>(value));
        if (number.size() > limit - zeros) return std::nullopt;
    }
    util::Bytes out(zeros, 0);
    out.insert(out.end(), number.rbegin(), number.rend());
    return out;
}

} // namespace crypto
