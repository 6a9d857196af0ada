#include "net/link/Link.h"

#include "crypto/Random.h"
#include "net/UserAgent.h"
#include "net/address/HostAddress.h"

#include <QFutureWatcher>
#include <QNetworkProxy>
#include <QTcpSocket>

namespace net {

namespace {

PeerFault faultOf(QAbstractSocket::SocketError error) {
    switch (error) {
    case QAbstractSocket::ConnectionRefusedError:
        return PeerFault::Refused;
    case QAbstractSocket::RemoteHostClosedError:
        return PeerFault::Closed;
    case QAbstractSocket::HostNotFoundError:
        return PeerFault::HostUnknown;
    case QAbstractSocket::SocketTimeoutError:
        return PeerFault::TimedOut;
    default:
        return PeerFault::NetworkError;
    }
}

std::uint64_t newNonce() {
    std::uint64_t out = 0;
    while (out == 0)
        out = crypto::randomNumber();
    return out;
}

} // namespace

Link::Link(PeerId id, Environment& environment, const Options& options, QTcpSocket* socket, bool dialledIn,
           QObject* parent)
    : PeerConnection(parent), m_id(id), m_env(environment), m_options(options), m_socket(socket),
      m_frames(options.magic, options.strangerPayload), m_nonce(newNonce()),
      m_sinceMs(environment.clock.steadyMs()), m_sinceUnix(environment.clock.now()), m_connectedMs(m_sinceMs),
      m_lastReadMs(m_sinceMs), m_lastWriteMs(m_sinceMs) {
    m_facts.dialledIn = dialledIn;
    m_socket->setParent(this);
    m_socket->setReadBufferSize(m_options.readAtOnce);
    connect(m_socket, &QTcpSocket::readyRead, this, &Link::readSome);
    connect(m_socket, &QTcpSocket::bytesWritten, this, [this] {
        m_lastWriteMs = m_env.clock.steadyMs();
        flush();
        countUnwritten();
    });
    connect(m_socket, &QTcpSocket::errorOccurred, this, &Link::onSocketError);
}

Link::Link(PeerId id, Environment& environment, const Options& options, std::unique_ptr<QTcpSocket> socket,
           QObject* parent)
    : Link(id, environment, options, socket.release(), true, parent) {
    begin();
    readLater(); // what came with it told of itself before
}

Link::Link(PeerId id, Environment& environment, const Options& options, const QString& host, quint16 port,
           QObject* parent)
    : Link(id, environment, options, new QTcpSocket, false, parent) {
    m_socket->setProxy(QNetworkProxy::NoProxy);
    connect(m_socket, &QTcpSocket::connected, this, [this] {
        begin();
        sendVersion();
    });
    // Later: where there is no way to the host at all, the socket says so at once.
    QMetaObject::invokeMethod(
        this,
        [this, host, port] {
            if (m_stage == Stage::Connecting) m_socket->connectToHost(host, port);
        },
        Qt::QueuedConnection);
}

Link::~Link() {
    m_socket->disconnect(this);
}

void Link::begin() {
    m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    m_remote = netAddressOf(m_socket->peerAddress(), m_socket->peerPort());
    m_local = netAddressOf(m_socket->localAddress(), m_socket->localPort());
    m_facts.isLoopback = scopeOf(m_remote) == Scope::Loopback;
    m_stage = Stage::AwaitingVersion;
    m_connectedMs = m_lastReadMs = m_lastWriteMs = m_env.clock.steadyMs();
}

// --- out

void Link::write(const wire::Message& message) {
    const std::string command = wire::commandOf(message);
    if (const auto* compact = std::get_if<wire::SendCompact>(&message))
        m_highBandwidthTo = compact->highBandwidth;
    writeFrame(command, wire::countOf(message), wire::encode(message, m_options.magic));
}

void Link::writeFrame(const std::string& command, std::size_t count, const util::Bytes& bytes) {
    if (m_socket->bytesToWrite() == 0) m_lastWriteMs = m_env.clock.steadyMs();
    m_socket->write(reinterpret_cast<const char*>(bytes.data()), qint64(bytes.size()));
    countUnwritten();
    m_traffic.sent(command, count, bytes.size(), unixMs());
}

void Link::countUnwritten() {
    if (m_stage != Stage::Ended)
        m_env.budget.setUnwritten(m_id, std::size_t(m_socket->bytesToWrite()) + m_queue.bytes());
}

void Link::send(wire::Message message) {
    if (m_stage != Stage::Ready) return;
    const bool fits = m_queue.push(std::move(message));
    flush();
    countUnwritten();
    if (!fits) misbehaved(Misbehaviour::ReadsNothing);
}

void Link::serve(const primitives::BlockHash& block, bool withWitness) {
    if (m_stage != Stage::Ready) return;
    const bool fits = m_queue.push(ServeBlock{m_id, block, withWitness});
    flush();
    countUnwritten();
    if (!fits) misbehaved(Misbehaviour::ReadsNothing);
}

void Link::sendAddresses(std::vector<wire::TimedAddress> list) {
    if (!m_wantsAddrV2) {
        std::erase_if(list, [](const wire::TimedAddress& each) { return hostOf(each.address).isNull(); });
    }
    if (!list.empty()) send(wire::Addresses{std::move(list), m_wantsAddrV2});
}

void Link::flush() {
    const bool wasBusy = m_queue.isBusy();
    const auto mayWrite = [this] {
        const qint64 waiting = m_socket->bytesToWrite();
        return waiting == 0 || (waiting < m_options.unwritten && !m_env.budget.isTight());
    };
    while (m_stage == Stage::Ready && !m_isReadingBlock && mayWrite()) {
        const auto item = m_queue.pop();
        if (!item) break;
        if (const auto* message = std::get_if<wire::Message>(&*item))
            write(*message);
        else
            startReading(std::get<ServeBlock>(*item));
    }
    if (wasBusy && !m_queue.isBusy()) readLater();
}

void Link::startReading(const ServeBlock& order) {
    m_isReadingBlock = true;
    auto* watcher = new QFutureWatcher<util::Bytes>(this);
    connect(watcher, &QFutureWatcher<util::Bytes>::finished, this, [this, watcher, order] {
        watcher->deleteLater();
        m_isReadingBlock = false;
        if (m_stage != Stage::Ready) return;
        const bool came = !watcher->isCanceled() && watcher->future().resultCount() > 0;
        writeBlock(order, came ? watcher->result() : util::Bytes());
        flush();
    });
    watcher->setFuture(m_env.reader(order.hash));
}

void Link::writeBlock(const ServeBlock& order, const util::Bytes& bytes) {
    const auto kind = order.withWitness ? wire::ItemKind::BlockWithWitness : wire::ItemKind::Block;
    if (bytes.size() < primitives::BlockHeader::kSize) {
        write(wire::NotFound{{{kind, order.hash.bytes()}}});
        return;
    }
    util::ByteReader reader(bytes);
    const primitives::BlockHeader header = primitives::BlockHeader::read(reader);
    constexpr std::int64_t kOld = 7 * 24 * 60 * 60;
    const bool isOld = header.time < m_env.clock.now() - kOld;
    if (isOld && !m_env.upload.take(std::int64_t(bytes.size()), m_env.clock.now())) {
        misbehaved(Misbehaviour::NotNeeded);
        return;
    }
    if (order.withWitness) {
        writeFrame("block", 1, wire::frame("block", bytes, m_options.magic));
        return;
    }
    auto block = primitives::Block::parse(bytes);
    if (!block) {
        write(wire::NotFound{{{kind, order.hash.bytes()}}});
        return;
    }
    write(wire::BlockMessage{std::make_shared<const primitives::Block>(std::move(*block)), false});
}

void Link::sendVersion() {
    wire::Version version;
    version.services = kLocalServices;
    version.time = m_env.clock.now();
    version.receiver = m_remote;
    version.nonce = m_nonce;
    version.userAgent = m_env.self.agent.toStdString();
    version.startHeight = m_env.self.height;
    write(version);
}

void Link::sendPing() {
    m_pingSentMs = m_env.clock.steadyMs();
    m_pingMeasuredMs = m_env.clock.measureMs();
    m_pingNonce = m_protocol >= wire::kPingProtocol ? newNonce() : 0;
    write(wire::Ping{m_pingNonce, m_pingNonce != 0});
}

// --- in

bool Link::mayRead() {
    return m_stage != Stage::Ended && !m_queue.isBusy() && m_env.budget.mayRead(m_id) &&
           !m_rates.isExhausted(m_env.clock.steadyMs());
}

void Link::readLater() {
    if (std::exchange(m_readsLater, true)) return;
    QMetaObject::invokeMethod(
        this,
        [this] {
            m_readsLater = false;
            readSome();
        },
        Qt::QueuedConnection);
}

void Link::resume() {
    if (m_stage != Stage::Ended && m_socket->bytesAvailable() > 0) readLater();
}

void Link::handled(std::size_t bytes) {
    m_env.budget.handled(m_id, bytes);
    resume();
}

void Link::readSome() {
    if (m_stage == Stage::Connecting || !mayRead()) return;
    const QByteArray bytes = m_socket->read(m_options.readAtOnce);
    if (bytes.isEmpty()) return;
    m_lastReadMs = m_env.clock.steadyMs();
    m_frames.feed({reinterpret_cast<const std::uint8_t*>(bytes.constData()), std::size_t(bytes.size())});
    drain();
    if (m_stage == Stage::Ended) return;
    const std::size_t unfinished = m_frames.buffered();
    if (unfinished == 0)
        m_unfinishedSinceMs = -1;
    else if (m_unfinishedSinceMs < 0)
        m_unfinishedSinceMs = m_lastReadMs;
    m_env.budget.setUnfinished(m_id, unfinished);
    if (m_socket->bytesAvailable() > 0) readLater(); // others have their turn first
}

void Link::drain() {
    std::vector<wire::Message> batch;
    std::size_t bytes = 0;
    while (m_stage != Stage::Ended) {
        auto received = m_frames.next();
        if (received && !*received) break;
        m_unfinishedSinceMs = -1; // a message ended
        if (received) {
            bytes += (*received)->bytes;
            take(std::move(**received), batch);
            continue;
        }
        give(batch, bytes); // what came before it counts
        onBadFrame(received.error());
    }
    give(batch, bytes);
}

void Link::give(std::vector<wire::Message>& batch, std::size_t& bytes) {
    if (batch.empty() || m_stage == Stage::Ended) return;
    m_env.budget.given(m_id, bytes);
    emit received(std::make_shared<const std::vector<wire::Message>>(std::exchange(batch, {})),
                  std::exchange(bytes, 0));
}

void Link::onBadFrame(wire::WireError error) {
    if (m_stage == Stage::Ended) return;
    m_traffic.receivedOther(m_frames.lastFrame(), unixMs());
    switch (error) {
    case wire::WireError::WrongMagic:
        if (m_stage == Stage::AwaitingVersion)
            end({PeerFault::NotANode});
        else
            misbehaved(Misbehaviour::MalformedMessage);
        return;
    case wire::WireError::TooLong:
        misbehaved(Misbehaviour::OversizeMessage);
        return;
    case wire::WireError::TooMany:
        misbehaved(Misbehaviour::TooManyMessages);
        return;
    case wire::WireError::BadValue:
        misbehaved(Misbehaviour::MalformedMessage);
        return;
    case wire::WireError::BadCommand:
    case wire::WireError::BadChecksum:
    case wire::WireError::Malformed:
        break;
    }
    // Passed over as in Core, but not for ever.
    if (m_malformed.take(1, m_env.clock.steadyMs()) == 0) misbehaved(Misbehaviour::MalformedMessage);
}

/// What a link does by itself with a message; true: it is the node's.
struct Link::Handler {
    Link& self;

