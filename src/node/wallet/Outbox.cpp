#include "node/wallet/Outbox.h"

#include <algorithm>

namespace node {

using primitives::TransactionRef;

std::vector<TransactionRef> Outbox::due(const std::vector<TransactionRef>& absent, std::int64_t now,
                                        bool isNewBlock) {
    std::unordered_map<primitives::TxId, Offers> kept;
    std::vector<TransactionRef> out;
    for (const TransactionRef& transaction : absent) {
        const auto known = m_offers.find(transaction->txid());
        Offers offers = known != m_offers.end() ? known->second : Offers{};
        if (now >= offers.next || (isNewBlock && offers.count < kBlocksAtOnce)) {
            const int doublings = std::min(offers.count, 10);
            offers.next = now + std::min(kFirstPause << doublings, kLongestPause);
            ++offers.count;
            out.push_back(transaction);
        }
        kept.emplace(transaction->txid(), offers);
    }
    m_offers = std::move(kept); // what has come in, or was given up, starts anew next time
    return out;
}

std::optional<std::int64_t> Outbox::nextOffer(const primitives::TxId& txid) const {
    const auto known = m_offers.find(txid);
    return known == m_offers.end() ? std::nullopt : std::optional(known->second.next);
}

} // namespace node
