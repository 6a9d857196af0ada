#include "node/chain/PeerBridge.h"

#include "crypto/Random.h"
#include "net/UserAgent.h"
#include "node/NodeName.h"
#include "util/Version.h"

namespace node {

namespace {

constexpr std::int32_t kBulkBlocks = 64; ///< missing; from here on they are written together
constexpr std::int32_t kPushedDepth = 144;
constexpr std::int64_t kQuietSeconds = 5 * 60; ///< pings come every two minutes

} // namespace

PeerBridge::PeerBridge(chain::ChainState& chain, chain::Mempool& mempool, ChainKeeper& blocks,
                       MempoolKeeper& waiting, ChainFeed& feed, ChainPublisher& publisher,
                       StoreHealth& health, const util::Clock& clock)
    : m_chain(chain), m_blocks(blocks), m_waiting(waiting), m_publisher(publisher), m_health(health),
      m_clock(clock), m_exchange(chain, mempool, *this, clock, {}, crypto::randomNumber()) {
    m_publisher.setSync(&m_exchange.sync());
    connect(&feed, &ChainFeed::chainMoved, this, [this](const chain::ChainChange& change) {
        m_exchange.chainChanged(change);
        afterwards();
    });
    connect(&feed, &ChainFeed::transactionAdded, this,
            [this](const primitives::TransactionRef& transaction, primitives::Amount, quint64) {
                m_exchange.transactionAdded(*transaction);
                afterwards();
            });
}

PeerBridge::~PeerBridge() {
    m_publisher.setSync(nullptr);
}

void PeerBridge::applySettings(const Settings& settings) {
    m_settings = settings;
}

void PeerBridge::tick() {
    m_exchange.tick();
    if (m_isBulk) m_blocks.flushBulk();
    afterwards();
}

void PeerBridge::connected(quint64 peer, const net::PeerFacts& facts) {
    m_exchange.connected(peer, facts);
    afterwards();
}

void PeerBridge::gone(quint64 peer) {
    m_exchange.gone(peer);
    afterwards();
}

void PeerBridge::received(quint64 peer, const std::vector<net::wire::Message>& messages) {
    m_exchange.received(peer, messages);
    afterwards();
}

void PeerBridge::lookForBetterChain() {
    m_exchange.sync().askEveryone();
    afterwards();
}

BlockFetch PeerBridge::fetchFrom(net::PeerId peer, const primitives::BlockHash& block) {
    const chain::HeaderEntry* entry = m_chain.headers().find(block);
    if (entry == nullptr) return BlockFetch::HeaderMissing;
    if (entry->hasBody()) return BlockFetch::IsHere;
    m_exchange.sync().fetchWhole(peer, block);
    afterwards();
    return BlockFetch::Asked;
}

void PeerBridge::afterwards() {
    judgeBulk();
    const auto list = m_exchange.takeOrders();
    if (!list.empty()) emit orders(list);
}

/// While many blocks come they are written together; what is told of the tip then says that it catches up.
void PeerBridge::judgeBulk() {
    const net::SyncProgress progress = m_exchange.sync().progress();
    const std::int32_t missing = progress.targetHeight - m_chain.tip().height();
    const bool isBulk = progress.isFetching && (missing >= kBulkBlocks || (m_isBulk && missing > 0));
    if (isBulk == m_isBulk || m_publisher.isImporting()) return;
    m_isBulk = isBulk;
    m_blocks.setBulk(isBulk);
    m_exchange.setHoldsAnnouncements(isBulk);
}

Result<std::vector<Result<chain::BlockOutcome, consensus::Rejection>>, chain::StoreError>
PeerBridge::takeBlocks(std::span<const primitives::BlockRef> blocks, net::PeerId) {
    const primitives::BlockHash before = m_chain.tip().hash();
    auto taken = m_chain.acceptBlocks(blocks);
    if (!m_health.check(taken)) return fail(taken.error());
    if (m_chain.tip().hash() != before && !m_tipBeforePeers) m_tipBeforePeers = before;
    m_blocks.follow(taken->change);
    return std::move(taken->each);
}

Result<void, consensus::Rejection> PeerBridge::takeTransaction(const primitives::TransactionRef& transaction,
                                                               net::PeerId from) {
    if (m_health.hasFailed()) return fail(consensus::Rejection{consensus::Reject::DiskFailed});
    return m_waiting.offer(transaction, from);
}

BlockSubmission PeerBridge::pushed(const primitives::BlockRef& block) {
    using Kind = BlockSubmission::Kind;
    const chain::HeaderEntry* parent = m_chain.headers().find(block->header.previous);
    if (parent == nullptr)
        return {Kind::Waiting, QString::fromLatin1(consensus::reasonOf(consensus::Reject::PreviousUnknown))};
    const chain::HeaderEntry& tip = m_chain.tip();
    const chain::HeaderEntry* lowest = tip.ancestor(std::max(0, tip.height() - kPushedDepth));
    if (parent->chainWork < lowest->chainWork)
        return {Kind::Rejected, QStringLiteral("too-little-chainwork")};
    return m_blocks.submit(block);
}

net::Hello PeerBridge::localHello() const {
    const consensus::ChainParams& params = m_chain.params();
    net::Hello hello;
    hello.genesis = params.genesisHash;
    hello.magic = QString::fromStdString(util::toHex(params.magic));
    hello.name = nodeName(m_settings);
    hello.agent =
        QString::fromStdString(net::userAgent(QString::fromLatin1(util::kProgramVersion), hello.name));
    hello.network = QString::fromStdString(params.name());
    hello.rulesJson = QString::fromStdString(consensus::canonicalJson(params.rules()));
    hello.time = m_clock.now();
    hello.height = m_chain.tip().height();
    hello.tip = m_chain.tip().hash();
    hello.chainWork = m_chain.tip().chainWork;
    hello.feeFilter = m_settings.amount(QStringLiteral("minimum_fee")).satoshi();
    return hello;
}

net::PeerState PeerBridge::stateOf(const net::PeerInfo& peer, const net::PeerSync& sync) const {
    using enum net::PeerState;
    if (sync.isHeld) return Held;
    if (sync.clockDiffers) return ClockDiffers;
    if (sync.isOnLeftBranch) return OtherBranch;
    if (peer.lastReceived != 0 && m_clock.now() - peer.lastReceived > kQuietSeconds) return Quiet;
    if (sync.best == nullptr) return sync.tellsNothing ? Quiet : Checking;
    const chain::HeaderEntry& tip = m_chain.tip();
    if (sync.best->hash() == tip.hash()) return InStep;
    if (sync.best->chainWork > tip.chainWork) return CatchingUp;
    return m_chain.isInBestChain(*sync.best) ? Behind : OtherBranch;
}

void PeerBridge::complete(std::vector<net::PeerInfo>& peers) const {
    for (net::PeerInfo& peer : peers) {
        if (!peer.isConnected()) continue;
        const net::PeerSync known = m_exchange.sync().of(peer.id);
        peer.state = stateOf(peer, known);
        peer.blocksInFlight = known.blocksInFlight;
        peer.inFlightHeights = known.inFlightHeights;
        const net::RelayState relay = m_exchange.relayOf(peer.id);
        peer.toAnnounce = std::int64_t(relay.toAnnounce);
        peer.announcedUpTo = std::int64_t(relay.announcedUpTo);
        peer.presyncHeight = known.presyncHeight;
        if (known.common != nullptr) peer.commonHeight = known.common->height();
        if (known.best == nullptr) continue;
        peer.height = known.best->height();
        peer.tip = known.best->hash();
        peer.chainWork = known.best->chainWork;
    }
}

} // namespace node

#include "moc_PeerBridge.cpp"
