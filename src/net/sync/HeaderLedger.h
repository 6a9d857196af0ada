#pragma once

#include "net/sync/SyncPeer.h"

#include <unordered_map>

namespace net {

/// Who brought the headers whose bodies are not here: the bound a peer and in all, and what is forgotten when
/// nobody who is connected stands behind it any more. Owned by SyncManager. Thread: node.
class HeaderLedger {
public:
    explicit HeaderLedger(SyncContext& context) : m_context(context) {}

    /// How many headers that peer may bring now. Even where all are too many, each peer has a few: the next
    /// block is never refused for what others did.
    [[nodiscard]] std::size_t roomFor(PeerId peer) const;
    void add(PeerId peer, const chain::HeaderEntry& entry);
    /// Its body came, or it was condemned.
    void remove(const chain::HeaderEntry& entry);
    /// Its headers belong to nobody from now on.
    void gone(PeerId peer);
    /// Forgets, or hands to who stands behind them, a bounded number of headers of peers that left.
    void tick();
    /// The same for a connected peer that has no room left, of branches that are not its best; now and then.
    void sweep(PeerId peer);

    [[nodiscard]] std::size_t size() const { return m_owners.size(); }
    [[nodiscard]] std::size_t of(PeerId peer) const;

private:
    struct Account {
        /// Some are settled, and may be gone: only those that m_owners has are looked into.
        std::deque<const chain::HeaderEntry*> entries;
        std::size_t count = 0;
        std::int64_t goneMs = -1;
        std::int64_t sweptMs = -100'000;
    };
    [[nodiscard]] bool isOf(const chain::HeaderEntry* entry, PeerId peer) const;
    void settle(PeerId owner, Account& account, std::size_t most);

    SyncContext& m_context;
    std::unordered_map<const chain::HeaderEntry*, PeerId> m_owners;
    std::map<PeerId, Account> m_accounts;
};

} // namespace net
