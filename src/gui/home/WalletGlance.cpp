#include "gui/home/WalletGlance.h"

#include "node/Node.h"

#include <QDateTime>

namespace gui {

QFuture<std::optional<WalletGlance>> askWalletGlance(node::Node& node, std::shared_ptr<WalletDigest> digest,
                                                     int payments) {
    const std::int64_t midnight = QDateTime::currentDateTime().date().startOfDay().toSecsSinceEpoch();
    const std::int64_t now = node.clock().now();
    return node.wallet().ask([payments, midnight, now, digest = std::move(digest),
                              addresses = node.params().addresses](const wallet::Wallet& wallet,
                                                                   std::int32_t) {
        WalletGlance glance;
        for (const wallet::WalletTransaction& entry : wallet.history(0, static_cast<std::size_t>(payments)))
            glance.payments.push_back(activityRowOf(wallet, entry, addresses));
        digest->follow(wallet, now, midnight);
        glance.balance = digest->curve();
        glance.found = digest->found();
        glance.hasSent = wallet.historySize(wallet::HistoryKind::Sent) > 0;
        return glance;
    });
}

} // namespace gui
