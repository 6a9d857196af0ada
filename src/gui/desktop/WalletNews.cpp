#include "gui/desktop/WalletNews.h"

#include "gui/Format.h"
#include "gui/NetworkWords.h"
#include "node/Node.h"
#include "node/OnResult.h"

#include <algorithm>
#include <utility>

namespace gui {

namespace {

constexpr int kGatherNewsMs = 2'000;
constexpr int kQuietNewsMs = 60'000;
constexpr std::size_t kLookedAt = 200; // of the history, after a change

} // namespace

WalletNews::WalletNews(node::Node& node, QObject* parent)
    : QObject(parent), m_node(node), m_blocks(node.mining().status()->foundBlocks), m_gatherMs(kGatherNewsMs),
      m_quietMs(kQuietNewsMs) {
    for (QTimer* timer : {&m_paymentTimer, &m_blockTimer})
        timer->setSingleShot(true);
    connect(&m_paymentTimer, &QTimer::timeout, this, &WalletNews::tellPayments);
    connect(&m_blockTimer, &QTimer::timeout, this, &WalletNews::tellBlocks);
    connect(&node, &node::Node::walletChanged, this, &WalletNews::walletChanged);
    connect(&node, &node::Node::miningChanged, this, &WalletNews::miningChanged);
    walletChanged();
}

void WalletNews::setPace(int gatherMs, int quietMs) {
    m_gatherMs = gatherMs;
    m_quietMs = quietMs;
}

// --- payments

void WalletNews::walletChanged() {
    const auto status = m_node.wallet().status();
    if (!status->isOpen || status->scanning || m_asked) return;
    const bool isOther = std::exchange(m_wallet, status->name) != status->name;
    if (isOther) m_newest = -1;
    if (!isOther && status->revision == m_revision) return;
    m_revision = status->revision;
    m_asked = true;
    const auto found = m_node.wallet().ask([newest = m_newest](const wallet::Wallet& wallet, std::int32_t) {
        Found out{.newest = newest, .count = 0, .sum = {}};
        for (const wallet::WalletTransaction& item : wallet.history(0, newest < 0 ? 1 : kLookedAt)) {
            out.newest = std::max(out.newest, item.sequence);
            const bool isIn = !item.isCoinbase && item.net().satoshi() > 0;
            if (newest < 0 || item.sequence <= newest || !isIn || item.state == wallet::TxState::Lost)
                continue;
            ++out.count;
            out.sum = out.sum + item.net();
        }
        out.newest = std::max<std::int64_t>(out.newest, 0);
        return out;
    });
    node::onResult(
        found, this,
        [this, name = status->name](const std::optional<Found>& answer) {
            m_asked = false;
            if (answer && name == m_wallet) take(*answer);
            walletChanged(); // it may have gone on meanwhile
        },
        [this] { m_asked = false; });
}

void WalletNews::take(const Found& found) {
    m_newest = found.newest;
    if (found.count == 0 || !m_node.settings().flag(QStringLiteral("notify_payments"))) return;
    m_payments += found.count;
    m_sum = m_sum + found.sum;
    gather(m_paymentTimer);
}

void WalletNews::tellPayments() {
    const int count = std::exchange(m_payments, 0);
    if (count == 0) return; // it was quiet
    const primitives::Amount sum = std::exchange(m_sum, {});
    const QString amount = format().withUnit(sum);
    emit came(Kind::Payments, tr("%n payment(s) received", nullptr, count),
              count == 1 ? tr("%1 for %2.").arg(amount, walletTitle(m_wallet))
                         : tr("%1 in all, for %2.").arg(amount, walletTitle(m_wallet)));
    m_paymentTimer.start(m_quietMs);
}

// --- blocks

void WalletNews::miningChanged() {
    const std::int64_t found = m_node.mining().status()->foundBlocks;
    const std::int64_t added = found - std::exchange(m_blocks, found);
    if (added <= 0 || !m_node.settings().flag(QStringLiteral("notify_blocks"))) return;
    m_newBlocks += added;
    gather(m_blockTimer);
}

void WalletNews::tellBlocks() {
    const auto count = static_cast<int>(std::exchange(m_newBlocks, 0));
    if (count == 0) return;
    emit came(Kind::Blocks, tr("%n block(s) found", nullptr, count),
              tr("The chain is at block %1.").arg(Format::count(m_node.chain().status()->tip.height)));
    m_blockTimer.start(m_quietMs);
}

/// The first of several starts the clock; while it is quiet, all wait for its end.
void WalletNews::gather(QTimer& timer) {
    if (!timer.isActive()) timer.start(m_gatherMs);
}

} // namespace gui

#include "moc_WalletNews.cpp"
