#include "crypto/Sha256.h"
#include "net/wire/Codec.h"
#include "util/ByteReader.h"

#include <algorithm>

namespace net::wire {

namespace {

/// What was consumed is moved out of the way when it is this much.
constexpr std::size_t kWaste = 64 * 1024;

/// Text of printable letters, then zeros only.
std::optional<std::string> commandFrom(util::ByteView twelve) {
    const auto end = std::ranges::find(twelve, std::uint8_t{0});
    const bool isPrintable =
        std::all_of(twelve.begin(), end, [](std::uint8_t c) { return c >= 0x20 && c <= 0x7e; });
    const bool isPadded = std::all_of(end, twelve.end(), [](std::uint8_t c) { return c == 0; });
    if (!isPrintable || !isPadded) return std::nullopt;
    return std::string(twelve.begin(), end);
}

} // namespace

void FrameReader::feed(util::ByteView bytes) {
    if (m_lost) return; // nobody will ask for them
    m_buffer.insert(m_buffer.end(), bytes.begin(), bytes.end());
}

Result<std::optional<Received>, WireError> FrameReader::lose(WireError error) {
    m_lost = error;
    m_lastFrame = buffered();
    m_buffer = {};
    m_begin = 0;
    return fail(error);
}

void FrameReader::compact() {
    if (m_begin == m_buffer.size()) {
        m_buffer.clear();
        if (m_buffer.capacity() > kWaste) m_buffer.shrink_to_fit();
    } else if (m_begin >= kWaste && m_begin >= m_buffer.size() / 2) {
        m_buffer.erase(m_buffer.begin(), m_buffer.begin() + std::ptrdiff_t(m_begin));
    } else {
        return;
    }
    m_begin = 0;
}

Result<std::optional<Received>, WireError> FrameReader::next() {
    if (m_lost) return fail(*m_lost);
    const util::ByteView held = util::ByteView(m_buffer).subspan(m_begin);
    // Wrong bytes are known before the header is whole.
    const std::size_t seen = std::min(held.size(), m_magic.size());
    if (!std::equal(held.begin(), held.begin() + std::ptrdiff_t(seen), m_magic.begin()))
        return lose(WireError::WrongMagic);
    if (held.size() < kHeaderBytes) return std::optional<Received>();
    util::ByteReader header(held.first(kHeaderBytes));
    header.view(m_magic.size());
    const auto command = commandFrom(header.view(12));
    const std::size_t length = header.u32();
    const util::ByteView checksum = header.view(4);
    if (length > m_maxPayload) return lose(WireError::TooLong);
    if (held.size() - kHeaderBytes < length) return std::optional<Received>();
    m_lastFrame = kHeaderBytes + length;
    const util::ByteView payload = held.subspan(kHeaderBytes, length);
    const auto give = [&]() -> Result<std::optional<Received>, WireError> {
        const crypto::Hash256Bytes hash = crypto::sha256d(payload);
        if (!std::ranges::equal(util::ByteView(hash).first(4), checksum)) return fail(WireError::BadChecksum);
        if (!command) return fail(WireError::BadCommand);
        auto message = decode(*command, payload);
        if (!message) return fail(message.error());
        return Received{std::move(*message), kHeaderBytes + length};
    };
    auto result = give();
    m_begin += m_lastFrame;
    compact();
    return result;
}

} // namespace net::wire
