#include "mining/ExtraNonce.h"

#include "consensus/MerkleTree.h"
#include "util/Require.h"

namespace mining {

void writeExtraNonce(std::uint64_t extraNonce, std::span<std::uint8_t, kExtraNonceSize> out) {
    for (std::uint8_t& byte : out) {
        byte = static_cast<std::uint8_t>(extraNonce);
        extraNonce >>= 8;
    }
}

void setExtraNonce(primitives::Block& block, std::uint64_t extraNonce) {
    primitives::TransactionParts parts = block.transactions.front()->parts();
    util::Bytes& script = parts.inputs.front().scriptSig;
    require(script.size() >= kExtraNonceSize);
    writeExtraNonce(extraNonce, std::span(script).last<kExtraNonceSize>());
    block.transactions.front() = std::make_shared<primitives::Transaction>(std::move(parts));
    block.header.merkleRoot = consensus::merkleRoot(block).root;
}

} // namespace mining
