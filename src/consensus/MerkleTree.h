#pragma once

#include "primitives/Block.h"

namespace consensus {

using MerkleNode = util::ByteArray<32>;
/// The node above two neighbours.
MerkleNode merkleParent(const MerkleNode& left, const MerkleNode& right);

/// Root over txids. `mutated` tells that two equal neighbours were hashed together (CVE-2012-2459).
struct MerkleResult {
    primitives::MerkleRoot root;
    bool mutated = false;
};
MerkleResult merkleRoot(const primitives::Block& block);
/// Root over wtxids, the coinbase's being zero (BIP 141).
primitives::MerkleRoot witnessMerkleRoot(const primitives::Block& block);
/// Sibling hashes from the leaf up, for the transaction at `position`.
std::vector<MerkleNode> merkleBranch(const primitives::Block& block, std::size_t position);
/// Root from a leaf and its branch.
MerkleNode rootFromBranch(MerkleNode leaf, const std::vector<MerkleNode>& branch, std::size_t position);
/// The 32 bytes of the coinbase's witness commitment (BIP 141); nothing when it has none.
std::optional<util::ByteArray<32>> witnessCommitmentOf(const primitives::Transaction& coinbase);
/// The commitment output's script for a block whose coinbase carries `reserved`.
util::Bytes witnessCommitmentScript(const primitives::MerkleRoot& witnessRoot,
                                    const util::ByteArray<32>& reserved);

} // namespace consensus
