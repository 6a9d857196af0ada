#pragma once

#include "gui/dialogs/FormDialog.h"

namespace node {
class Node;
}

namespace gui {

/// Asks for the passphrase of the open wallet and unlocks it on the wallet's thread.
class UnlockDialog : public FormDialog {
    Q_OBJECT
public:
    UnlockDialog(node::Node& node, QWidget* parent);

private:
    void unlock();
    node::Node& m_node;
    QLineEdit* m_passphrase;
};

} // namespace gui
