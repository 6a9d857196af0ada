#include "gui/wallet/PassphraseDialog.h"

#include "gui/dialogs/Secrets.h"
#include "node/Node.h"
#include "ui_PassphraseDialog.h"

namespace gui {

namespace {

QString passphraseTitle(const node::Node& node) {
    return node.wallet().status()->encrypted ? PassphraseDialog::tr("Change the passphrase")
                                             : PassphraseDialog::tr("Encrypt the wallet");
}

using PassphraseOutcome = node::WalletAccess::Reply<void>;

bool isChanged(const PassphraseOutcome& outcome) {
    return outcome && outcome->has_value();
}

QString passphraseProblem(const PassphraseOutcome& outcome) {
    if (!outcome) return PassphraseDialog::tr("No wallet is open.");
    if (outcome->error().error == wallet::WalletError::Uncertain)
        return PassphraseDialog::tr(
            "The disk failed while the wallet was being written. Start Cairn again: then one of the two "
            "passphrases opens it.");
    if (outcome->error().error == wallet::WalletError::EndsInZero)
        return PassphraseDialog::tr("The passphrase ends in a character that cannot be seen. Type it again.");
    return outcome->error().error == wallet::WalletError::WrongPassphrase
               ? PassphraseDialog::tr(
                     "The present passphrase is another one. Nothing was changed; try again.")
               : PassphraseDialog::tr(
                     "The wallet file could not be written. Nothing was changed; check the disk.");
}

} // namespace

PassphraseDialog::PassphraseDialog(node::Node& node, QWidget* parent)
    : FormDialog(passphraseTitle(node),
                 tr("Whoever has the file can spend nothing without the passphrase. It cannot be found "
                    "again: only your words "
                    "restore a wallet whose passphrase is lost."),
                 node.wallet().status()->encrypted ? tr("Change") : tr("Encrypt"), parent),
      m_wallet(node.wallet().current()), m_ui(std::make_unique<Ui::PassphraseDialog>()) {
    addForm(*m_ui);
    const bool hasOld = node.wallet().status()->encrypted;
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
    await(
        m_wallet.changePassphrase(takeSecret(m_ui->oldEdit), takeSecret(m_ui->freshEdit)), tr("Encrypting…"),
        [this](const PassphraseOutcome& outcome) {
            if (isChanged(outcome)) return accept();
            showProblem(passphraseProblem(outcome));
        },
        [](const PassphraseOutcome& outcome) {
            return isChanged(outcome) ? tr("The wallet has its new passphrase.") : passphraseProblem(outcome);
        });
}

} // namespace gui

#include "moc_PassphraseDialog.cpp"
