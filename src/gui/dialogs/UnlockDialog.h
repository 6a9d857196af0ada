#pragma once

#include "gui/dialogs/FormDialog.h"
#include "node/wallet/WalletAccess.h"

namespace gui {

namespace Ui {
class UnlockDialog;
}

/// Asks for the passphrase of an open wallet and unlocks it on the wallet's thread.
class UnlockDialog : public FormDialog {
    Q_OBJECT
public:
    UnlockDialog(const node::WalletAccess& wallet, QWidget* parent);
    ~UnlockDialog() override;

private:
    void unlock();
    node::WalletAccess m_wallet; ///< whichever is selected meanwhile
    std::unique_ptr<Ui::UnlockDialog> m_ui;
};

} // namespace gui
