#pragma once

#include "storage/ChainReader.h"
#include "storage/Statement.h"

namespace storage {

/// The connection of a ChainReader and its statements. Thread: the reader's.
struct ChainReader::Impl {
    explicit Impl(std::unique_ptr<Database> opened);

    /// The height up to which index and best chain tell the same story: the index's tip, or the fork when
    /// blocks that it holds have left the chain. -1: none. Needs: a Snapshot is open.
    Answer<std::int32_t> indexedTo();
    /// The first place that is not answered.
    Answer<std::int64_t> endOfIndex();
    Answer<std::vector<StoredBlock>> allBlocks(Result<Rows, StorageError> rows);
    Answer<std::optional<StoredBlock>> oneBlock(Result<Rows, StorageError> rows);

    std::unique_ptr<Database> database;
    int snapshots = 0;                          ///< open ones, nested
    std::optional<std::int32_t> knownIndexedTo; ///< of the open snapshot

    Statement tip;
    Statement indexTip;
    Statement block;
    Statement blockAt;
    Statement blocksDown;
    Statement staleBlocks;
    Statement body;
    Statement undo;
    Statement coin;
    Statement place;
    Statement transaction;
    Statement spender;
    Statement history;
    Statement historySums;
    Statement fundings;
    Statement txidsByPrefix;
    Statement blocksByPrefix;
};

} // namespace storage
