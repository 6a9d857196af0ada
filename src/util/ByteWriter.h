#pragma once

#include "util/Bytes.h"

namespace util {

/// Bytes that `compactSize(value)` writes.
constexpr std::size_t compactSizeLength(std::uint64_t value) {
    return value < 0xfd ? 1 : value <= 0xffff ? 3 : value <= 0xffffffff ? 5 : 9;
}

/// Appends to a byte vector of its own; the counterpart of ByteReader.
class ByteWriter {
public:
    void u8(std::uint8_t value) { m_bytes.push_back(value); }
    void u16(std::uint16_t value) { little(value, 2); }
    void u32(std::uint32_t value) { little(value, 4); }
    void u64(std::uint64_t value) { little(value, 8); }
    void i32(std::int32_t value) { u32(static_cast<std::uint32_t>(value)); }
    void i64(std::int64_t value) { u64(static_cast<std::uint64_t>(value)); }
    void compactSize(std::uint64_t value);
    void bytes(ByteView value) { m_bytes.insert(m_bytes.end(), value.begin(), value.end()); }
    /// Compact size and then the bytes.
    void sized(ByteView value);
    void reserve(std::size_t count) { m_bytes.reserve(count); }

    [[nodiscard]] std::size_t size() const { return m_bytes.size(); }
    [[nodiscard]] ByteView view() const { return m_bytes; }
    [[nodiscard]] Bytes take() { return std::move(m_bytes); }

private:
    void little(std::uint64_t value, int count);
    Bytes m_bytes;
};

} // namespace util
