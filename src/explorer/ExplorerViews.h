#pragma once

#include "consensus/ChainParams.h"
#include "explorer/ExplorerTypes.h"
#include "storage/ChainReader.h"

// Stored values into shown ones, without any further look-up.
namespace explorer {

BlockRow rowOf(const storage::StoredBlock& block, const consensus::ChainParams& params);
OutputView viewOf(const primitives::TxOut& output, std::uint32_t index, const consensus::ChainParams& params);
/// Empty when the script has none.
std::string addressTextOf(util::ByteView script, const consensus::ChainParams& params);
/// New coins of a block; for genesis what its coinbase says.
primitives::Amount subsidyOf(std::int32_t height, const consensus::ChainParams& params);

} // namespace explorer
