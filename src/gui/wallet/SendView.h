#pragma once

#include "primitives/Transaction.h"

#include <QVector>
#include <QWidget>

#include <memory>
#include <optional>

class QTimer;

namespace node {
class Node;
}
namespace wallet {
struct PaymentDraft;
struct PaymentRequest;
struct Psbt;
} // namespace wallet

namespace gui {

class DraftCard;
class Navigator;
class PaymentRow;

namespace Ui {
class SendView;
}

/// The Send tab: who gets what at the left, what it does at the right. Every change asks the wallet for a
/// fresh draft; answers that were overtaken are dropped.
class SendView : public QWidget {
    Q_OBJECT
public:
    SendView(node::Node& node, Navigator& navigator, QWidget* parent = nullptr);
    ~SendView() override;

    /// Asks for many recipients at once, and puts them into the rows.
    void askForList();
    /// Needs to be called when the wallet, the queue or the chain changed and the view can be seen.
    void refresh();
    /// An address or a payment link; may be empty.
    void startWith(const QString& text);
    PaymentRow* addRow();
    /// Pays with exactly these coins, until the payment is sent or others are chosen; none: the best ones.
    void setCoins(std::vector<primitives::OutPoint> coins, primitives::Amount sum);

signals:
    /// The payment without signatures, for whoever has the keys.
    void unsignedMade(const wallet::Psbt& psbt);

private:
    QWidget* buildForm();
    void connectKeys();
    void removeRow(PaymentRow* row);
    void fillEverything();
    void askSoon();
    void askDraft();
    void takeDraft(std::shared_ptr<const wallet::PaymentDraft> draft,
                   std::unique_ptr<const wallet::PaymentRequest> request = nullptr);
    [[nodiscard]] std::optional<wallet::PaymentRequest> request() const;
    [[nodiscard]] QString missing() const;
    void renewCoinsButton();
    void setStandardFee();
    void review();
    void keepNames();
    void makeUnsigned();
    void clear();
    void chooseCoins();
    void askLastBlock();

    node::Node& m_node;
    Navigator& m_navigator;
    QVector<PaymentRow*> m_rows;
    std::vector<primitives::OutPoint> m_coins; ///< that pay; empty: the best ones
    primitives::Amount m_coinSum;
    std::unique_ptr<Ui::SendView> m_ui;
    DraftCard* m_card = nullptr;
    QTimer* m_wait = nullptr;
    std::shared_ptr<const wallet::PaymentDraft> m_draft;
    std::unique_ptr<const wallet::PaymentRequest> m_drafted; ///< what m_draft is the draft of
    quint64 m_question = 0;
    quint64 m_revision = 0;
    quint64 m_blockTicket = 0;
};

} // namespace gui
