#pragma once

#include "chain/ChainState.h"
#include "node/DataFolder.h"
#include "node/NodeTypes.h"

namespace node {

/// Blocks that are not there, by height; both ends belong to it.
struct HeightRange {
    std::int32_t lowest = 0;
    std::int32_t highest = 0;
};

/// What a repair, or an export of a damaged file, came to.
struct SalvageReport {
    Summary summary;
    bool wasDamaged = false;          ///< something could not be read
    std::int32_t knownHeight = -1;    ///< how far the chain had come, as far as anything tells
    std::vector<HeightRange> missing; ///< bodies that are lost, lowest first
    std::int64_t apart = 0;           ///< blocks that were read and do not connect to genesis
    QString keptAs;                   ///< the old file; empty: there was none
};

/// Makes the chain database anew from every block that can be read in the old one, and in those that earlier
/// repairs kept: coins, index and history are computed again, every rule is checked again. Named values,
/// waiting transactions and what was marked invalid by hand are taken over where they can be read. The old
/// file is kept under another name. A kill at any moment loses nothing: the next call begins again.
/// Needs:  the folder is locked.
/// Errors: Full, ReadOnly, Busy, Newer, Io; the old file is where it was.
/// Cost:   as much as importing the chain.   Thread: any.
Result<SalvageReport, storage::StorageError> repairChain(const consensus::ChainParams& params,
                                                         const DataPaths& paths, const util::Clock& clock,
                                                         chain::ChainOptions options = {});

/// Writes every block that can be read in a damaged database into a block file. Nothing is changed.
/// Errors: the database as `repairChain`; Io where `path` cannot be written.
Result<SalvageReport, storage::StorageError> exportReadable(const consensus::ChainParams& params,
                                                            const DataPaths& paths, const QString& path);

} // namespace node
