#include "net/lobby/LobbyTable.h"

#include "net/address/HostAddress.h"

#include <algorithm>
#include <iterator>

namespace net {

TokenBucket& LobbyTable::bucketOf(const wire::NetAddress& host, std::int64_t nowMs) {
    const auto known = m_hosts.find(host.host);
    if (known != m_hosts.end()) {
        known->second.lastMs = nowMs;
        return known->second.tokens;
    }
    if (m_hosts.size() >= m_options.mostHosts)
        std::erase_if(m_hosts,
                      [&](const auto& item) { return nowMs - item.second.lastMs > m_options.lifeMs; });
    if (m_hosts.size() >= m_options.mostHosts) return m_others;
    const TokenBucket fresh(m_options.newsASecond, m_options.newsAtOnce, nowMs);
    return m_hosts.emplace(host.host, Host{fresh, nowMs}).first->second.tokens;
}

bool LobbyTable::mayTell(const wire::NetAddress& host, std::int64_t nowMs) {
    return bucketOf(host, nowMs).take(1, nowMs) == 1 && m_all.take(1, nowMs) == 1;
}

LobbyTable::Verdict LobbyTable::heard(const wire::NetAddress& host, const LobbyNews& news, std::int64_t nowMs,
                                      const Random& random) {
    wire::NetAddress address = host;
    address.port = news.port;
    if (scopeOf(address) == Scope::Nowhere || address.port == 0) return Verdict::NoAddress;
    const auto known = m_entries.find(address);
    if (known != m_entries.end()) {
        known->second.news = news; // it may have changed its network
        known->second.lastMs = nowMs;
        return Verdict::Known;
    }
    const auto ofHost =
        std::ranges::count_if(m_entries, [&](const auto& item) { return item.first.host == address.host; });
    if (std::size_t(ofHost) >= m_options.mostOfHost) return Verdict::TooMany;
    if (m_entries.size() >= m_options.most)
        m_entries.erase(std::next(m_entries.begin(), std::ptrdiff_t(random(m_entries.size()))));
    m_entries.emplace(address, LobbyEntry{news, address, nowMs, nowMs});
    return Verdict::New;
}

bool LobbyTable::expire(std::int64_t nowMs) {
    return std::erase_if(m_entries, [&](const auto& item) {
               return nowMs - item.second.lastMs > m_options.lifeMs;
           }) != 0;
}

std::vector<LobbyEntry> LobbyTable::all() const {
    std::vector<LobbyEntry> out;
    for (const auto& [address, entry] : m_entries)
        out.push_back(entry);
    std::ranges::stable_sort(out, [](const LobbyEntry& a, const LobbyEntry& b) {
        return a.news.name.localeAwareCompare(b.news.name) < 0;
    });
    return out;
}

} // namespace net
