#pragma once

#include "chain/mempool/MempoolSnapshot.h"
#include "explorer/AddressIndex.h"
#include "explorer/ExplorerQueries.h"
#include "support/RegtestChain.h"
#include "support/SqliteChain.h"

#include <memory>

namespace support {

/// A chain over SQLite with its history index, a mempool and a reader: what the explorer asks.
class ExplorerBench {
public:
    explicit ExplorerBench(consensus::ChainParams network, bool checkScripts = true)
        : chain(std::move(network), {}, optionsWith(checkScripts)) {
        level();
    }
    /// Brings the index level with the chain.
    void level() {
        require(chain->flush().has_value());
        while (true) {
            const auto done = index.catchUp(50);
            require(done.has_value());
            if (*done) return;
        }
    }
    void accept(const std::vector<primitives::BlockRef>& blocks) {
        for (const auto& block : blocks) {
            const auto accepted = chain->acceptBlock(block);
            require(accepted.has_value());
            mempool.applyChainChange(accepted->change);
        }
        level();
    }
    void offer(const primitives::TransactionRef& transaction) {
        require(mempool.accept(transaction).has_value());
    }
    /// The mempool as it is now.
    std::shared_ptr<const chain::MempoolSnapshot> snapshot() {
        return std::make_shared<const chain::MempoolSnapshot>(chain::snapshotOf(mempool, chain.state()));
    }
    /// Questions to the state of now; one at a time.
    explorer::ExplorerQueries& ask() { return askWith(snapshot()); }
    /// The same with an older mempool.
    explorer::ExplorerQueries& askWith(std::shared_ptr<const chain::MempoolSnapshot> waiting) {
        m_queries.reset();
        m_queries = std::make_unique<explorer::ExplorerQueries>(*reader, chain.params, std::move(waiting));
        return *m_queries;
    }

    SqliteChain chain;
    explorer::AddressIndex index{chain.database->indexes(), chain.state(), chain.database->blocks()};
    chain::Mempool mempool{chain.state(), chain.clock, {}};
    std::unique_ptr<storage::ChainReader> reader = openReader();

private:
    static chain::ChainOptions optionsWith(bool checkScripts) {
        chain::ChainOptions options;
        options.checkScripts = checkScripts;
        return options;
    }
    std::unique_ptr<storage::ChainReader> openReader() {
        auto opened = storage::ChainReader::open(chain.database->path());
        require(opened.has_value());
        return std::move(*opened);
    }

    std::unique_ptr<explorer::ExplorerQueries> m_queries;
};

/// A chain of Bitcoin Core's in a bench, its index level.
inline void importInto(ExplorerBench& bench, const ReferenceChain& reference) {
    require(bench.chain->setFlushEveryChange(false).has_value());
    for (const auto& block : reference.blocks)
        require(bench.chain->acceptBlock(block).has_value());
    require(bench.chain->setFlushEveryChange(true).has_value());
    bench.level();
}

} // namespace support
