#pragma once

#include "net/wire/Messages.h"
#include "util/Result.h"

#include <optional>

namespace net::wire {

/// Why bytes are no message.
enum class WireError {
    WrongMagic,  ///< the stream is lost
    TooLong,     ///< payload above the limit: the stream is lost
    BadCommand,  ///< no printable text padded with zeros; the frame's end is known, as it is below
    BadChecksum, ///< bytes were changed under way
    Malformed,   ///< the payload is no message of its command
    TooMany,     ///< a list above its limit
    BadValue,    ///< well formed, but with a value that its BIP forbids
};

/// The word for a message on the wire, as "getheaders".
std::string commandOf(const Message& message);
/// Headers, ids, addresses, transactions in it; 0 where it holds no list.
std::size_t countOf(const Message& message);
/// A whole message: header and payload.
util::Bytes encode(const Message& message, const Magic& magic);
/// The same around a payload that is there already (a stored block).
util::Bytes frame(const std::string& command, util::ByteView payload, const Magic& magic);
/// The payload of one message; bytes behind its end are ignored, as in Core. Never allocates more than the
/// bytes justify. Errors: Malformed, TooMany, BadValue.
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

    /// A stranger may not send as much as one who has shaken hands.
    void setMaxPayload(std::size_t bytes) { m_maxPayload = bytes; }
    void feed(util::ByteView bytes);
    /// The next whole message; nothing when more bytes are needed. After WrongMagic and TooLong the stream is
    /// lost and every call gives that error again; after the others it goes on behind the frame.
    Result<std::optional<Received>, WireError> next();
    /// Bytes of the frame that the last `next` was about, with its header.
    [[nodiscard]] std::size_t lastFrame() const { return m_lastFrame; }
    /// Bytes held.
    [[nodiscard]] std::size_t buffered() const { return m_buffer.size() - m_begin; }

private:
    Magic m_magic;
    std::size_t m_maxPayload;
    util::Bytes m_buffer;
    std::size_t m_begin = 0;
    std::size_t m_lastFrame = 0;
    std::optional<WireError> m_lost;

    Result<std::optional<Received>, WireError> lose(WireError error);
    void compact();
};

} // namespace net::wire
