#include "node/chain/ChainPublisher.h"

#include "node/StatusReport.h"

namespace node {

namespace {
constexpr int kPublishMs = 250;
constexpr std::size_t kPublishAtOnce = 500; ///< waiting transactions
} // namespace

ChainPublisher::ChainPublisher(ChainFeed& feed, chain::ChainState& chain, chain::Mempool& mempool,
                               storage::IndexStore& index)
    : m_feed(feed), m_chain(chain), m_mempool(mempool), m_index(index), m_estimator(chain),
      m_tipReceived(chain.tip().record.receivedTime) {
    m_timer.setSingleShot(true);
    QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] {
        publishStatus();
        if (m_mempoolDirty) publishMempool();
    });
}

void ChainPublisher::publishStatus() {
    auto status = std::make_shared<ChainStatus>(statusOf(m_chain));
    status->tipReceived = m_tipReceived;
    if (m_sync != nullptr) {
        status->sync = m_sync->progress();
        status->headerHeight = status->sync.targetHeight;
    }
    status->importing = isImporting();
    status->importProgress = m_import.value_or(0);
    if (const auto tip = m_index.tip()) status->indexHeight = tip->height;
    m_feed.status.set(std::move(status));
    emit m_feed.statusChanged();
}

void ChainPublisher::publishStatusSoon() {
    if (!m_timer.isActive()) m_timer.start(kPublishMs);
}

void ChainPublisher::publishMempool() {
    m_mempoolDirty = false;
    auto snapshot = std::make_shared<chain::MempoolSnapshot>(chain::snapshotOf(m_mempool, m_chain));
    snapshot->fees = m_estimator.estimate(*snapshot);
    m_feed.mempool.set(std::move(snapshot));
    emit m_feed.mempoolChanged();
}

void ChainPublisher::mempoolChanged() {
    if (m_mempool.size() < kPublishAtOnce && !isAheadOfStore())
        publishMempool();
    else
        m_mempoolDirty = true;
    publishStatusSoon();
}

void ChainPublisher::stop() {
    m_timer.stop();
}

} // namespace node

#include "moc_ChainFeed.cpp"
