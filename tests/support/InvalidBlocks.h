#pragma once

#include "support/RegtestChain.h"

#include <functional>

namespace support {

/// A chain of regtest, long enough for mature coinbases, and what blocks on top of it are made from.
class RulesBench {
public:
    static constexpr int kHeight = 120; ///< of the tip; coinbases 2 to 21 can be spent after it, 1 is spent
    static constexpr int kPaidHeight = 110; ///< of the block with `paid`

    RulesBench() : m_params(consensus::regtestParams()), maker(m_params) {
        blocks = maker.mineMany(m_params.genesisHash, kPaidHeight - 1);
        const Spendable from = coinbase(1);
        const primitives::Amount half(from.output.value.satoshi() / 2);
        paid = spend({from}, {{half, testScript()}, {half, {0x51}}});
        blocks.push_back(maker.mineOn(tip(), {.transactions = {paid}}));
        for (const auto& block : maker.mineMany(tip()->header.hash(), kHeight - kPaidHeight))
            blocks.push_back(block);
    }
    [[nodiscard]] const primitives::BlockRef& tip() const { return blocks.back(); }
    /// The coinbase output of block `height`.
    [[nodiscard]] Spendable coinbase(std::size_t height) const { return coinbaseOf(blocks.at(height - 1)); }
    [[nodiscard]] const consensus::ChainParams& params() const { return m_params; }
    [[nodiscard]] std::int64_t medianTime() const {
        return maker.headers().find(tip()->header.hash())->medianTime();
    }
    primitives::Block draft(std::vector<primitives::TransactionRef> transactions = {},
                            std::int64_t fees = 0) {
        return maker.draft(tip()->header.hash(),
                           {.transactions = std::move(transactions), .fees = primitives::Amount(fees)});
    }

private:
    consensus::ChainParams m_params;

public:
    RegtestChain maker;
    std::vector<primitives::BlockRef> blocks;
    primitives::TransactionRef paid; ///< to `testScript()` and to OP_TRUE, half of a coinbase each
};

/// Coins that no honest chain can have, for amounts out of range: 20 million each, to OP_TRUE.
inline Spendable impossibleCoin(std::uint8_t number, std::int64_t coins = 20'000'000) {
    util::ByteArray<32> id{};
    id[0] = number;
    return {{primitives::TxId(id), 0}, {primitives::Amount(coins * primitives::Amount::kCoin), {0x51}}};
}

/// One way for a block to be invalid.
struct InvalidBlock {
    /// What is to blame, and so what is remembered.
    enum class Blame {
        Header,   ///< its header never gets in
        Body,     ///< the body is wrong by itself
        Block,    ///< the body is wrong after its parent: the header is marked
        Mutation, ///< the body does not belong to the header, which stays innocent
    };
    std::string name;
    std::string reason;
    Blame blame;
    std::function<primitives::Block(RulesBench&)> make;
    /// Mutation: `make` gives the good block, this spoils its body under the same header.
    std::function<void(primitives::Block&)> spoil = {};
    bool needsImpossibleCoins = false;
};

/// The block of a row on the bench's tip, with work; for a mutation the good one.
inline primitives::BlockRef solvedBlockOf(const InvalidBlock& row, RulesBench& bench) {
    primitives::Block block = row.make(bench);
    if (row.reason == "high-hash") return std::make_shared<const primitives::Block>(std::move(block));
    return bench.maker.solve(std::move(block));
}
inline primitives::BlockRef spoilt(const InvalidBlock& row, const primitives::BlockRef& good) {
    if (!row.spoil) return good;
    primitives::Block block = *good;
    row.spoil(block);
    return std::make_shared<const primitives::Block>(std::move(block));
}

/// The body as it stands gets its Merkle root.
inline primitives::Block withRoot(primitives::Block block) {
    block.header.merkleRoot = consensus::merkleRoot(block).root;
    return block;
}
inline primitives::TransactionRef changed(const primitives::TransactionRef& transaction,
                                          const std::function<void(primitives::TransactionParts&)>& change) {
    primitives::TransactionParts parts = transaction->parts();
    change(parts);
    return std::make_shared<const primitives::Transaction>(std::move(parts));
}
/// An unsigned payment from OP_TRUE outputs to one.
inline primitives::TransactionParts plainPayment(const std::vector<Spendable>& from, std::int64_t value) {
    primitives::TransactionParts parts;
    for (const Spendable& coin : from)
        parts.inputs.push_back({coin.outpoint, {}, 0xfffffffe, {}});
    parts.outputs.push_back({primitives::Amount(value), {0x51}});
    return parts;
}
inline primitives::TransactionRef made(primitives::TransactionParts parts) {
    return std::make_shared<const primitives::Transaction>(std::move(parts));
}
/// A draft with another coinbase.
inline primitives::Block withCoinbase(RulesBench& bench,
                                      const std::function<void(primitives::TransactionParts&)>& change) {
    primitives::Block block = bench.draft();
    block.transactions[0] = changed(block.transactions[0], change);
    return withRoot(std::move(block));
}

} // namespace support
