#include "util/ByteReader.h"

namespace util {

const char* toString(ReadError error) {
    switch (error) {
    case ReadError::EndOfData:
        return "end of data";
    case ReadError::NonCanonicalSize:
        return "non-canonical size";
    case ReadError::SizeTooLarge:
        return "size too large";
    case ReadError::TrailingData:
        return "trailing data";
    case ReadError::BadFormat:
        return "bad format";
    }
    return "unknown";
}

namespace {

template <class T>
T readLittle(ByteReader& reader) {
    const ByteView from = reader.view(sizeof(T));
    T out = 0;
    for (std::size_t i = from.size(); i > 0; --i)
        out = static_cast<T>((std::uint64_t{out} << 8) | from[i - 1]);
    return out;
}

} // namespace

std::uint8_t ByteReader::u8() {
    return readLittle<std::uint8_t>(*this);
}
std::uint16_t ByteReader::u16() {
    return readLittle<std::uint16_t>(*this);
}
std::uint32_t ByteReader::u32() {
    return readLittle<std::uint32_t>(*this);
}
std::uint64_t ByteReader::u64() {
    return readLittle<std::uint64_t>(*this);
}

std::uint64_t ByteReader::compactSize(std::uint64_t limit) {
    const std::uint8_t first = u8();
    std::uint64_t value = first;
    std::uint64_t smallest = 0; // the least value that needs this form
    if (first == 0xfd) {
        value = u16();
        smallest = 0xfd;
    } else if (first == 0xfe) {
        value = u32();
        smallest = 0x10000;
    } else if (first == 0xff) {
        value = u64();
        smallest = 0x100000000;
    }
    if (m_failed) return 0;
    if (value < smallest) {
        setError(ReadError::NonCanonicalSize);
        return 0;
    }
    if (value > limit) {
        setError(ReadError::SizeTooLarge);
        return 0;
    }
    return value;
}

ByteView ByteReader::view(std::size_t count) {
    if (m_failed) return {};
    if (count > remaining()) {
        setError(ReadError::EndOfData);
        return {};
    }
    const ByteView out = m_bytes.subspan(m_position, count);
    m_position += count;
    return out;
}

ByteView ByteReader::sized(std::uint64_t limit) {
    const std::uint64_t count = compactSize(limit);
    if (count > remaining()) { // compared before the cast, which may narrow
        setError(ReadError::EndOfData);
        return {};
    }
    return view(static_cast<std::size_t>(count));
}

void ByteReader::setError(ReadError error) {
    if (m_failed) return;
    m_failed = true;
    m_error = error;
}

} // namespace util
