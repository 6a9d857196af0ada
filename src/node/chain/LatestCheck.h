#pragma once

#include "consensus/ChainParams.h"
#include "storage/ChainReader.h"

namespace node {

/// How closely the last blocks are looked at; each does what those before it do.
enum class CheckDepth {
    Readable, ///< the body is there and belongs to its hash
    Rules,    ///< what a block can be judged by alone
    Undo,     ///< what it spent is there, an output an input
    Amounts,  ///< fees and maturity, by what it spent
    Scripts,
};

/// Whether the last `count` stored blocks of the best chain are whole, as Core's `verifychain`.
/// Errors: the database cannot be read.   Cost: reads them, and runs their scripts on this thread.
Result<bool, storage::StorageError> checkLatest(storage::ChainReader& reader,
                                                const consensus::ChainParams& params, CheckDepth depth,
                                                std::int32_t count);

} // namespace node
