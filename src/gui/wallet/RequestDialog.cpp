#include "gui/wallet/RequestDialog.h"

#include "gui/Format.h"
#include "gui/models/InvoiceWords.h"
#include "gui/wallet/PaymentRow.h"
#include "gui/widgets/Button.h"
#include "gui/widgets/Labels.h"
#include "node/Node.h"
#include "wallet/Wallet.h"

#include <QComboBox>
#include <QLineEdit>
#include <QVBoxLayout>

namespace gui {

namespace {

constexpr int kRequestHour = 3'600, kRequestDay = 24 * kRequestHour;

QString invoiceProblem(const std::optional<wallet::WalletFailure>& failure) {
    if (!failure) return RequestDialog::tr("No wallet is open.");
    return failure->error == wallet::WalletError::NoAddress
               ? RequestDialog::tr("This wallet makes no addresses to be paid to.")
               : RequestDialog::tr("The request was not kept: the wallet file cannot be written.");
}

template <class T>
std::optional<wallet::WalletFailure> failureOf(const node::WalletAccess::Reply<T>& answer) {
    return answer && !*answer ? std::optional(answer->error()) : std::nullopt;
}

} // namespace

RequestDialog::RequestDialog(node::Node& node, const QString& amount, QWidget* parent)
    : FormDialog(tr("Ask for a payment"),
                 tr("It gets an address of its own, so that you see whether and by whom it was paid."),
                 tr("Make the request"), parent),
      m_node(node) {
    setObjectName(QStringLiteral("requestDialog"));
    const int characters = static_cast<int>(wallet::kMaxLabelBytes / 4); // of four bytes, at worst
    m_amount = addField(tr("&Amount, may be empty"));
    m_amount->setObjectName(QStringLiteral("askedAmountEdit"));
    m_amount->setPlaceholderText(tr("any amount"));
    m_amount->setText(amount);
    m_message = addField(tr("What &for? Whoever pays reads it"));
    m_message->setObjectName(QStringLiteral("askedMessageEdit"));
    m_message->setMaxLength(characters);
    m_label = addField(tr("From &whom? Only you can read it"));
    m_label->setObjectName(QStringLiteral("askedLabelEdit"));
    m_label->setMaxLength(characters);
    m_valid = new QComboBox;
    m_valid->setObjectName(QStringLiteral("askedUntilCombo"));
    m_valid->addItem(tr("without an end"), 0);
    m_valid->addItem(tr("an hour"), kRequestHour);
    m_valid->addItem(tr("a day"), kRequestDay);
    m_valid->addItem(tr("a week"), 7 * kRequestDay);
    m_valid->addItem(tr("30 days"), 30 * kRequestDay);
    body()->addWidget(makeFieldName(tr("&How long?"), m_valid));
    body()->addWidget(m_valid);
    m_amount->setFocus();
    connect(this, &FormDialog::submitted, this, &RequestDialog::make);
}

void RequestDialog::make() {
    wallet::Invoice wanted;
    if (!m_amount->text().trimmed().isEmpty()) {
        wanted.amount = typedAmount(m_amount->text());
        if (!wanted.amount || *wanted.amount == primitives::Amount())
            return showProblem(
                tr("The amount is no number that can be paid. Leave it empty for any amount."));
    }
    wanted.message = m_message->text().toStdString();
    if (const int seconds = m_valid->currentData().toInt(); seconds > 0)
        wanted.expires = m_node.clock().now() + seconds;
    const std::string label = m_label->text().trimmed().toStdString();
    await(m_node.wallet().addInvoice(std::move(wanted), label), tr("Making the request…"),
          [this](const node::WalletAccess::Reply<wallet::Invoice>& answer) {
              if (!answer || !*answer) return showProblem(invoiceProblem(failureOf(answer)));
              emit made(**answer);
              accept();
          });
}

void askToRemove(node::Node& node, const wallet::InvoiceFacts& facts, QWidget* parent) {
    auto* question = new FormDialog(
        RequestDialog::tr("Delete this request?"),
        RequestDialog::tr("It leaves the list. Its address stays yours: what comes there is still counted."),
        RequestDialog::tr("Delete"), parent);
    question->setObjectName(QStringLiteral("removeRequestDialog"));
    question->cancelButton()->setText(RequestDialog::tr("Keep"));
    QObject::connect(question, &FormDialog::submitted, question,
                     [question, address = facts.invoice.address, access = node.wallet().current()] {
                         question->await(access.removeInvoice(address), RequestDialog::tr("Writing…"),
                                         [question](const node::WalletAccess::Reply<void>& answer) {
                                             const auto failed = failureOf(answer);
                                             const bool isGone =
                                                 failed && failed->error == wallet::WalletError::NotFound;
                                             if (isGone || (answer && *answer)) return question->accept();
                                             question->showProblem(invoiceProblem(failed));
                                         });
                     });
    question->open();
}

} // namespace gui

#include "moc_RequestDialog.cpp"
