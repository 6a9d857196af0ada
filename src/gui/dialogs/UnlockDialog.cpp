#include "gui/dialogs/UnlockDialog.h"

#include "gui/dialogs/Secrets.h"
#include "node/Node.h"
#include "node/OnResult.h"

#include <QLineEdit>

namespace gui {

namespace {

enum class Outcome { Unlocked, WrongPassphrase, Damaged };

} // namespace

UnlockDialog::UnlockDialog(node::Node& node, QWidget* parent)
    : FormDialog(tr("Unlock the wallet"), tr("Until it is locked again, payments can be signed and the words can be shown."),
                 tr("Unlock"), parent),
      m_node(node) {
    m_passphrase = addField(tr("&Passphrase"), true);
    m_passphrase->setFocus();
    connect(this, &FormDialog::submitted, this, &UnlockDialog::unlock);
}

void UnlockDialog::unlock() {
    setBusy(true, tr("Unlocking…"));
    const auto attempt = [secret = takeSecret(m_passphrase)](wallet::Wallet& wallet, std::int32_t) {
        const auto ok = wallet.unlock(secret);
        if (ok) return Outcome::Unlocked;
        return ok.error().error == wallet::WalletError::WrongPassphrase ? Outcome::WrongPassphrase : Outcome::Damaged;
    };
    node::onResult(m_node.withWallet(attempt, true), this, [this](std::optional<Outcome> outcome) {
        if (outcome == Outcome::Unlocked) return accept();
        m_passphrase->setFocus();
        if (!outcome) return showProblem(tr("No wallet is open."));
        showProblem(outcome == Outcome::WrongPassphrase
                        ? tr("This is not the passphrase of this wallet. Nothing was changed; try again.")
                        : tr("The wallet could not be unlocked: its file is damaged. Your words restore it."));
    });
}

} // namespace gui
