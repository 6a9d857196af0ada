#pragma once

#include "chain/mempool/MempoolSnapshot.h"
#include "net/sync/SyncManager.h"
#include "node/NodeTypes.h"
#include "util/Published.h"

#include <QMetaMethod>
#include <QObject>

namespace node {

/// What the node thread tells the others: the newest values, and news as signals, which come one by one.
/// Lives as long as the node does, so that nobody connects to something that has gone. Signals: node thread;
/// the values: any.
class ChainFeed : public QObject {
    Q_OBJECT
public:
    util::Published<ChainStatus> status;
    util::Published<chain::MempoolSnapshot> mempool; ///< with what to pay for the next blocks in `fees`

    /// Whether the blocks of a change are worth telling: an import without an API needs no news.
    [[nodiscard]] bool hearsOfBlocks() const {
        static const QMetaMethod signal = QMetaMethod::fromSignal(&ChainFeed::chainChanged);
        return isSignalConnected(signal);
    }

signals:
    /// The change itself, once what follows from it on the node thread is done. For that thread only.
    void chainMoved(const chain::ChainChange& change);
    /// Every block of a change, before `tipChanged`.
    void chainChanged(const node::ChainNews& news);
    void tipChanged(const node::TipChanged& change);
    void statusChanged();
    /// A transaction entered the mempool, from a peer or (0) from here; some left it without a block.
    void transactionAdded(const primitives::TransactionRef& transaction, primitives::Amount fee,
                          quint64 from);
    void transactionRemoved(const primitives::TxId& txid, chain::MempoolLeave why);
    void mempoolChanged();
    void diskFailed(node::DiskProblem problem);
};

} // namespace node
