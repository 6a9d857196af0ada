#pragma once

#include <QByteArray>

#include <optional>

namespace net {

/// Why an answer over HTTP cannot be read.
enum class HttpAnswerFault {
    NotHttp,
    TooLong,   ///< a line, the header lines together, the body, a chunk's size
    Malformed, ///< header, length, chunk
    Cut,       ///< it ended in the middle
};

/// Reads one HTTP/1.1 answer out of a stranger's bytes, all of it bounded before a byte is kept: status line,
/// header lines, preliminary answers, chunks, trailers, body. Pure.
class HttpAnswerReader {
public:
    explicit HttpAnswerReader(qint64 maxBody) : m_maxBody(maxBody) {}

    /// True: the answer is whole, or there is a fault; the rest is not looked at.
    bool feed(const QByteArray& bytes);
    /// The other end closed: an answer without a length ends here.
    void close();
    [[nodiscard]] bool isDone() const { return m_stage == Stage::Done; }
    [[nodiscard]] std::optional<HttpAnswerFault> fault() const { return m_fault; }
    [[nodiscard]] int status() const { return m_status; }
    [[nodiscard]] const QByteArray& body() const { return m_body; }

private:
    enum class Stage { Status, Headers, Sized, ChunkSize, Chunk, ChunkEnd, Trailers, UntilClosed, Done };
    bool stepLine(const QByteArray& line);
    void onStatus(const QByteArray& line);
    void onHeader(const QByteArray& line);
    void onHeadersEnd();
    void onChunkSize(const QByteArray& line);
    void takeBody(const QByteArray& bytes, qsizetype& at);
    [[nodiscard]] bool readsLines() const;
    void fail(HttpAnswerFault fault);

    qint64 m_maxBody;
    Stage m_stage = Stage::Status;
    std::optional<HttpAnswerFault> m_fault;
    QByteArray m_line; ///< its beginning
    qsizetype m_headBytes = 0;
    int m_preliminary = 0;
    int m_status = 0;
    qint64 m_length = -1; ///< of the body or chunk, what is left of it
    bool m_isChunked = false;
    QByteArray m_body;
};

} // namespace net
