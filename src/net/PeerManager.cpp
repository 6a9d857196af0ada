#include "net/PeerManager.h"

#include "crypto/Random.h"
#include "net/PeerManagerImpl.h"
#include "net/address/HostAddress.h"
#include "net/address/PeerAddress.h"

#include <QTcpSocket>

namespace net {

namespace {

constexpr int kTickMs = 250;
constexpr std::size_t kMostSeeds = 64;

} // namespace

PeerManager::Impl::Impl(PeerManager& owner, const util::Clock& from, Options given, BlockReader reader)
    : self(owner), clock(from), options(given), upload(given.maxUploadBytes), book(crypto::randomNumber()),
      addressGossip(book, crypto::randomNumber()), dialler({given.maxDialled}),
      inbound({given.maxDialledIn, given.maxDialledInPerAddress}, crypto::randomNumber()),
      environment{from,
                  hello,
                  budget,
                  upload,
                  std::move(reader),
                  [this](std::uint64_t nonce) { return isOwnNonce(nonce); }},
      random([](std::uint64_t bound) { return crypto::randomBelow(bound); }) {
    hello.nonce = std::max<std::uint64_t>(1, crypto::randomNumber());
    linkOptions.magic = options.magic;
    linkOptions.handshakeMs = options.handshakeMs;
    timer.setInterval(kTickMs);
    QObject::connect(&timer, &QTimer::timeout, &self, [this] { tick(); });
    timer.start();
}

PeerManager::Impl::~Impl() {
    for (auto& [id, row] : rows) {
        delete row.call;
        if (row.connection == nullptr) continue;
        row.connection->disconnect(&self);
        delete row.connection;
    }
}

PeerManager::PeerManager(const util::Clock& clock, Options options, BlockReader reader, QObject* parent)
    : QObject(parent), m_impl(std::make_unique<Impl>(*this, clock, options, std::move(reader))) {}

PeerManager::~PeerManager() = default;

void PeerManager::setLocalState(const LocalState& state) {
    const Hello before = std::exchange(m_impl->hello, state.hello);
    m_impl->hello.port = before.port;
    m_impl->hello.nonce = before.nonce;
    if (before.agent.isEmpty() || before.agent == m_impl->hello.agent) return;
    // A link tells once who we are: with another name those that stand begin anew, ours at once.
    m_impl->endAll([](const Impl::Row& row) { return row.connection != nullptr; },
                   Misbehaviour::StoppedByUser);
    for (const auto& [id, row] : m_impl->rows)
        if (row.isKept()) m_impl->dialler.hurry(id, m_impl->nowMs());
    m_impl->dialDue();
}

void PeerManager::setListenPort(quint16 port) {
    m_impl->hello.port = port;
    if (port == 0)
        m_impl->endAll([](const Impl::Row& row) { return row.dialledIn; }, Misbehaviour::StoppedByUser);
    m_impl->changed();
}

const Hello& PeerManager::localHello() const {
    return m_impl->hello;
}

void PeerManager::setNetworkActive(bool active) {
    if (std::exchange(m_impl->isActive, active) == active) return;
    if (!active) m_impl->endAll([](const Impl::Row&) { return true; }, Misbehaviour::StoppedByUser);
    for (auto& [id, row] : m_impl->rows)
        m_impl->dialler.hurry(id, m_impl->nowMs());
    m_impl->changed();
}

bool PeerManager::isNetworkActive() const {
    return m_impl->isActive;
}

Result<PeerId, AddPeerFault> PeerManager::addPeer(const QString& address, PeerOrigin origin,
                                                  bool linkLocalToo) {
    const auto url = peerUrl(address, m_impl->options.standardPort);
    if (!url) return fail(AddPeerFault::BadAddress);
    const QHostAddress ip = ipAddress(url->host());
    if (!ip.isNull() && ip.isLinkLocal() && !linkLocalToo) return fail(AddPeerFault::LinkLocal);
    if (!ip.isNull() && isBanned(ip)) return fail(AddPeerFault::Banned);
    const bool byHand = origin >= PeerOrigin::CommandLine;
    if (Impl::Row* known = m_impl->findAddress(url->host(), quint16(url->port()))) {
        if (byHand && origin >= known->origin) known->origin = origin;
        known->isHeardOf = known->isHeardOf && !byHand;
        known->isOver = false;
        if (known->connection == nullptr || known->isKept()) m_impl->dialler.add(known->id, m_impl->nowMs());
        m_impl->dialler.hurry(known->id, m_impl->nowMs());
        m_impl->changed();
        m_impl->remember();
        return known->id;
    }
    const int others = m_impl->countOf(PeerOrigin::ByHand) + m_impl->countOf(PeerOrigin::CommandLine);
    if (byHand ? others >= m_impl->options.maxByHand : std::size_t(m_impl->countOf(origin)) >= kMostSeeds)
        return fail(AddPeerFault::Full);
    Impl::Row row;
    row.host = url->host();
    row.port = quint16(url->port());
    row.origin = origin;
    row.isHeardOf = origin == PeerOrigin::HeardOf;
    row.asksHello = address.trimmed().startsWith(QLatin1String("http"), Qt::CaseInsensitive) &&
                    address.contains(QLatin1String("://"));
    const PeerId id = m_impl->add(std::move(row)).id;
    m_impl->dialler.add(id, m_impl->nowMs());
    m_impl->changed();
    m_impl->remember();
    QTimer::singleShot(0, this, [this] { m_impl->dialDue(); });
    return id;
}

void PeerManager::removePeer(PeerId peer) {
    Impl::Row* row = m_impl->find(peer);
    if (row == nullptr) return;
    m_impl->dialler.remove(peer);
    row->isHeardOf = true; // nothing of it stays
    if (row->connection != nullptr)
        m_impl->end(*row, Misbehaviour::StoppedByUser); // erases it
    else
        m_impl->erase(peer);
    m_impl->changed();
    m_impl->remember();
}

void PeerManager::disconnectPeer(PeerId peer, Misbehaviour reason) {
    Impl::Row* row = m_impl->find(peer);
    if (row != nullptr) m_impl->end(*row, reason);
}

void PeerManager::pingAll() {
    for (auto& [id, row] : m_impl->rows) {
        if (row.link != nullptr) row.link->ping();
    }
}

const util::Clock& PeerManager::clock() const {
    return m_impl->clock;
}

std::vector<PeerInfo> PeerManager::peers() const {
    std::vector<PeerInfo> out;
    for (const auto& [id, row] : m_impl->rows) {
        // Strangers that have not said who they are, and addresses that are being tried, are nobody yet.
        const bool isSomebody = row.isKept() || (row.connection != nullptr && row.connection->isReady());
        if (isSomebody) out.push_back(m_impl->infoOf(row));
    }
    return out;
}

QStringList PeerManager::savedPeers() const {
    QStringList out;
    for (const auto& [id, row] : m_impl->rows) {
        if (row.isKept() && row.origin == PeerOrigin::ByHand)
            out << (row.asksHello ? QStringLiteral("http://") : QString()) + row.address();
    }
    return out;
}

bool PeerManager::ban(const QString& subnet, std::int64_t untilUnix, bool byHand) {
    if (!m_impl->bans.add(subnet, m_impl->now(), untilUnix, byHand)) return false;
    m_impl->applyBans();
    return true;
}

bool PeerManager::unban(const QString& subnet) {
    if (!m_impl->bans.remove(subnet)) return false;
    m_impl->applyBans();
    return true;
}

void PeerManager::clearBans() {
    m_impl->bans.clear();
    m_impl->applyBans();
}

std::vector<BanInfo> PeerManager::bans() const {
    return m_impl->bans.all(m_impl->now());
}

void PeerManager::setBans(const std::vector<BanInfo>& bans) {
    m_impl->bans.restore(bans, m_impl->now());
    m_impl->applyBans();
}

AddressBook& PeerManager::addresses() {
    return m_impl->book;
}

void PeerManager::carryOut(const std::vector<PeerOrder>& orders) {
    for (const PeerOrder& order : orders) {
        const PeerId peer = std::visit([](const auto& each) { return each.peer; }, order);
        Impl::Row* row = m_impl->find(peer);
        if (row == nullptr || row->connection == nullptr) continue; // it has gone meanwhile
        if (const auto* message = std::get_if<SendMessage>(&order))
            row->connection->send(message->message);
        else if (const auto* block = std::get_if<ServeBlock>(&order))
            row->connection->serve(block->hash, block->withWitness);
        else if (const auto* drop = std::get_if<DropPeer>(&order))
            m_impl->end(*row, drop->reason, drop->rejection);
        else if (const auto* gift = std::get_if<NoteGift>(&order))
            row->connection->gave(gift->gift);
    }
}

void PeerManager::handled(PeerId peer, std::size_t bytes) {
    const bool wasFull = m_impl->budget.isFull();
    Impl::Row* row = m_impl->find(peer);
    if (row != nullptr && row->connection != nullptr) row->connection->handled(bytes);
    if (wasFull && !m_impl->budget.isFull()) m_impl->resumeAll();
}

void PeerManager::adopt(std::unique_ptr<QTcpSocket> socket) {
    const wire::NetAddress remote = netAddressOf(socket->peerAddress(), socket->peerPort());
    const bool isWelcome = m_impl->isActive && m_impl->hello.port != 0 && !isBanned(socket->peerAddress());
    const auto decision = isWelcome ? m_impl->inbound.decide(remote, m_impl->occupants())
                                    : InboundSlots::Decision{InboundSlots::Verdict::Refused};
    if (decision.verdict == InboundSlots::Verdict::Refused) {
        const PeerState why = isBanned(socket->peerAddress()) ? PeerState::Banned : PeerState::Unreachable;
        m_impl->log.refused(textOf(remote), why, m_impl->nowMs());
        socket->abort();
        return;
    }
    if (decision.verdict == InboundSlots::Verdict::InsteadOf) {
        if (Impl::Row* leaves = m_impl->find(decision.leaves)) m_impl->end(*leaves, Misbehaviour::NotNeeded);
    }
    Impl::Row row;
    row.host = hostOf(remote).toString();
    row.port = remote.port;
    row.dialledIn = true;
    row.remote = remote;
    Impl::Row& added = m_impl->add(std::move(row));
    auto* link = new Link(added.id, m_impl->environment, m_impl->linkOptions, std::move(socket), this);
    m_impl->watch(added, link, link);
}

bool PeerManager::isBanned(const QHostAddress& address) const {
    return m_impl->bans.isBanned(address, m_impl->now());
}

void PeerManager::heard(const QHostAddress& from, const Hello& caller) {
    if (caller.genesis == m_impl->hello.genesis) m_impl->meet(netAddressOf(from, caller.port));
}

void PeerManager::heardNearby(const wire::NetAddress& address) {
    const Scope scope = scopeOf(address);
    if (scope == Scope::Private || scope == Scope::Loopback) m_impl->meet(address);
}

void PeerManager::Impl::meet(const wire::NetAddress& address) {
    if (address.port == 0 || bans.isBanned(hostOf(address), now()) || heardHellos.take(1, nowMs()) == 0)
        return;
    if (!isOfUse(address, address) || isOwn(address)) return;
    if (book.add({std::uint32_t(now()), kLocalServices, address}, address, now())) remember();
}

} // namespace net

#include "moc_PeerManager.cpp"
