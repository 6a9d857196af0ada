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
    for (int i = 0; i < count; ++i)
        m_bytes.push_back(static_cast<std::uint8_t>(value >> (8 * i)));
}

} // namespace util
