#include "gui/home/WalletGlance.h"

#include "gui/models/Counterparty.h"
#include "node/Node.h"

#include <QDateTime>

#include <algorithm>

namespace gui {

namespace {

constexpr std::int64_t kSpan = 7 * 24 * 3600;
constexpr std::int64_t kLead = 2;
constexpr std::size_t kPage = 200;
constexpr std::size_t kMostEntries = 4'000; ///< a very busy wallet: the chart then begins later
constexpr qsizetype kMostPoints = 240;

/// What stays on the wallet's thread while it reads.
struct Reading {
    const wallet::Wallet& wallet;
    const script::AddressFormat& addresses;
    std::int64_t now = 0;
    std::int64_t midnight = 0;
    int payments = 0;
};

GlancePayment paymentOf(const wallet::WalletTransaction& entry, const Reading& reading) {
    GlancePayment row;
    row.time = entry.time;
    row.counterparty = counterpartyOf(reading.wallet, entry, reading.addresses).text();
    row.note = QString::fromStdString(entry.note);
    row.net = entry.net();
    row.txid = entry.transaction->txid();
    row.block = entry.block;
    row.state = entry.state;
    row.height = entry.height;
    row.isCoinbase = entry.isCoinbase;
    return row;
}

void thinOut(QVector<WalletGlance::Point>& points) {
    if (points.size() <= kMostPoints) return;
    QVector<WalletGlance::Point> kept;
    for (qsizetype i = 0; i < kMostPoints; ++i)
        kept.append(points[i * (points.size() - 1) / (kMostPoints - 1)]);
    points = kept;
}

/// Walks back from the present balance, entry by entry.
WalletGlance read(const Reading& reading, primitives::Amount total) {
    WalletGlance glance;
    std::int64_t balance = total.satoshi();
    std::int64_t at = reading.now;
    glance.balance.append({reading.now, balance});
    glance.since = reading.now - kSpan;
    for (std::size_t offset = 0; offset < kMostEntries; offset += kPage) {
        const auto page = reading.wallet.history(offset, kPage);
        for (const wallet::WalletTransaction& entry : page) {
            if (glance.payments.size() < reading.payments) glance.payments.append(paymentOf(entry, reading));
            const bool lost = entry.state == wallet::TxState::Lost;
            if (entry.isCoinbase && entry.time >= reading.midnight)
                ++(lost ? glance.lostToday : glance.foundToday);
            glance.hasSent = glance.hasSent || (!entry.isCoinbase && entry.net().satoshi() < 0);
            if (lost || entry.time < glance.since) continue;
            at = std::min(at, entry.time); // a block's time may lie before that of the block below it
            glance.balance.append({at, balance});
            balance -= entry.net().satoshi();
            glance.balance.append({at, balance});
        }
        if (page.size() < kPage || page.back().time < glance.since) break;
    }
    if (glance.balance.size() > 1) {
        // A little of what was before the first change, so that it shows as a step.
        const std::int64_t first = glance.balance.last().time;
        glance.since =
            std::max(glance.since, first - std::max<std::int64_t>(kLead, (reading.now - first) / 10));
        glance.balance.append({glance.since, balance});
    } else {
        glance.since = reading.now;
    }
    std::reverse(glance.balance.begin(), glance.balance.end());
    thinOut(glance.balance);
    return glance;
}

} // namespace

QFuture<std::optional<WalletGlance>> askWalletGlance(node::Node& node, int payments) {
    const std::int64_t midnight = QDateTime::currentDateTime().date().startOfDay().toSecsSinceEpoch();
    const std::int64_t now = node.clock().now();
    return node.withWallet([payments, midnight, now, addresses = node.params().addresses](
                               wallet::Wallet& wallet, std::int32_t height) {
        return read(Reading{wallet, addresses, now, midnight, payments}, wallet.balance(height).total());
    });
}

} // namespace gui
