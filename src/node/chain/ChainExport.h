#pragma once

#include "node/NodeTypes.h"
#include "storage/ChainReader.h"

namespace node {

/// Writes the stored best chain, in order, to a block file; gives how many blocks there were. What was
/// written before a failure stays. Thread: any that owns `reader`.   Cost: reads every block.
Result<std::int64_t, ExportProblem> exportBestChain(storage::ChainReader& reader,
                                                    const util::ByteArray<4>& magic, const QString& path);

} // namespace node
