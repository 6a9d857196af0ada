#pragma once

#include "consensus/BlockRules.h"
#include "consensus/MerkleTree.h"

#include <utility>

namespace support {

using primitives::TransactionParts;

inline primitives::TransactionRef refOf(TransactionParts parts) {
    return std::make_shared<const primitives::Transaction>(std::move(parts));
}

/// An outpoint of a transaction that does not exist; different for each number.
inline primitives::OutPoint madeOutPoint(std::uint8_t number, std::uint32_t index = 0) {
    util::ByteArray<32> id{};
    id[0] = number;
    id[31] = 1;
    return {primitives::TxId(id), index};
}

/// A valid coinbase for `height` that pays 50 coins to an OP_TRUE script.
inline TransactionParts coinbaseParts(std::int32_t height) {
    TransactionParts parts;
    parts.inputs.resize(1);
    parts.inputs[0].scriptSig = consensus::coinbaseHeightScript(height);
    parts.inputs[0].scriptSig.push_back(0); // at least two bytes
    parts.outputs = {{primitives::Amount(50 * primitives::Amount::kCoin), util::Bytes{0x51}}};
    return parts;
}

/// A valid transaction that spends `madeOutPoint(number)`.
inline TransactionParts paymentParts(std::uint8_t number) {
    TransactionParts parts;
    parts.inputs.resize(1);
    parts.inputs[0].previous = madeOutPoint(number);
    parts.outputs = {{primitives::Amount(1000), util::Bytes{0x51}}};
    return parts;
}

/// A block of these transactions with their Merkle root.
inline primitives::Block blockOf(std::vector<TransactionParts> transactions) {
    primitives::Block block;
    for (TransactionParts& parts : transactions)
        block.transactions.push_back(refOf(std::move(parts)));
    block.header.merkleRoot = consensus::merkleRoot(block).root;
    block.header.time = 1'700'000'000;
    block.header.bits = 0x207fffff;
    return block;
}

/// The same with the witness commitment and reserved value in the coinbase.
inline primitives::Block witnessBlockOf(std::vector<TransactionParts> transactions) {
    const util::ByteArray<32> reserved{7};
    transactions[0].inputs[0].witness = {util::Bytes(reserved.begin(), reserved.end())};
    const auto root = consensus::witnessMerkleRoot(blockOf(transactions));
    transactions[0].outputs.push_back(
        {primitives::Amount(), consensus::witnessCommitmentScript(root, reserved)});
    return blockOf(std::move(transactions));
}

/// The reason of a refusal as text for QCOMPARE; empty when there was none.
template <class T>
std::string reasonText(const Result<T, consensus::Rejection>& result) {
    return result ? std::string() : consensus::toString(result.error());
}

} // namespace support
