#pragma once

#include "primitives/Transaction.h"

#include <deque>

namespace net {

/// The transactions refused or replaced last, or without parents yet: a block may have them all the same, and
/// need not send them then. Bounded. Owned by Exchange: TransactionRelay fills it, BlockRelay looks. Thread:
/// node.
class ExtraTransactions {
public:
    void add(const primitives::TransactionRef& transaction) {
        m_bytes += transaction->size();
        m_transactions.push_back(transaction);
        while (m_transactions.size() > kMaxCount || m_bytes > kMaxBytes) {
            m_bytes -= m_transactions.front()->size();
            m_transactions.pop_front();
        }
    }
    /// Oldest first.
    [[nodiscard]] const std::deque<primitives::TransactionRef>& all() const { return m_transactions; }
    [[nodiscard]] std::size_t bytes() const { return m_bytes; }

private:
    static constexpr std::size_t kMaxCount = 100;
    static constexpr std::size_t kMaxBytes = 4 << 20;
    std::deque<primitives::TransactionRef> m_transactions;
    std::size_t m_bytes = 0;
};

} // namespace net
