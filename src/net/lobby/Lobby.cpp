#include "net/lobby/Lobby.h"

#include "crypto/Random.h"
#include "net/address/HostAddress.h"
#include "util/Log.h"

#include <QNetworkDatagram>
#include <QUdpSocket>
#include <QVariant>

#include <algorithm>

namespace net {

namespace {

constexpr int kLobbyTickMs = 250;
constexpr std::int64_t kLookEveryMs = 10'000; ///< interfaces come and go
constexpr int kMostAtOnce = 64;               ///< datagrams read in a turn of the loop
constexpr qsizetype kMostInterfaces = 16;

bool hasAddress(const QNetworkInterface& interface, const std::function<bool(const QHostAddress&)>& is) {
    return std::ranges::any_of(interface.addressEntries(),
                               [&](const QNetworkAddressEntry& entry) { return is(entry.ip()); });
}

bool isLoopback(const QNetworkInterface& interface) {
    return interface.flags().testFlag(QNetworkInterface::IsLoopBack);
}

/// Those that datagrams can go to; this computer's own last.
QList<QNetworkInterface> usableInterfaces() {
    QList<QNetworkInterface> out;
    for (const QNetworkInterface& each : QNetworkInterface::allInterfaces()) {
        const auto flags = each.flags();
        const bool isUp =
            flags.testFlag(QNetworkInterface::IsUp) && flags.testFlag(QNetworkInterface::IsRunning);
        const bool reaches = flags.testFlag(QNetworkInterface::CanMulticast) || isLoopback(each);
        const bool hasIpv4 = hasAddress(each, [](const QHostAddress& address) {
            return address.protocol() == QAbstractSocket::IPv4Protocol;
        });
        if (isUp && reaches && hasIpv4 && out.size() < kMostInterfaces) out.append(each);
    }
    std::ranges::stable_partition(out, [](const QNetworkInterface& each) { return !isLoopback(each); });
    return out;
}

} // namespace

Lobby::Lobby(const util::Clock& clock, Options options, QObject* parent)
    : QObject(parent), m_clock(clock), m_options(std::move(options)),
      m_random([](std::uint64_t bound) { return crypto::randomBelow(bound); }),
      m_wishedMs(clock.steadyMs() - LobbySchedule::kGapMs) {
    m_timer.setInterval(kLobbyTickMs);
    connect(&m_timer, &QTimer::timeout, this, &Lobby::tick);
}

Lobby::~Lobby() = default;

bool Lobby::open() {
    if (m_socket) return true;
    auto socket = std::make_unique<QUdpSocket>();
    // Other programs on this computer listen there, too.
    if (!socket->bind(QHostAddress::AnyIPv4, m_options.port,
                      QUdpSocket::ShareAddress | QUdpSocket::ReuseAddressHint)) {
        util::logWarning("net", "networks near this computer cannot be heard: " +
                                    socket->errorString().toStdString());
        return false;
    }
    socket->setSocketOption(QAbstractSocket::MulticastTtlOption, QVariant(1));
    socket->setSocketOption(QAbstractSocket::MulticastLoopbackOption, QVariant(1));
    connect(socket.get(), &QUdpSocket::readyRead, this, &Lobby::read);
    m_socket = std::move(socket);
    look();
    m_timer.start();
    if (m_offer) m_schedule.begin(m_clock.steadyMs(), m_random);
    return true;
}

void Lobby::close() {
    m_timer.stop();
    m_socket.reset();
    m_joined.clear();
    m_table.clear();
    emit changed();
}

void Lobby::setOffer(std::optional<Offer> offer) {
    if (m_offer == offer) return;
    m_offer = std::move(offer);
    if (m_offer) m_schedule.begin(m_clock.steadyMs(), m_random);
}

void Lobby::wish() {
    const std::int64_t nowMs = m_clock.steadyMs();
    if (!m_socket || nowMs - m_wishedMs < LobbySchedule::kGapMs) return;
    m_wishedMs = nowMs;
    send({}, m_interfaces);
}

/// Joins the group wherever this computer is now.
void Lobby::look() {
    m_lookedMs = m_clock.steadyMs();
    m_interfaces = usableInterfaces();
    QStringList joined;
    for (const QNetworkInterface& each : m_interfaces) {
        const bool isIn =
            m_joined.contains(each.name()) || m_socket->joinMulticastGroup(m_options.group, each);
        if (isIn) joined << each.name();
    }
    m_joined = joined;
}

void Lobby::tick() {
    const std::int64_t nowMs = m_clock.steadyMs();
    if (nowMs - m_lookedMs >= kLookEveryMs) look();
    if (m_table.expire(nowMs)) emit changed();
    if (m_offer && m_schedule.isDue(nowMs, m_random)) send(m_offer->news, whereToTell());
}

// --- sending

/// Where the peer port can be reached from.
QList<QNetworkInterface> Lobby::whereToTell() const {
    const QHostAddress& bound = m_offer->bound;
    const bool isEverywhere = bound == QHostAddress(QHostAddress::AnyIPv4) ||
                              bound == QHostAddress(QHostAddress::AnyIPv6) || bound.isNull();
    QList<QNetworkInterface> out;
    for (const QNetworkInterface& each : m_interfaces) {
        const bool reaches =
            isEverywhere ? !isLoopback(each) : hasAddress(each, [&](const QHostAddress& address) {
                return address.isEqual(bound, QHostAddress::TolerantConversion);
            });
        if (reaches) out.append(each);
    }
    // In no network, other programs on this computer can still come.
    if (isEverywhere && out.isEmpty()) out = m_interfaces;
    return out;
}

bool Lobby::send(const LobbyMessage& message, const QList<QNetworkInterface>& where) {
    const util::Bytes bytes = encodeLobby(message);
    const QByteArray datagram(reinterpret_cast<const char*>(bytes.data()), qsizetype(bytes.size()));
    bool isSent = false;
    for (const QNetworkInterface& each : where) {
        m_socket->setMulticastInterface(each);
        isSent |= m_socket->writeDatagram(datagram, m_options.group, m_options.port) == datagram.size();
    }
    return isSent;
}

// --- hearing

void Lobby::read() {
    for (int i = 0; i < kMostAtOnce && m_socket && m_socket->hasPendingDatagrams(); ++i) {
        const QNetworkDatagram datagram = m_socket->receiveDatagram(qint64(kMaxLobbyMessage) + 1);
        // Sent to this computer alone, from wherever: not what is told in a local network.
        const QHostAddress to = datagram.destinationAddress();
        if (!to.isNull() && !to.isMulticast()) continue;
        take(datagram.data(), datagram.senderAddress());
    }
    if (m_socket && m_socket->hasPendingDatagrams())
        QMetaObject::invokeMethod(this, &Lobby::read, Qt::QueuedConnection);
}

void Lobby::take(const QByteArray& datagram, const QHostAddress& from) {
    const std::int64_t nowMs = m_clock.steadyMs();
    const wire::NetAddress host = netAddressOf(from);
    if (!m_table.mayTell(host, nowMs)) return;
    const auto message = decodeLobby(
        {reinterpret_cast<const std::uint8_t*>(datagram.constData()), std::size_t(datagram.size())});
    if (!message) return;
    if (!*message) return m_schedule.wished(nowMs, m_random);
    if (isOwn(from, **message)) return;
    const std::vector<LobbyEntry> before = m_table.all();
    const LobbyTable::Verdict verdict = m_table.heard(host, **message, nowMs, m_random);
    if (verdict != LobbyTable::Verdict::New && verdict != LobbyTable::Verdict::Known) return;
    wire::NetAddress address = host;
    address.port = (*message)->port;
    const auto same = std::ranges::find(before, address, &LobbyEntry::address);
    if (same == before.end() || same->news != **message) emit changed();
    emit heard({**message, address, nowMs, nowMs});
}

/// Our own words, back from an interface.
bool Lobby::isOwn(const QHostAddress& from, const LobbyNews& news) const {
    if (!m_offer || news.port != m_offer->news.port || news.network != m_offer->news.network) return false;
    return std::ranges::any_of(m_interfaces, [&](const QNetworkInterface& each) {
        return hasAddress(each, [&](const QHostAddress& address) {
            return address.isEqual(from, QHostAddress::TolerantConversion);
        });
    });
}

} // namespace net

#include "moc_Lobby.cpp"
