#pragma once

#include <QByteArray>
#include <QNetworkAccessManager>
#include <QObject>
#include <QUrl>

#include <functional>

namespace net {

/// How a request ended. `status` 0: no HTTP answer (`error` says why).
struct Fetched {
    int status = 0;
    QByteArray body;
    QString error;
    qint64 milliseconds = 0;
    [[nodiscard]] bool ok() const { return status >= 200 && status < 300; }
};

/// Outgoing HTTP with every limit set: no proxy, no redirects, a deadline for the whole, a bound on the
/// answer's bytes. Owned by PeerManager. Thread: io.
class HttpFetcher : public QObject {
    Q_OBJECT
public:
    explicit HttpFetcher(QObject* parent = nullptr);
    struct Limits {
        int deadlineMs = 30'000;
        qint64 maxBytes = 9 * 1024 * 1024;
    };
    /// GET when `body` is null, else POST. `done` is called once, later, unless `context` dies first (the
    /// request is aborted).
    void fetch(const QUrl& url, const QByteArray& body, Limits limits, QObject* context,
               std::function<void(Fetched)> done);

private:
    QNetworkAccessManager m_manager;
};

} // namespace net
