#pragma once

#include "net/wire/Codec.h"

#include <QStringList>
#include <QTcpSocket>

#include <map>

namespace support {

constexpr net::wire::Magic kLinkMagic = {0xfa, 0xbf, 0xb5, 0xda};

/// A peer whose every byte the test says.
class RawPeer {
public:
    explicit RawPeer(QTcpSocket& socket) : m_socket(socket) {}
    void send(const net::wire::Message& message) { sendBytes(net::wire::encode(message, kLinkMagic)); }
    void sendBytes(const util::Bytes& bytes) {
        m_socket.write(reinterpret_cast<const char*>(bytes.data()), qint64(bytes.size()));
        m_socket.flush();
    }
    /// Commands that have come since the last call, the newest message of each kept.
    QStringList read() {
        const QByteArray bytes = m_socket.readAll();
        m_frames.feed({reinterpret_cast<const std::uint8_t*>(bytes.constData()), std::size_t(bytes.size())});
        QStringList out;
        while (auto received = m_frames.next().value()) {
            out << QString::fromStdString(net::wire::commandOf(received->message));
            m_all << out.back();
            m_last[out.back()] = received->message;
        }
        return out;
    }
    template <class T>
    const T& last(const char* command) {
        return std::get<T>(m_last.at(QLatin1String(command)));
    }
    QStringList all() {
        read();
        return m_all;
    }
    bool has(const char* command) {
        read();
        return m_all.contains(QLatin1String(command));
    }

private:
    QTcpSocket& m_socket;
    net::wire::FrameReader m_frames{kLinkMagic};
    QStringList m_all;
    std::map<QString, net::wire::Message> m_last;
};

} // namespace support
