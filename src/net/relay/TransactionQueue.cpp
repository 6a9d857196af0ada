#include "net/relay/TransactionQueue.h"

#include <algorithm>

namespace net {

bool TransactionQueue::push(PeerId peer, const primitives::TransactionRef& transaction) {
    Line& line =
        m_lines.try_emplace(peer, Line{{}, 0, TokenBucket(m_options.peerMsPerSecond, m_options.peerBurstMs)})
            .first->second;
    const std::size_t size = transaction->size();
    if (line.transactions.size() >= m_options.maxCountPerPeer ||
        line.bytes + size > m_options.maxBytesPerPeer)
        return false;
    while (m_bytes + size > m_options.maxBytes) {
        const auto largest =
            std::ranges::max_element(m_lines, {}, [](const auto& item) { return item.second.bytes; });
        if (largest->second.bytes < line.bytes + size) return false;
        drop(largest->second);
    }
    line.transactions.push_back(transaction);
    line.bytes += size;
    m_bytes += size;
    ++m_count;
    return true;
}

void TransactionQueue::drop(Line& line) {
    const std::size_t size = line.transactions.back()->size();
    line.transactions.pop_back();
    line.bytes -= size;
    m_bytes -= size;
    --m_count;
}

std::optional<TransactionQueue::Item> TransactionQueue::next(std::int64_t nowMs) {
    if (m_count == 0 || m_time.isInDebt(nowMs)) return std::nullopt;
    auto turn = m_lines.upper_bound(m_last);
    for (std::size_t i = 0; i < m_lines.size(); ++i, ++turn) {
        if (turn == m_lines.end()) turn = m_lines.begin();
        Line& line = turn->second;
        if (line.transactions.empty() || line.time.isInDebt(nowMs)) continue;
        m_last = turn->first;
        Item item{turn->first, std::move(line.transactions.front())};
        line.transactions.pop_front();
        line.bytes -= item.transaction->size();
        m_bytes -= item.transaction->size();
        --m_count;
        return item;
    }
    return std::nullopt;
}

void TransactionQueue::took(PeerId peer, std::int64_t ms, std::int64_t nowMs) {
    m_time.spend(ms, nowMs);
    if (const auto line = m_lines.find(peer); line != m_lines.end()) line->second.time.spend(ms, nowMs);
}

void TransactionQueue::gone(PeerId peer) {
    const auto line = m_lines.find(peer);
    if (line == m_lines.end()) return;
    m_bytes -= line->second.bytes;
    m_count -= line->second.transactions.size();
    m_lines.erase(line);
}

} // namespace net