    bool operator()(const wire::Version& message) const {
        if (self.m_stage == Stage::AwaitingVersion) self.onVersion(message);
        return false; // a second one is passed over
    }
    bool operator()(const wire::Verack&) const {
        if (self.m_stage == Stage::AwaitingVerack) self.becomeReady();
        return false;
    }
    bool operator()(const wire::WtxidRelay&) const {
        if (self.m_stage == Stage::Ready)
            self.misbehaved(Misbehaviour::BadRequest);
        else if (self.m_protocol >= wire::kWtxidProtocol)
            self.m_facts.wtxidRelay = true;
        return false;
    }
    bool operator()(const wire::SendAddrV2&) const {
        if (self.m_stage == Stage::Ready)
            self.misbehaved(Misbehaviour::BadRequest);
        else if (self.m_stage == Stage::AwaitingVerack)
            self.m_wantsAddrV2 = true;
        return false;
    }
    bool operator()(const wire::Addresses& message) const {
        if (self.m_stage == Stage::Ready) emit self.addressesCame(message);
        return false;
    }
    bool operator()(const wire::GetAddr&) const {
        if (self.m_stage == Stage::Ready) emit self.addressesAsked();
        return false;
    }
    bool operator()(const wire::Pong& message) const {
        if (self.m_stage == Stage::Ready) self.onPong(message);
        return false;
    }
    bool operator()(const wire::RunNumber& message) const {
        if (self.m_stage == Stage::Ready && self.m_run == 0) self.m_run = message.number;
        return false;
    }
    bool operator()(const wire::Unknown&) const { return false; }
    bool operator()(const wire::SendHeaders& message) const { return early(message); }
    bool operator()(const wire::SendCompact& message) const {
        self.m_highBandwidthFrom = message.highBandwidth;
        return early(message);
    }
    bool operator()(const wire::FeeFilter& message) const {
        self.m_feeFilter = message.satoshiPerKvB;
        return ready();
    }
    template <class Other>
    bool operator()(const Other&) const {
        return ready();
    }

