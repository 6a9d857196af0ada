#include "util/ByteWriter.h"

namespace util {

void ByteWriter::compactSize(std::uint64_t value) {
    switch (compactSizeLength(value)) {
    case 1:
        u8(static_cast<std::uint8_t>(value));
        return;
    case 3:
        u8(0xfd);
        u16(static_cast<std::uint16_t>(value));
        return;
    case 5:
        u8(0xfe);
        u32(static_cast<std::uint32_t>(value));
        return;
    default:
        u8(0xff);
        u64(value);
    }
}

void ByteWriter::sized(ByteView value) {
    compactSize(value.size());
    bytes(value);
}

void ByteWriter::little(std::uint64_t value, int count) {
    ByteArray<8> digits;
    for (std::size_t i = 0; i < digits.size(); ++i)
        digits[i] = static_cast<std::uint8_t>(value >> (8 * i));
    m_bytes.insert(m_bytes.end(), digits.begin(), digits.begin() + count);
}

} // namespace util
