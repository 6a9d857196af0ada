#include "net/link/PolledPeer.h"

#include "net/UserAgent.h"
#include "net/address/PeerAddress.h"
#include "net/link/HttpProtocol.h"

#include <algorithm>
#include <unordered_set>

namespace net {

namespace {

constexpr std::size_t kMaxJobs = 1'000;
constexpr std::size_t kMaxPushes = 8;
constexpr std::size_t kMaxIdsTold = 5'000; ///< ids of a mempool that are told of

bool isOfBlock(wire::ItemKind kind) {
    return kind == wire::ItemKind::Block || kind == wire::ItemKind::BlockWithWitness ||
           kind == wire::ItemKind::CompactBlock;
}

bool isByWtxid(wire::ItemKind kind) {
    return kind == wire::ItemKind::WtxId || kind == wire::ItemKind::TransactionWithWitness;
}

} // namespace

PolledPeer::PolledPeer(PeerId id, Environment environment, const Options& options, const QString& host,
                       quint16 port, const Hello& hello, QObject* parent)
    : PeerConnection(parent), m_id(id), m_env(environment), m_options(options), m_host(host), m_port(port),
      m_calls(options.callsPerSecond, 5.0 * options.callsPerSecond, environment.clock.steadyMs()),
      m_blocksAtOnce(kMaxBlocksPerRequest), m_sinceMs(environment.clock.steadyMs()),
      m_sinceUnix(environment.clock.now()) {
    m_facts.isPolled = true;
    m_facts.isLoopback = isLoopbackHost(host);
    m_facts.services = wire::kServiceNetwork | wire::kServiceWitness;
    m_facts.startHeight = hello.height;
    m_facts.wtxidRelay = true;
    m_facts.userAgent = hello.agent.toStdString();
    learn(hello);
}

void PolledPeer::learn(const Hello& hello) {
    m_hello = hello;
    m_clockOffset = hello.time == 0 ? 0 : hello.time - m_env.clock.now();
}

PolledPeer::~PolledPeer() = default;

// --- orders

void PolledPeer::send(wire::Message message) {
    if (!isReady()) return;
    if (const auto* headers = std::get_if<wire::GetHeaders>(&message)) {
        Job job;
        job.kind = Job::Kind::Headers;
        job.body = encodeHeadersRequest({headers->locator, headers->stop});
        addJob(std::move(job));
    } else if (const auto* items = std::get_if<wire::GetData>(&message)) {
        addItems(items->items);
    } else if (const auto* pushed = std::get_if<wire::BlockMessage>(&message)) {
        push(*pushed->block);
    } else if (const auto* ping = std::get_if<wire::Ping>(&message)) {
        give({wire::Pong{ping->nonce, ping->hasNonce}}, 0);
    }
    next();
}

void PolledPeer::serve(const primitives::BlockHash& /*block*/, bool /*withWitness*/) {} // it fetches itself

/// Before what is asked of it: others wait for nothing else so much.
void PolledPeer::push(const primitives::Block& block) {
    if (!m_takesBlocks || m_pushes >= kMaxPushes) return;
    const util::Bytes bytes = block.serialize();
    Job job;
    job.kind = Job::Kind::Push;
    job.body = QByteArray(reinterpret_cast<const char*>(bytes.data()), qsizetype(bytes.size()));
    m_jobs.insert(m_jobs.begin() + std::ptrdiff_t(m_pushes++), std::move(job));
}

void PolledPeer::addItems(const std::vector<wire::InventoryItem>& items) {
    std::vector<wire::InventoryItem> missing;
    Job blocks;
    Job transactions;
    blocks.kind = Job::Kind::Blocks;
    transactions.kind = Job::Kind::Transactions;
    const auto flush = [this](Job& job, bool isFull) {
        if (!isFull) return;
        Job next;
        next.kind = job.kind;
        addJob(std::exchange(job, std::move(next)));
    };
    for (const wire::InventoryItem& item : items) {
        if (isOfBlock(item.kind)) {
            blocks.blocks.emplace_back(item.hash);
            flush(blocks, blocks.blocks.size() == m_blocksAtOnce);
        } else if (isByWtxid(item.kind)) {
            transactions.wtxids.emplace_back(item.hash);
            flush(transactions, transactions.wtxids.size() == kMaxIdsPerRequest);
        } else {
            missing.push_back(item); // it knows no other names
        }
    }
    flush(blocks, !blocks.blocks.empty());
    flush(transactions, !transactions.wtxids.empty());
    if (!missing.empty()) give({wire::NotFound{std::move(missing)}}, 0);
}

void PolledPeer::addJob(Job job) {
    if (m_jobs.size() >= kMaxJobs)
        notFound(job);
    else
        m_jobs.push_back(std::move(job));
}

// --- calls

void PolledPeer::tick() {
    if (m_hasEnded) return;
    if (!m_isReady) {
        m_isReady = true;
        emit shookHands(m_facts);
        poll();
    }
    if (m_env.clock.steadyMs() >= m_nextPollMs && !m_hasEnded) poll();
    next();
}

void PolledPeer::poll() {
    // The next time counts from the answer on: what was asked for has its turn however slow the answers are.
    m_nextPollMs = INT64_MAX;
    m_jobs.insert(m_jobs.begin() + std::ptrdiff_t(m_pushes),
                  {Job::Kind::Hello, {}, {}, {}}); // its tip may have changed
    m_jobs.push_back({Job::Kind::Mempool, {}, {}, {}});
}

void PolledPeer::next() {
    if (m_call != nullptr || m_jobs.empty() || !isReady() || !m_env.budget.mayRead(m_id)) return;
    if (m_calls.take(1, m_env.clock.steadyMs()) == 0) return; // the next tick comes
    Job job = std::move(m_jobs.front());
    m_jobs.pop_front();
    if (job.kind == Job::Kind::Push) --m_pushes;
    start(std::move(job));
}

void PolledPeer::start(Job job) {
    HttpCall::Target target{m_host, m_port, {}};
    HttpCall::Limits limits = m_options.call;
    QByteArray body = job.body;
    const char* command = "getdata";
    std::size_t count = 0;
    switch (job.kind) {
    case Job::Kind::Hello:
        target.path = "/p2p/v1/hello?" + helloQuery(m_env.self).toLatin1();
        command = "version";
        break;
    case Job::Kind::Mempool:
        target.path = "/p2p/v1/mempool";
        command = "mempool";
        limits.maxBody = qint64(kMaxMempoolIds) * 32;
        break;
    case Job::Kind::Headers:
        target.path = "/p2p/v1/headers";
        command = "getheaders";
        break;
    case Job::Kind::Blocks:
        target.path = "/p2p/v1/blocks";
        body = encodeBlockHashes(job.blocks);
        limits = m_options.blocks;
        count = job.blocks.size();
        break;
    case Job::Kind::Transactions:
        target.path = "/p2p/v1/txs";
        body = encodeWtxids(job.wtxids);
        limits = m_options.blocks;
        count = job.wtxids.size();
        break;
    case Job::Kind::Push:
        target.path = "/p2p/v1/block";
        command = "block";
        count = 1;
        break;
    }
    m_traffic.sent(command, count, std::size_t(body.size() + target.path.size()), unixMs());
    m_call = new HttpCall(
        target, body, limits,
        [this, done = std::move(job)](const HttpResult& result) {
            m_call = nullptr;
            onAnswer(done, result);
            if (!m_hasEnded) next();
        },
        this);
}

void PolledPeer::onAnswer(const Job& job, const HttpResult& result) {
    static constexpr std::array kAnswers = {"verack", "inv", "headers", "block", "tx", "verack"};
    m_traffic.received(kAnswers[std::size_t(job.kind)], 0, std::size_t(result.bytesIn), unixMs());
    if (job.kind == Job::Kind::Hello) m_nextPollMs = m_env.clock.steadyMs() + m_options.pollMs;
    if (!result.ok()) {
        onFailure(job, result);
        return;
    }
    m_failures = 0;
    switch (job.kind) {
    case Job::Kind::Hello:
        onHello(result);
        break;
    case Job::Kind::Mempool:
        onMempool(result.body);
        break;
    case Job::Kind::Headers:
        onHeaders(result.body);
        break;
    case Job::Kind::Blocks:
        onBlocks(job, result.body);
        break;
    case Job::Kind::Transactions:
        onTransactions(job, result.body);
        break;
    case Job::Kind::Push:
        break; // what it made of it, its tip will tell
    }
}

void PolledPeer::onFailure(const Job& job, const HttpResult& result) {
    const std::size_t blocks = job.blocks.size();
    if (job.kind == Job::Kind::Blocks && blocks > 1 && (result.wasTooLong() || result.status == 413)) {
        // Fewer at once.
        m_blocksAtOnce = std::max<std::size_t>(1, blocks / 2);
        for (std::size_t at = blocks; at > 0;) {
            const std::size_t count = std::min(m_blocksAtOnce, at);
            at -= count;
            Job part;
            part.kind = Job::Kind::Blocks;
            part.blocks.assign(job.blocks.begin() + std::ptrdiff_t(at),
                               job.blocks.begin() + std::ptrdiff_t(at + count));
            m_jobs.insert(m_jobs.begin() + std::ptrdiff_t(m_pushes), std::move(part));
        }
        return;
    }
    notFound(job);
    const bool hasNoSuchRoute = result.status == 404 || result.status == 405 || result.status == 501;
    if (job.kind == Job::Kind::Push && hasNoSuchRoute) m_takesBlocks = false;
    // A small program has no mempool, perhaps: that is no failure.
    const bool isRefusal = result.status >= 400 && result.status < 500 && job.kind != Job::Kind::Hello;
    if (isRefusal || ++m_failures < m_options.maxFailures) return;
    end({result.fault == PeerFault::None ? PeerFault::NotANode : result.fault});
}

void PolledPeer::notFound(const Job& job) {
    wire::NotFound missing;
    for (const primitives::BlockHash& hash : job.blocks)
        missing.items.push_back({wire::ItemKind::BlockWithWitness, hash.bytes()});
    for (const primitives::WtxId& wtxid : job.wtxids)
        missing.items.push_back({wire::ItemKind::WtxId, wtxid.bytes()});
    if (!missing.items.empty()) give({std::move(missing)}, 0);
}

// --- answers

void PolledPeer::onHello(const HttpResult& result) {
    const auto hello = decodeHello(result.body);
    if (!hello) {
        misbehaved(Misbehaviour::MalformedMessage);
        return;
    }
    m_pingMs = result.milliseconds;
    m_lowestPingMs = m_lowestPingMs < 0 ? m_pingMs : std::min(m_pingMs, m_lowestPingMs);
    if (hello->genesis != m_env.self.genesis) {
        emit changedNetwork(*hello);
        misbehaved(Misbehaviour::WrongNetwork);
        return;
    }
    const bool isNewTip = hello->tip != m_hello.tip;
    learn(*hello);
    if (isNewTip && !hello->tip.isNull())
        give({wire::Inventory{{{wire::ItemKind::Block, hello->tip.bytes()}}}}, 0);
    if (hello->port != 0) emit listensAt(hello->port);
}

void PolledPeer::onMempool(const QByteArray& body) {
    const auto wtxids = decodeWtxids(body, kMaxMempoolIds);
    if (!wtxids) {
        misbehaved(Misbehaviour::MalformedMessage);
        return;
    }
    wire::Inventory news;
    std::set<primitives::WtxId> now;
    for (const primitives::WtxId& wtxid : *wtxids) {
        if (now.size() == kMaxIdsTold) break;
        if (now.insert(wtxid).second && !m_announced.contains(wtxid))
            news.items.push_back({wire::ItemKind::WtxId, wtxid.bytes()});
    }
    m_announced = std::move(now);
    if (!news.items.empty()) give({std::move(news)}, std::size_t(body.size()));
}

void PolledPeer::onHeaders(const QByteArray& body) {
    auto headers = decodeHeaders(body);
    if (!headers) {
        misbehaved(Misbehaviour::MalformedMessage);
        return;
    }
    give({wire::Headers{std::move(*headers)}}, std::size_t(body.size()));
}

void PolledPeer::onBlocks(const Job& job, const QByteArray& body) {
    auto blocks = decodeBlocks(body);
    if (!blocks) {
        misbehaved(Misbehaviour::MalformedMessage);
        return;
    }
    std::unordered_set<primitives::BlockHash> came;
    std::vector<wire::Message> messages;
    for (primitives::BlockRef& block : *blocks) {
        came.insert(block->header.hash());
        messages.emplace_back(wire::BlockMessage{std::move(block)});
    }
    wire::NotFound missing;
    for (const primitives::BlockHash& hash : job.blocks)
        if (!came.contains(hash)) missing.items.push_back({wire::ItemKind::BlockWithWitness, hash.bytes()});
    if (!missing.items.empty()) messages.emplace_back(std::move(missing));
    give(std::move(messages), std::size_t(body.size()));
}

void PolledPeer::onTransactions(const Job& job, const QByteArray& body) {
    auto transactions = decodeTransactions(body);
    if (!transactions) {
        misbehaved(Misbehaviour::MalformedMessage);
        return;
    }
    std::set<primitives::WtxId> came;
    std::vector<wire::Message> messages;
    for (primitives::TransactionRef& each : *transactions) {
        came.insert(each->wtxid());
        messages.emplace_back(wire::TransactionMessage{std::move(each)});
    }
    wire::NotFound missing;
    for (const primitives::WtxId& wtxid : job.wtxids)
        if (!came.contains(wtxid)) missing.items.push_back({wire::ItemKind::WtxId, wtxid.bytes()});
    if (!missing.items.empty()) messages.emplace_back(std::move(missing));
    give(std::move(messages), std::size_t(body.size()));
}

void PolledPeer::give(std::vector<wire::Message> messages, std::size_t bytes) {
    if (!isReady() || messages.empty()) return;
    m_env.budget.given(m_id, bytes);
    emit received(std::make_shared<const std::vector<wire::Message>>(std::move(messages)), bytes);
}

void PolledPeer::handled(std::size_t bytes) {
    m_env.budget.handled(m_id, bytes);
    next();
}

// --- end

void PolledPeer::misbehaved(Misbehaviour what) {
    end({PeerFault::Misbehaved, DropPeer{m_id, what, {}}});
}

void PolledPeer::end(const ConnectionEnd& how) {
    if (m_hasEnded) return;
    ConnectionEnd told = how;
    told.wasReady = m_isReady;
    m_hasEnded = true;
    m_jobs.clear();
    delete std::exchange(m_call, nullptr);
    m_env.budget.forget(m_id);
    emit ended(told);
}

void PolledPeer::fill(PeerInfo& info) const {
    info.isPolled = true;
    info.facts = m_facts;
    info.agent = shownAgent(m_hello.agent.toStdString());
    info.name = m_hello.name;
    info.run = m_hello.nonce;
    info.connectedSince = isReady() ? m_sinceUnix : 0;
    info.lastBlock = lastBlock();
    info.lastTransaction = lastTransaction();
    info.pingMs = m_pingMs;
    info.lowestPingMs = m_lowestPingMs;
    info.clockOffset = m_clockOffset;
    info.feeFilter = m_hello.feeFilter;
    m_traffic.fill(info);
}

} // namespace net

#include "moc_PolledPeer.cpp"
