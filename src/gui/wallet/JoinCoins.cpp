#include "gui/wallet/JoinCoins.h"

#include "gui/ErrorText.h"
#include "gui/Navigator.h"
#include "gui/models/CoinLines.h"
#include "gui/wallet/ReviewDialog.h"
#include "node/Node.h"
#include "node/OnResult.h"

#include <algorithm>
#include <set>

namespace gui {

namespace {

/// Of those that are named, or of all that may pay; without what is frozen, the smallest first.
std::vector<primitives::OutPoint> coinsToJoin(const wallet::Wallet& wallet, std::int32_t height,
                                              std::int32_t maturity,
                                              const std::set<primitives::OutPoint>& named) {
    std::vector<std::pair<std::int64_t, primitives::OutPoint>> found;
    for (const wallet::WalletCoin& coin : wallet.coins()) {
        if (!mayPay(originOf(coin), coin.height, height, maturity)) continue;
        const auto* const row = wallet.keychain().row(coin.path.descriptor);
        const bool isOurs = (row && row->canSign) || wallet.isWatchOnly();
        if (named.empty() ? isOurs && !wallet.isFrozen(coin.outpoint) : named.contains(coin.outpoint))
            found.emplace_back(coin.output.value.satoshi(), coin.outpoint);
    }
    std::ranges::sort(found);
    if (found.size() > JoinCoins::kMostAtOnce) found.resize(JoinCoins::kMostAtOnce);
    std::vector<primitives::OutPoint> out;
    for (const auto& [value, outpoint] : found)
        out.push_back(outpoint);
    return out;
}

} // namespace

JoinCoins::JoinCoins(node::Node& node, Navigator& navigator, QWidget* window)
    : QObject(window), m_node(node), m_navigator(navigator), m_window(window) {}

void JoinCoins::start(std::vector<primitives::OutPoint> coins) {
    if (std::exchange(m_busy, true)) return;
    const auto read = [named = std::set<primitives::OutPoint>(coins.begin(), coins.end()),
                       maturity = m_node.params().rules().coinbaseMaturity](const wallet::Wallet& wallet,
                                                                            std::int32_t height) {
        return coinsToJoin(wallet, height, maturity, named);
    };
    node::onResult(
        m_node.wallet().ask(read), this,
        [this](const std::optional<std::vector<primitives::OutPoint>>& found) {
            m_coins = found.value_or(std::vector<primitives::OutPoint>());
            if (m_coins.size() < 2)
                return refuse(tr("There are not two coins that can pay now, so there is nothing to join."));
            askHome();
        },
        [this] { m_busy = false; });
}

void JoinCoins::refuse(const QString& sentence) {
    m_busy = false;
    m_navigator.showNotice(sentence);
}

void JoinCoins::askHome() {
    using Made = node::WalletAccess::Reply<wallet::WalletAddress>;
    node::onResult(
        m_node.wallet().currentReceiveAddress(), this,
        [this](const Made& made) {
            if (!made || !*made)
                return refuse(tr("No address could be made: the wallet file cannot be written."));
            m_home = (*made)->scriptPubKey;
            askDraft();
        },
        [this] { m_busy = false; });
}

void JoinCoins::askDraft() {
    wallet::PaymentRequest request;
    request.recipients = {{m_home, {}}};
    request.feePerKvB = m_node.settings().amount(QStringLiteral("transaction_fee")).satoshi();
    request.onlyFrom = m_coins;
    request.everything = true;
    request.mayMixAtOnce = true;
    node::onResult(
        m_node.wallet().draft(request), this,
        [this, request](const Result<wallet::PaymentDraft, node::PayFailure>& draft) {
            if (!draft) return shrink(draft.error());
            m_busy = false;
            auto* dialog = new ReviewDialog(m_node, std::make_shared<const wallet::PaymentDraft>(*draft),
                                            request, tr("Coins joined"), m_window);
            connect(dialog, &ReviewDialog::sent, this, [this] {
                m_navigator.showNotice(tr("The coins are on their way to become one."));
                m_navigator.openActivity();
            });
            dialog->open();
        },
        [this] { m_busy = false; });
}

/// Fewer at once, where that is what is wrong.
void JoinCoins::shrink(const node::PayFailure& failure) {
    const bool isTooMany = failure.error == wallet::PaymentError::TooManyInputs;
    if (!isTooMany || failure.coins < 2 || failure.coins >= m_coins.size()) return refuse(errorText(failure));
    m_coins.resize(failure.coins);
    askDraft();
}

} // namespace gui

#include "moc_JoinCoins.cpp"
