#pragma once

#include "consensus/MerkleTree.h"
#include "mining/MiningTypes.h"

namespace support {

/// A template that needs no chain: a coinbase with 8 bytes of extra nonce, and `others` transactions behind
/// it.
inline mining::BlockTemplate miningWork(const consensus::Uint256& target, std::uint64_t id = 1,
                                        int others = 0) {
    mining::BlockTemplate out;
    primitives::TransactionParts coinbase;
    coinbase.inputs.push_back(
        {{}, util::Bytes{1, 7, 8, 0, 0, 0, 0, 0, 0, 0, 0}, primitives::kSequenceFinal, {util::Bytes(32)}});
    coinbase.outputs.push_back({primitives::Amount(50), util::Bytes{0x51}});
    out.block.transactions.push_back(std::make_shared<primitives::Transaction>(coinbase));
    for (int i = 0; i < others; ++i) {
        primitives::TransactionParts other;
        other.inputs.push_back(
            {{primitives::TxId(util::ByteArray<32>{1}), static_cast<std::uint32_t>(i)}, {}, 0, {}});
        other.outputs.push_back({primitives::Amount(i), util::Bytes{0x51}});
        out.block.transactions.push_back(std::make_shared<primitives::Transaction>(other));
    }
    out.block.header.merkleRoot = consensus::merkleRoot(out.block).root;
    out.block.header.previous = primitives::BlockHash(util::ByteArray<32>{static_cast<std::uint8_t>(id)});
    out.target = target;
    out.minTime = 1'000'000;
    out.currentTime = 1'000'100;
    out.block.header.time = 1'000'100;
    out.id = id;
    return out;
}

/// Every hash meets it; none does, practically; about one in 2^`bits` does.
inline consensus::Uint256 easiestTarget() {
    return ~consensus::Uint256(0);
}
inline consensus::Uint256 hardestTarget() {
    return 0;
}
inline consensus::Uint256 targetOfBits(unsigned bits) {
    return ~consensus::Uint256(0) >> bits;
}

} // namespace support
