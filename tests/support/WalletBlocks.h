#pragma once

#include "primitives/Block.h"
#include "script/OutputType.h"

#include <algorithm>

namespace support {

/// Blocks and transactions made by hand for a wallet, which sees what is paid and spent but checks no rules:
/// no work, no signatures, no sums.
inline constexpr std::int64_t kReward = 50 * primitives::Amount::kCoin;

/// A script of somebody else; another one for every number.
inline util::Bytes foreignScript(std::uint8_t number = 1) {
    const util::ByteArray<20> hash{0xfe, number};
    return script::witnessPubKeyHashScript(hash);
}

/// An output of somebody else; another one for every number.
inline primitives::OutPoint foreignCoin(std::uint32_t number) {
    util::ByteArray<32> txid{0xfd};
    for (std::size_t i = 0; i < 4; ++i)
        txid[i + 1] = static_cast<std::uint8_t>(number >> (8 * i));
    return {primitives::TxId(txid), 0};
}

inline primitives::TxOut output(std::int64_t satoshi, util::Bytes scriptPubKey = foreignScript()) {
    return {primitives::Amount(satoshi), std::move(scriptPubKey)};
}

inline primitives::TransactionRef payment(const std::vector<primitives::OutPoint>& from,
                                          std::vector<primitives::TxOut> to) {
    primitives::TransactionParts parts;
    for (const primitives::OutPoint& previous : from)
        parts.inputs.push_back({previous, {}, 0, {}});
    parts.outputs = std::move(to);
    return std::make_shared<const primitives::Transaction>(std::move(parts));
}

/// `height` makes each one different, as BIP 34 does.
inline primitives::TransactionRef coinbase(std::int32_t height, util::Bytes scriptPubKey,
                                           std::int64_t reward = kReward) {
    primitives::TransactionParts parts;
    util::ByteWriter writer;
    writer.i32(height);
    parts.inputs.push_back({primitives::OutPoint(), writer.take(), primitives::kSequenceFinal, {}});
    parts.outputs.push_back(output(reward, std::move(scriptPubKey)));
    return std::make_shared<const primitives::Transaction>(std::move(parts));
}

inline primitives::OutPoint outpointOf(const primitives::TransactionRef& transaction,
                                       std::uint32_t index = 0) {
    return {transaction->txid(), index};
}

/// A best chain that grows and is cut back. Height is the position in `blocks`.
class WalletChain {
public:
    /// A block with a coinbase to `reward` and the transactions given.
    const primitives::Block& mine(std::vector<primitives::TransactionRef> transactions = {},
                                  util::Bytes reward = foreignScript()) {
        primitives::Block block;
        if (!m_blocks.empty()) block.header.previous = m_blocks.back().header.hash();
        block.header.time = 1'700'000'000U + 10 * ++m_made;
        block.header.nonce = m_made; // no two branches share a block
        block.transactions = std::move(transactions);
        block.transactions.insert(block.transactions.begin(),
                                  coinbase(height() + 1, std::move(reward), kReward + m_made));
        m_blocks.push_back(std::move(block));
        return m_blocks.back();
    }
    void cutTo(std::int32_t height) { m_blocks.resize(static_cast<std::size_t>(height + 1)); }
    /// -1 when there is none.
    [[nodiscard]] std::int32_t height() const { return static_cast<std::int32_t>(m_blocks.size()) - 1; }
    [[nodiscard]] const std::vector<primitives::Block>& blocks() const { return m_blocks; }
    [[nodiscard]] const primitives::Block& at(std::int32_t height) const {
        return m_blocks[static_cast<std::size_t>(height)];
    }

private:
    std::vector<primitives::Block> m_blocks;
    std::uint32_t m_made = 0;
};

} // namespace support
