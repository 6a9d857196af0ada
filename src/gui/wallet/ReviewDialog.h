#pragma once

#include "gui/dialogs/FormDialog.h"
#include "node/wallet/WalletAccess.h"
#include "wallet/WalletTypes.h"

#include <QFuture>

#include <functional>

namespace node {
class Node;
}

namespace gui {

namespace Ui {
class ReviewDialog;
}

/// What a review asks, and what is told when it was done.
struct ReviewWords {
    QString title, accept, done;
};

/// The last look at a payment: the sentence, every address in full, every amount. What is shown is the draft,
/// and Send commits that draft. Where its coins have gone meanwhile nothing is sent, and a new draft of the
/// same request is shown, to be looked at again. The one way from a plan that is shown to one that is sent.
class ReviewDialog : public FormDialog {
    Q_OBJECT
public:
    ReviewDialog(node::Node& node, std::shared_ptr<const wallet::PaymentDraft> draft,
                 wallet::PaymentRequest request, QString note, QWidget* parent);
    /// Makes the plan anew, on the coins of now.
    using Again = std::function<QFuture<Result<wallet::PaymentDraft, node::PayFailure>>()>;
    ReviewDialog(node::Node& node, node::WalletAccess wallet,
                 std::shared_ptr<const wallet::PaymentDraft> draft, ReviewWords words, Again again,
                 QWidget* parent);
    ~ReviewDialog() override;

signals:
    void sent(const primitives::TxId& txid);

private:
    void showDraft(std::shared_ptr<const wallet::PaymentDraft> draft);
    void send();
    void pay();
    void lookAgain();
    node::Node& m_node;
    node::WalletAccess m_wallet; ///< of the draft
    std::shared_ptr<const wallet::PaymentDraft> m_draft;
    Again m_again;
    ReviewWords m_words;
    QString m_note;
    std::unique_ptr<Ui::ReviewDialog> m_ui;
};

} // namespace gui
