#include "gui/welcome/RestorePanel.h"

#include "consensus/NetworkCard.h"
#include "gui/dialogs/Secrets.h"
#include "gui/dialogs/WordsEdit.h"
#include "gui/theme/Theme.h"
#include "gui/welcome/CardFile.h"
#include "gui/welcome/CardView.h"
#include "gui/widgets/Button.h"
#include "gui/widgets/Labels.h"

#include <QComboBox>
#include <QFileDialog>
#include <QGridLayout>
#include <QLineEdit>
#include <QVBoxLayout>

namespace gui {

namespace {

enum Choice { Sandbox, FromCard };

} // namespace

RestorePanel::RestorePanel(QWidget* parent)
    : WelcomePanel(tr("I have a wallet"), tr("Its words bring everything back: addresses, coins and payments are found on the chain."),
                   tr("Restore"), parent) {
    m_words = new WordsEdit;
    m_extra = new QLineEdit;
    m_extra->setEchoMode(QLineEdit::Password);
    m_passphrase = new QLineEdit;
    m_again = new QLineEdit;
    for (QLineEdit* edit : {m_passphrase, m_again}) edit->setEchoMode(QLineEdit::Password);
    m_network = new QComboBox;
    m_network->addItems({tr("The sandbox on this computer"), tr("The network of a card…")});
    m_view = new CardView;
    m_view->hide();
    body()->addWidget(makeFieldName(tr("&Words"), m_words));
    body()->addWidget(m_words);
    body()->addSpacing(px(6));
    body()->addWidget(makeFieldName(tr("&Extra word, if you chose one"), m_extra));
    body()->addWidget(m_extra);
    body()->addSpacing(px(6));
    auto* secrets = new QGridLayout;
    secrets->setHorizontalSpacing(px(16));
    secrets->addWidget(makeFieldName(tr("&Passphrase for this computer; empty: not encrypted"), m_passphrase), 0, 0);
    secrets->addWidget(m_passphrase, 1, 0);
    secrets->addWidget(makeFieldName(tr("Passphrase &again"), m_again), 0, 1);
    secrets->addWidget(m_again, 1, 1);
    secrets->setColumnStretch(0, 1);
    secrets->setColumnStretch(1, 1);
    body()->addLayout(secrets);
    body()->addSpacing(px(6));
    body()->addWidget(makeFieldName(tr("&Network"), m_network));
    body()->addWidget(m_network);
    body()->addWidget(m_view);
    connect(m_network, &QComboBox::activated, this, [this](int index) {
        if (index == FromCard) return askForCard();
        m_path.clear();
        m_view->hide();
    });
}

void RestorePanel::askForCard() {
    auto* dialog = new QFileDialog(this, tr("Open a network card"), QString(), cardFilter());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &RestorePanel::openCard);
    connect(dialog, &QDialog::rejected, this, [this] {
        if (m_path.isEmpty()) m_network->setCurrentIndex(Sandbox);
    });
    dialog->open();
}

void RestorePanel::openCard(const QString& path) {
    const auto card = readCardFile(path);
    showProblem(card ? QString() : card.error());
    if (!card) return m_network->setCurrentIndex(Sandbox);
    m_path = path;
    m_view->setCard(*card);
    m_view->show();
}

void RestorePanel::act() {
    const QString problem = m_words->problem();
    showProblem(problem);
    if (!problem.isEmpty()) return m_words->setFocus();
    if (m_passphrase->text() != m_again->text()) {
        showProblem(tr("The two passphrases differ."));
        return m_again->setFocus();
    }
    FirstStart start;
    start.network = m_path.isEmpty() ? QStringLiteral("sandbox") : m_path;
    start.words = FirstStart::Words{m_words->words(), takeSecret(m_extra), takeSecret(m_passphrase)};
    m_words->clear();
    m_again->clear();
    emit chosen(start);
}

} // namespace gui
