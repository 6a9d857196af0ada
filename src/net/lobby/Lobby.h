#pragma once

#include "net/lobby/LobbySchedule.h"
#include "net/lobby/LobbyTable.h"
#include "util/Clock.h"

#include <QHostAddress>
#include <QNetworkInterface>
#include <QObject>
#include <QTimer>

class QUdpSocket;

namespace net {

/// "Networks near you": hears, by multicast, which nodes are in the same local network, and tells of this one
/// where it is told to. Datagrams go no further than one hop; what comes is bounded by LobbyTable before
/// anything is done about it. Thread: the one that it is made on; a node's is io.
class Lobby : public QObject {
    Q_OBJECT
public:
    struct Options {
        QHostAddress group{QStringLiteral("239.255.90.9")}; ///< of site-local ones (RFC 2365)
        quint16 port = 5009;                                ///< of UDP
    };
    /// What is told, to whom it is of use: to this computer alone where `bound` is loopback.
    struct Offer {
        LobbyNews news;
        QHostAddress bound; ///< where the peer port listens
        bool operator==(const Offer&) const = default;
    };

    Lobby(const util::Clock& clock, Options options, QObject* parent = nullptr);
    explicit Lobby(const util::Clock& clock, QObject* parent = nullptr) : Lobby(clock, Options(), parent) {}
    ~Lobby() override;

    /// Begins to listen. False: the system does not let it; it may be tried again.
    bool open();
    void close();
    [[nodiscard]] bool isOpen() const { return m_socket != nullptr; }
    /// From now on; nothing: it only listens.
    void setOffer(std::optional<Offer> offer);
    [[nodiscard]] const std::optional<Offer>& offer() const { return m_offer; }
    /// Asks those near to tell of themselves soon.
    void wish();
    [[nodiscard]] std::vector<LobbyEntry> entries() const { return m_table.all(); }

signals:
    /// Somebody came, went, or is another one.
    void changed();
    /// Each time.
    void heard(const net::LobbyEntry& entry);

private:
    void tick();
    void look();
    void read();
    void take(const QByteArray& datagram, const QHostAddress& from);
    bool send(const LobbyMessage& message, const QList<QNetworkInterface>& where);
    [[nodiscard]] QList<QNetworkInterface> whereToTell() const;
    [[nodiscard]] bool isOwn(const QHostAddress& from, const LobbyNews& news) const;

    const util::Clock& m_clock;
    Options m_options;
    LobbyTable m_table;
    LobbySchedule m_schedule;
    LobbyTable::Random m_random;
    std::optional<Offer> m_offer;
    std::unique_ptr<QUdpSocket> m_socket;
    QList<QNetworkInterface> m_interfaces; ///< up, with an IPv4 address; loopback last
    QStringList m_joined;
    std::int64_t m_lookedMs = 0;
    std::int64_t m_wishedMs;
    QTimer m_timer;
};

} // namespace net
