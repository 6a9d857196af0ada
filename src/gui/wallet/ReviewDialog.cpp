#include "gui/wallet/ReviewDialog.h"

#include "gui/ErrorText.h"
#include "gui/Format.h"
#include "gui/dialogs/UnlockDialog.h"
#include "gui/theme/Theme.h"
#include "gui/wallet/DraftCard.h"
#include "gui/wallet/PaymentSummary.h"
#include "gui/widgets/Button.h"
#include "node/Node.h"
#include "ui_ReviewDialog.h"

namespace gui {

ReviewDialog::ReviewDialog(node::Node& node, std::shared_ptr<const wallet::PaymentDraft> draft,
                           wallet::PaymentRequest request, QString note, QWidget* parent)
    : ReviewDialog(
          node, node.wallet().current(), std::move(draft),
          {tr("Send this payment?"), tr("Send"), tr("The payment is on its way.")},
          [wallet = node.wallet().current(), request = std::move(request)] { return wallet.draft(request); },
          parent) {
    m_note = std::move(note);
    showDraft(m_draft);
}

ReviewDialog::ReviewDialog(node::Node& node, node::WalletAccess wallet,
                           std::shared_ptr<const wallet::PaymentDraft> draft, ReviewWords words, Again again,
                           QWidget* parent)
    : FormDialog(words.title, {}, words.accept, parent), m_node(node), m_wallet(std::move(wallet)),
      m_again(std::move(again)), m_words(std::move(words)), m_ui(std::make_unique<Ui::ReviewDialog>()) {
    addForm(*m_ui);
    setObjectName(QStringLiteral("reviewDialog"));
    setMinimumWidth(px(520));
    acceptButton()->setObjectName(QStringLiteral("sendButton"));
    acceptButton()->setIconName(QStringLiteral("send"));
    showDraft(std::move(draft));
    connect(&format(), &Format::changed, this, [this] { setSentence(draftSentence(m_node, *m_draft)); });
    connect(this, &FormDialog::submitted, this, &ReviewDialog::send);
}

ReviewDialog::~ReviewDialog() = default;

void ReviewDialog::showDraft(std::shared_ptr<const wallet::PaymentDraft> draft) {
    m_draft = std::move(draft);
    setSentence(draftSentence(m_node, *m_draft));
    m_ui->summary->setPayment(m_node, m_draft, m_note);
}

void ReviewDialog::send() {
    if (!m_wallet.status()->locked) return pay();
    auto* unlock = new UnlockDialog(m_wallet, this);
    connect(unlock, &QDialog::accepted, this, &ReviewDialog::pay);
    unlock->open();
}

void ReviewDialog::pay() {
    await(
        m_wallet.commit(*m_draft, m_note), tr("Sending…"),
        [this](const Result<node::SentPayment, node::PayFailure>& outcome) {
            if (outcome) {
                emit sent(outcome->transaction->txid());
                return accept();
            }
            if (outcome.error().error == wallet::PaymentError::CoinsChanged) return lookAgain();
            showProblem(errorText(outcome.error()));
        },
        [done = m_words.done](const Result<node::SentPayment, node::PayFailure>& outcome) {
            return outcome ? done : errorText(outcome.error());
        });
}

/// Nothing was sent. The same request on the coins of now, for a new look and a new yes.
void ReviewDialog::lookAgain() {
    await(m_again(), tr("Looking again…"),
          [this](const Result<wallet::PaymentDraft, node::PayFailure>& draft) {
              if (!draft) return showProblem(errorText(draft.error()));
              showDraft(std::make_shared<const wallet::PaymentDraft>(*draft));
              showProblem(tr("The coins changed, so nothing was sent. Look again: this is what the payment "
                             "does now."));
          });
}

} // namespace gui

#include "moc_ReviewDialog.cpp"
