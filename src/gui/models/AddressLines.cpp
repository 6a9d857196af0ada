#include "gui/models/AddressLines.h"

#include "wallet/Wallet.h"

#include <algorithm>

namespace gui {

bool AddressLines::fitsText(const wallet::WalletAddress& address) const {
    return m_filter.text.isEmpty() ||
           QString::fromStdString(address.address).contains(m_filter.text, Qt::CaseInsensitive) ||
           QString::fromStdString(address.label).contains(m_filter.text, Qt::CaseInsensitive);
}

AddressLines::Step AddressLines::follow(const wallet::Wallet& wallet, std::int32_t) {
    const bool isLevel = m_searched && m_addressRevision == wallet.addressRevision() &&
                         (!m_filter.withCoins || m_historyRevision == wallet.historyRevision());
    const int before = static_cast<int>(m_found.size());
    if (isLevel) return {before, before, m_counts};
    m_searched = true;
    m_addressRevision = wallet.addressRevision();
    m_historyRevision = wallet.historyRevision();
    m_counts = {};
    std::vector<std::pair<std::int64_t, wallet::KeyPath>> found;
    wallet.visitAddresses([&](const wallet::WalletAddress& address, wallet::AddressUse use,
                              std::optional<wallet::AddressType> type) {
        ++m_counts[static_cast<std::size_t>(use)];
        if (use != m_filter.use || (m_filter.type && m_filter.type != type) || !fitsText(address)) return;
        if (m_filter.withCoins && wallet.moneyAt(address.path).there.satoshi() == 0) return;
        found.emplace_back(address.handedOut, address.path);
    });
    std::ranges::sort(found);
    std::vector<wallet::KeyPath> next;
    next.reserve(found.size());
    for (const auto& [time, path] : found)
        next.push_back(path);
    const auto same = std::ranges::mismatch(m_found, next);
    const auto kept = static_cast<int>(same.in1 - m_found.begin());
    m_found = std::move(next);
    return {static_cast<int>(m_found.size()), kept, m_counts};
}

std::vector<AddressLine> AddressLines::rows(const wallet::Wallet& wallet, int first, int count) const {
    std::vector<AddressLine> out;
    const auto end = std::min(m_found.size(), static_cast<std::size_t>(first + count));
    for (auto at = static_cast<std::size_t>(first); at < end; ++at) {
        const auto facts = wallet.factsAt(m_found[at]);
        if (!facts) break;
        out.push_back({facts->address.path, QString::fromStdString(facts->address.address),
                       QString::fromStdString(facts->address.label), facts->type, facts->address.handedOut,
                       facts->money});
    }
    return out;
}

} // namespace gui
