#include "gui/api/ApiClient.h"

#include "node/Node.h"
#include "node/OnResult.h"

#include <QFile>
#include <QNetworkProxy>
#include <QNetworkReply>

namespace gui {

namespace {

constexpr int kNewsMs = 250;

QByteArray bodyOf(const node::ApiCall& call) {
    const QByteArray text = call.body.toUtf8();
    return call.contentType == QLatin1String("application/octet-stream") ? QByteArray::fromHex(text) : text;
}

} // namespace

ApiClient::ApiClient(node::Node& node, QObject* parent) : QObject(parent), m_node(node) {
    m_network.setProxy(QNetworkProxy::NoProxy);
    m_network.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    m_news.setSingleShot(true);
    m_news.setInterval(kNewsMs);
    connect(&m_news, &QTimer::timeout, this, &ApiClient::changed);
}

ApiClient::~ApiClient() {
    if (!m_reply) return;
    m_reply->disconnect(this);
    m_reply->abort();
}

void ApiClient::send(const node::ApiCall& call) {
    stop();
    m_answer = {};
    m_busy = true;
    m_clock.start();
    const quint64 number = ++m_call;
    if (call.cookieFile.isEmpty())
        return start(call, call.token.isEmpty() ? QByteArray() : "Bearer " + call.token.toUtf8());
    const auto cookie = m_node.ioThread().call([path = call.cookieFile] {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.read(1000) : QByteArray();
    });
    node::onResult(cookie, this, [this, call, number](const QByteArray& pair) {
        if (number == m_call && m_busy) start(call, "Basic " + pair.toBase64());
    });
}

void ApiClient::start(const node::ApiCall& call, const QByteArray& authorization) {
    QNetworkRequest request(QUrl(call.url, QUrl::StrictMode));
    if (!request.url().isValid()) {
        m_answer.problem = tr("This is not an address: %1").arg(call.url);
        return end();
    }
    // Without a name of its own it would pass for a browser, and be refused as one.
    request.setHeader(QNetworkRequest::UserAgentHeader, QStringLiteral("Cairn"));
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    if (!authorization.isEmpty()) request.setRawHeader("Authorization", authorization);
    const bool withBody = !call.contentType.isEmpty();
    if (withBody) request.setHeader(QNetworkRequest::ContentTypeHeader, call.contentType);
    const QByteArray method = call.method.toLatin1();
    m_reply = method == "POST"
                  ? m_network.post(request, bodyOf(call))
                  : m_network.sendCustomRequest(request, method, withBody ? bodyOf(call) : QByteArray());
    m_reply->setReadBufferSize(kMostBytes);
    connect(m_reply, &QNetworkReply::readyRead, this, &ApiClient::readSome);
    connect(m_reply, &QNetworkReply::metaDataChanged, this, &ApiClient::readSome);
    connect(m_reply, &QNetworkReply::finished, this, &ApiClient::end);
}

void ApiClient::readSome() {
    const double now = static_cast<double>(m_clock.nsecsElapsed()) / 1e6;
    if (m_answer.status == 0) {
        m_answer.status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        m_answer.reason = m_reply->attribute(QNetworkRequest::HttpReasonPhraseAttribute).toString();
        m_answer.contentType = m_reply->header(QNetworkRequest::ContentTypeHeader).toString();
        m_answer.firstByteMs = now;
        const auto pairs = m_reply->rawHeaderPairs();
        for (const auto& [name, value] : pairs)
            m_answer.headers += QString::fromUtf8(name + ": " + value + '\n');
    }
    const QByteArray more = m_reply->read(kMostBytes - m_answer.body.size());
    m_answer.body += more;
    m_answer.bytes += more.size();
    m_answer.milliseconds = now;
    if (m_answer.body.size() >= kMostBytes && !m_answer.isCut) {
        m_answer.isCut = true;
        return m_reply->abort(); // `finished` follows
    }
    if (!m_news.isActive()) m_news.start();
}

void ApiClient::stop() {
    if (m_reply)
        m_reply->abort();
    else if (m_busy)
        end();
}

void ApiClient::end() {
    if (!m_busy) return;
    if (m_reply) {
        if (m_reply->isOpen() && !m_answer.isCut) readSome();
        if (m_answer.status == 0) {
            m_answer.problem = m_reply->error() == QNetworkReply::OperationCanceledError
                                   ? tr("Stopped before an answer came.")
                                   : m_reply->errorString();
        }
        m_reply->deleteLater();
        m_reply.clear();
    }
    m_answer.milliseconds = static_cast<double>(m_clock.nsecsElapsed()) / 1e6;
    m_busy = false;
    m_news.stop();
    emit changed();
}

} // namespace gui

#include "moc_ApiClient.cpp"
