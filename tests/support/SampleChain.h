#pragma once

#include "chain/BlockStore.h"
#include "consensus/MerkleTree.h"
#include "script/OutputType.h"
#include "script/Script.h"

#include <map>
#include <random>

namespace support {

/// A chain of made-up blocks that hang together (links, coins, undo data) but carry no work and no
/// signatures: for stores and indexes, which check neither. A copy is a branch.
class SampleChain {
public:
    std::vector<chain::ConnectedBlock> blocks;
    std::map<primitives::OutPoint, consensus::Coin> coins;

    /// One of a few scripts that the blocks pay to.
    static util::Bytes script(std::uint8_t number) {
        return script::witnessPubKeyHashScript(util::Bytes(20, number));
    }

    /// Adds a block with a coinbase and up to `transactions` payments.
    void mine(int transactions, std::mt19937& random) {
        const auto height = static_cast<std::int32_t>(blocks.size());
        primitives::Block block;
        block.header.previous = blocks.empty() ? primitives::BlockHash() : blocks.back().hash;
        block.header.time = static_cast<std::uint32_t>(1'760'000'000 + 10 * height);
        block.header.bits = 0x207fffff;
        block.header.nonce = static_cast<std::uint32_t>(random());
        auto undo = std::make_shared<chain::BlockUndo>();
        block.transactions.push_back(coinbase(height, random));
        for (int i = 0; i < transactions && !coins.empty(); ++i)
            block.transactions.push_back(payment(height, *undo, random));
        if (height > 0) addOutputs(*block.transactions.front(), height, true);
        block.header.merkleRoot = consensus::merkleRoot(block).root;
        const auto hash = block.header.hash();
        const auto fees = primitives::Amount(static_cast<std::int64_t>(block.transactions.size()) - 1);
        blocks.push_back(
            {std::make_shared<const primitives::Block>(std::move(block)), hash, height, undo, fees});
    }

    /// Everything from block `from` on, as one flush; sequences continue at `sequence`.
    [[nodiscard]] chain::ChainBatch batch(std::size_t from, std::int64_t sequence) const {
        chain::ChainBatch out;
        std::map<primitives::OutPoint, std::optional<consensus::Coin>> changes;
        out.bestFrom = static_cast<std::int32_t>(from);
        for (std::size_t i = from; i < blocks.size(); ++i) {
            const chain::ConnectedBlock& block = blocks[i];
            out.headers.push_back({block.block->header, block.hash, block.height,
                                   chain::BlockStatus::Connected, 0x207fffff, sequence++,
                                   1'760'000'000 + block.height});
            out.bodies.push_back({block.hash, block.block, chain::factsOf(*block.block)});
            out.undos.push_back({block.hash, block.undo, block.fees});
            out.best.push_back(block.hash);
            collectChanges(block, changes);
        }
        for (auto& [outpoint, coin] : changes)
            out.coins.push_back({outpoint, coin});
        return out;
    }

private:
    static void collectChanges(const chain::ConnectedBlock& block,
                               std::map<primitives::OutPoint, std::optional<consensus::Coin>>& changes) {
        for (std::size_t t = 0; t < block.block->transactions.size(); ++t) {
            const auto& transaction = *block.block->transactions[t];
            for (std::size_t i = 0; t > 0 && i < transaction.inputs().size(); ++i)
                changes[transaction.inputs()[i].previous] = std::nullopt;
            for (std::uint32_t n = 0; block.height > 0 && n < transaction.outputs().size(); ++n) {
                const auto& output = transaction.outputs()[n];
                if (!script::isUnspendable(output.scriptPubKey))
                    changes[{transaction.txid(), n}] = consensus::Coin{output, block.height, t == 0};
            }
        }
    }

    void addOutputs(const primitives::Transaction& transaction, std::int32_t height, bool isCoinbase) {
        for (std::uint32_t n = 0; n < transaction.outputs().size(); ++n) {
            const auto& output = transaction.outputs()[n];
            if (!script::isUnspendable(output.scriptPubKey))
                coins[{transaction.txid(), n}] = consensus::Coin{output, height, isCoinbase};
        }
    }

    static util::Bytes anyScript(std::mt19937& random) {
        const auto number = static_cast<std::uint8_t>(random() % 9);
        return number == 8 ? util::Bytes{0x6a, 0x01, 0x42} : script(number);
    }

    static primitives::TransactionRef coinbase(std::int32_t height, std::mt19937& random) {
        primitives::TransactionParts parts;
        primitives::TxIn input;
        for (int i = 0; i < 4; ++i)
            input.scriptSig.push_back(static_cast<std::uint8_t>(height >> (8 * i)));
        for (int i = 0; i < 8; ++i)
            input.scriptSig.push_back(static_cast<std::uint8_t>(random()));
        parts.inputs.push_back(input);
        parts.outputs.push_back({primitives::Amount(5'000'000'000), anyScript(random)});
        parts.outputs.push_back({primitives::Amount(0), {0x6a}});
        return std::make_shared<const primitives::Transaction>(std::move(parts));
    }

    primitives::TransactionRef payment(std::int32_t height, chain::BlockUndo& undo, std::mt19937& random) {
        primitives::TransactionParts parts;
        primitives::Amount sum;
        undo.spent.emplace_back();
        for (std::size_t i = 0, count = 1 + random() % 3; i < count && !coins.empty(); ++i) {
            const auto coin = std::next(coins.begin(), static_cast<std::ptrdiff_t>(random() % coins.size()));
            parts.inputs.push_back(
                {coin->first, {}, primitives::kSequenceFinal, {util::Bytes(64, 7), util::Bytes(33, 2)}});
            sum += coin->second.output.value;
            undo.spent.back().push_back(coin->second);
            coins.erase(coin);
        }
        const auto half = primitives::Amount(sum.satoshi() / 2);
        parts.outputs.push_back({half, anyScript(random)});
        parts.outputs.push_back({sum - half - primitives::Amount(1), anyScript(random)});
        auto out = std::make_shared<const primitives::Transaction>(std::move(parts));
        addOutputs(*out, height, false);
        return out;
    }
};

} // namespace support
