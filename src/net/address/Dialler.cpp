#include "net/address/Dialler.h"

#include "net/address/HostAddress.h"

#include <algorithm>

namespace net {

void Dialler::add(PeerId peer, std::int64_t nowMs) {
    m_targets.try_emplace(peer, Target{0, nowMs, false});
}

void Dialler::remove(PeerId peer) {
    m_targets.erase(peer);
}

void Dialler::postpone(PeerId peer, std::int64_t nowMs, std::int64_t waitMs) {
    const auto target = m_targets.find(peer);
    if (target == m_targets.end()) return;
    target->second.nextMs = nowMs + waitMs;
    target->second.isDialled = false;
}

void Dialler::hurry(PeerId peer, std::int64_t nowMs) {
    const auto target = m_targets.find(peer);
    if (target != m_targets.end()) target->second.nextMs = nowMs;
}

void Dialler::failed(PeerId peer, std::int64_t nowMs, const Random& random) {
    const auto target = m_targets.find(peer);
    if (target == m_targets.end()) return;
    const int doublings = std::min(target->second.failures++, 20);
    const std::int64_t wait = std::min(m_options.firstWaitMs << doublings, m_options.mostWaitMs);
    // Up to a quarter less, so that those who lost the same peer do not come back at once.
    const auto less = std::int64_t(random(std::uint64_t(wait / 4 + 1)));
    target->second.nextMs = nowMs + wait - less;
    target->second.isDialled = false;
}

void Dialler::succeeded(PeerId peer) {
    const auto target = m_targets.find(peer);
    if (target != m_targets.end()) target->second.failures = 0;
}

std::vector<PeerId> Dialler::due(std::int64_t nowMs) {
    std::vector<PeerId> out;
    for (auto& [peer, target] : m_targets) {
        if (target.isDialled || target.nextMs > nowMs) continue;
        target.isDialled = true;
        out.push_back(peer);
    }
    return out;
}

std::optional<std::int64_t> Dialler::nextTryMs(PeerId peer) const {
    const auto target = m_targets.find(peer);
    if (target == m_targets.end() || target->second.isDialled) return std::nullopt;
    return target->second.nextMs;
}

std::optional<wire::NetAddress> Dialler::heardOf(const AddressBook& book, const Surroundings& around,
                                                 std::int64_t nowUnix, std::int64_t nowMs,
                                                 const Random& random) {
    if (around.heardOf >= m_options.maxHeardOf || nowMs < m_nextHeardOfMs) return std::nullopt;
    m_nextHeardOfMs = nowMs + m_options.heardOfEveryMs;
    std::set<util::Bytes> groups;
    for (const wire::NetAddress& each : around.connected)
        groups.insert(groupOf(each));
    constexpr int kTries = 50;
    constexpr std::int64_t kJustTried = 10 * 60;
    for (int i = 0; i < kTries; ++i) {
        const auto found = book.select(nowUnix, random);
        if (!found) return std::nullopt;
        const bool isThere = std::ranges::find(around.connected, found->address) != around.connected.end();
        // What failed a while ago is given time, as long as there is something else.
        const bool isTooSoon = nowUnix - found->lastTry < kJustTried && i < kTries - 20;
        const bool isVeryRecent = nowUnix - found->lastTry < 10;
        const bool isOfNoUse = (found->services & wire::kServiceWitness) == 0;
        if (isThere || isTooSoon || isVeryRecent || isOfNoUse || groups.contains(groupOf(found->address)) ||
            (around.isOut && around.isOut(found->address)))
            continue;
        return found->address;
    }
    return std::nullopt;
}

} // namespace net
