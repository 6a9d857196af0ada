#pragma once

#include "mining/TemplateBuilder.h"
#include "node/chain/StoreHealth.h"
#include "node/settings/Settings.h"

namespace node {

/// The next block, for the own miner and for others. Owned by Engine. Thread: node.
class TemplateMaker {
public:
    /// Needs: everything outlives it.
    TemplateMaker(chain::ChainState& chain, const chain::Mempool& mempool, const util::Clock& clock,
                  const StoreHealth& health)
        : m_chain(chain), m_builder(chain, mempool, clock), m_health(health) {}

    void applySettings(const Settings& settings) { m_settings = settings; }
    /// Errors: DiskFailed (nobody should work for a chain that takes no block).
    Result<mining::BlockTemplateRef, consensus::Rejection> make(const util::Bytes& script,
                                                                std::string_view tag);
    /// A block of exactly these transactions; all but its work is checked.
    Result<primitives::Block, consensus::Rejection>
    blockOf(const util::Bytes& script, const std::vector<primitives::TransactionRef>& transactions);
    /// What our blocks' coinbases say of their finder.
    [[nodiscard]] std::string coinbaseTag() const;

private:
    chain::ChainState& m_chain;
    mining::TemplateBuilder m_builder;
    const StoreHealth& m_health;
    Settings m_settings;
};

} // namespace node
