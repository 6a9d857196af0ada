#pragma once

#include "primitives/Amount.h"

#include <QObject>
#include <QString>
#include <QTimer>

#include <cstdint>

namespace node {
class Node;
}

namespace gui {

/// Says what has come for the user, for those who look elsewhere: payments to the open wallet and blocks that
/// this computer found, many together in one sentence. Follows the settings `notify_payments` and
/// `notify_blocks`.  Thread: main.
class WalletNews : public QObject {
    Q_OBJECT
public:
    enum class Kind { Payments, Blocks };
    explicit WalletNews(node::Node& node, QObject* parent = nullptr);
    /// How long news are gathered before they are told, and how long it is quiet afterwards. For tests.
    void setPace(int gatherMs, int quietMs);

signals:
    void came(gui::WalletNews::Kind kind, const QString& title, const QString& text);

private:
    /// What the wallet's thread finds above a number of its history.
    struct Found {
        std::int64_t newest = 0;
        int count = 0;
        primitives::Amount sum;
    };
    void walletChanged();
    void take(const Found& found);
    void miningChanged();
    void gather(QTimer& timer);
    void tellPayments();
    void tellBlocks();

    node::Node& m_node;
    QString m_wallet; ///< whose history is followed
    std::int64_t m_newest =
        -1;                 ///< of its history, that was looked at; -1: nothing yet, what is there is no news
    quint64 m_revision = 0; ///< of the wallet, that was looked at
    bool m_asked = false;   ///< an answer is on its way
    int m_payments = 0;     ///< not told yet
    primitives::Amount m_sum;     ///< of them
    std::int64_t m_blocks = 0;    ///< found since the start, as far as told or not wanted
    std::int64_t m_newBlocks = 0; ///< not told yet
    QTimer m_paymentTimer;
    QTimer m_blockTimer;
    int m_gatherMs;
    int m_quietMs;
};

} // namespace gui
