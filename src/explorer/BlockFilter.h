#pragma once

#include "chain/ChainTypes.h"
#include "primitives/Block.h"

namespace explorer {

/// The basic filter of a block (BIP 158): its bytes tell, with one mistake in 784 931, whether a script is
/// paid or spent in it. `undo`: what the block spent; null for genesis.   Cost: a sort of all scripts.
util::Bytes basicFilter(const primitives::Block& block, const chain::BlockUndo* undo);

/// The header of a filter, by its SHA-256d, which commits to all before it (BIP 157); `previous` is zero
/// before genesis.
util::ByteArray<32> filterHeader(const util::ByteArray<32>& filterHash, const util::ByteArray<32>& previous);

} // namespace explorer
