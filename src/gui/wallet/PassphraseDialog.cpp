#include "gui/wallet/PassphraseDialog.h"

#include "gui/dialogs/Secrets.h"
#include "node/Node.h"
#include "node/OnResult.h"
#include "ui_PassphraseDialog.h"

namespace gui {

namespace {

enum class Outcome { Changed, WrongPassphrase, NotWritten };

QString titleFor(const node::Node& node) {
    return node.walletStatus()->encrypted ? PassphraseDialog::tr("Change the passphrase")
                                          : PassphraseDialog::tr("Encrypt the wallet");
}

} // namespace

PassphraseDialog::PassphraseDialog(node::Node& node, QWidget* parent)
    : FormDialog(titleFor(node),
                 tr("Whoever has the file can spend nothing without the passphrase. It cannot be found "
                    "again: only your words "
                    "restore a wallet whose passphrase is lost."),
                 node.walletStatus()->encrypted ? tr("Change") : tr("Encrypt"), parent),
      m_node(node), m_ui(std::make_unique<Ui::PassphraseDialog>()) {
    addForm(*m_ui);
    const bool hasOld = node.walletStatus()->encrypted;
    m_ui->oldLabel->setVisible(hasOld);
    m_ui->oldEdit->setVisible(hasOld);
    (hasOld ? m_ui->oldEdit : m_ui->freshEdit)->setFocus();
    connect(this, &FormDialog::submitted, this, &PassphraseDialog::change);
}

PassphraseDialog::~PassphraseDialog() = default;

void PassphraseDialog::change() {
    if (m_ui->freshEdit->text().isEmpty()) return showProblem(tr("The new passphrase is empty."));
    if (m_ui->freshEdit->text() != m_ui->againEdit->text())
        return showProblem(tr("The two new passphrases differ. Type them again."));
    m_ui->againEdit->clear();
    setBusy(true, tr("Encrypting…"));
    const auto task = [old = takeSecret(m_ui->oldEdit),
                       fresh = takeSecret(m_ui->freshEdit)](wallet::Wallet& wallet, std::int32_t) {
        const auto ok = wallet.changePassphrase(old, fresh);
        if (ok) return Outcome::Changed;
        return ok.error().error == wallet::WalletError::WrongPassphrase ? Outcome::WrongPassphrase
                                                                        : Outcome::NotWritten;
    };
    node::onResult(m_node.withWallet(task, true), this, [this](std::optional<Outcome> outcome) {
        if (outcome == Outcome::Changed) return accept();
        if (!outcome) return showProblem(tr("No wallet is open."));
        showProblem(outcome == Outcome::WrongPassphrase
                        ? tr("The present passphrase is another one. Nothing was changed; try again.")
                        : tr("The wallet file could not be written. Nothing was changed; check the disk."));
    });
}

} // namespace gui
