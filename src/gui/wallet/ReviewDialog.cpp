#include "gui/wallet/ReviewDialog.h"

#include "gui/ErrorText.h"
#include "gui/Format.h"
#include "gui/dialogs/UnlockDialog.h"
#include "gui/theme/Theme.h"
#include "gui/wallet/DraftCard.h"
#include "gui/wallet/PaymentRow.h"
#include "gui/widgets/Button.h"
#include "gui/widgets/Labels.h"
#include "node/Node.h"
#include "node/OnResult.h"
#include "ui_ReviewDialog.h"

#include <QLabel>

#include <algorithm>

namespace gui {

ReviewDialog::ReviewDialog(node::Node& node, const wallet::PaymentDraft& draft,
                           wallet::PaymentRequest request, QString note, QWidget* parent)
    : FormDialog(tr("Send this payment?"), draftSentence(node, draft), tr("Send"), parent), m_node(node),
      m_request(std::move(request)), m_note(std::move(note)), m_ui(std::make_unique<Ui::ReviewDialog>()) {
    addForm(*m_ui);
    setObjectName(QStringLiteral("reviewDialog"));
    setMinimumWidth(px(520));
    acceptButton()->setObjectName(QStringLiteral("sendButton"));
    acceptButton()->setIconName(QStringLiteral("send"));
    primitives::Amount leaving = draft.fee;
    for (std::size_t i = 0; i < draft.parts.outputs.size(); ++i) {
        if (draft.changeOutput == i) continue;
        leaving += draft.parts.outputs[i].value;
        addOutput(draft.parts.outputs[i]);
    }
    FactsList* facts = m_ui->factsList;
    const double rate = static_cast<double>(draft.fee.satoshi()) /
                        static_cast<double>(std::max<std::int64_t>(draft.vsize, 1));
    facts->setFact(tr("Fee"), format().withUnit(draft.fee) + QStringLiteral(" · ") + Format::feeRate(rate));
    facts->setFact(tr("Leaves your wallet"), format().withUnit(leaving), "strong");
    if (!m_note.isEmpty()) facts->setFact(tr("Note, only for you"), m_note);
    connect(this, &FormDialog::submitted, this, &ReviewDialog::send);
}

ReviewDialog::~ReviewDialog() = default;

void ReviewDialog::addOutput(const primitives::TxOut& output) {
    const auto address = script::toAddress(output.scriptPubKey, m_node.params().addresses);
    const QString whole = address ? QString::fromStdString(*address) : QString();
    auto* label = makeLabel(groupedAddress(whole), "mono");
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    label->setAccessibleName(tr("Address: %1").arg(whole));
    m_ui->outputsLayout->addWidget(makeLabel(tr("%1 to").arg(format().withUnit(output.value)), "strong"));
    m_ui->outputsLayout->addWidget(label);
    m_ui->outputsLayout->addSpacing(px(4));
}

void ReviewDialog::send() {
    if (!m_node.walletStatus()->locked) return pay();
    auto* unlock = new UnlockDialog(m_node, this);
    connect(unlock, &QDialog::accepted, this, &ReviewDialog::pay);
    unlock->open();
}

void ReviewDialog::pay() {
    setBusy(true, tr("Sending…"));
    node::onResult(
        m_node.pay(m_request, m_note), this,
        [this](const Result<node::SentPayment, node::PayFailure>& outcome) {
            if (!outcome) return showProblem(errorText(outcome.error()));
            emit sent(outcome->transaction->txid());
            accept();
        },
        [this] { showProblem(tr("The program is closing. Nothing was sent.")); });
}

} // namespace gui
