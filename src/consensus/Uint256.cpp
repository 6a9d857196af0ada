#include "consensus/Uint256.h"

namespace consensus {

std::string toHex(const Uint256& value) {
    const std::string digits = value.str(0, std::ios_base::hex);
    constexpr std::size_t kDigits = 64;
    std::string out;
    for (const char digit : digits)
        out += digit >= 'A' && digit <= 'F' ? static_cast<char>(digit - 'A' + 'a') : digit;
    return out.size() < kDigits ? std::string(kDigits - out.size(), '0') + out : out;
}

} // namespace consensus
