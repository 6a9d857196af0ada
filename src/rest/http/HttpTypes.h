#pragma once

#include <QByteArray>
#include <QHostAddress>
#include <QList>
#include <QString>
#include <QUrlQuery>

#include <functional>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace rest {

/// A whole request as the parser gives it.
struct HttpRequest {
    QByteArray method; ///< "GET"
    QByteArray target; ///< as sent: path and query
    QString path;      ///< percent-decoded, starts with '/'
    QUrlQuery query;
    std::vector<std::pair<QByteArray, QByteArray>> headers; ///< names in lower case
    QByteArray body;
    int minorVersion = 1; ///< HTTP/1.x
    bool keepAlive = true;
    QHostAddress client;

    /// The first header of that (lower-case) name; nothing when there is none.
    [[nodiscard]] std::optional<QByteArray> header(const char* name) const;
    [[nodiscard]] int headerCount(const char* name) const;
    /// The value of a query parameter; nothing when it is absent.
    [[nodiscard]] std::optional<QString> parameter(const QString& name) const;
};

/// A body that is made piece by piece while the client reads it.
class BodyStream {
public:
    virtual ~BodyStream() = default;
    struct Piece {
        QByteArray bytes;
        bool last = false;
        bool broken = false; ///< cut the connection: what was promised cannot be delivered
    };
    /// Calls `give` once with the next piece, now or later, on the io thread.
    virtual void next(std::function<void(Piece)> give) = 0;
};

using HeaderList = std::vector<std::pair<QByteArray, QByteArray>>;

struct HttpResponse {
    int status = 200;
    QByteArray contentType = "application/json";
    QByteArray body;
    HeaderList headers;
    std::shared_ptr<BodyStream> stream; ///< instead of `body`: sent chunked
    QByteArray cacheControl = "no-store";
    bool compressible = true;  ///< false: never gzip (events, which go out one by one)
    QByteArray entityTag = {}; ///< of the state it was made of; who has that one already gets 304
    QByteArray branchTip = {}; ///< a block's hash: the same until that block leaves the best chain
};

/// `{"error": sentence, "code": code}`.
HttpResponse errorResponse(int status, const QString& sentence, const QString& code);
/// The plain texts of the tutorial chains.
HttpResponse textResponse(int status, const QByteArray& text,
                          const QByteArray& contentType = "text/plain; charset=utf-8");
HttpResponse jsonResponse(QByteArray json, int status = 200);

/// Where an answer goes; may be kept and called later, once, on the io thread. After the client has gone
/// `send` does nothing.
class Responder {
public:
    virtual ~Responder() = default;
    virtual void send(HttpResponse response) = 0;
    /// Called (at once when it happened already) when the client goes away before an answer.
    virtual void onGone(std::function<void()> cancel) = 0;
    [[nodiscard]] virtual bool isGone() const = 0;
};
using ResponderRef = std::shared_ptr<Responder>;

} // namespace rest
