#pragma once

#include <QTcpServer>
#include <QTcpSocket>

#include <functional>
#include <map>
#include <optional>
#include <vector>

namespace support {

/// An HTTP server on loopback whose answers a test says.
class HttpStub {
public:
    struct Request {
        QByteArray path; ///< without its query
        QByteArray body;
        QByteArray head;
    };
    std::map<QByteArray, QByteArray> answers; ///< by path; a path without one is 404
    /// Said first where it is set: the whole answer as bytes, or nothing.
    std::function<std::optional<QByteArray>(const Request&)> raw;
    std::vector<Request> requests;
    bool keepsOpen = false; ///< behind an answer

    HttpStub() {
        if (!m_server.listen(QHostAddress::LocalHost)) qFatal("no port");
        QObject::connect(&m_server, &QTcpServer::newConnection, &m_server, [this] {
            while (QTcpSocket* socket = m_server.nextPendingConnection())
                QObject::connect(socket, &QTcpSocket::readyRead, socket, [this, socket] { read(socket); });
        });
    }
    [[nodiscard]] quint16 port() const { return m_server.serverPort(); }
    [[nodiscard]] QString address() const { return QStringLiteral("127.0.0.1:%1").arg(port()); }
    [[nodiscard]] int count(const QByteArray& path) const {
        int out = 0;
        for (const Request& each : requests)
            out += each.path == path;
        return out;
    }

private:
    void read(QTcpSocket* socket) {
        const QByteArray bytes = socket->peek(1'000'000);
        if (!bytes.startsWith("GET ") && !bytes.startsWith("POST ")) {
            socket->write("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n");
            socket->disconnectFromHost();
            return;
        }
        const qsizetype end = bytes.indexOf("\r\n\r\n");
        if (end < 0) return;
        const qsizetype at = bytes.toLower().indexOf("content-length: ");
        const bool hasBody = at >= 0 && at < end;
        const int length = hasBody ? bytes.mid(at + 16, bytes.indexOf("\r\n", at) - at - 16).toInt() : 0;
        if (bytes.size() < end + 4 + length) return;
        socket->readAll();
        QByteArray path = bytes.split(' ')[1];
        if (path.contains('?')) path.truncate(path.indexOf('?'));
        requests.push_back({path, bytes.mid(end + 4, length), bytes.left(end)});
        socket->write(answerTo(requests.back()));
        if (!keepsOpen) socket->disconnectFromHost();
    }
    [[nodiscard]] QByteArray answerTo(const Request& request) const {
        if (raw)
            if (const auto bytes = raw(request)) return *bytes;
        const auto found = answers.find(request.path);
        if (found == answers.end()) return "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n";
        return "HTTP/1.1 200 OK\r\nContent-Length: " + QByteArray::number(found->second.size()) + "\r\n\r\n" +
               found->second;
    }

    QTcpServer m_server;
};

} // namespace support
