#include "gui/dialogs/SpendDialog.h"

#include "gui/ErrorText.h"
#include "gui/NetworkWords.h"
#include "gui/dialogs/UnlockDialog.h"
#include "gui/wallet/PaymentSummary.h"
#include "gui/widgets/Button.h"
#include "node/Node.h"
#include "ui_SpendDialog.h"

#include <QTimer>

namespace gui {

namespace {

constexpr int kLookMs = 800; ///< nobody reads a question faster; a click meant for something else is

} // namespace

SpendDialog::SpendDialog(node::Node& node, const node::SpendQuestion& question, QWidget* parent)
    : FormDialog(
          tr("A program wants to pay"),
          tr("A program on this computer asks for this payment from <b>%1</b>. It is told no if you do "
             "not answer within a minute.")
              .arg(walletTitle(question.wallet).toHtmlEscaped()),
          tr("Allow this payment"), parent),
      m_node(node), m_wallet(node.wallet().named(question.wallet)), m_question(question.id),
      m_ui(std::make_unique<Ui::SpendDialog>()) {
    setObjectName(QStringLiteral("spendDialog"));
    addForm(*m_ui);
    m_ui->summary->setPayment(node, std::make_shared<const wallet::PaymentDraft>(question.draft), {});
    acceptButton()->setObjectName(QStringLiteral("allowButton"));
    acceptButton()->setEnabled(false);
    cancelButton()->setText(tr("Refuse"));
    cancelButton()->setObjectName(QStringLiteral("refuseButton"));
    cancelButton()->setDefault(true);
    cancelButton()->setFocus();
    connect(this, &FormDialog::submitted, this, &SpendDialog::allow);
    connect(&node.api().questions(), &node::SpendQuestions::settled, this,
            [this](quint64 id, const node::SpendOutcome& outcome) {
                if (id == m_question) settled(outcome);
            });
}

SpendDialog::~SpendDialog() {
    if (m_open) m_node.api().questions().answer(m_question, node::SpendAnswer::Refuse);
}

void SpendDialog::showEvent(QShowEvent* event) {
    FormDialog::showEvent(event);
    QTimer::singleShot(kLookMs, this, [this] { acceptButton()->setEnabled(m_open && !isBusy()); });
}

void SpendDialog::allow() {
    if (!m_open) return;
    if (!m_wallet.status()->locked) return agree();
    auto* unlock = new UnlockDialog(m_wallet, this);
    connect(unlock, &QDialog::accepted, this, &SpendDialog::agree);
    unlock->open();
}

/// The answer is `settled`, whatever comes of it.
void SpendDialog::agree() {
    if (!m_open) return;
    m_open = false;
    setBusy(true, tr("Paying…"));
    m_node.api().questions().answer(m_question, m_ui->alwaysCheck->isChecked()
                                                    ? node::SpendAnswer::AllowAlways
                                                    : node::SpendAnswer::Allow);
}

void SpendDialog::reject() {
    if (isBusy()) return;
    if (m_open) { // the end of the question closes this
        m_open = false;
        m_node.api().questions().answer(m_question, m_ui->alwaysCheck->isChecked()
                                                        ? node::SpendAnswer::RefuseAlways
                                                        : node::SpendAnswer::Refuse);
    }
    if (isVisible()) FormDialog::reject();
}

void SpendDialog::settled(const node::SpendOutcome& outcome) {
    m_open = false;
    setBusy(false);
    if (!outcome.failure) return accept();
    if (!outcome.wasAllowed) return FormDialog::reject();
    showProblem(errorText(*outcome.failure));
    acceptButton()->hide();
    m_ui->alwaysCheck->hide();
    cancelButton()->setText(tr("Close"));
}

} // namespace gui

#include "moc_SpendDialog.cpp"
