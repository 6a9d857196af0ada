#include "net/PeerManager.h"

#include "crypto/Random.h"
#include "net/HttpFetcher.h"
#include "net/OrderCalls.h"
#include "net/PeerAddress.h"
#include "net/PeerLink.h"
#include "net/PeerProtocol.h"
#include "net/Penalties.h"
#include "util/Log.h"

#include <QHash>
#include <QTimer>

#include <algorithm>

namespace net {

namespace {

constexpr int kMaintenanceMs = 500;
constexpr int kNewsMs = 250;
constexpr int kHelloEverySeconds = 30;
constexpr int kDialInGoneSeconds =
    10; ///< without a wait of its own open: it asks anew at once while it is there
constexpr int kCallerSeconds = 60;
constexpr int kFirstBackOffSeconds = 5;
constexpr int kMaxBackOffSeconds = 600;
constexpr std::size_t kMaxCallers = 256; ///< strangers whose hello is remembered until they do something
constexpr std::size_t kMaxQueuedOrders = 64;

} // namespace

struct PeerManager::Impl {
    struct Caller {
        Hello hello;
        QString host;
        std::int64_t time = 0;
    };
    Impl(PeerManager& manager, const util::Clock& time, Options given)
        : owner(manager), clock(time), options(given), fetcher(&manager), maintenance(&manager),
          news(&manager) {}

    PeerLink* find(PeerId id) {
        const auto found = links.find(id);
        return found == links.end() ? nullptr : found->second.get();
    }
    PeerLink* findNonce(std::uint64_t nonce);
    PeerLink* findUrl(const QUrl& url);
    PeerLink& addLink();
    Result<PeerLink*, PeerRefusal> caller(std::uint64_t nonce);

    void dial(PeerLink& link);
    void onHelloAnswer(PeerId id, const Fetched& answer);
    void becomeReady(PeerLink& link);
    void lose(PeerLink& link, const QString& error);
    void refuse(PeerLink& link, PeerState state, const QString& error, int retrySeconds);
    void waitForNews(PeerId id);
    void takeReply(PeerLink& link, const QByteArray& body);
    void post(PeerLink& link, const QString& path, const QByteArray& body,
              std::function<void(PeerLink&, const Fetched&)> done);
    void maintain();
    void changed() {
        if (!news.isActive()) news.start(kNewsMs);
    }
    [[nodiscard]] QUrl urlOf(const PeerLink& link, const QString& path) const;

