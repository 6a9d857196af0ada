#include "net/link/HttpAnswer.h"

#include <algorithm>

namespace net {

namespace {

constexpr qsizetype kMaxHead = 16 * 1024; ///< status lines, headers, trailers of one answer together
constexpr qsizetype kMaxChunkLine = 256;
constexpr int kMaxPreliminary = 3;

bool allDigits(const QByteArray& text) {
    return !text.isEmpty() &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

} // namespace

void HttpAnswerReader::fail(HttpAnswerFault fault) {
    m_fault = fault;
    m_stage = Stage::Done;
    m_body.clear();
    m_line.clear();
}

bool HttpAnswerReader::readsLines() const {
    return m_stage == Stage::Status || m_stage == Stage::Headers || m_stage == Stage::ChunkSize ||
           m_stage == Stage::ChunkEnd || m_stage == Stage::Trailers;
}

bool HttpAnswerReader::feed(const QByteArray& bytes) {
    for (qsizetype at = 0; at < bytes.size() && !isDone();) {
        if (!readsLines()) {
            takeBody(bytes, at);
            continue;
        }
        const qsizetype end = bytes.indexOf('\n', at);
        const qsizetype count = (end < 0 ? bytes.size() : end + 1) - at;
        const bool isChunkLine = m_stage == Stage::ChunkSize || m_stage == Stage::ChunkEnd;
        if (isChunkLine ? m_line.size() + count > kMaxChunkLine : m_headBytes + count > kMaxHead) {
            fail(HttpAnswerFault::TooLong);
            break;
        }
        if (!isChunkLine) m_headBytes += count;
        m_line += bytes.mid(at, count);
        at += count;
        if (end < 0) break;
        m_line.chop(m_line.endsWith("\r\n") ? 2 : 1);
        stepLine(std::exchange(m_line, {}));
    }
    // What speaks another language is known by its first bytes.
    if (m_stage == Stage::Status && !QByteArray("HTTP/1.").startsWith(m_line.left(7)))
        fail(HttpAnswerFault::NotHttp);
    return isDone();
}

bool HttpAnswerReader::stepLine(const QByteArray& line) {
    switch (m_stage) {
    case Stage::Status:
        onStatus(line);
        break;
    case Stage::Headers:
        line.isEmpty() ? onHeadersEnd() : onHeader(line);
        break;
    case Stage::ChunkSize:
        onChunkSize(line);
        break;
    case Stage::ChunkEnd:
        if (line.isEmpty())
            m_stage = Stage::ChunkSize;
        else
            fail(HttpAnswerFault::Malformed);
        break;
    case Stage::Trailers:
        if (line.isEmpty()) m_stage = Stage::Done;
        break;
    default:
        break;
    }
    return isDone();
}

void HttpAnswerReader::onStatus(const QByteArray& line) {
    // "HTTP/1.1 200 OK"
    const bool isHttp = line.startsWith("HTTP/1.") && line.size() >= 12 && line[8] == ' ' &&
                        (line.size() == 12 || line[12] == ' ');
    if (!isHttp || !allDigits(line.mid(9, 3))) {
        fail(HttpAnswerFault::NotHttp);
        return;
    }
    m_status = line.mid(9, 3).toInt();
    m_length = -1;
    m_isChunked = false;
    m_stage = Stage::Headers;
}

void HttpAnswerReader::onHeader(const QByteArray& line) {
    const qsizetype colon = line.indexOf(':');
    if (colon <= 0) {
        fail(HttpAnswerFault::Malformed);
        return;
    }
    const QByteArray name = line.left(colon).toLower();
    const QByteArray value = line.mid(colon + 1).trimmed();
    if (name == "transfer-encoding") {
        m_isChunked = value.toLower() == "chunked";
        if (!m_isChunked) fail(HttpAnswerFault::Malformed);
        return;
    }
    if (name != "content-length") return;
    bool isNumber = false;
    const qint64 length = value.toLongLong(&isNumber);
    if (!isNumber || !allDigits(value) || (m_length >= 0 && length != m_length))
        fail(HttpAnswerFault::Malformed);
    else if (length > m_maxBody)
        fail(HttpAnswerFault::TooLong);
    else
        m_length = length;
}

void HttpAnswerReader::onHeadersEnd() {
    if (m_status >= 100 && m_status < 200) {
        m_stage = Stage::Status;
        // 101 would be another language.
        if (++m_preliminary > kMaxPreliminary) fail(HttpAnswerFault::TooLong);
        if (m_status == 101) fail(HttpAnswerFault::Malformed);
        return;
    }
    if (m_status == 204 || m_status == 304)
        m_stage = Stage::Done;
    else if (m_isChunked)
        m_stage = Stage::ChunkSize;
    else if (m_length >= 0)
        m_stage = m_length == 0 ? Stage::Done : Stage::Sized;
    else
        m_stage = Stage::UntilClosed;
}

void HttpAnswerReader::onChunkSize(const QByteArray& line) {
    const QByteArray digits = line.left(line.indexOf(';') < 0 ? line.size() : line.indexOf(';')).trimmed();
    bool isNumber = false;
    const qint64 size = digits.size() <= 8 ? digits.toLongLong(&isNumber, 16) : -1;
    const bool isHex = isNumber && digits[0] != '-' && digits[0] != '+' && !digits.startsWith("0x") &&
                       !digits.startsWith("0X");
    if (!isHex)
        fail(HttpAnswerFault::Malformed);
    else if (m_body.size() + size > m_maxBody)
        fail(HttpAnswerFault::TooLong);
    else if (size == 0)
        m_stage = Stage::Trailers;
    else {
        m_length = size;
        m_stage = Stage::Chunk;
        // Each chunk costs its head too: a body of single bytes is no body.
        m_headBytes += 1;
        if (m_headBytes > kMaxHead) fail(HttpAnswerFault::TooLong);
    }
}

void HttpAnswerReader::takeBody(const QByteArray& bytes, qsizetype& at) {
    const qint64 there = bytes.size() - at;
    if (m_stage == Stage::UntilClosed) {
        if (m_body.size() + there > m_maxBody) {
            fail(HttpAnswerFault::TooLong);
            return;
        }
        m_body += bytes.mid(at);
        at = bytes.size();
        return;
    }
    const qint64 taken = std::min(there, m_length);
    m_body += bytes.mid(at, taken);
    at += taken;
    m_length -= taken;
    if (m_length == 0) m_stage = m_stage == Stage::Chunk ? Stage::ChunkEnd : Stage::Done;
}

void HttpAnswerReader::close() {
    if (isDone()) return;
    if (m_stage == Stage::UntilClosed)
        m_stage = Stage::Done;
    else
        fail(m_stage == Stage::Status && m_line.isEmpty() && m_preliminary == 0 ? HttpAnswerFault::NotHttp
                                                                                : HttpAnswerFault::Cut);
}

} // namespace net
