#include "gui/dialogs/UnlockDialog.h"

#include "gui/dialogs/Secrets.h"
#include "ui_UnlockDialog.h"

namespace gui {

UnlockDialog::UnlockDialog(const node::WalletAccess& wallet, QWidget* parent)
    : FormDialog(tr("Unlock the wallet"),
                 tr("Until it is locked again, payments can be signed and the words can be shown."),
                 tr("Unlock"), parent),
      m_wallet(wallet.current()), m_ui(std::make_unique<Ui::UnlockDialog>()) {
    addForm(*m_ui);
    m_ui->passphraseEdit->setFocus();
    connect(this, &FormDialog::submitted, this, &UnlockDialog::unlock);
}

UnlockDialog::~UnlockDialog() = default;

void UnlockDialog::unlock() {
    using Outcome = node::WalletAccess::Reply<void>;
    await(m_wallet.unlock(takeSecret(m_ui->passphraseEdit)), tr("Unlocking…"),
          [this](const Outcome& outcome) {
              if (outcome && *outcome) return accept();
              m_ui->passphraseEdit->setFocus();
              if (!outcome) return showProblem(tr("No wallet is open."));
              showProblem(
                  outcome->error().error == wallet::WalletError::WrongPassphrase ||
                          outcome->error().error == wallet::WalletError::EndsInZero
                      ? tr("This is not the passphrase of this wallet. Nothing was changed; try again.")
                      : tr("The wallet could not be unlocked: its file is damaged. Your words restore it."));
          });
}

} // namespace gui

#include "moc_UnlockDialog.cpp"
