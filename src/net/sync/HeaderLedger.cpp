#include "net/sync/HeaderLedger.h"

#include <algorithm>

namespace net {

namespace {

constexpr std::int64_t kSweepMs = 10'000;
constexpr std::size_t kReserve = 256;         ///< of a peer, whatever others hold
constexpr std::size_t kSettledAtOnce = 2'000; ///< entries looked at in one call
constexpr std::int64_t kKeptMs = 60'000;      ///< after their peer left: it may come back

} // namespace

PeerId SyncContext::backerOf(const chain::HeaderEntry& entry) const {
    for (const auto& [id, peer] : peers) {
        if (peer.isDropped) continue;
        if (peer.best != nullptr && peer.best->ancestor(entry.height()) == &entry) return id;
        if (peer.presync && peer.presync->start().ancestor(entry.height()) == &entry) return id;
    }
    return 0;
}

std::size_t HeaderLedger::of(PeerId peer) const {
    const auto found = m_accounts.find(peer);
    return found == m_accounts.end() ? 0 : found->second.count;
}

std::size_t HeaderLedger::roomFor(PeerId peer) const {
    const SyncManager::Options& options = m_context.options;
    const std::size_t own = of(peer);
    const auto left = [](std::size_t limit, std::size_t used) { return limit > used ? limit - used : 0; };
    return std::max(
        std::min(left(options.maxHeadersAheadPerPeer, own), left(options.maxHeadersAhead, m_owners.size())),
        left(std::min(kReserve, options.maxHeadersAheadPerPeer), own));
}

void HeaderLedger::add(PeerId peer, const chain::HeaderEntry& entry) {
    if (!m_owners.try_emplace(&entry, peer).second) return;
    Account& account = m_accounts[peer];
    account.entries.push_back(&entry);
    ++account.count;
}

void HeaderLedger::remove(const chain::HeaderEntry& entry) {
    const auto owner = m_owners.find(&entry);
    if (owner == m_owners.end()) return;
    const PeerId peer = owner->second;
    const auto account = m_accounts.find(peer);
    m_owners.erase(owner);
    // Bodies come about in the order of headers: those in front are settled.
    std::deque<const chain::HeaderEntry*>& entries = account->second.entries;
    while (!entries.empty() && !isOf(entries.front(), peer))
        entries.pop_front();
    if (--account->second.count == 0 && account->second.goneMs >= 0) m_accounts.erase(account);
}

bool HeaderLedger::isOf(const chain::HeaderEntry* entry, PeerId peer) const {
    const auto owner = m_owners.find(entry);
    return owner != m_owners.end() && owner->second == peer;
}

void HeaderLedger::gone(PeerId peer) {
    const auto found = m_accounts.find(peer);
    if (found == m_accounts.end()) return;
    if (found->second.count == 0)
        m_accounts.erase(found);
    else
        found->second.goneMs = m_context.clock.steadyMs();
}

/// Looks at `most` entries, the youngest first: children before their parents.
void HeaderLedger::settle(PeerId owner, Account& account, std::size_t most) {
    std::vector<const chain::HeaderEntry*> kept;     // oldest last
    std::vector<const chain::HeaderEntry*> forsaken; // the same
    for (; most > 0 && !account.entries.empty(); --most) {
        const chain::HeaderEntry* entry = account.entries.back();
        account.entries.pop_back();
        if (!isOf(entry, owner)) continue; // settled long ago: not looked into
        const bool isSettled = entry->hasBody() || entry->isStored;
        const PeerId backer = isSettled ? 0 : m_context.backerOf(*entry);
        if (backer == owner) {
            kept.push_back(entry);
        } else if (backer == 0 && !isSettled) {
            forsaken.push_back(entry);
        } else {
            m_owners.erase(entry);
            --account.count;
            if (backer != 0) add(backer, *entry);
        }
    }
    const std::vector<const chain::HeaderEntry*> stay = m_context.chain.forgetHeaders(forsaken);
    account.count -= forsaken.size() - stay.size();
    auto next = stay.begin();
    for (const chain::HeaderEntry* entry : forsaken) { // gone ones are only compared, never looked into
        if (next != stay.end() && *next == entry)
            ++next;
        else
            m_owners.erase(entry);
    }
    // What was looked at and stays goes behind the rest, so that the next call looks at others.
    kept.insert(kept.end(), stay.begin(), stay.end());
    account.entries.insert(account.entries.begin(), kept.rbegin(), kept.rend());
}

void HeaderLedger::tick() {
    const std::int64_t now = m_context.clock.steadyMs();
    std::size_t budget = kSettledAtOnce;
    for (auto place = m_accounts.begin(); place != m_accounts.end() && budget > 0;) {
        auto& [owner, account] = *place;
        if (account.goneMs >= 0 && now - account.goneMs >= kKeptMs) {
            const std::size_t part = std::min(budget, account.entries.size());
            budget -= part;
            settle(owner, account, part);
            if (account.count == 0) {
                place = m_accounts.erase(place);
                continue;
            }
        }
        ++place;
    }
}

void HeaderLedger::sweep(PeerId peer) {
    const auto found = m_accounts.find(peer);
    if (found == m_accounts.end()) return;
    const std::int64_t now = m_context.clock.steadyMs();
    if (now - found->second.sweptMs < kSweepMs) return;
    found->second.sweptMs = now;
    settle(peer, found->second, kSettledAtOnce);
}

} // namespace net
