#pragma once

#include "util/Bytes.h"
#include "util/Result.h"

#include <string>

namespace util {

enum class ReadError {
    EndOfData,        ///< fewer bytes left than asked for
    NonCanonicalSize, ///< a compact size not in its shortest form
    SizeTooLarge,     ///< a compact size above the limit given
    TrailingData,     ///< bytes left where none may be
    BadFormat,        ///< bytes that no encoder of ours writes
};

const char* toString(ReadError error);

/// Bounds-checked reader over borrowed bytes. The first failed read makes the reader bad: every later read
/// gives zeros or empty views and `error()` tells the first reason, so that callers may read a whole record
/// and check once. Thread: any, one at a time. Integers are little endian as in Bitcoin's wire format.
class ByteReader {
public:
    explicit ByteReader(ByteView bytes) : m_bytes(bytes) {}

    std::uint8_t u8();
    std::uint16_t u16();
    std::uint32_t u32();
    std::uint64_t u64();
    std::int32_t i32() { return static_cast<std::int32_t>(u32()); }
    std::int64_t i64() { return static_cast<std::int64_t>(u64()); }

    /// Canonical compact size of at most `limit`.
    std::uint64_t compactSize(std::uint64_t limit);
    /// A view of the next `count` bytes; empty when fewer are left.
    ByteView view(std::size_t count);
    /// Compact size and then that many bytes, at most `limit`.
    ByteView sized(std::uint64_t limit);
    template <std::size_t N>
    ByteArray<N> array() {
        ByteArray<N> out{};
        const ByteView from = view(N);
        for (std::size_t i = 0; i < from.size(); ++i)
            out[i] = from[i];
        return out;
    }

    void setError(ReadError error);
    [[nodiscard]] bool ok() const { return !m_failed; }
    [[nodiscard]] bool atEnd() const { return m_position == m_bytes.size(); }
    [[nodiscard]] std::size_t position() const { return m_position; }
    [[nodiscard]] std::size_t remaining() const { return m_bytes.size() - m_position; }
    [[nodiscard]] ReadError error() const { return m_error; }
    /// The bytes from `from` up to the current position.
    [[nodiscard]] ByteView since(std::size_t from) const { return m_bytes.subspan(from, m_position - from); }

private:
    ByteView m_bytes;
    std::size_t m_position = 0;
    bool m_failed = false;
    ReadError m_error = ReadError::EndOfData;
};

} // namespace util
