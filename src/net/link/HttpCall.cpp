#include "net/link/HttpCall.h"

#include "net/address/HostAddress.h"

#include <QDeadlineTimer>
#include <QNetworkProxy>
#include <QTcpSocket>

namespace net {

namespace {

constexpr qint64 kReadAtOnce = 64 * 1024;

QByteArray headOf(const HttpCall::Target& target, const QByteArray& body) {
    const bool isV6 = target.host.contains(QLatin1Char(':'));
    const QByteArray host = target.host.toLatin1();
    QByteArray out = (body.isNull() ? "GET " : "POST ") + target.path +
                     " HTTP/1.1\r\nHost: " + (isV6 ? '[' + host + ']' : host) + ':' +
                     QByteArray::number(target.port) +
                     "\r\nUser-Agent: Cairn\r\nAccept: */*\r\nConnection: close\r\n";
    if (!body.isNull())
        out +=
            "Content-Type: application/octet-stream\r\nContent-Length: " + QByteArray::number(body.size()) +
            "\r\n";
    return out + "\r\n";
}

qint64 steadyNow() {
    return QDeadlineTimer::current().deadline();
}

PeerFault callFault(QAbstractSocket::SocketError error) {
    switch (error) {
    case QAbstractSocket::ConnectionRefusedError:
        return PeerFault::Refused;
    case QAbstractSocket::HostNotFoundError:
        return PeerFault::HostUnknown;
    case QAbstractSocket::RemoteHostClosedError:
        return PeerFault::Closed;
    default:
        return PeerFault::NetworkError;
    }
}

} // namespace

HttpCall::HttpCall(const Target& target, const QByteArray& body, Limits limits,
                   std::function<void(const HttpResult&)> done, QObject* parent)
    : QObject(parent), m_socket(new QTcpSocket(this)), m_reader(limits.maxBody), m_done(std::move(done)),
      m_startedMs(steadyNow()) {
    m_socket->setProxy(QNetworkProxy::NoProxy);
    m_socket->setReadBufferSize(kReadAtOnce);
    connect(m_socket, &QTcpSocket::connected, this, [this, request = headOf(target, body) + body] {
        m_result.bytesOut = request.size();
        m_result.remote = netAddressOf(m_socket->peerAddress(), m_socket->peerPort());
        m_socket->write(request);
    });
    connect(m_socket, &QTcpSocket::readyRead, this, &HttpCall::onReadable);
    connect(m_socket, &QTcpSocket::errorOccurred, this, [this] {
        if (m_socket->error() == QAbstractSocket::RemoteHostClosedError) {
            onReadable();
            m_reader.close();
        }
        finish(callFault(m_socket->error()));
    });
    // A drip of bytes never times out by silence: the deadline ends it.
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, [this] { finish(PeerFault::TimedOut); });
    m_deadline.start(limits.deadlineMs);
    // Later: where there is no way to the host at all, the socket says so at once.
    QMetaObject::invokeMethod(
        this, [this, target] { m_socket->connectToHost(target.host, target.port); }, Qt::QueuedConnection);
}

HttpCall::~HttpCall() {
    m_socket->disconnect(this);
}

void HttpCall::onReadable() {
    while (m_done && m_socket->bytesAvailable() > 0) {
        const QByteArray bytes = m_socket->read(kReadAtOnce);
        m_result.bytesIn += bytes.size();
        if (m_reader.feed(bytes)) finish(PeerFault::None);
    }
}

void HttpCall::finish(PeerFault fault) {
    if (!m_done) return;
    m_deadline.stop();
    m_result.milliseconds = steadyNow() - m_startedMs;
    m_result.answerFault = m_reader.fault();
    if (m_reader.isDone() && !m_reader.fault()) {
        m_result.status = m_reader.status();
        m_result.body = m_reader.body();
    } else {
        m_result.fault = fault == PeerFault::None ? PeerFault::NotANode : fault;
    }
    m_socket->disconnect(this);
    m_socket->abort();
    deleteLater();
    std::exchange(m_done, nullptr)(m_result);
}

} // namespace net

#include "moc_HttpCall.cpp"
