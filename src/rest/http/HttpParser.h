#pragma once

#include "rest/http/HttpTypes.h"

#include <memory>
#include <variant>

namespace rest {

struct HttpLimits {
    std::uint32_t headerBytes = 8 * 1024;
    std::uint64_t bodyBytes = 8 * 1024 * 1024;
};

/// Why bytes are no request: the status and the sentence to answer with; the connection is closed afterwards.
struct HttpParseError {
    int status = 400;
    QString sentence;
};

/// Turns bytes into requests (Boost.Beast's parser, which keeps the limits), one after the other: bytes
/// behind a whole request stay for the next call. Knows no socket. Refuses what lets two readers see two
/// different requests: folded headers, a repeated or conflicting length. Thread: io; one a connection.
class HttpParser {
public:
    explicit HttpParser(HttpLimits limits = {});
    ~HttpParser();
    HttpParser(const HttpParser&) = delete;
    HttpParser& operator=(const HttpParser&) = delete;

    struct NeedMore {
        bool expectsContinue = false; ///< the client waits for "100 Continue" (told once)
    };
    using Step = std::variant<NeedMore, HttpRequest, HttpParseError>;
    /// Takes more bytes and gives the next request that is whole. Call with no bytes to look for a further
    /// one.
    Step feed(const QByteArray& bytes);
    /// Bytes kept that belong to no finished request.
    [[nodiscard]] qsizetype buffered() const { return m_buffer.size(); }
    /// Something of a request has come.
    [[nodiscard]] bool isInsideRequest() const;

private:
    struct State;
    Step parse();
    HttpLimits m_limits;
    std::unique_ptr<State> m_state;
    QByteArray m_buffer;
};

} // namespace rest
