#include "gui/dialogs/NewWalletDialog.h"

#include "gui/dialogs/Secrets.h"
#include "gui/dialogs/WordsEdit.h"
#include "gui/widgets/Labels.h"
#include "node/Node.h"
#include "node/OnResult.h"

#include <QLineEdit>
#include <QVBoxLayout>

namespace gui {

namespace {

QString titleFor(NewWalletDialog::From from) {
    return from == NewWalletDialog::From::FreshWords ? NewWalletDialog::tr("Create a wallet")
                                                     : NewWalletDialog::tr("Restore a wallet from its words");
}

QString sentenceFor(NewWalletDialog::From from) {
    return from == NewWalletDialog::From::FreshWords
               ? NewWalletDialog::tr("It gets twelve words of its own. Write them down before it holds anything you would miss.")
               : NewWalletDialog::tr("The whole chain is searched for its coins; that may take a moment.");
}

} // namespace

NewWalletDialog::NewWalletDialog(node::Node& node, From from, QWidget* parent)
    : FormDialog(titleFor(from), sentenceFor(from), from == From::FreshWords ? tr("Create") : tr("Restore"), parent),
      m_node(node), m_from(from) {
    m_name = addField(tr("&Name"));
    m_name->setMaxLength(40);
    if (from == From::OldWords) {
        m_words = new WordsEdit;
        body()->addWidget(makeFieldName(tr("&Words"), m_words));
        body()->addWidget(m_words);
        m_wordPassphrase = addField(tr("&Extra word, if you chose one"), true);
    }
    m_passphrase = addField(tr("&Passphrase of the file; empty: not encrypted"), true);
    m_again = addField(tr("Passphrase &again"), true);
    m_name->setFocus();
    connect(this, &FormDialog::submitted, this, &NewWalletDialog::create);
}

void NewWalletDialog::create() {
    const QString name = m_name->text().trimmed();
    if (name.isEmpty()) return showProblem(tr("Give the wallet a name."));
    if (m_passphrase->text() != m_again->text()) return showProblem(tr("The two passphrases differ."));
    crypto::SecretString words;
    if (m_words) {
        const QString problem = m_words->problem();
        if (!problem.isEmpty()) return showProblem(problem);
        words = m_words->words();
    }
    setBusy(true, m_from == From::FreshWords ? tr("Creating…") : tr("Restoring…"));
    const auto extra = m_wordPassphrase ? takeSecret(m_wordPassphrase) : crypto::SecretString();
    m_again->clear();
    const auto made = m_node.createWallet(name, words, extra, takeSecret(m_passphrase), m_from == From::OldWords);
    node::onResult(made, this, [this](const Result<void, QString>& outcome) {
        if (outcome) return accept();
        showProblem(outcome.error());
    });
}

} // namespace gui