    bool ready() const { return self.m_stage == Stage::Ready; }
    /// Some programs say what they like before they have seen our verack: kept until then.
    bool early(const wire::Message& message) const {
        constexpr std::size_t kMostEarly = 4;
        if (self.m_stage == Stage::AwaitingVerack && self.m_early.size() < kMostEarly)
            self.m_early.push_back(message);
        return ready();
    }
};

void Link::take(wire::Received received, std::vector<wire::Message>& batch) {
    m_traffic.received(wire::commandOf(received.message), wire::countOf(received.message), received.bytes,
                       unixMs());
    m_rates.count(received.message, m_env.clock.steadyMs());
    const bool wasReady = isReady();
    const bool isForNode = std::visit(Handler{*this}, received.message);
    if (m_stage == Stage::Ended) return;
    if (!wasReady && isReady()) std::ranges::move(std::exchange(m_early, {}), std::back_inserter(batch));
    if (isForNode) batch.push_back(std::move(received.message));
}

void Link::onVersion(const wire::Version& message) {
    if (message.protocol < wire::kOldestProtocol) {
        end({PeerFault::TooOld});
        return;
    }
    if (m_facts.dialledIn && message.nonce != 0 && m_env.isOwnNonce(message.nonce)) {
        end({PeerFault::Same, {}, true});
        return;
    }
    m_protocol = std::min(message.protocol, wire::kProtocolVersion);
    m_facts.protocol = message.protocol;
    m_facts.services = message.services;
    m_facts.startHeight = message.startHeight;
    m_facts.relaysTransactions = message.relay;
    m_facts.userAgent = message.userAgent;
    m_clockOffset = message.time - m_env.clock.now();
    if (m_facts.dialledIn) sendVersion();
    if (m_protocol >= wire::kWtxidProtocol) {
        write(wire::WtxidRelay{});
        write(wire::SendAddrV2{});
    }
    write(wire::Verack{});
    m_stage = Stage::AwaitingVerack;
}

void Link::becomeReady() {
    m_stage = Stage::Ready;
    m_frames.setMaxPayload(wire::kMaxPayloadBytes);
    if (m_protocol >= wire::kCompactProtocol) write(wire::SendCompact{false, 2});
    if (!m_facts.dialledIn) write(wire::GetAddr{});
    if (isCairn(m_facts.userAgent)) write(wire::RunNumber{m_env.self.nonce});
    sendPing();
    emit shookHands(m_facts);
}

void Link::onPong(const wire::Pong& message) {
    if (m_pingNonce == 0) return;                                                       // nobody asked
    if (message.hasNonce && message.nonce != 0 && message.nonce != m_pingNonce) return; // of another ping
    if (message.hasNonce && message.nonce == m_pingNonce) {
        m_pingMs = m_env.clock.measureMs() - m_pingMeasuredMs;
        m_lowestPingMs = m_lowestPingMs < 0 ? m_pingMs : std::min(m_lowestPingMs, m_pingMs);
    }
    m_pingNonce = 0;
}

// --- time and end

void Link::tick() {
    const std::int64_t now = m_env.clock.steadyMs();
    const auto isOver = [now](std::int64_t since, int limit) { return now - since > limit; };
    if (m_stage == Stage::Ended) return;
    if (m_stage == Stage::Connecting) {
        if (isOver(m_sinceMs, m_options.connectMs)) end({PeerFault::TimedOut});
        return;
    }
    const bool isReadyNow = m_stage == Stage::Ready;
    const bool isMute = m_stage == Stage::AwaitingVersion && !m_facts.dialledIn &&
                        m_options.firstByteMs > 0 && m_traffic.lastReceivedMs() == 0 &&
                        m_frames.buffered() == 0 && isOver(m_connectedMs, m_options.firstByteMs);
    if (isMute || (!isReadyNow && isOver(m_sinceMs, m_options.handshakeMs))) {
        end({PeerFault::TimedOut});
        return;
    }
    const int patience = m_env.budget.isTight() ? m_options.tightWriteMs : m_options.writeMs;
    if (m_socket->bytesToWrite() > 0 && isOver(m_lastWriteMs, patience)) {
        misbehaved(Misbehaviour::ReadsNothing);
        return;
    }
    const bool isSilent = isOver(m_lastReadMs, m_options.silenceMs) && mayRead();
    const bool isUnanswered = m_pingNonce != 0 && isOver(m_pingSentMs, m_options.silenceMs);
    const bool isEndless = m_unfinishedSinceMs >= 0 && isOver(m_unfinishedSinceMs, m_options.unfinishedMs);
    if (isSilent || isUnanswered || isEndless) {
        misbehaved(Misbehaviour::NoAnswer);
        return;
    }
    if (isReadyNow && m_pingNonce == 0 && isOver(m_pingSentMs, m_options.pingMs)) sendPing();
    resume();
}

void Link::misbehaved(Misbehaviour what) {
    end({PeerFault::Misbehaved, DropPeer{m_id, what, {}}});
}

void Link::onSocketError() {
    PeerFault fault = faultOf(m_socket->error());
    if (fault == PeerFault::Closed) {
        // Its last words first.
        while (m_stage != Stage::Connecting && mayRead() && m_socket->bytesAvailable() > 0)
            readSome();
        if (!isReady()) fault = PeerFault::ClosedAtOnce;
    }
    end({fault});
}

void Link::end(const ConnectionEnd& how) {
    if (m_stage == Stage::Ended) return;
    ConnectionEnd told = how;
    told.wasReady = isReady();
    m_stage = Stage::Ended;
    m_socket->disconnect(this);
    m_env.budget.forget(m_id);
    m_socket->flush();
    m_socket->abort();
    emit ended(told);
}

void Link::fill(PeerInfo& info) const {
    info.dialledIn = m_facts.dialledIn;
    info.facts = m_facts;
    info.run = m_run;
    info.localAddress = m_local.host.empty() ? QString() : textOf(m_local);
    info.agent = shownAgent(m_facts.userAgent);
    info.name = nameInAgent(info.agent);
    info.connectedSince = isReady() ? m_sinceUnix : 0;
    info.lastBlock = lastBlock();
    info.lastTransaction = lastTransaction();
    info.pingMs = m_pingMs;
    info.lowestPingMs = m_lowestPingMs;
    info.pingWaitMs = m_pingNonce != 0 ? m_env.clock.measureMs() - m_pingMeasuredMs : -1;
    info.clockOffset = m_clockOffset;
    info.feeFilter = m_feeFilter;
    info.highBandwidthTo = m_highBandwidthTo;
    info.highBandwidthFrom = m_highBandwidthFrom;
    m_traffic.fill(info);
}

} // namespace net

#include "moc_Link.cpp"

#include "moc_PeerConnection.cpp"
