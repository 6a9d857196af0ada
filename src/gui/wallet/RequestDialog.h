#pragma once

#include "gui/dialogs/FormDialog.h"
#include "wallet/Invoices.h"

class QComboBox;

namespace node {
class Node;
}

namespace gui {

/// Asks somebody for a payment: how much, what for, from whom, and until when.
class RequestDialog : public FormDialog {
    Q_OBJECT
public:
    /// `amount`: to begin with, as it was typed.
    RequestDialog(node::Node& node, const QString& amount, QWidget* parent);

signals:
    void made(const wallet::Invoice& invoice);

private:
    void make();
    node::Node& m_node;
    QLineEdit* m_amount;
    QLineEdit* m_message;
    QLineEdit* m_label;
    QComboBox* m_valid;
};

/// The only way to forget one; asks first.
void askToRemove(node::Node& node, const wallet::InvoiceFacts& facts, QWidget* parent);

} // namespace gui
