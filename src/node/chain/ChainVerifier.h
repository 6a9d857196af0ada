#pragma once

#include "chain/ChainState.h"
#include "node/NodeTypes.h"
#include "storage/ChainReader.h"
#include "util/Clock.h"

namespace node {

/// Connects the whole stored best chain again from genesis into an empty store, every rule and script, and
/// counts its coins. The coins in the summary are those of this second chain: the caller compares them with
/// the stored ones. Coins that do not fit into `options.coinCacheBytes` go to a temporary file. Thread: any
/// that owns `reader`.   Cost: as much as importing the chain.
VerifyReport verifyStoredChain(storage::ChainReader& reader, const consensus::ChainParams& params,
                               const util::Clock& clock, chain::ChainOptions options = {});

/// The same, and whether the stored coins are those that the blocks make.
VerifyReport verifyWithCoins(storage::ChainReader& reader, const consensus::ChainParams& params,
                             const util::Clock& clock);

} // namespace node
