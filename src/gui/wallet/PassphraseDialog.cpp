#include "gui/wallet/PassphraseDialog.h"

#include "gui/dialogs/Secrets.h"
#include "node/Node.h"
#include "node/OnResult.h"

#include <QLineEdit>

namespace gui {

namespace {

enum class Outcome { Changed, WrongPassphrase, NotWritten };

QString titleFor(const node::Node& node) {
    return node.walletStatus()->encrypted ? PassphraseDialog::tr("Change the passphrase") : PassphraseDialog::tr("Encrypt the wallet");
}

} // namespace

PassphraseDialog::PassphraseDialog(node::Node& node, QWidget* parent)
    : FormDialog(titleFor(node), tr("Whoever has the file can spend nothing without the passphrase. It cannot be found again: only your words "
                                    "restore a wallet whose passphrase is lost."),
                 node.walletStatus()->encrypted ? tr("Change") : tr("Encrypt"), parent), m_node(node) {
    if (node.walletStatus()->encrypted) m_old = addField(tr("&Present passphrase"), true);
    m_fresh = addField(tr("&New passphrase"), true);
    m_again = addField(tr("New passphrase, &again"), true);
    (m_old ? m_old : m_fresh)->setFocus();
    connect(this, &FormDialog::submitted, this, &PassphraseDialog::change);
}

void PassphraseDialog::change() {
    if (m_fresh->text().isEmpty()) return showProblem(tr("The new passphrase is empty."));
    if (m_fresh->text() != m_again->text()) return showProblem(tr("The two new passphrases differ. Type them again."));
    m_again->clear();
    setBusy(true, tr("Encrypting…"));
    const auto task = [old = m_old ? takeSecret(m_old) : crypto::SecretString(), fresh = takeSecret(m_fresh)](
                          wallet::Wallet& wallet, std::int32_t) {
        const auto ok = wallet.changePassphrase(old, fresh);
        if (ok) return Outcome::Changed;
        return ok.error().error == wallet::WalletError::WrongPassphrase ? Outcome::WrongPassphrase : Outcome::NotWritten;
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
