#include "script/ScriptNumber.h"

namespace script {

namespace {

/// The last byte carries something: a part of the magnitude, or a sign that the byte before it has no room
/// for.
bool isMinimal(util::ByteView bytes) {
    if (bytes.empty() || (bytes.back() & 0x7f) != 0) return true;
    return bytes.size() > 1 && (bytes[bytes.size() - 2] & 0x80) != 0;
}

} // namespace

Result<std::int64_t, ScriptError> parseNumber(util::ByteView bytes, bool minimal, std::size_t maxSize) {
    if (bytes.size() > maxSize || (minimal && !isMinimal(bytes))) return fail(ScriptError::ScriptNum);
    if (bytes.empty()) return 0;
    std::int64_t magnitude = 0;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        const bool last = i + 1 == bytes.size();
        magnitude |= std::int64_t{last ? bytes[i] & 0x7f : bytes[i]} << (8 * i);
    }
    return (bytes.back() & 0x80) != 0 ? -magnitude : magnitude;
}

util::Bytes numberBytes(std::int64_t value) {
    util::Bytes bytes;
    const bool negative = value < 0;
    auto rest = negative ? 0 - static_cast<std::uint64_t>(value) : static_cast<std::uint64_t>(value);
    for (; rest != 0; rest >>= 8)
        bytes.push_back(static_cast<std::uint8_t>(rest));
    if (bytes.empty()) return bytes;
    if ((bytes.back() & 0x80) != 0)
        bytes.push_back(negative ? 0x80 : 0x00);
    else if (negative)
        bytes.back() = static_cast<std::uint8_t>(bytes.back() | 0x80);
    return bytes;
}

} // namespace script
