#pragma once

#include "gui/dialogs/FormDialog.h"
#include "node/wallet/WalletAccess.h"

namespace node {
class Node;
}

namespace gui {

namespace Ui {
class PassphraseDialog;
}

/// Encrypts a plain wallet, or changes the passphrase of an encrypted one.
class PassphraseDialog : public FormDialog {
    Q_OBJECT
public:
    PassphraseDialog(node::Node& node, QWidget* parent);
    ~PassphraseDialog() override;

private:
    void change();
    node::WalletAccess m_wallet; ///< whichever is selected meanwhile
    std::unique_ptr<Ui::PassphraseDialog> m_ui;
};

} // namespace gui
