#pragma once

#include "chain/ChainState.h"
#include "support/FakeClock.h"
#include "support/MemoryStores.h"

#include <cstdio>

namespace support {

/// A whole chain in memory with real rules: stores, clock and state, loaded. `reopen` is a restart.
class MemoryChain {
public:
    explicit MemoryChain(consensus::ChainParams network, chain::ChainOptions chosen = {},
                         std::size_t threads = 0)
        : params(std::move(network)), options(chosen), pool(threads) {
        reopen();
    }
    /// A new ChainState over what the stores have.
    void reopen() {
        m_state = std::make_unique<chain::ChainState>(params, blocks, coins, clock, pool, options);
        const auto loaded = m_state->load();
        if (!loaded) std::fputs((loaded.error().what + "\n").c_str(), stderr);
        require(loaded.has_value());
    }
    chain::ChainState& state() { return *m_state; }
    chain::ChainState* operator->() { return m_state.get(); }

    consensus::ChainParams params;
    chain::ChainOptions options;
    FakeClock clock;
    MemoryCoinStore coins;
    MemoryBlockStore blocks{coins};
    util::WorkerPool pool;

private:
    std::unique_ptr<chain::ChainState> m_state;
};

} // namespace support
