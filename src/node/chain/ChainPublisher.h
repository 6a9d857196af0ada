#pragma once

#include "chain/mempool/FeeEstimator.h"
#include "chain/mempool/Mempool.h"
#include "node/chain/ChainFeed.h"
#include "storage/IndexStore.h"

#include <QTimer>

#include <optional>

namespace node {

/// Writes what others read of the chain and of what waits: at most four times a second while much happens, at
/// once where somebody waits for it. Owned by Engine. Thread: node.
class ChainPublisher {
public:
    /// Needs: everything outlives it.
    ChainPublisher(ChainFeed& feed, chain::ChainState& chain, chain::Mempool& mempool,
                   storage::IndexStore& index);

    /// Whose progress is told; null: nobody's.
    void setSync(const net::SyncManager* sync) { m_sync = sync; }
    /// When the tip came, unix seconds.
    void setTipReceived(std::int64_t time) { m_tipReceived = time; }
    /// 0 … 1 of the file that is being imported; nothing: no import.
    void setImport(std::optional<double> progress) { m_import = progress; }
    [[nodiscard]] bool isImporting() const { return m_import.has_value(); }

    /// Many blocks come from peers: what was connected last is not in the store yet.
    void setBulk(bool isBulk) { m_isBulk = isBulk; }
    /// The chain runs ahead of the store: who reads blocks there waits.
    [[nodiscard]] bool isAheadOfStore() const { return isImporting() || m_isBulk; }

    void publishStatus();
    void publishStatusSoon();
    void publishMempool();
    /// Who submitted a payment finds it at once; a large mempool is copied only now and then.
    void mempoolChanged();
    void stop();

private:
    ChainFeed& m_feed;
    chain::ChainState& m_chain;
    chain::Mempool& m_mempool;
    storage::IndexStore& m_index;
    const net::SyncManager* m_sync = nullptr;
    chain::FeeEstimator m_estimator;
    QTimer m_timer;
    std::int64_t m_tipReceived = 0;
    std::optional<double> m_import;
    bool m_isBulk = false;
    bool m_mempoolDirty = false;
};

} // namespace node
