#pragma once

#include "chain/mempool/Mempool.h"
#include "support/MemoryChain.h"
#include "support/RegtestChain.h"

#include <QString>

namespace support {

/// A mempool over a chain of `height` empty blocks, with coins to spend: the coinbases of blocks 1 to height
/// - 9 are ripe.
class MempoolBench {
public:
    explicit MempoolBench(chain::MempoolOptions options = {}, int height = 40,
                          consensus::ChainParams params = easyCard())
        : memory(std::move(params)), maker(memory.params), mempool(memory.state(), memory.clock, options) {
        for (const auto& block : maker.mineMany(memory.params.genesisHash, height))
            take(block);
    }
    /// The coinbase output of block `height` of the best chain.
    Spendable coinbase(std::int32_t height) {
        const auto block = memory->readBlock(memory->at(height)->hash());
        require(block && *block);
        return coinbaseOf(*block);
    }
    /// A block to chain and mempool.
    void take(const primitives::BlockRef& block) {
        auto accepted = memory->acceptBlock(block);
        require(accepted.has_value());
        change = mempool.applyChainChange(accepted->change);
    }
    /// The next block with these transactions, taken by both.
    primitives::BlockRef mine(const std::vector<primitives::TransactionRef>& transactions) {
        const auto block = maker.mineOn(memory->tip().hash(), {.transactions = transactions});
        take(block);
        return block;
    }
    /// Why a transaction is refused, in Core's words; "" when it was added.
    std::string offer(const primitives::TransactionRef& transaction) {
        auto accepted = mempool.accept(transaction);
        if (!accepted) return consensus::toString(accepted.error());
        change = std::move(*accepted);
        return {};
    }
    bool has(const primitives::TransactionRef& transaction) const {
        return mempool.find(transaction->txid()) != nullptr;
    }

    MemoryChain memory;
    RegtestChain maker;
    chain::Mempool mempool;
    chain::MempoolChange change; ///< of the last call
};

/// What left, in order.
inline std::vector<primitives::TxId> removedBy(const chain::MempoolChange& change) {
    std::vector<primitives::TxId> out;
    for (const chain::MempoolRemoval& left : change.removed)
        out.push_back(left.txid);
    return out;
}

/// What the mempool says of a transaction, for comparing.
inline QString offer(MempoolBench& bench, const primitives::TransactionRef& transaction) {
    return QString::fromStdString(bench.offer(transaction));
}

} // namespace support
