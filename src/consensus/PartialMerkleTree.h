#pragma once

#include "primitives/Block.h"
#include "util/Result.h"

#include <vector>

namespace consensus {

/// A header and the part of its Merkle tree that proves some of its transactions.   Source: BIP 37,
/// "merkleblock".
struct MerkleProof {
    primitives::BlockHeader header;
    std::uint32_t transactionCount = 0;
    std::vector<util::ByteArray<32>> hashes; ///< depth first
    std::vector<bool> bits;                  ///< depth first: a proven transaction lies below
};

/// The proof for the transactions at the positions marked. Needs: one mark a transaction of the block.
MerkleProof proveTransactions(const primitives::Block& block, const std::vector<bool>& marked);
util::Bytes serialize(const MerkleProof& proof);
Result<MerkleProof, util::ReadError> parseMerkleProof(util::ByteView bytes);
/// The transactions it proves, when the hashes lead to the header's root with none left over; nothing
/// otherwise.
std::optional<std::vector<primitives::TxId>> provenTransactions(const MerkleProof& proof);

} // namespace consensus
