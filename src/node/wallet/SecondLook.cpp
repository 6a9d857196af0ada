#include "node/wallet/SecondLook.h"

#include "crypto/Sha256.h"

#include <algorithm>
#include <utility>

namespace node {

namespace {

constexpr std::int32_t kHistoryPage = 1'000;
constexpr std::uint32_t kUsualSize = 5'000; ///< addresses; looked up within a part of a second

} // namespace

void SecondLook::begin(const wallet::Wallet& wallet) {
    *this = {};
    std::uint32_t watched = 0;
    for (const auto& [descriptor, count] : wallet.watched())
        watched += count;
    if (watched > kUsualSize) m_lookedUp = wallet.handedOut();
    m_accepted = m_lookedUp;
}

void SecondLook::accept() {
    if (m_heights.empty()) m_accepted = m_lookedUp;
}

void SecondLook::takeBack() {
    m_lookedUp = m_accepted;
    m_heights.clear();
    if (m_next) m_next = m_first;
}

double SecondLook::progress(std::int32_t tip) const {
    return m_next ? double(*m_next - m_first) / std::max(std::min(tip, m_last) - m_first + 1, 1) : 1;
}

/// The blocks with transactions of addresses that are new here, as far as the wallet does not have those.
void SecondLook::findInIndex(storage::ChainReader& reader, const wallet::Wallet& wallet) {
    const auto watched = wallet.watched();
    const std::int32_t tip = wallet.tip().height;
    if (watched == m_lookedUp) return;
    const auto indexed = reader.indexTip();
    if (!indexed || indexed->height < tip) return; // the index comes a little later: the next time
    const bool skipsPaid = std::exchange(m_isFirst, false);
    for (const util::Bytes& script : wallet.watchedSince(m_lookedUp)) {
        if (skipsPaid && wallet.addressOf(script).value_or(wallet::WalletAddress()).used) continue;
        std::optional<storage::TxPlace> before;
        for (bool isMore = !script.empty(); isMore;) {
            const auto rows = reader.history(crypto::sha256(script), before, kHistoryPage);
            if (!rows) return;
            for (const storage::HistoryRow& row : *rows) {
                const auto known = wallet.transaction(row.txid);
                const bool isHere = known && known->state == wallet::TxState::Confirmed;
                if (row.place.height <= tip && !isHere) m_heights.insert(row.place.height);
                before = row.place;
            }
            isMore = std::ssize(*rows) == kHistoryPage;
        }
    }
    m_lookedUp = watched;
}

std::optional<std::int32_t> SecondLook::take(std::int32_t tip) {
    if (!m_heights.empty()) {
        const std::int32_t height = *m_heights.begin(); // the lowest first: spends come after their coins
        m_heights.erase(m_heights.begin());
        return height;
    }
    if (m_next && *m_next > std::min(tip, m_last)) m_next.reset();
    return m_next ? std::optional((*m_next)++) : std::nullopt;
}

bool SecondLook::step(storage::ChainReader& reader, wallet::Wallet& wallet, int blocks) {
    findInIndex(reader, wallet);
    for (int i = 0; i < blocks; ++i) {
        const std::int32_t tip = wallet.tip().height;
        const auto height = take(tip);
        if (!height) return i > 0;
        const auto stored = reader.blockAt(*height);
        if (*height > tip || !stored || !*stored) continue;
        const auto block = reader.readBlock((*stored)->record.hash);
        if (block && *block) wallet.lookAgain(**block, (*stored)->record.hash, *height);
    }
    return true;
}

} // namespace node
