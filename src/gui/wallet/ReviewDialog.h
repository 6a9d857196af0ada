#pragma once

#include "gui/dialogs/FormDialog.h"
#include "wallet/WalletTypes.h"

namespace node {
class Node;
}

namespace gui {

namespace Ui {
class ReviewDialog;
}

/// The last look at a payment: the sentence, every address in full, every amount. Sending happens here.
class ReviewDialog : public FormDialog {
    Q_OBJECT
public:
    ReviewDialog(node::Node& node, const wallet::PaymentDraft& draft, wallet::PaymentRequest request,
                 QString note, QWidget* parent);
    ~ReviewDialog() override;

signals:
    void sent(const primitives::TxId& txid);

private:
    void addOutput(const primitives::TxOut& output);
    void send();
    void pay();
    node::Node& m_node;
    wallet::PaymentRequest m_request;
    QString m_note;
    std::unique_ptr<Ui::ReviewDialog> m_ui;
};

} // namespace gui
