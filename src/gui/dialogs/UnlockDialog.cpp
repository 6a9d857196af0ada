#include "gui/dialogs/UnlockDialog.h"

#include "gui/dialogs/Secrets.h"
#include "node/Node.h"
#include "ui_UnlockDialog.h"

namespace gui {

namespace {

enum class UnlockOutcome { Unlocked, WrongPassphrase, Damaged };

} // namespace

UnlockDialog::UnlockDialog(node::Node& node, QWidget* parent)
    : FormDialog(tr("Unlock the wallet"),
                 tr("Until it is locked again, payments can be signed and the words can be shown."),
                 tr("Unlock"), parent),
      m_node(node), m_ui(std::make_unique<Ui::UnlockDialog>()) {
    addForm(*m_ui);
    m_ui->passphraseEdit->setFocus();
    connect(this, &FormDialog::submitted, this, &UnlockDialog::unlock);
}

UnlockDialog::~UnlockDialog() = default;

void UnlockDialog::unlock() {
    const auto attempt = [secret = takeSecret(m_ui->passphraseEdit)](wallet::Wallet& wallet, std::int32_t) {
        const auto ok = wallet.unlock(secret);
        if (ok) return UnlockOutcome::Unlocked;
        return ok.error().error == wallet::WalletError::WrongPassphrase ? UnlockOutcome::WrongPassphrase
                                                                        : UnlockOutcome::Damaged;
    };
    await(m_node.withWallet(attempt, true), tr("Unlocking…"), [this](std::optional<UnlockOutcome> outcome) {
        if (outcome == UnlockOutcome::Unlocked) return accept();
        m_ui->passphraseEdit->setFocus();
        if (!outcome) return showProblem(tr("No wallet is open."));
        showProblem(
            outcome == UnlockOutcome::WrongPassphrase
                ? tr("This is not the passphrase of this wallet. Nothing was changed; try again.")
                : tr("The wallet could not be unlocked: its file is damaged. Your words restore it."));
    });
}

} // namespace gui
