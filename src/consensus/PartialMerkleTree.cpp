#include "consensus/PartialMerkleTree.h"

#include "consensus/MerkleTree.h"

#include <algorithm>

namespace consensus {

namespace {

constexpr std::uint32_t kMaxTransactions =
    4'000'000 / (4 * 60); ///< no block of ours holds more of the smallest ones

/// Nodes of the tree at `height` above the leaves.
std::size_t widthAt(std::uint32_t count, int height) {
    return (std::size_t(count) + (std::size_t(1) << height) - 1) >> height;
}

int heightOf(std::uint32_t count) {
    int height = 0;
    while (widthAt(count, height) > 1)
        ++height;
    return height;
}

/// All levels of a block's tree, the leaves first, and which nodes have a marked leaf below.
struct FullTree {
    std::vector<std::vector<MerkleNode>> nodes;
    std::vector<std::vector<bool>> marked;
};

FullTree fullTreeOf(const primitives::Block& block, const std::vector<bool>& marked) {
    FullTree tree;
    std::vector<MerkleNode> level;
    for (const auto& transaction : block.transactions)
        level.push_back(transaction->txid().bytes());
    tree.nodes.push_back(std::move(level));
    tree.marked.push_back(marked);
    while (tree.nodes.back().size() > 1) {
        const auto& below = tree.nodes.back();
        const auto& belowMarked = tree.marked.back();
        std::vector<MerkleNode> nodes;
        std::vector<bool> marks;
        for (std::size_t i = 0; i < below.size(); i += 2) {
            const std::size_t right = std::min(i + 1, below.size() - 1);
            nodes.push_back(merkleParent(below[i], below[right]));
            marks.push_back(belowMarked[i] || belowMarked[right]);
        }
        tree.nodes.push_back(std::move(nodes));
        tree.marked.push_back(std::move(marks));
    }
    return tree;
}

void descend(const FullTree& tree, int height, std::size_t position, MerkleProof& proof) {
    const auto level = std::size_t(height);
    const bool isMarked = tree.marked[level][position];
    proof.bits.push_back(isMarked);
    if (height == 0 || !isMarked) {
        proof.hashes.push_back(tree.nodes[level][position]);
        return;
    }
    descend(tree, height - 1, position * 2, proof);
    if (position * 2 + 1 < tree.nodes[level - 1].size()) descend(tree, height - 1, position * 2 + 1, proof);
}

/// Walks a proof as `descend` made it.
struct Walker {
    const MerkleProof& proof;
    std::vector<primitives::TxId> found = {};
    std::size_t bit = 0;
    std::size_t hash = 0;
    bool bad = false;

    MerkleNode walk(int height, std::size_t position) {
        if (bit >= proof.bits.size()) return stop();
        const bool isMarked = proof.bits[bit++];
        if (height == 0 || !isMarked) {
            if (hash >= proof.hashes.size()) return stop();
            const MerkleNode& node = proof.hashes[hash++];
            if (height == 0 && isMarked) found.emplace_back(node);
            return node;
        }
        const MerkleNode left = walk(height - 1, position * 2);
        if (position * 2 + 1 >= widthAt(proof.transactionCount, height - 1)) return merkleParent(left, left);
        const MerkleNode right = walk(height - 1, position * 2 + 1);
        if (left == right) bad = true; // a copied part (CVE-2012-2459)
        return merkleParent(left, right);
    }
    MerkleNode stop() {
        bad = true;
        return {};
    }
};

} // namespace

MerkleProof proveTransactions(const primitives::Block& block, const std::vector<bool>& marked) {
    MerkleProof proof;
    proof.header = block.header;
    proof.transactionCount = std::uint32_t(block.transactions.size());
    const FullTree tree = fullTreeOf(block, marked);
    descend(tree, heightOf(proof.transactionCount), 0, proof);
    return proof;
}

util::Bytes serialize(const MerkleProof& proof) {
    util::ByteWriter writer;
    proof.header.write(writer);
    writer.u32(proof.transactionCount);
    writer.compactSize(proof.hashes.size());
    for (const MerkleNode& node : proof.hashes)
        writer.bytes(node);
    util::Bytes packed((proof.bits.size() + 7) / 8);
    for (std::size_t i = 0; i < proof.bits.size(); ++i) {
        if (proof.bits[i]) packed[i / 8] = std::uint8_t(packed[i / 8] | (1U << (i % 8)));
    }
    writer.sized(packed);
    return writer.take();
}

Result<MerkleProof, util::ReadError> parseMerkleProof(util::ByteView bytes) {
    util::ByteReader reader(bytes);
    MerkleProof proof;
    proof.header = primitives::BlockHeader::read(reader);
    proof.transactionCount = reader.u32();
    const std::uint64_t hashes = reader.compactSize(bytes.size() / 32);
    for (std::uint64_t i = 0; i < hashes && reader.ok(); ++i)
        proof.hashes.push_back(reader.array<32>());
    const util::ByteView packed = reader.sized(bytes.size());
    if (!reader.ok()) return fail(reader.error());
    if (!reader.atEnd()) return fail(util::ReadError::TrailingData);
    for (const std::uint8_t byte : packed) {
        for (int i = 0; i < 8; ++i)
            proof.bits.push_back(((byte >> i) & 1) != 0);
    }
    return proof;
}

std::optional<std::vector<primitives::TxId>> provenTransactions(const MerkleProof& proof) {
    if (proof.transactionCount == 0 || proof.transactionCount > kMaxTransactions) return std::nullopt;
    if (proof.hashes.size() > proof.transactionCount || proof.bits.size() < proof.hashes.size())
        return std::nullopt;
    Walker walker{proof};
    const MerkleNode root = walker.walk(heightOf(proof.transactionCount), 0);
    const bool allBits = (walker.bit + 7) / 8 == proof.bits.size() / 8;
    const bool paddingIsZero = std::none_of(proof.bits.begin() + std::ptrdiff_t(walker.bit), proof.bits.end(),
                                            [](bool bit) { return bit; });
    const bool whole = !walker.bad && allBits && paddingIsZero && walker.hash == proof.hashes.size();
    if (!whole || primitives::MerkleRoot(root) != proof.header.merkleRoot) return std::nullopt;
    return walker.found;
}

} // namespace consensus
