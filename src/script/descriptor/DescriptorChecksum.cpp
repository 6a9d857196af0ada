#include "script/descriptor/DescriptorChecksum.h"

#include <array>
#include <cstdint>

namespace script {

namespace {

/// In groups of 32, so that likely typing errors (a wrong case, a hardened mark) change one symbol only.
constexpr std::string_view kInputCharacters = "0123456789()[],'/*abcdefgh@:$%{}"
                                              "IJKLMNOPQRSTUVWXYZ&+-.;<=>?!^_|~"
                                              "ijklmnopqrstuvwxyzABCDEFGH`#\"\\ ";
constexpr std::string_view kChecksumCharacters = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
constexpr std::array<std::uint64_t, 5> kGenerator = {0xf5dee51989, 0xa9fdca3312, 0x1bab10e32d, 0x3706b1677a,
                                                     0x644d626ffd};

/// Takes one more symbol of 5 bits into the remainder of 40 bits.
std::uint64_t withSymbol(std::uint64_t remainder, std::uint64_t symbol) {
    const std::uint64_t top = remainder >> 35;
    remainder = (remainder & 0x7ffffffff) << 5 ^ symbol;
    for (std::size_t i = 0; i < kGenerator.size(); ++i) {
        if ((top >> i & 1) != 0) remainder ^= kGenerator[i];
    }
    return remainder;
}

} // namespace

std::optional<std::string> descriptorChecksum(std::string_view text) {
    std::uint64_t remainder = 1;
    std::uint64_t groups = 0;
    int grouped = 0;
    for (const char c : text) {
        const std::size_t place = kInputCharacters.find(c);
        if (place == std::string_view::npos) return std::nullopt;
        remainder = withSymbol(remainder, place & 31);
        groups = groups * 3 + (place >> 5);
        if (++grouped == 3) {
            remainder = withSymbol(remainder, groups);
            groups = 0;
            grouped = 0;
        }
    }
    if (grouped > 0) remainder = withSymbol(remainder, groups);
    for (std::size_t i = 0; i < kDescriptorChecksumSize; ++i)
        remainder = withSymbol(remainder, 0);
    remainder ^= 1;
    std::string out(kDescriptorChecksumSize, ' ');
    for (std::size_t i = 0; i < kDescriptorChecksumSize; ++i)
        out[i] = kChecksumCharacters[remainder >> 5 * (kDescriptorChecksumSize - 1 - i) & 31];
    return out;
}

} // namespace script
