#include "rest/p2p/PeerPort.h"

#include "rest/http/RateLimit.h"

#include <QSocketNotifier>
#include <QTcpSocket>

#include <algorithm>
#include <array>
#include <cerrno>
#include <sys/socket.h>
#include <unistd.h>

namespace rest {

namespace {

constexpr std::size_t kMostSilent = 256;
constexpr std::ptrdiff_t kMostSilentPerClient = 32;
constexpr int kSilentMs = 10'000; ///< then it is HTTP's: it says what it expects
constexpr int kMagicLookMs = 250; ///< at those that have sent a part of the magic

/// What has come so far, at most as much as the magic is long; nothing is taken from the socket. -1: closed.
qsizetype peek(int descriptor, std::array<char, 4>& bytes) {
    const ssize_t count = ::recv(descriptor, bytes.data(), bytes.size(), MSG_PEEK | MSG_DONTWAIT);
    if (count == 0) return -1;
    if (count < 0) return errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR ? 0 : -1;
    return count;
}

QHostAddress clientOf(int descriptor) {
    sockaddr_storage address{};
    socklen_t size = sizeof address;
    if (::getpeername(descriptor, reinterpret_cast<sockaddr*>(&address), &size) != 0) return {};
    return clientNetwork(QHostAddress(reinterpret_cast<const sockaddr*>(&address)));
}

} // namespace

/// A connection that has not said which language it speaks.
struct PeerPort::Silent {
    explicit Silent(int socket)
        : descriptor(socket), client(clientOf(socket)), notifier(socket, QSocketNotifier::Read) {}
    ~Silent() {
        if (descriptor >= 0) ::close(descriptor);
    }
    int take() {
        notifier.setEnabled(false);
        return std::exchange(descriptor, -1);
    }
    int descriptor;
    QHostAddress client;
    QSocketNotifier notifier;
    QDeadlineTimer deadline{kSilentMs};
};

PeerPort::PeerPort(node::PeerAccess peers, const util::ByteArray<4>& magic, Options options,
                   HttpConnection::Handler handler, HttpConnection::Finished finished)
    : HttpServer(options, std::move(handler), std::move(finished)), m_peers(std::move(peers)),
      m_magic(reinterpret_cast<const char*>(magic.data()), qsizetype(magic.size())), m_timer(this) {
    connect(&m_timer, &QTimer::timeout, this, &PeerPort::lookAtAll);
}

PeerPort::~PeerPort() = default;

void PeerPort::incomingConnection(qintptr handle) {
    auto silent = std::make_unique<Silent>(int(handle));
    const net::PeerManager* const manager = m_peers.manager();
    if (manager == nullptr || manager->isBanned(silent->client)) return; // closes
    const auto isSame = [&](const auto& other) { return other->client == silent->client; };
    if (std::ranges::count_if(m_silent, isSame) >= kMostSilentPerClient) {
        // Whoever has been silent longest gives way: nodes speak at once.
        const auto oldest = std::ranges::find_if(m_silent, isSame);
        const std::unique_ptr<Silent> taken = std::move(*oldest);
        m_silent.erase(oldest);
        HttpServer::incomingConnection(taken->take());
    }
    if (m_silent.size() >= kMostSilent) m_silent.pop_front(); // who has been silent longest
    m_silent.push_back(std::move(silent));
    const auto place = std::prev(m_silent.end());
    connect(&(*place)->notifier, &QSocketNotifier::activated, this, [this, place] { look(place); });
    if (!m_timer.isActive()) m_timer.start(kMagicLookMs);
}

void PeerPort::look(Place place) {
    Silent& silent = **place;
    std::array<char, 4> bytes{};
    const qsizetype count = peek(silent.descriptor, bytes);
    const bool begins = count >= 0 && m_magic.startsWith(QByteArrayView(bytes.data(), count).toByteArray());
    if (begins && count < m_magic.size() && !silent.deadline.hasExpired()) {
        // A part of it: the notifier would fire until the rest is there; the timer looks now and then.
        silent.notifier.setEnabled(count == 0);
        return;
    }
    const std::unique_ptr<Silent> taken = std::move(*place);
    m_silent.erase(place);
    if (count < 0) return; // closes
    if (!begins || count < m_magic.size()) return HttpServer::incomingConnection(taken->take());
    auto socket = std::make_unique<QTcpSocket>();
    net::PeerManager* const manager = m_peers.manager();
    if (manager != nullptr && socket->setSocketDescriptor(taken->take())) manager->adopt(std::move(socket));
}

void PeerPort::lookAtAll() {
    for (auto place = m_silent.begin(); place != m_silent.end();)
        look(place++);
    if (m_silent.empty()) m_timer.stop();
}

} // namespace rest

#include "moc_PeerPort.cpp"
