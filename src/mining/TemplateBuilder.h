#pragma once

#include "chain/mempool/Mempool.h"
#include "mining/ExtraNonce.h"
#include "mining/MiningTypes.h"
#include "util/Clock.h"

namespace mining {

/// Makes the next block from the tip and the mempool. Owned by node::Engine. Thread: node.
class TemplateBuilder {
public:
    TemplateBuilder(chain::ChainState& chain, const chain::Mempool& mempool, const util::Clock& clock)
        : m_chain(chain), m_mempool(mempool), m_clock(clock) {}

    /// A valid block but for its work, paying `script`; `coinbaseTag` (at most 40 bytes) is shown by
    /// explorers. Should the transactions not make a valid block (a bug in the mempool), the block has none,
    /// and the log says why.
    BlockTemplate build(const util::Bytes& script, std::string_view coinbaseTag,
                        bool withTransactions = true);

private:
    chain::ChainState& m_chain;
    const chain::Mempool& m_mempool;
    const util::Clock& m_clock;
    std::uint64_t m_nextId = 1;
};

} // namespace mining
