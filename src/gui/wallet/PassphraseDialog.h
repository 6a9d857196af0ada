#pragma once

#include "gui/dialogs/FormDialog.h"

namespace node {
class Node;
}

namespace gui {

/// Encrypts a plain wallet, or changes the passphrase of an encrypted one.
class PassphraseDialog : public FormDialog {
    Q_OBJECT
public:
    PassphraseDialog(node::Node& node, QWidget* parent);

private:
    void change();
    node::Node& m_node;
    QLineEdit* m_old = nullptr;
    QLineEdit* m_fresh;
    QLineEdit* m_again;
};

} // namespace gui
