#pragma once

#include "gui/dialogs/FormDialog.h"
#include "node/wallet/WalletAccess.h"
#include "wallet/WalletTypes.h"

namespace node {
class Node;
}

namespace gui {

namespace Ui {
class ReviewDialog;
}

/// The last look at a payment: the sentence, every address in full, every amount. What is shown is the draft,
/// and Send commits that draft. Where its coins have gone meanwhile nothing is sent, and a new draft of the
/// same request is shown, to be looked at again.
class ReviewDialog : public FormDialog {
    Q_OBJECT
public:
    ReviewDialog(node::Node& node, std::shared_ptr<const wallet::PaymentDraft> draft,
                 wallet::PaymentRequest request, QString note, QWidget* parent);
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
    wallet::PaymentRequest m_request;
    QString m_note;
    std::unique_ptr<Ui::ReviewDialog> m_ui;
};

} // namespace gui
