#include "net/HttpFetcher.h"

#include <QElapsedTimer>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QTimer>

#include <memory>

namespace net {

HttpFetcher::HttpFetcher(QObject* parent) : QObject(parent), m_manager(this) {
    m_manager.setProxy(QNetworkProxy::NoProxy);
    m_manager.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
}

void HttpFetcher::fetch(const QUrl& url, const QByteArray& body, Limits limits, QObject* context,
                        std::function<void(Fetched)> done) {
    QNetworkRequest request(url);
    request.setHeader(QNetworkRequest::ContentTypeHeader, QByteArrayLiteral("application/octet-stream"));
    request.setHeader(QNetworkRequest::UserAgentHeader, QByteArrayLiteral("Cairn"));
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setTransferTimeout(limits.deadlineMs);
    QNetworkReply* reply = body.isNull() ? m_manager.get(request) : m_manager.post(request, body);
    struct State {
        Fetched result;
        QElapsedTimer clock;
        bool tooMuch = false;
        bool late = false;
    };
    auto state = std::make_shared<State>();
    state->clock.start();
    // A drip of bytes never times out by silence: the deadline ends it.
    auto* deadline = new QTimer(reply);
    deadline->setSingleShot(true);
    connect(deadline, &QTimer::timeout, reply, [reply, state] {
        state->late = true;
        reply->abort();
    });
    deadline->start(limits.deadlineMs);
    connect(reply, &QNetworkReply::readyRead, reply, [reply, state, limits] {
        state->result.body += reply->readAll();
        if (state->result.body.size() <= limits.maxBytes) return;
        state->tooMuch = true;
        state->result.body.clear();
        reply->abort();
    });
    connect(context, &QObject::destroyed, reply, [reply] {
        reply->disconnect();
        reply->abort();
        reply->deleteLater();
    });
    connect(reply, &QNetworkReply::finished, context, [reply, state, done = std::move(done)] {
        reply->deleteLater();
        state->result.milliseconds = state->clock.elapsed();
        state->result.status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        if (state->tooMuch)
            state->result = {
                0, {}, QStringLiteral("It sent more than is allowed."), state->result.milliseconds};
        else if (state->late)
            state->result = {0, {}, QStringLiteral("It did not answer in time."), state->result.milliseconds};
        else if (state->result.status == 0)
            state->result.error = reply->errorString();
        else
            state->result.body += reply->readAll();
        done(state->result);
    });
}

} // namespace net
