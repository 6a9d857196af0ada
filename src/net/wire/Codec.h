#pragma once

#include "net/wire/Messages.h"
#include "util/Result.h"

#include <optional>

namespace net::wire {

using Magic = util::ByteArray<4>;

/// Why bytes are no message.
enum class WireError {
    WrongMagic,
    BadCommand,  ///< no printable text padded with zeros
    TooLong,     ///< payload above the limit (or above the one of its command)
    BadChecksum, ///< the frame's end is known: the link may go on
    Malformed,   ///< the payload is no message of its command
};

/// The word for a message on the wire, as "getheaders".
std::string commandOf(const Message& message);
/// A whole message: header and payload.
util::Bytes encode(const Message& message, const Magic& magic);
/// The same around a payload that is there already (a stored block).
util::Bytes frame(const std::string& command, util::ByteView payload, const Magic& magic);
/// The payload of one message. Never allocates more than the bytes justify. Errors: Malformed, TooLong (a
/// list above its limit).
Result<Message, WireError> decode(const std::string& command, util::ByteView payload);

/// A message as it came.
struct Received {
    Message message;
    std::size_t bytes = 0; ///< with its header
};

/// Cuts a stream into messages. Bytes in, messages out; holds at most one message.
class FrameReader {
public:
    explicit FrameReader(const Magic& magic, std::size_t maxPayload = kMaxPayloadBytes)
        : m_magic(magic), m_maxPayload(maxPayload) {}

    void feed(util::ByteView bytes);
    /// The next whole message; nothing when more bytes are needed. After WrongMagic, BadCommand and TooLong
    /// the stream is lost and every call gives that error again; after BadChecksum and Malformed it goes on.
    Result<std::optional<Received>, WireError> next();
    /// Bytes held.
    [[nodiscard]] std::size_t buffered() const { return m_buffer.size() - m_begin; }

private:
    Magic m_magic;
    std::size_t m_maxPayload;
    util::Bytes m_buffer;
    std::size_t m_begin = 0;
    std::optional<WireError> m_lost;
};

} // namespace net::wire
