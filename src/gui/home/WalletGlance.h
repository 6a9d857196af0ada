#pragma once

#include "wallet/Wallet.h"

#include <QFuture>
#include <QString>
#include <QVector>

#include <optional>

namespace node {
class Node;
}

namespace gui {

/// One payment as the home page lists it.
struct GlancePayment {
    std::int64_t time = 0;
    QString counterparty; ///< "cairn1q7h…k2md": who was paid, or what was paid to
    QString note;
    primitives::Amount net;
    primitives::TxId txid;
    primitives::BlockHash block;
    wallet::TxState state = wallet::TxState::Waiting;
    std::int32_t height = -1;
    bool isCoinbase = false;
};

/// What the home page shows of the wallet, gathered on the wallet's thread in one go.
struct WalletGlance {
    struct Point {
        std::int64_t time = 0;
        std::int64_t satoshi = 0;
    };
    QVector<GlancePayment> payments; ///< the last few, newest first
    QVector<Point> balance;          ///< of at most seven days, oldest first
    std::int64_t since = 0;          ///< where the points begin; unix seconds
    int foundToday = 0;
    int lostToday = 0;
    bool hasSent = false; ///< a payment to others is among what was read
};

/// Nothing when no wallet is open. Thread: any; the answer comes from the wallet's.
QFuture<std::optional<WalletGlance>> askWalletGlance(node::Node& node, int payments);

} // namespace gui
