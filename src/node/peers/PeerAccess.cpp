#include "node/peers/PeerAccess.h"

#include "net/PeerPrograms.h"
#include "net/address/BanList.h"
#include "node/chain/ResolveJob.h"
#include "node/peers/PeerMemory.h"
#include "util/Log.h"

#include <algorithm>

namespace node {

namespace {

using net::PeerManager;

PeerMemory memoryOf(PeerManager& manager) {
    const util::Bytes addresses = manager.addresses().serialize();
    return {manager.savedPeers(), manager.bans(),
            QByteArray(reinterpret_cast<const char*>(addresses.data()), qsizetype(addresses.size()))};
}

void recall(PeerManager& manager, const PeerMemory& memory) {
    manager.setBans(memory.bans);
    if (memory.addresses.isEmpty()) return;
    auto book = net::AddressBook::load({reinterpret_cast<const std::uint8_t*>(memory.addresses.constData()),
                                        std::size_t(memory.addresses.size())});
    if (book)
        manager.addresses() = std::move(*book);
    else
        util::logWarning("net", "the addresses of other nodes could not be read and are collected anew");
}

/// Exactly this address or subnet.
bool isBanned(PeerManager& manager, const QString& subnet) {
    const auto wanted = net::BanList::normalised(subnet);
    return wanted && std::ranges::any_of(manager.bans(),
                                         [&](const net::BanInfo& ban) { return ban.subnet == *wanted; });
}

/// The host of "1.2.3.4:5" and "[::1]:5".
QString hostOf(const QString& address) {
    QString host = address.left(address.lastIndexOf(QLatin1Char(':')));
    return host.remove(QLatin1Char('[')).remove(QLatin1Char(']'));
}

} // namespace

PeerAccess::PeerAccess(const ServiceThread& io, const ChainAccess& chain, BoardRef<PeerList> board)
    : m_manager(io), m_chain(chain), m_board(std::move(board)) {}

// --- peers by hand

QFuture<Result<quint64, net::AddPeerFault>> PeerAccess::add(QString address, bool linkLocalToo) const {
    return m_manager.ask([address, linkLocalToo](PeerManager& manager) {
        return Result<quint64, net::AddPeerFault>(
            manager.addPeer(address, net::PeerOrigin::ByHand, linkLocalToo));
    });
}

QFuture<Result<quint64, net::AddPeerFault>> PeerAccess::tryOnce(QString address) const {
    return m_manager.ask([address](PeerManager& manager) {
        return Result<quint64, net::AddPeerFault>(manager.addPeer(address, net::PeerOrigin::Once));
    });
}

QFuture<Result<quint64, net::AddPeerFault>> PeerAccess::tryAsHeardOf(QString address) const {
    return m_manager.ask([address](PeerManager& manager) {
        return Result<quint64, net::AddPeerFault>(manager.addPeer(address, net::PeerOrigin::HeardOf));
    });
}

void PeerAccess::remove(quint64 peer) const {
    m_manager.tell([peer](PeerManager& manager) { manager.removePeer(peer); });
}

void PeerAccess::disconnect(quint64 peer) const {
    m_manager.tell([peer](PeerManager& manager) { manager.disconnectPeer(peer); });
}

void PeerAccess::setNetworkActive(bool active) const {
    m_manager.tell([active](PeerManager& manager) { manager.setNetworkActive(active); });
}

QFuture<bool> PeerAccess::isNetworkActive() const {
    return m_manager.ask([](PeerManager& manager) { return manager.isNetworkActive(); });
}

void PeerAccess::ping() const {
    m_manager.tell([](PeerManager& manager) { manager.pingAll(); });
}

QFuture<std::vector<net::AddressBook::Entry>> PeerAccess::knownAddresses() const {
    return m_manager.ask([](PeerManager& manager) { return manager.addresses().all(); });
}

// --- bans

QFuture<BanOutcome> PeerAccess::ban(QString subnet, std::int64_t untilUnix) const {
    return m_manager.ask([subnet, untilUnix](PeerManager& manager) {
        if (isBanned(manager, subnet)) return BanOutcome::NoChange;
        return manager.ban(subnet, untilUnix, true) ? BanOutcome::Done : BanOutcome::NoAddress;
    });
}

QFuture<BanOutcome> PeerAccess::unban(QString subnet) const {
    return m_manager.ask([subnet](PeerManager& manager) {
        if (!net::BanList::normalised(subnet)) return BanOutcome::NoAddress;
        return manager.unban(subnet) ? BanOutcome::Done : BanOutcome::NoChange;
    });
}

QFuture<void> PeerAccess::clearBans() const {
    return m_manager.ask([](PeerManager& manager) { manager.clearBans(); });
}

QFuture<std::vector<net::BanInfo>> PeerAccess::bans() const {
    return m_manager.ask([](PeerManager& manager) { return manager.bans(); });
}

QFuture<BanOutcome> PeerAccess::banPeer(quint64 peer, int seconds) const {
    return m_manager.ask([peer, seconds](PeerManager& manager) {
        const auto list = manager.peers();
        const auto found = std::ranges::find(list, peer, &net::PeerInfo::id);
        if (found == list.end()) return BanOutcome::NoChange;
        const std::int64_t until = manager.clock().now() + seconds;
        return manager.ban(hostOf(found->address), until, true) ? BanOutcome::Done : BanOutcome::NoAddress;
    });
}

// --- blocks

QFuture<ResolveReport> PeerAccess::resolve(int timeoutMs) const {
    auto promise = startedPromise<ResolveReport>();
    m_chain.engine().tell([board = m_board, timeoutMs, promise](Engine& engine) {
        const auto isConnecting = [board] {
            return std::ranges::any_of(*board->get(), [](const net::PeerInfo& peer) {
                return peer.state == net::PeerState::Connecting || peer.state == net::PeerState::Checking;
            });
        };
        new ResolveJob(engine, isConnecting, timeoutMs, promise); // deletes itself
    });
    return promise->future();
}

QFuture<BlockFetch> PeerAccess::fetchBlock(quint64 peer, primitives::BlockHash block) const {
    return m_chain.engine().ask(
        [peer, block](Engine& engine) { return engine.peers().fetchFrom(peer, block); });
}

QFuture<BlockSubmission> PeerAccess::push(primitives::BlockRef block) const {
    return m_chain.engine().ask([block](Engine& engine) { return engine.peers().pushed(block); });
}

// --- start and stop

QFuture<Result<QString, PortProblem>> PeerAccess::listen(QString bind) const {
    return m_manager.thread().call([listener = m_listener, bind]() -> Result<QString, PortProblem> {
        if (!*listener) return fail(PortProblem{.kind = PortProblem::Kind::NoFace});
        return (*listener)(bind);
    });
}

void PeerAccess::tellHello() const {
    m_chain.engine().tell([manager = m_manager](Engine& engine) {
        manager.tell(
            [hello = engine.peers().localHello()](PeerManager& there) { there.setLocalState({hello}); });
    });
}

void PeerAccess::start(const util::Clock& clock, const consensus::ChainParams& params,
                       QStringList connect) const {
    PeerManager::Options options;
    options.magic = params.magic;
    options.standardPort = params.card.peerPort;
    if (params.isRegtest) options.maxDialled = 0; // as under Core: who tests says who is linked to whom
    const auto readBlock = [chain = m_chain](const primitives::BlockHash& hash) {
        return chain.query([hash](explorer::ExplorerQueries& queries) {
            const auto bytes = queries.reader().readBlockBytes(hash);
            return bytes && *bytes ? **bytes : util::Bytes();
        });
    };
    auto made = std::make_unique<PeerManager>(clock, options, readBlock);
    PeerManager* const manager = made.get();
    link(*manager);
    QObject::connect(&m_chain.feed(), &ChainFeed::tipChanged, manager,
                     [peers = *this] { peers.tellHello(); });
    const auto publishNow = [peers = *this] { peers.publish(); };
    QObject::connect(&m_chain.feed(), &ChainFeed::statusChanged, manager, publishNow);
    QObject::connect(manager, &PeerManager::peersChanged, manager, publishNow);
    QObject::connect(manager, &PeerManager::memoryChanged, manager, [peers = *this] { peers.save(); });
    m_manager.settle(std::move(made));
    tellHello();
    // Once the first hello is set.
    m_chain.engine().tell([manager = m_manager, connect, seeds = params.card.seeds](Engine& engine) {
        manager.tell([memory = loadPeerMemory(engine), connect, seeds](PeerManager& there) {
            recall(there, memory);
            for (const QString& address : memory.byHand)
                (void)there.addPeer(address, net::PeerOrigin::ByHand);
            for (const QString& address : connect) {
                if (!there.addPeer(address, net::PeerOrigin::CommandLine))
                    util::logWarning("net", address.toStdString() + " cannot be dialled");
            }
            for (const std::string& address : seeds)
                (void)there.addPeer(QString::fromStdString(address), net::PeerOrigin::Seed);
        });
    });
}

/// What links say goes to the chain, what the chain wants goes to them.
void PeerAccess::link(PeerManager& manager) const {
    const Resident<Engine> engine = m_chain.engine();
    const Resident<PeerManager> self = m_manager;
    QObject::connect(&manager, &PeerManager::connected, &manager,
                     [engine](quint64 peer, const net::PeerFacts& facts) {
                         engine.tell([peer, facts](Engine& there) { there.peers().connected(peer, facts); });
                     });
    QObject::connect(&manager, &PeerManager::gone, &manager, [engine](quint64 peer) {
        engine.tell([peer](Engine& there) { there.peers().gone(peer); });
    });
    using Messages = std::shared_ptr<const std::vector<net::wire::Message>>;
    QObject::connect(&manager, &PeerManager::received, &manager,
                     [engine, self](quint64 peer, const Messages& messages, std::size_t bytes) {
                         engine.tell([self, peer, messages, bytes](Engine& there) {
                             there.peers().received(peer, *messages);
                             self.tell([peer, bytes](PeerManager& back) { back.handled(peer, bytes); });
                         });
                     });
    engine.tell([self](Engine& there) {
        QObject::connect(&there.peers(), &PeerBridge::orders, &there.peers(),
                         [self](const std::vector<net::PeerOrder>& orders) {
                             self.tell([orders](PeerManager& back) { back.carryOut(orders); });
                         });
    });
}

std::shared_ptr<const PeerAccess::PeerList> PeerAccess::programs() const {
    return std::make_shared<const PeerList>(net::programsOf(*list()));
}

QFuture<std::shared_ptr<const PeerAccess::PeerList>> PeerAccess::listNow() const {
    auto promise = startedPromise<std::shared_ptr<const PeerList>>();
    auto future = promise->future();
    m_manager.tell([engine = m_chain.engine(), promise](PeerManager& manager) {
        engine.tell([list = manager.peers(), promise](Engine& there) mutable {
            there.peers().complete(list);
            promise->addResult(std::make_shared<const PeerList>(std::move(list)));
            promise->finish();
        });
    });
    return future;
}

/// What the links say, joined on the node thread with how the sync stands. Thread: io.
void PeerAccess::publish() const {
    if (m_manager.here() == nullptr) return;
    m_chain.engine().tell([board = m_board, list = m_manager.here()->peers()](Engine& engine) mutable {
        engine.peers().complete(list);
        board->set(std::make_shared<const PeerList>(std::move(list)));
    });
}

/// Thread: io.
void PeerAccess::save() const {
    if (m_manager.here() == nullptr) return;
    m_chain.engine().tell(
        [memory = memoryOf(*m_manager.here())](Engine& engine) { savePeerMemory(engine, memory); });
}

void PeerAccess::close() const {
    if (m_manager.here() == nullptr) return;
    save();
    m_manager.clear();
}

} // namespace node
