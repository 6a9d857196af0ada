#pragma once

#include "chain/mempool/Mempool.h"

namespace node {

/// The chain and what waits as questions see them: nothing here changes either. Thread: node, within the
/// question.
class ChainView {
public:
    ChainView(chain::ChainState& chain, chain::Mempool& mempool) : m_chain(chain), m_mempool(mempool) {}

    [[nodiscard]] const chain::ChainState& chain() const { return m_chain; }
    [[nodiscard]] const chain::Mempool& mempool() const { return m_mempool; }
    /// See chain::ChainState::coin and chain::Mempool::test.
    [[nodiscard]] Result<std::optional<consensus::Coin>, chain::StoreError>
    coin(const primitives::OutPoint& outpoint) const {
        return m_chain.coin(outpoint);
    }
    [[nodiscard]] Result<primitives::Amount, consensus::Rejection>
    test(const primitives::Transaction& transaction) const {
        return m_mempool.test(transaction);
    }
    [[nodiscard]] std::vector<Result<primitives::Amount, consensus::Rejection>>
    test(const std::vector<primitives::TransactionRef>& package) const {
        return m_mempool.test(package);
    }

private:
    chain::ChainState& m_chain;
    chain::Mempool& m_mempool;
};

} // namespace node
