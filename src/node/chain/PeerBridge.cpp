#include "node/chain/PeerBridge.h"

#include "chain/Locator.h"
#include "node/NodeName.h"

namespace node {

namespace {
constexpr std::size_t kMostHeaders = 2'000; ///< in an answer
}

PeerBridge::PeerBridge(chain::ChainState& chain, chain::Mempool& mempool, net::SyncManager& sync,
                       ChainKeeper& blocks, MempoolKeeper& waiting, ChainFeed& feed,
                       ChainPublisher& publisher, StoreHealth& health, const util::Clock& clock)
    : m_chain(chain), m_mempool(mempool), m_sync(sync), m_blocks(blocks), m_waiting(waiting),
      m_publisher(publisher), m_health(health), m_clock(clock) {
    connect(&feed, &ChainFeed::tipChanged, this, [this] {
        m_sync.tipChanged(steadyMs());
        sendOrders();
    });
    connect(&feed, &ChainFeed::transactionAdded, this,
            [this](const primitives::TransactionRef& transaction, primitives::Amount, quint64 from) {
                m_sync.transactionAdded(transaction->wtxid(), from);
                sendOrders();
            });
}

void PeerBridge::tick() {
    m_sync.tick(steadyMs());
    sendOrders();
}

void PeerBridge::ready(quint64 peer, const net::Hello& hello) {
    m_sync.peerReady(peer, hello, steadyMs());
    sendOrders();
}

void PeerBridge::gone(quint64 peer) {
    m_sync.peerGone(peer);
    sendOrders();
}

void PeerBridge::announced(quint64 peer, const net::Announcement& news) {
    m_sync.announced(peer, news, steadyMs());
    sendOrders();
}

void PeerBridge::delivered(quint64 peer, const net::Delivery& delivery) {
    if (m_health.hasFailed()) return; // the disk takes no more
    const primitives::BlockHash before = m_chain.tip().hash();
    const auto result = m_sync.delivered(peer, delivery, steadyMs());
    if (m_chain.tip().hash() != before && !m_tipBeforePeers) m_tipBeforePeers = before;
    if (result.storeError) m_health.fail(*result.storeError);
    m_blocks.follow(result.chainChange);
    m_waiting.offer(result.transactions, peer);
    sendOrders();
}

void PeerBridge::orderFailed(quint64 peer, const net::Order& order) {
    m_sync.orderFailed(peer, order, steadyMs());
    sendOrders();
}

void PeerBridge::lookForBetterChain() {
    m_sync.askEveryone(steadyMs());
    sendOrders();
}

void PeerBridge::sendOrders() {
    const auto list = m_sync.takeOrders();
    if (!list.empty()) emit orders(list);
}

net::Delivery PeerBridge::answer(const net::Order& order) {
    net::Delivery out;
    out.kind = order.kind;
    switch (order.kind) {
    case net::Order::Kind::Headers:
        out.headers = chain::headersAfter(m_chain, order.hashes, {}, kMostHeaders);
        break;
    case net::Order::Kind::Blocks:
        for (const auto& hash : order.hashes) {
            const auto block = m_chain.readBlock(hash);
            if (block && *block) out.blocks.push_back(*block);
        }
        break;
    case net::Order::Kind::Transactions:
        for (const auto& wtxid : order.wtxids) {
            if (const auto* entry = m_mempool.findByWtxid(wtxid))
                out.transactions.push_back(entry->transaction);
        }
        break;
    }
    return out;
}

net::Hello PeerBridge::localHello() const {
    const consensus::ChainParams& params = m_chain.params();
    net::Hello hello;
    hello.genesis = params.genesisHash;
    hello.magic = QString::fromStdString(util::toHex(params.magic));
    hello.name = nodeName(m_settings);
    hello.network = QString::fromStdString(params.name());
    hello.rulesJson = QString::fromStdString(consensus::canonicalJson(params.rules()));
    hello.time = m_clock.now();
    hello.height = m_chain.tip().height();
    hello.tip = m_chain.tip().hash();
    hello.chainWork = m_chain.tip().chainWork;
    hello.feeFilter = m_settings.amount(QStringLiteral("minimum_fee")).satoshi();
    return hello;
}

void PeerBridge::complete(std::vector<net::PeerInfo>& peers) const {
    for (net::PeerInfo& peer : peers) {
        const auto known = m_sync.infoOf(peer.id);
        if (!known) continue;
        peer.state = known->state;
        peer.height = known->height;
        peer.tip = known->tip;
        peer.chainWork = known->chainWork;
        peer.blocksInFlight = known->blocksInFlight;
    }
}

} // namespace node