    PeerManager& owner;
    const util::Clock& clock;
    Options options;
    HttpFetcher fetcher;
    QTimer maintenance;
    QTimer news;
    Hello local;
    bool hasLocal = false;
    quint16 listenPort = 0;
    std::map<PeerId, std::unique_ptr<PeerLink>> links;
    std::map<std::uint64_t, Caller> callers;
    QHash<QString, std::int64_t> bans; ///< address → unix seconds until
    PeerId nextId = 1;
    quint64 nextTicket = 1;
};

PeerManager::PeerManager(const util::Clock& clock, Options options, QObject* parent)
    : QObject(parent), m_impl(std::make_unique<Impl>(*this, clock, options)) {
    m_impl->local.nonce = std::max<std::uint64_t>(1, crypto::randomNumber());
    m_impl->local.agent = QString::fromLatin1(kAgent);
    m_impl->news.setSingleShot(true);
    connect(&m_impl->news, &QTimer::timeout, this, &PeerManager::peersChanged);
    connect(&m_impl->maintenance, &QTimer::timeout, this, [this] { m_impl->maintain(); });
    m_impl->maintenance.start(kMaintenanceMs);
}

PeerManager::~PeerManager() = default;

// --- local state and the list

void PeerManager::setLocalState(const LocalState& state) {
    const Hello before = m_impl->local;
    m_impl->local = state.hello;
    m_impl->local.nonce = before.nonce;
    m_impl->local.agent = before.agent;
    m_impl->local.listens = m_impl->listenPort != 0;
    m_impl->local.port = m_impl->listenPort;
    m_impl->hasLocal = true;
}

void PeerManager::setListenPort(quint16 port) {
    if (port == m_impl->listenPort) return;
    m_impl->listenPort = port;
    m_impl->local.listens = port != 0;
    m_impl->local.port = port;
    std::vector<PeerId> cutOff;
    for (auto& [id, link] : m_impl->links) {
        link->called = false;
        if (link->canBeDialled())
            link->nextHello = 0; // it hears of the change at once
        else
            cutOff.push_back(id); // it called at the port that is closed now
    }
    for (const PeerId id : cutOff)
        removePeer(id);
    m_impl->changed();
}

Result<PeerId, QString> PeerManager::addPeer(const QString& text, bool saved) {
    const auto url = peerUrl(text, m_impl->options.standardPort);
    if (!url) return fail(url.error());
    if (PeerLink* known = m_impl->findUrl(*url)) {
        known->saved = known->saved || saved;
        if (!known->ready) known->nextTry = 0; // the user asked: do not wait
        if (known->state == PeerState::Unreachable) known->state = PeerState::Connecting;
        return known->id;
    }
    if (m_impl->links.size() >= std::size_t(m_impl->options.maxPeers))
        return fail(
            QStringLiteral("There are %1 peers already, the most allowed.").arg(m_impl->options.maxPeers));
    PeerLink& link = m_impl->addLink();
    link.url = *url;
    link.host = url->host();
    link.saved = saved;
    const PeerId id = link.id;
    QMetaObject::invokeMethod(
        this,
        [this, id] {
            if (PeerLink* fresh = m_impl->find(id); fresh != nullptr && m_impl->hasLocal)
                m_impl->dial(*fresh);
        },
        Qt::QueuedConnection);
    m_impl->changed();
    return id;
}

void PeerManager::removePeer(PeerId peer) {
    PeerLink* link = m_impl->find(peer);
    if (link == nullptr) return;
    const bool wasReady = link->ready;
    m_impl->links.erase(peer);
    if (wasReady) emit peerGone(peer);
    m_impl->changed();
}

void PeerManager::ban(PeerId peer, int seconds, const QString& reason) {
    PeerLink* link = m_impl->find(peer);
    if (link == nullptr) return;
    m_impl->bans.insert(link->info().address, m_impl->clock.now() + seconds);
    m_impl->refuse(*link, PeerState::Banned, reason, seconds);
}

void PeerManager::unban(PeerId peer) {
    PeerLink* link = m_impl->find(peer);
    if (link == nullptr || link->state != PeerState::Banned) return;
    m_impl->bans.remove(link->info().address);
    link->nextTry = 0;
    link->state = PeerState::Connecting;
    link->lastError = {};
    m_impl->changed();
}

std::vector<PeerInfo> PeerManager::peers() const {
    std::vector<PeerInfo> out;
    for (const auto& [id, link] : m_impl->links)
        out.push_back(link->info());
    return out;
}

QStringList PeerManager::savedPeers() const {
    QStringList out;
    for (const auto& [id, link] : m_impl->links) {
        if (link->saved && link->canBeDialled()) out << addressText(link->url);
    }
    return out;
}

PeerLink* PeerManager::Impl::findNonce(std::uint64_t nonce) {
    for (auto& [id, link] : links) {
        if (link->ready && link->hello.nonce == nonce) return link.get();
    }
    return nullptr;
}

PeerLink* PeerManager::Impl::findUrl(const QUrl& url) {
    for (auto& [id, link] : links) {
        if (link->url == url) return link.get();
    }
    return nullptr;
}

PeerLink& PeerManager::Impl::addLink() {
    auto link = std::make_unique<PeerLink>();
    link->id = nextId++;
    link->requests = std::make_unique<QObject>();
    PeerLink& out = *link;
    links[out.id] = std::move(link);
    return out;
}

// --- dialling

QUrl PeerManager::Impl::urlOf(const PeerLink& link, const QString& path) const {
    QUrl url = link.url;
    url.setPath(path);
    url.setQuery(QStringLiteral("nonce=%1").arg(QString::number(local.nonce, 16)));
    return url;
}

void PeerManager::Impl::dial(PeerLink& link) {
    if (link.dialling) return;
    link.dialling = true;
    QUrl url = link.url;
    url.setPath(QStringLiteral("/p2p/v1/hello"));
    url.setQuery(helloQuery(local));
    const PeerId id = link.id;
    fetcher.fetch(url, {}, {10'000, 64 * 1024}, link.requests.get(),
                  [this, id](const Fetched& answer) { onHelloAnswer(id, answer); });
}

void PeerManager::Impl::onHelloAnswer(PeerId id, const Fetched& answer) {
    PeerLink* link = find(id);
    if (link == nullptr) return;
    link->dialling = false;
    if (!answer.ok()) {
        return lose(*link,
                    answer.status == 0
                        ? answer.error
                        : QStringLiteral("It answered with status %1: no Cairn node, or one that refuses us.")
                              .arg(answer.status));
    }
    auto hello = decodeHello(answer.body);
    if (!hello) return lose(*link, hello.error());
    if (hello->nonce == local.nonce)
        return refuse(*link, PeerState::Self, QStringLiteral("This is the node itself."), kMaxBackOffSeconds);
    if (hello->genesis != local.genesis) {
        return refuse(*link, PeerState::WrongNetwork, networkDifference(local, *hello),
                      penaltyFor(Misbehaviour::WrongNetwork, false).retrySeconds);
    }
    PeerLink* same = findNonce(hello->nonce);
    if (same != nullptr && same != link && same->canBeDialled()) {
        // A card names every address of its giver: one of them is enough, unless the user asked for this one.
        same->called = same->called || link->called;
        if (!link->saved) return owner.removePeer(id);
        return refuse(*link, PeerState::Self,
                      QStringLiteral("This is the same node as %1.").arg(addressText(same->url)),
                      kMaxBackOffSeconds);
    }
    const bool restarted = link->ready && link->hello.nonce != hello->nonce;
    link->hello = std::move(*hello);
    link->pingMs = answer.milliseconds;
    link->lastSeen = clock.now();
    link->nextHello = link->lastSeen + kHelloEverySeconds;
    link->bytesIn += answer.body.size();
    if (same != nullptr && same != link) { // it dialled in before: one peer, two directions
        link->called = true;
        link->parked = std::move(same->parked);
        link->ticket = same->ticket;
        link->parkedSinceMs = same->parkedSinceMs;
        same->parked = nullptr;
        const PeerId gone = same->id;
        links.erase(gone);
        emit owner.peerGone(gone);
    }
    if (restarted || !link->ready)
        becomeReady(*link);
    else
        emit owner.peerReady(id, link->hello); // a fresh hello of one that is ready: its tip may be new
    changed();
}

void PeerManager::Impl::becomeReady(PeerLink& link) {
    link.ready = true;
    link.failures = 0;
    link.state = PeerState::InStep; // until the sync says better
    link.lastError = {};
    const PeerId id = link.id;
    emit owner.peerReady(id, link.hello);
    if (link.canBeDialled()) waitForNews(id);
}

/// The connection failed: told once, tried again later, ever more seldom.
void PeerManager::Impl::lose(PeerLink& link, const QString& error) {
    const int seconds = std::min(kMaxBackOffSeconds, kFirstBackOffSeconds << std::min(link.failures, 7));
    ++link.failures;
    refuse(link, PeerState::Unreachable, error, seconds);
}

void PeerManager::Impl::refuse(PeerLink& link, PeerState state, const QString& error, int retrySeconds) {
    const bool wasReady = std::exchange(link.ready, false);
    link.state = state;
    link.lastError = error;
    link.nextTry = clock.now() + retrySeconds;
    link.dialling = false;
    link.queuedNews = {};
    link.queuedOrders.clear();
    link.requests = std::make_unique<QObject>(); // what was under way ends
    if (wasReady) emit owner.peerGone(link.id);
    changed();
}

/// Keeps one `wait` open: how a node that cannot be called hears news at once.
void PeerManager::Impl::waitForNews(PeerId id) {
    PeerLink* link = find(id);
    if (link == nullptr || !link->ready) return;
    const HttpFetcher::Limits limits{options.waitMs + 10'000, options.maxReplyBytes};
    const auto nonce = link->hello.nonce;
    fetcher.fetch(urlOf(*link, QStringLiteral("/p2p/v1/wait")), {}, limits, link->requests.get(),
                  [this, id, nonce](const Fetched& answer) {
                      PeerLink* waiting = find(id);
                      if (waiting == nullptr || !waiting->ready || waiting->hello.nonce != nonce) return;
                      if (!answer.ok()) {
                          waiting->failures = 0; // it was up: look again soon
                          return lose(*waiting,
                                      answer.status == 0
                                          ? answer.error
                                          : QStringLiteral("It answered with status %1.").arg(answer.status));
                      }
                      takeReply(*waiting, answer.body);
                      waitForNews(id);
                  });
}

void PeerManager::Impl::takeReply(PeerLink& link, const QByteArray& body) {
    link.bytesIn += body.size();
    link.lastSeen = clock.now();
    if (body.isEmpty()) return;
    const auto reply = decodeReply(body);
    const PeerId id = link.id;
    if (!reply) return owner.drop(id, Misbehaviour::MalformedMessage, reply.error());
    if (!reply->news.isEmpty()) emit owner.announced(id, reply->news);
    for (const Order& order : reply->orders)
        emit owner.ordered(id, order);
}

void PeerManager::Impl::post(PeerLink& link, const QString& path, const QByteArray& body,
                             std::function<void(PeerLink&, const Fetched&)> done) {
    link.bytesOut += body.size();
    const PeerId id = link.id;
    const QByteArray sent = body.isNull() ? QByteArray("") : body;
    fetcher.fetch(urlOf(link, path), sent, {options.deadlineMs, options.maxReplyBytes}, link.requests.get(),
                  [this, id, done = std::move(done)](const Fetched& answer) {
                      PeerLink* peer = find(id);
                      if (peer == nullptr || !peer->ready) return;
                      done(*peer, answer);
                      changed();
                  });
}

void PeerManager::Impl::maintain() {
    if (!hasLocal) return;
    const std::int64_t now = clock.now();
    std::vector<PeerId> gone;
    std::vector<PeerLink*> due;
    for (auto& [id, link] : links) {
        if (link->canBeDialled()) {
            const bool hello = link->ready ? now >= link->nextHello : now >= link->nextTry;
            if (hello && !link->dialling && link->state != PeerState::Self) due.push_back(link.get());
        } else if (link->parked) {
            link->lastSeen = now; // its connection is open
        } else if (now - link->lastSeen > kDialInGoneSeconds) {
            gone.push_back(id);
        }
        if (link->parked && clock.steadyMs() - link->parkedSinceMs > options.waitMs) link->answerParked();
    }
    for (PeerLink* link : due) {
        if (link->state == PeerState::Banned) link->state = PeerState::Connecting;
        dial(*link);
    }
    for (const PeerId id : gone)
        owner.removePeer(id);
    std::erase_if(callers, [&](const auto& item) { return now - item.second.time > kCallerSeconds; });
}

// --- orders of the SyncManager

void PeerManager::ask(PeerId peer, const Order& order) {
    PeerLink* link = m_impl->find(peer);
    if (link == nullptr || !link->ready) {
        emit orderFailed(peer, order);
        return;
    }
    if (!link->canBeDialled()) {
        if (link->queuedOrders.size() >= kMaxQueuedOrders) {
            emit orderFailed(peer, order);
            return;
        }
        link->queuedOrders.push_back(order);
        link->answerParked();
        return;
    }
    m_impl->post(*link, pathOf(order.kind), bodyOf(order),
                 [this, order](PeerLink& from, const Fetched& answer) {
                     from.bytesIn += answer.body.size();
                     const PeerId id = from.id;
                     if (!answer.ok()) {
                         emit orderFailed(id, order);
                         return;
                     }
                     from.lastSeen = m_impl->clock.now();
                     const auto delivery = deliveryOf(order.kind, answer.body);
                     if (delivery) {
                         emit delivered(id, *delivery);
                         return;
                     }
                     emit orderFailed(id, order);
                     drop(id, Misbehaviour::MalformedMessage, delivery.error());
                 });
}

void PeerManager::announce(PeerId peer, const Announcement& news) {
    PeerLink* link = m_impl->find(peer);
    if (link == nullptr || !link->ready) return;
    if (link->parked || !link->canBeDialled()) {
        link->queue(news);
        link->answerParked();
        return;
    }
    m_impl->post(*link, QStringLiteral("/p2p/v1/announce"), encodeAnnouncement(news),
                 [this](PeerLink& from, const Fetched& answer) {
                     if (answer.ok()) m_impl->takeReply(from, answer.body);
                 });
}

void PeerManager::drop(PeerId peer, Misbehaviour reason, const QString& detail) {
    PeerLink* link = m_impl->find(peer);
    if (link == nullptr) return;
    util::logWarning("net", "peer " + link->info().address.toStdString() + ": " + detail.toStdString());
    const Penalty penalty = penaltyFor(reason, isLoopbackHost(link->host));
    if (penalty.banSeconds > 0)
        ban(peer, penalty.banSeconds, detail);
    else if (penalty.retrySeconds > 0)
        m_impl->refuse(*link, PeerState::Unreachable, detail, penalty.retrySeconds);
    else
        m_impl->lose(*link, detail);
}

void PeerManager::deliver(PeerId peer, const Delivery& delivery) {
    PeerLink* link = m_impl->find(peer);
    if (link == nullptr || !link->ready || !link->canBeDialled()) return;
    m_impl->post(*link, QStringLiteral("/p2p/v1/deliver"), encodeDelivery(delivery),
                 [](PeerLink&, const Fetched&) {});
}

// --- those who dial in

Result<Hello, PeerRefusal> PeerManager::onHello(const Hello& caller, const QString& remoteHost) {
    if (!m_impl->hasLocal) return fail(PeerRefusal{503, QStringLiteral("The node is starting.")});
    const bool stranger = caller.nonce == m_impl->local.nonce || caller.genesis != m_impl->local.genesis;
    if (stranger) return m_impl->local; // it will see for itself
    const std::int64_t now = m_impl->clock.now();
    QString host = remoteHost;
    if (host.startsWith(QLatin1String("::ffff:"))) host = host.mid(7);
    const QString literal =
        host.contains(QLatin1Char(':')) ? QLatin1Char('[') + host + QLatin1Char(']') : host;
    if (m_impl->bans.value(host, 0) > now)
        return fail(PeerRefusal{403, QStringLiteral("You are banned here for a while.")});
    if (PeerLink* link = m_impl->findNonce(caller.nonce)) {
        link->hello = caller;
        link->lastSeen = now;
        link->called = true;
        emit peerReady(link->id, caller);
        return m_impl->local;
    }
    if (m_impl->callers.size() >= kMaxCallers) m_impl->callers.erase(m_impl->callers.begin());
    m_impl->callers[caller.nonce] = {caller, host, now};
    if (caller.listens && caller.port != 0) {
        const auto added = addPeer(QStringLiteral("%1:%2").arg(literal).arg(caller.port), false);
        if (PeerLink* link = added ? m_impl->find(*added) : nullptr) link->called = true;
    }
    return m_impl->local;
}

/// The link of a caller, made when its hello is known but no link is.
Result<PeerLink*, PeerRefusal> PeerManager::Impl::caller(std::uint64_t nonce) {
    if (PeerLink* link = findNonce(nonce)) {
        link->lastSeen = clock.now();
        return link;
    }
    const auto known = callers.find(nonce);
    if (known == callers.end())
        return fail(PeerRefusal{409, QStringLiteral("Say hello first: this node does not know you.")});
    const auto dialIns =
        std::ranges::count_if(links, [](const auto& item) { return !item.second->canBeDialled(); });
    if (dialIns >= options.maxDialIns)
        return fail(PeerRefusal{503, QStringLiteral("There are too many peers here.")});
    PeerLink& link = addLink();
    link.hello = known->second.hello;
    link.host = known->second.host;
    link.called = true;
    link.lastSeen = clock.now();
    callers.erase(known);
    becomeReady(link);
    changed();
    return &link;
}

Result<PeerReply, PeerRefusal> PeerManager::onAnnounce(std::uint64_t nonce, const Announcement& news) {
    const auto link = m_impl->caller(nonce);
    if (!link) return fail(link.error());
    emit announced((*link)->id, news);
    return (*link)->canBeDialled() ? PeerReply{} : (*link)->takeQueued();
}

quint64 PeerManager::onWait(std::uint64_t nonce, std::function<void(Result<PeerReply, PeerRefusal>)> reply) {
    const auto link = m_impl->caller(nonce);
    if (!link) {
        reply(fail(link.error()));
        return 0;
    }
    (*link)->answerParked(); // an older wait of the same peer
    const quint64 ticket = m_impl->nextTicket++;
    (*link)->ticket = ticket;
    (*link)->parked = std::move(reply);
    (*link)->parkedSinceMs = m_impl->clock.steadyMs();
    if ((*link)->hasQueued()) (*link)->answerParked();
    return ticket;
}

void PeerManager::cancelWait(quint64 ticket) {
    for (auto& [id, link] : m_impl->links) {
        if (ticket == 0 || link->ticket != ticket) continue;
        link->ticket = 0;
        link->parked = nullptr;
    }
}

Result<void, PeerRefusal> PeerManager::onDeliver(std::uint64_t nonce, Delivery delivery) {
    const auto link = m_impl->caller(nonce);
    if (!link) return fail(link.error());
    emit delivered((*link)->id, std::move(delivery));
    return {};
}

void PeerManager::onServed(std::uint64_t nonce, qint64 bytesIn, qint64 bytesOut) {
    PeerLink* link = m_impl->findNonce(nonce);
    if (link == nullptr || bytesIn + bytesOut == 0) return;
    link->bytesIn += bytesIn;
    link->bytesOut += bytesOut;
    m_impl->changed();
}

} // namespace net
