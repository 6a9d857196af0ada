#include "net/address/InboundSlots.h"

#include "crypto/SipHash.h"
#include "net/address/HostAddress.h"

#include <algorithm>
#include <map>

namespace net {

namespace {

using Occupant = InboundSlots::Occupant;

/// Takes the `count` best out of the candidates, by the order given.
template <class Better>
void keepBest(std::vector<Occupant>& candidates, std::size_t count, Better better) {
    std::ranges::stable_sort(candidates, better);
    candidates.erase(candidates.begin(),
                     candidates.begin() + std::ptrdiff_t(std::min(count, candidates.size())));
}

std::int64_t pingRank(const Occupant& each) {
    return each.lowestPingMs < 0 ? INT64_MAX : each.lowestPingMs;
}

} // namespace

std::uint64_t InboundSlots::secretRank(const wire::NetAddress& address) const {
    crypto::SipHash<2, 4> hash(m_salt, ~m_salt);
    const util::Bytes group = groupOf(address);
    for (const std::uint8_t byte : group)
        hash.add(byte);
    hash.add(group.size());
    return hash.finish();
}

InboundSlots::Decision InboundSlots::decide(const wire::NetAddress& newcomer,
                                            const std::vector<Occupant>& occupants) const {
    if (m_options.total <= 0) return {Verdict::Refused};
    if (scopeOf(newcomer) != Scope::Loopback) {
        const util::Bytes holder = holderOf(newcomer);
        const auto same = std::ranges::count_if(
            occupants, [&](const Occupant& each) { return holderOf(each.address) == holder; });
        if (same >= m_options.perHolder) return {Verdict::Refused};
    }
    if (int(occupants.size()) < m_options.total) return {};
    const PeerId gone = leaver(occupants);
    return gone == 0 ? Decision{Verdict::Refused} : Decision{Verdict::InsteadOf, gone};
}

PeerId InboundSlots::leaver(std::vector<Occupant> candidates) const {
    // Who takes long to say who it is: an honest one has done so within a round trip.
    const auto slowest = std::ranges::min_element(
        candidates, {}, [](const Occupant& each) { return std::pair(each.isReady, each.sinceMs); });
    if (slowest == candidates.end()) return 0;
    if (!slowest->isReady) return slowest->id;

    // Core's numbers, for half as many slots as it has.
    const auto share = std::size_t(std::max(1, m_options.total / 16));
    keepBest(candidates, share, [&](const Occupant& a, const Occupant& b) {
        return secretRank(a.address) < secretRank(b.address);
    });
    keepBest(candidates, 2 * share,
             [](const Occupant& a, const Occupant& b) { return pingRank(a) < pingRank(b); });
    keepBest(candidates, share,
             [](const Occupant& a, const Occupant& b) { return a.lastTransaction > b.lastTransaction; });
    keepBest(candidates, share,
             [](const Occupant& a, const Occupant& b) { return a.lastBlock > b.lastBlock; });
    keepBest(candidates, candidates.size() / 2,
             [](const Occupant& a, const Occupant& b) { return a.sinceMs < b.sinceMs; });
    if (candidates.empty()) return 0;

    // Of the group that has most of the rest, and came last, its youngest.
    std::map<util::Bytes, std::vector<Occupant>> groups;
    for (const Occupant& each : candidates)
        groups[groupOf(each.address)].push_back(each);
    const auto youngest = [](const std::vector<Occupant>& group) {
        return std::ranges::max(group, {},
                                [](const Occupant& each) { return std::pair(each.sinceMs, each.id); });
    };
    const auto largest = std::ranges::max_element(groups, {}, [&](const auto& each) {
        return std::pair(each.second.size(), youngest(each.second).sinceMs);
    });
    return youngest(largest->second).id;
}

} // namespace net
