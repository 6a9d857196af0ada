#pragma once

#include "primitives/Block.h"

namespace consensus {

/// Root over txids. `mutated` tells that two equal neighbours were hashed together (CVE-2012-2459).
struct MerkleResult {
    primitives::MerkleRoot root;
    bool mutated = false;
};
MerkleResult merkleRoot(const primitives::Block& block);
/// Root over wtxids, the coinbase's being zero (BIP 141).
primitives::MerkleRoot witnessMerkleRoot(const primitives::Block& block);
/// Sibling hashes from the leaf up, for the transaction at `position`.
std::vector<util::ByteArray<32>> merkleBranch(const primitives::Block& block, std::size_t position);
/// Root from a leaf and its branch.
util::ByteArray<32> rootFromBranch(util::ByteArray<32> leaf, const std::vector<util::ByteArray<32>>& branch,
                                   std::size_t position);
/// The 32 bytes of the coinbase's witness commitment (BIP 141); nothing when it has none.
std::optional<util::ByteArray<32>> witnessCommitmentOf(const primitives::Transaction& coinbase);
/// The commitment output's script for a block whose coinbase carries `reserved`.
util::Bytes witnessCommitmentScript(const primitives::MerkleRoot& witnessRoot,
                                    const util::ByteArray<32>& reserved);

} // namespace consensus
