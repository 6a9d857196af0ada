#pragma once

#include "gui/models/ActivityLines.h"
#include "node/wallet/WalletAccess.h"
#include "wallet/SpeedUp.h"

#include <QWidget>

class QLabel;

namespace node {
class Node;
}

namespace gui {

class Button;
class FeeBars;
class Navigator;
class PictureWithTable;
class SentenceLabel;

/// A line of the activity, opened in place. Of one that waits: why, its fee beside its neighbours', what
/// speeding it up costs, and the quiet ways out; of the others what there is to know.
class PaymentPane : public QWidget {
    Q_OBJECT
public:
    PaymentPane(node::Node& node, Navigator& navigator, const ActivityRow& row, QWidget* parent = nullptr);
    /// The line, the chain or the mempool moved on.
    void refresh(const ActivityRow& row);
    [[nodiscard]] const primitives::TxId& txid() const { return m_row.txid; }
    [[nodiscard]] Button* speedUpButton() const { return m_speedUp; }
    [[nodiscard]] Button* cancelButton() const { return m_cancel; }
    [[nodiscard]] Button* abandonButton() const { return m_abandon; }
    [[nodiscard]] QString sentence() const;
    /// What came of asking for a plan: its price, or why there is none.
    void showPlan(const wallet::SpeedUpResult& plan);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void build();
    void renew();
    void askWhy();
    void askPrice();
    void showReason(const std::optional<node::WaitSituation>& situation);
    void showBars();
    void showSettled();
    void speedUp();
    void commitPlan();
    void reviewCancel(const wallet::SpeedUpResult& plan);
    void askCancel();
    void askAbandon();

    node::Node& m_node;
    node::WalletAccess m_wallet; ///< of the line
    Navigator& m_navigator;
    ActivityRow m_row;
    std::optional<wallet::SpeedUpPlan> m_plan;
    std::optional<node::WaitReason> m_reason;
    QLabel* m_title;
    SentenceLabel* m_sentence;
    Button* m_speedUp;
    Button* m_cancel;
    Button* m_abandon;
    Button* m_explorer;
    SentenceLabel* m_price;
    FeeBars* m_bars;
    PictureWithTable* m_twin;
    quint64 m_asked = 0; ///< answers to earlier questions are dropped
    bool m_isSending = false;
};

} // namespace gui
