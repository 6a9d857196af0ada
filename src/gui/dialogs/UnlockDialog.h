#pragma once

#include "gui/dialogs/FormDialog.h"

namespace node {
class Node;
}

namespace gui {

namespace Ui {
class UnlockDialog;
}

/// Asks for the passphrase of the open wallet and unlocks it on the wallet's thread.
class UnlockDialog : public FormDialog {
    Q_OBJECT
public:
    UnlockDialog(node::Node& node, QWidget* parent);
    ~UnlockDialog() override;

private:
    void unlock();
    node::Node& m_node;
    std::unique_ptr<Ui::UnlockDialog> m_ui;
};

} // namespace gui
