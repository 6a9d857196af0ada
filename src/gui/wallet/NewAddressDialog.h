#pragma once

#include "gui/dialogs/FormDialog.h"
#include "wallet/WalletTypes.h"

class QComboBox;

namespace node {
class Node;
}

namespace gui {

/// A fresh address: what it is for, and of which kind.
class NewAddressDialog : public FormDialog {
    Q_OBJECT
public:
    /// `label`: to begin with.
    NewAddressDialog(node::Node& node, QWidget* parent, const QString& label = {});

signals:
    void made(const wallet::WalletAddress& address);

private:
    void make();
    node::Node& m_node;
    QLineEdit* m_label;
    QComboBox* m_kind;
};

} // namespace gui
