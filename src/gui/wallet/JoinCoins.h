#pragma once

#include "primitives/Transaction.h"

#include <QObject>
#include <QPointer>

#include <vector>

class QWidget;

namespace node {
class Node;
struct PayFailure;
} // namespace node

namespace gui {

class Navigator;

/// Makes one coin of many: a payment of all of them to an address of the wallet, looked over like any other.
/// Where they are too many for one payment, the smallest that fit.   Thread: main.
class JoinCoins : public QObject {
    Q_OBJECT
public:
    static constexpr std::size_t kMostAtOnce = 1'000; ///< what fits, and can be looked at

    JoinCoins(node::Node& node, Navigator& navigator, QWidget* window);
    /// None: the smallest that the wallet has. Does nothing while one is on its way.
    void start(std::vector<primitives::OutPoint> coins);

private:
    void askHome();
    void askDraft();
    void refuse(const QString& sentence);
    void shrink(const node::PayFailure& failure);

    node::Node& m_node;
    Navigator& m_navigator;
    QPointer<QWidget> m_window;
    std::vector<primitives::OutPoint> m_coins; ///< the smallest first
    util::Bytes m_home;
    bool m_busy = false;
};

} // namespace gui
