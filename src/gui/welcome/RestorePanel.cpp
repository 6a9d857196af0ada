#include "gui/welcome/RestorePanel.h"

#include "gui/StartWords.h"
#include "gui/dialogs/Secrets.h"
#include "gui/welcome/CardSource.h"
#include "gui/widgets/Button.h"
#include "node/DataFolder.h"
#include "node/OnResult.h"
#include "ui_RestorePanel.h"

#include <QFileDialog>

namespace gui {

namespace {

enum Choice { Sandbox, FromCard };

} // namespace

RestorePanel::RestorePanel(const QString& dataRoot, QWidget* parent)
    : WelcomePanel(
          tr("I have a wallet"),
          tr("Its words bring everything back: addresses, coins and payments are found on the chain."),
          tr("Restore"), parent),
      m_dataRoot(dataRoot), m_ui(std::make_unique<Ui::RestorePanel>()) {
    addForm(*m_ui);
    m_ui->networkCombo->addItems({tr("The sandbox on this computer"), tr("The network of a card…")});
    m_ui->cardView->hide();
    connect(m_ui->networkCombo, &QComboBox::activated, this, [this](int index) {
        if (index == FromCard) return askForCard();
        m_card.reset();
        m_ui->cardView->hide();
    });
}

RestorePanel::~RestorePanel() = default;

void RestorePanel::askForCard() {
    auto* dialog = new QFileDialog(this, tr("Open a network card"), QString(), cardFilter());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &RestorePanel::openCard);
    connect(dialog, &QDialog::rejected, this, [this] {
        if (!m_card) m_ui->networkCombo->setCurrentIndex(Sandbox);
    });
    dialog->open();
}

void RestorePanel::openCard(const QString& path) {
    node::onResult(cardFromFile(path), this, [this](const CardOrSentence& card) {
        showProblem(card ? QString() : card.error());
        if (!card) return m_ui->networkCombo->setCurrentIndex(Sandbox);
        m_card = *card;
        m_ui->cardView->setCard(*card);
        m_ui->cardView->show();
    });
}

void RestorePanel::act() {
    const QString problem = m_ui->wordsEdit->problem();
    showProblem(problem);
    if (!problem.isEmpty()) return m_ui->wordsEdit->setFocus();
    if (m_ui->passphraseEdit->text() != m_ui->againEdit->text()) {
        showProblem(tr("The two passphrases differ."));
        return m_ui->againEdit->setFocus();
    }
    FirstStart start;
    start.network = QStringLiteral("sandbox");
    if (m_card) {
        const auto path = node::storeCard(m_dataRoot, *m_card);
        if (!path) return showProblem(startProblemWords(path.error()));
        start.network = *path;
    }
    start.words = FirstStart::Words{m_ui->wordsEdit->words(), takeWordPassphrase(m_ui->extraEdit),
                                    takeSecret(m_ui->passphraseEdit)};
    m_ui->wordsEdit->clear();
    m_ui->againEdit->clear();
    emit chosen(start);
}

} // namespace gui

#include "moc_RestorePanel.cpp"
