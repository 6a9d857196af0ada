#include "rest/http/HttpParser.h"

#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>

#include <QUrl>

#include <algorithm>
#include <iterator>
#include <optional>

namespace rest {

namespace http = boost::beast::http;

struct HttpParser::State {
    std::optional<http::request_parser<http::string_body>> parser;
    bool started = false;
    bool headerChecked = false;
    std::ptrdiff_t headerFields = 0;
    bool toldContinue = false;
};

namespace {

/// A % that begins no escape stands for itself.
QByteArray withWholeEscapes(const QByteArray& path) {
    const auto isHex = [&](qsizetype at) {
        constexpr QByteArrayView kDigits = "0123456789abcdefABCDEF";
        return at < path.size() && kDigits.contains(path[at]);
    };
    QByteArray out;
    for (qsizetype i = 0; i < path.size(); ++i) {
        out += path[i];
        if (path[i] == '%' && !(isHex(i + 1) && isHex(i + 2))) out += "25";
    }
    return out;
}

using Message = http::request<http::string_body>;

/// The shortest end of a body in chunks: "0", and two empty lines. Beast's parser counts on it when it comes
/// back to the last chunk.
constexpr qsizetype kShortestChunkedEnd = 5;

QByteArray toBytes(boost::beast::string_view text) {
    return {text.data(), qsizetype(text.size())};
}

HttpParseError errorOf(const boost::beast::error_code& error) {
    if (error == http::error::header_limit) return {400, QStringLiteral("The header is too long.")};
    if (error == http::error::body_limit) return {413, QStringLiteral("The body is too large.")};
    if (error == http::error::bad_version)
        return {505, QStringLiteral("Only HTTP/1.0 and HTTP/1.1 are spoken here.")};
    return {400,
            QStringLiteral("This is not an HTTP request: %1.").arg(QString::fromStdString(error.message()))};
}

/// Rules beyond Beast's, over the header alone.
std::optional<HttpParseError> checkHeader(const Message& message) {
    const auto count = [&](http::field field) { return message.count(field); };
    if (count(http::field::content_length) > 1 || count(http::field::transfer_encoding) > 1 ||
        (count(http::field::content_length) > 0 && count(http::field::transfer_encoding) > 0)) {
        return HttpParseError{400, QStringLiteral("The length of the body is given twice.")};
    }
    const auto encoding = message[http::field::transfer_encoding];
    if (!encoding.empty() && !boost::beast::iequals(encoding, "chunked")) {
        return HttpParseError{501, QStringLiteral("Of transfer encodings, only chunked is spoken here.")};
    }
    const auto length = message[http::field::content_length];
    if (!std::ranges::all_of(length, [](char c) { return c >= '0' && c <= '9'; })) {
        return HttpParseError{400, QStringLiteral("The length of the body is no number.")};
    }
    if (count(http::field::host) > 1)
        return HttpParseError{400, QStringLiteral("There is more than one Host header.")};
    for (const char* name : {"authorization", "origin", "content-type", "sec-fetch-site"}) {
        if (message.count(name) > 1)
            return HttpParseError{400,
                                  QStringLiteral("The header %1 is given twice.").arg(QLatin1String(name))};
    }
    if (message.version() >= 11 && count(http::field::host) == 0) {
        return HttpParseError{400, QStringLiteral("The Host header is missing.")};
    }
    const auto target = message.target();
    if (target.empty() || target.front() != '/') {
        return HttpParseError{400, QStringLiteral("The request names no path.")};
    }
    return std::nullopt;
}

std::ptrdiff_t fieldsOf(const Message& message) {
    return std::distance(message.begin(), message.end());
}

HttpRequest requestOf(Message&& message) {
    HttpRequest request;
    request.method = toBytes(message.method_string());
    request.target = toBytes(message.target());
    request.minorVersion = int(message.version() % 10);
    request.keepAlive = message.keep_alive();
    const auto mark = request.target.indexOf('?');
    const QByteArray path = mark < 0 ? request.target : request.target.left(mark);
    request.path = QUrl::fromPercentEncoding(withWholeEscapes(path));
    if (mark >= 0) {
        QByteArray query = request.target.mid(mark + 1);
        query.replace('+', "%20");
        request.query = QUrlQuery(QString::fromLatin1(query));
    }
    for (const auto& field : message) {
        request.headers.emplace_back(toBytes(field.name_string()).toLower(), toBytes(field.value()));
    }
    request.body = QByteArray(message.body().data(), qsizetype(message.body().size()));
    return request;
}

/// A header line that begins with white space continues the one before it: a known way to smuggle.
bool hasFoldedHeader(const QByteArray& buffer) {
    const auto end = buffer.indexOf("\r\n\r\n");
    const QByteArray header = end < 0 ? buffer : buffer.left(end);
    return header.contains("\n ") || header.contains("\n\t");
}

} // namespace

HttpParser::HttpParser(HttpLimits limits) : m_limits(limits), m_state(std::make_unique<State>()) {}

HttpParser::~HttpParser() = default;

bool HttpParser::isInsideRequest() const {
    return m_state->started || !m_buffer.isEmpty();
}

HttpParser::Step HttpParser::feed(const QByteArray& bytes) {
    m_buffer += bytes;
    return parse();
}

HttpParser::Step HttpParser::parse() {
    State& state = *m_state;
    if (!state.parser) {
        state.parser.emplace();
        state.parser->header_limit(m_limits.headerBytes);
        state.parser->body_limit(m_limits.bodyBytes);
        state.parser->eager(false); // the header by itself first, to be checked
    }
    auto& parser = *state.parser;
    while (!m_buffer.isEmpty() && !parser.is_done()) {
        if (!parser.is_header_done() && hasFoldedHeader(m_buffer)) {
            return HttpParseError{400, QStringLiteral("Folded header lines are not accepted.")};
        }
        if (parser.is_header_done() && parser.chunked() && m_buffer.size() < kShortestChunkedEnd) break;
        boost::beast::error_code error;
        const std::size_t used =
            parser.put(boost::asio::buffer(m_buffer.constData(), std::size_t(m_buffer.size())), error);
        state.started = state.started || used > 0;
        m_buffer.remove(0, qsizetype(used));
        if (parser.is_header_done() && !state.headerChecked) {
            state.headerChecked = true;
            state.headerFields = fieldsOf(parser.get());
            parser.eager(true);
            if (auto wrong = checkHeader(parser.get())) return *wrong;
        }
        // What is kept of a body that has begun is a line between two chunks, or what follows the last one.
        if (error == http::error::need_more && m_buffer.size() > qsizetype(m_limits.headerBytes)) {
            return HttpParseError{400, QStringLiteral("A line between two chunks of the body is too long.")};
        }
        if (error == http::error::need_more) break;
        if (error) return errorOf(error);
        if (used == 0) break;
    }
    // They would join the header after it was checked.
    if (parser.is_done() && fieldsOf(parser.get()) != state.headerFields) {
        return HttpParseError{400, QStringLiteral("Header lines behind the body are not accepted.")};
    }
    if (!parser.is_done()) {
        NeedMore more;
        const bool wants = parser.is_header_done() &&
                           boost::beast::iequals(parser.get()[http::field::expect], "100-continue");
        if (wants && !state.toldContinue) more.expectsContinue = state.toldContinue = true;
        return more;
    }
    HttpRequest request = requestOf(parser.release());
    m_state = std::make_unique<State>();
    // Into memory of its own: behind the end of the old one, what was read stays.
    m_buffer = QByteArray(m_buffer.constData(), m_buffer.size());
    return request;
}

} // namespace rest
