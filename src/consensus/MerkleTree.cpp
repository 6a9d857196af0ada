#include "consensus/MerkleTree.h"

#include "crypto/Sha256.h"
#include "script/Opcode.h"
#include "util/Require.h"

#include <algorithm>

namespace consensus {

MerkleNode merkleParent(const MerkleNode& left, const MerkleNode& right) {
    util::ByteArray<64> both;
    std::copy(left.begin(), left.end(), both.begin());
    std::copy(right.begin(), right.end(), both.begin() + 32);
    return crypto::sha256d(both);
}

namespace {

/// Replaces a level by the one above it; an odd last node is paired with itself.
void climb(std::vector<MerkleNode>& level) {
    const std::size_t pairs = (level.size() + 1) / 2;
    for (std::size_t i = 0; i < pairs; ++i) {
        level[i] = merkleParent(level[2 * i], level[std::min(2 * i + 1, level.size() - 1)]);
    }
    level.resize(pairs);
}

bool hasEqualPair(const std::vector<MerkleNode>& level) {
    for (std::size_t i = 0; i + 1 < level.size(); i += 2) {
        if (level[i] == level[i + 1]) return true;
    }
    return false;
}

std::vector<MerkleNode> txidsOf(const primitives::Block& block) {
    std::vector<MerkleNode> out;
    out.reserve(block.transactions.size());
    for (const primitives::TransactionRef& transaction : block.transactions)
        out.push_back(transaction->txid().bytes());
    return out;
}

constexpr std::size_t kCommitmentSize =
    38; ///< OP_RETURN, a push of 36, the four bytes of the header, the hash
constexpr util::ByteArray<6> kCommitmentStart = {
    static_cast<std::uint8_t>(script::Opcode::Return), 0x24, 0xaa, 0x21, 0xa9, 0xed};

bool isCommitment(util::ByteView script) {
    return script.size() >= kCommitmentSize &&
           std::equal(kCommitmentStart.begin(), kCommitmentStart.end(), script.begin());
}

} // namespace

// A list that ends in a repeated part has the root of the list without the repetition. No honest block has
// equal neighbours, so they betray such a copy at whatever level it was made.
MerkleResult merkleRoot(const primitives::Block& block) {
    std::vector<MerkleNode> level = txidsOf(block);
    if (level.empty()) return {};
    MerkleResult out;
    while (level.size() > 1) {
        out.mutated = out.mutated || hasEqualPair(level);
        climb(level);
    }
    out.root = primitives::MerkleRoot(level.front());
    return out;
}

primitives::MerkleRoot witnessMerkleRoot(const primitives::Block& block) {
    if (block.transactions.empty()) return {};
    std::vector<MerkleNode> level(1);
    level.reserve(block.transactions.size());
    for (std::size_t i = 1; i < block.transactions.size(); ++i)
        level.push_back(block.transactions[i]->wtxid().bytes());
    while (level.size() > 1)
        climb(level);
    return primitives::MerkleRoot(level.front());
}

std::vector<util::ByteArray<32>> merkleBranch(const primitives::Block& block, std::size_t position) {
    std::vector<MerkleNode> level = txidsOf(block);
    require(position < level.size());
    std::vector<MerkleNode> branch;
    while (level.size() > 1) {
        branch.push_back(level[std::min(position ^ 1U, level.size() - 1)]);
        climb(level);
        position /= 2;
    }
    return branch;
}

util::ByteArray<32> rootFromBranch(util::ByteArray<32> leaf, const std::vector<util::ByteArray<32>>& branch,
                                   std::size_t position) {
    for (const MerkleNode& sibling : branch) {
        leaf = position % 2 == 0 ? merkleParent(leaf, sibling) : merkleParent(sibling, leaf);
        position /= 2;
    }
    return leaf;
}

std::optional<util::ByteArray<32>> witnessCommitmentOf(const primitives::Transaction& coinbase) {
    const auto& outputs = coinbase.outputs();
    const auto found =
        std::find_if(outputs.rbegin(), outputs.rend(), // the last one counts
                     [](const primitives::TxOut& output) { return isCommitment(output.scriptPubKey); });
    if (found == outputs.rend()) return std::nullopt;
    util::ByteArray<32> hash;
    std::copy_n(found->scriptPubKey.begin() + kCommitmentStart.size(), hash.size(), hash.begin());
    return hash;
}

util::Bytes witnessCommitmentScript(const primitives::MerkleRoot& witnessRoot,
                                    const util::ByteArray<32>& reserved) {
    const MerkleNode hash = merkleParent(witnessRoot.bytes(), reserved);
    util::Bytes script(kCommitmentStart.size() + hash.size());
    std::ranges::copy(hash, std::ranges::copy(kCommitmentStart, script.begin()).out);
    return script;
}

} // namespace consensus
