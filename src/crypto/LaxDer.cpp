#include "crypto/LaxDer.h"

#include "util/ByteReader.h"

#include <algorithm>

namespace crypto {
namespace {

constexpr std::uint8_t kSequenceTag = 0x30;
constexpr std::uint8_t kIntegerTag = 0x02;
constexpr std::uint8_t kLongForm = 0x80;

/// A length in any BER form; zeros in front of a long form count for nothing.
std::size_t readLength(util::ByteReader& reader) {
    const std::uint8_t first = reader.u8();
    if ((first & kLongForm) == 0) return first;
    std::size_t length = 0;
    for (const std::uint8_t byte : reader.view(first & ~kLongForm)) {
        if (length >> 24 != 0) { // nothing we read is that long
            reader.setError(util::ReadError::SizeTooLarge);
            return 0;
        }
        length = length << 8 | byte;
    }
    return length;
}

/// The length of the sequence is not looked at: its long form is skipped.
void skipSequenceHead(util::ByteReader& reader) {
    if (reader.u8() != kSequenceTag) reader.setError(util::ReadError::BadFormat);
    const std::uint8_t first = reader.u8();
    if (first & kLongForm) reader.view(first & ~kLongForm);
}

/// An integer without the zeros in front.
util::ByteView readInteger(util::ByteReader& reader) {
    if (reader.u8() != kIntegerTag) reader.setError(util::ReadError::BadFormat);
    const util::ByteView digits = reader.view(readLength(reader));
    const auto first =
        std::find_if(digits.begin(), digits.end(), [](std::uint8_t byte) { return byte != 0; });
    return digits.subspan(static_cast<std::size_t>(first - digits.begin()));
}

} // namespace

std::optional<util::ByteArray<64>> parseLaxDer(util::ByteView signature) {
    util::ByteReader reader(signature);
    skipSequenceHead(reader);
    const util::ByteView r = readInteger(reader);
    const util::ByteView s = readInteger(reader);
    if (!reader.ok()) return std::nullopt;
    util::ByteArray<64> out{};
    if (r.size() > 32 || s.size() > 32) return out;
    std::copy_backward(r.begin(), r.end(), out.begin() + 32);
    std::copy_backward(s.begin(), s.end(), out.end());
    return out;
}

} // namespace crypto
