#include "crypto/Bech32.h"

#include "util/Require.h"

#include <algorithm>

namespace crypto {
namespace {

constexpr std::string_view kBech32Alphabet = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
constexpr std::size_t kMaxTextSize = 90;
constexpr std::size_t kBech32CheckSize = 6;
constexpr int kMaxWitnessVersion = 16;
constexpr std::size_t kMinProgramSize = 2;
constexpr std::size_t kMaxProgramSize = 40;

bool isUpper(char c) {
    return c >= 'A' && c <= 'Z';
}
bool isLower(char c) {
    return c >= 'a' && c <= 'z';
}
bool isPrintable(char c) {
    return c >= 33 && c <= 126;
}
char toLower(char c) {
    return isUpper(c) ? static_cast<char>(c - 'A' + 'a') : c;
}

/// What the check of a good text leaves behind (BIP 350).
std::uint32_t residue(Bech32Encoding encoding) {
    return encoding == Bech32Encoding::Bech32 ? 1 : 0x2bc830a3;
}

/// The state of the code over GF(32) after one more value. Source: BIP 173.
std::uint32_t polymodStep(std::uint32_t state, std::uint8_t value) {
    constexpr std::array<std::uint32_t, 5> kGenerator = {0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd,
                                                         0x2a1462b3};
    const std::uint32_t top = state >> 25;
    state = (state & 0x1ffffff) << 5 ^ value;
    for (std::size_t i = 0; i < kGenerator.size(); ++i) {
        if ((top >> i) & 1) state ^= kGenerator[i];
    }
    return state;
}

std::uint32_t polymod(std::string_view prefix, util::ByteView values) {
    std::uint32_t state = 1;
    for (const char c : prefix)
        state = polymodStep(state, static_cast<std::uint8_t>(c >> 5));
    state = polymodStep(state, 0);
    for (const char c : prefix)
        state = polymodStep(state, static_cast<std::uint8_t>(c & 31));
    for (const std::uint8_t value : values)
        state = polymodStep(state, value);
    return state;
}

/// The 5-bit values of lower-case characters.
std::optional<util::Bytes> valuesOf(std::string_view text) {
    util::Bytes out;
    out.reserve(text.size());
    for (const char c : text) {
        const std::size_t value = kBech32Alphabet.find(c);
        if (value == std::string_view::npos) return std::nullopt;
        out.push_back(static_cast<std::uint8_t>(value));
    }
    return out;
}

/// Groups of `fromBits` to groups of `toBits`, first bit first, zero bits at the end to fill the last group.
util::Bytes regroup(util::ByteView values, unsigned fromBits, unsigned toBits) {
    util::Bytes out;
    std::uint32_t pending = 0;
    unsigned bits = 0;
    for (const std::uint8_t value : values) {
        pending = (pending << fromBits | value) & 0xfff;
        for (bits += fromBits; bits >= toBits; bits -= toBits)
            out.push_back(static_cast<std::uint8_t>(pending >> (bits - toBits) & ((1u << toBits) - 1)));
    }
    if (bits > 0) out.push_back(static_cast<std::uint8_t>(pending << (toBits - bits) & ((1u << toBits) - 1)));
    return out;
}

/// Bytes from 5-bit values; the padding is shorter than a value and zero.
std::optional<util::Bytes> programFrom(util::ByteView values) {
    util::Bytes out = regroup(values, 5, 8);
    const std::size_t padding = values.size() * 5 % 8;
    if (padding == 0) return out;
    const std::uint8_t filled = out.back();
    out.pop_back();
    if (padding >= 5 || filled != 0) return std::nullopt;
    return out;
}

Bech32Encoding encodingOf(int version) {
    return version == 0 ? Bech32Encoding::Bech32 : Bech32Encoding::Bech32m;
}

} // namespace

std::string encodeBech32(Bech32Encoding encoding, std::string_view prefix, util::ByteView values) {
    require(std::none_of(prefix.begin(), prefix.end(), isUpper));
    require(std::all_of(values.begin(), values.end(), [](std::uint8_t value) { return value < 32; }));
    util::Bytes checked(values.begin(), values.end());
    checked.resize(values.size() + kBech32CheckSize);
    const std::uint32_t check = polymod(prefix, checked) ^ residue(encoding);
    for (std::size_t i = 0; i < kBech32CheckSize; ++i)
        checked[values.size() + i] =
            static_cast<std::uint8_t>(check >> (5 * (kBech32CheckSize - 1 - i)) & 31);

    std::string out(prefix);
    out += '1';
    for (const std::uint8_t value : checked)
        out.push_back(kBech32Alphabet[value]);
    return out;
}

std::optional<Bech32Text> decodeBech32(std::string_view text) {
    if (text.size() > kMaxTextSize || !std::all_of(text.begin(), text.end(), isPrintable))
        return std::nullopt;
    const bool anyUpper = std::any_of(text.begin(), text.end(), isUpper);
    if (anyUpper && std::any_of(text.begin(), text.end(), isLower)) return std::nullopt;
    std::string lower(text);
    std::transform(lower.begin(), lower.end(), lower.begin(), toLower);

    const std::size_t separator = lower.rfind('1');
    if (separator == std::string::npos || separator == 0) return std::nullopt;
    auto values = valuesOf(std::string_view(lower).substr(separator + 1));
    if (!values || values->size() < kBech32CheckSize) return std::nullopt;
    lower.resize(separator);
    const std::uint32_t state = polymod(lower, *values);
    values->resize(values->size() - kBech32CheckSize);
    for (const auto encoding : {Bech32Encoding::Bech32, Bech32Encoding::Bech32m}) {
        if (state == residue(encoding)) return Bech32Text{encoding, std::move(lower), std::move(*values)};
    }
    return std::nullopt;
}

std::string encodeSegwit(std::string_view prefix, int version, util::ByteView program) {
    require(version >= 0 && version <= kMaxWitnessVersion);
    require(program.size() >= kMinProgramSize && program.size() <= kMaxProgramSize);
    util::Bytes values = regroup(program, 8, 5);
    values.insert(values.begin(), static_cast<std::uint8_t>(version));
    return encodeBech32(encodingOf(version), prefix, values);
}

std::optional<SegwitProgram> decodeSegwit(std::string_view prefix, std::string_view text) {
    const auto decoded = decodeBech32(text);
    if (!decoded || decoded->prefix != prefix || decoded->values.empty()) return std::nullopt;
    const int version = decoded->values.front();
    if (version > kMaxWitnessVersion || decoded->encoding != encodingOf(version)) return std::nullopt;
    auto program = programFrom(util::ByteView(decoded->values).subspan(1));
    if (!program || program->size() < kMinProgramSize || program->size() > kMaxProgramSize)
        return std::nullopt;
    if (version == 0 && program->size() != 20 && program->size() != 32) return std::nullopt;
    return SegwitProgram{version, std::move(*program)};
}

} // namespace crypto
