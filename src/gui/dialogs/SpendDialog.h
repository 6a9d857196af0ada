#pragma once

#include "gui/dialogs/FormDialog.h"
#include "node/NodeTypes.h"

#include "node/wallet/WalletAccess.h"

namespace node {
class Node;
}

namespace gui {

namespace Ui {
class SpendDialog;
}

/// A program asks to pay from the wallet: the payment as it would be signed, and yes or no. Comes unasked, so
/// Enter says no, and yes can be pressed only after a moment. Closes by itself when the question has ended.
class SpendDialog : public FormDialog {
    Q_OBJECT
public:
    SpendDialog(node::Node& node, const node::SpendQuestion& question, QWidget* parent);
    ~SpendDialog() override; ///< no answer is a no

    void reject() override;

protected:
    void showEvent(QShowEvent* event) override;

private:
    void allow();
    void agree();
    void settled(const node::SpendOutcome& outcome);
    node::Node& m_node;
    node::WalletAccess m_wallet; ///< the one that pays
    quint64 m_question;
    bool m_open = true; ///< the question waits for an answer
    std::unique_ptr<Ui::SpendDialog> m_ui;
};

} // namespace gui
