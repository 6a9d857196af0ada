#pragma once

#include "node/DataFolder.h"
#include "node/NodeTypes.h"
#include "node/chain/ChainFeed.h"

#include <QTimer>

#include <optional>

namespace storage {
class ChainDatabase;
}

namespace node {

/// How far the chain had come, in a small file beside the database (`chain.tip`): a database that was lost,
/// emptied or robbed of its log is noticed by it. Nothing when there is none, or none that can be read.
std::optional<chain::TipInfo> readChainMark(const DataPaths& paths);
/// Errors: false, the disk.
bool writeChainMark(const DataPaths& paths, const chain::TipInfo& tip);
/// The farthest block that the mark, or, in a folder without one, a wallet of this network has seen.
chain::TipInfo farthestKnown(const DataPaths& paths, const primitives::BlockHash& genesis);
/// Exit 5 when the database does not have that block: starting would be a silent loss. Changes nothing. A
/// database that cannot be read is left to whoever opens it.
Result<void, StartError> refuseLostChain(const DataPaths& paths, const primitives::BlockHash& genesis);

/// Writes the mark behind the database, never before it, and moves the database's log into its file while
/// nothing happens, so that a copy of the folder is whole. Owned by Engine. Thread: node.
class ChainMarkKeeper {
public:
    /// Needs: database and feed outlive it.
    ChainMarkKeeper(storage::ChainDatabase& database, const DataPaths& paths, const ChainFeed& feed);
    /// At once; when the chain closes.
    void write();

private:
    void noteChange();
    void quiet();
    storage::ChainDatabase& m_database;
    DataPaths m_paths;
    chain::TipInfo m_written;
    QTimer m_timer;
};

} // namespace node
