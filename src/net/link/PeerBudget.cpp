#include "net/link/PeerBudget.h"

#include "net/wire/Codec.h"

#include <algorithm>

namespace net {

bool PeerBudget::mayRead(PeerId peer) const {
    const auto share = m_shares.find(peer);
    if (share == m_shares.end() || share->second.given == 0) return true;
    return share->second.given < m_limits.perPeer && m_total < m_limits.total;
}

void PeerBudget::given(PeerId peer, std::size_t bytes) {
    m_shares[peer].given += bytes;
    m_total += bytes;
}

void PeerBudget::handled(PeerId peer, std::size_t bytes) {
    const auto share = m_shares.find(peer);
    if (share == m_shares.end()) return; // it has gone, and its bytes were forgotten
    const std::size_t less = std::min(bytes, share->second.given);
    share->second.given -= less;
    m_total -= less;
}

void PeerBudget::setUnfinished(PeerId peer, std::size_t bytes) {
    Share& share = m_shares[peer];
    m_unfinished += bytes;
    m_unfinished -= share.unfinished;
    share.unfinished = bytes;
}

void PeerBudget::setUnwritten(PeerId peer, std::size_t bytes) {
    Share& share = m_shares[peer];
    m_unwritten += bytes;
    m_unwritten -= share.unwritten;
    share.unwritten = bytes;
}

void PeerBudget::forget(PeerId peer) {
    const auto share = m_shares.find(peer);
    if (share == m_shares.end()) return;
    m_total -= share->second.given;
    m_unfinished -= share->second.unfinished;
    m_unwritten -= share->second.unwritten;
    m_shares.erase(share);
}

PeerId PeerBudget::largestUnfinished() const {
    if (m_unfinished <= m_limits.unfinished) return 0;
    const auto largest = std::ranges::max_element(
        m_shares, {}, [](const auto& each) { return std::pair(each.second.unfinished, each.first); });
    return largest->first;
}

void IntakeRates::count(const wire::Message& message, std::int64_t nowMs) {
    const auto items = std::int64_t(wire::countOf(message));
    if (std::holds_alternative<wire::Headers>(message))
        m_headers.spend(items, nowMs);
    else if (std::holds_alternative<wire::Inventory>(message) ||
             std::holds_alternative<wire::GetData>(message))
        m_inventory.spend(items, nowMs);
    else if (std::holds_alternative<wire::TransactionMessage>(message))
        m_transactions.spend(1, nowMs);
    else if (std::holds_alternative<wire::GetHeaders>(message) ||
             std::holds_alternative<wire::GetBlocks>(message) ||
             std::holds_alternative<wire::MempoolRequest>(message) ||
             std::holds_alternative<wire::GetBlockTransactions>(message))
        m_requests.spend(1, nowMs);
}

bool IntakeRates::isExhausted(std::int64_t nowMs) {
    const bool headers = m_headers.isInDebt(nowMs);
    const bool inventory = m_inventory.isInDebt(nowMs);
    const bool transactions = m_transactions.isInDebt(nowMs);
    const bool requests = m_requests.isInDebt(nowMs);
    return headers || inventory || transactions || requests;
}

bool UploadLimit::take(std::int64_t bytes, std::int64_t nowUnix) {
    constexpr std::int64_t kDay = 24 * 60 * 60;
    if (m_bytesADay == 0) return true;
    if (nowUnix >= m_dayStart + kDay || nowUnix < m_dayStart) {
        m_dayStart = nowUnix;
        m_used = 0;
    }
    if (m_used + bytes > m_bytesADay) return false;
    m_used += bytes;
    return true;
}

} // namespace net
