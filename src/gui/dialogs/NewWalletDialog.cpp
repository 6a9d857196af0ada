#include "gui/dialogs/NewWalletDialog.h"

#include "gui/NetworkWords.h"
#include "gui/dialogs/Secrets.h"
#include "gui/wallet/WalletProblemWords.h"
#include "node/Node.h"
#include "ui_NewWalletDialog.h"

namespace gui {

namespace {

QString newWalletTitle(NewWalletDialog::From from) {
    return from == NewWalletDialog::From::FreshWords ? NewWalletDialog::tr("Create a wallet")
                                                     : NewWalletDialog::tr("Restore a wallet from its words");
}

QString sentenceFor(NewWalletDialog::From from) {
    return from == NewWalletDialog::From::FreshWords
               ? NewWalletDialog::tr("It gets twelve words of its own. Write them down before it holds "
                                     "anything you would miss.")
               : NewWalletDialog::tr("The whole chain is searched for its coins; that may take a moment.");
}

} // namespace

NewWalletDialog::NewWalletDialog(node::Node& node, From from, QWidget* parent)
    : FormDialog(newWalletTitle(from), sentenceFor(from),
                 from == From::FreshWords ? tr("Create") : tr("Restore"), parent),
      m_node(node), m_from(from), m_ui(std::make_unique<Ui::NewWalletDialog>()) {
    addForm(*m_ui);
    const std::initializer_list<QWidget*> ofOldWords{m_ui->wordsLabel, m_ui->wordsEdit,
                                                     m_ui->wordPassphraseLabel, m_ui->wordPassphraseEdit};
    for (QWidget* part : ofOldWords)
        part->setVisible(from == From::OldWords);
    m_ui->nameEdit->setFocus();
    connect(this, &FormDialog::submitted, this, &NewWalletDialog::create);
}

NewWalletDialog::~NewWalletDialog() = default;

void NewWalletDialog::create() {
    const QString name = m_ui->nameEdit->text().trimmed();
    if (name.isEmpty()) return showProblem(tr("Give the wallet a name."));
    if (m_ui->passphraseEdit->text() != m_ui->againEdit->text())
        return showProblem(tr("The two passphrases differ."));
    crypto::SecretString words;
    if (m_from == From::OldWords) {
        const QString problem = m_ui->wordsEdit->problem();
        if (!problem.isEmpty()) return showProblem(problem);
        words = m_ui->wordsEdit->words();
    }
    const auto extra = takeWordPassphrase(m_ui->wordPassphraseEdit);
    m_ui->againEdit->clear();
    const auto made = m_node.wallet().create(name, words, extra, takeSecret(m_ui->passphraseEdit),
                                             m_from == From::OldWords);
    await(
        made, m_from == From::FreshWords ? tr("Creating…") : tr("Restoring…"),
        [this](const Result<void, node::WalletProblem>& outcome) {
            if (outcome) return accept();
            showProblem(walletProblemWords(outcome.error()));
        },
        [name](const Result<void, node::WalletProblem>& outcome) {
            return outcome ? tr("%1 is open.").arg(walletTitle(name)) : walletProblemWords(outcome.error());
        });
}

} // namespace gui

#include "moc_NewWalletDialog.cpp"
