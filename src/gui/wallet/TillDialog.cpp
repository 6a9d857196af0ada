#include "gui/wallet/TillDialog.h"

#include "gui/Format.h"
#include "gui/frame/Seen.h"
#include "gui/models/InvoiceWords.h"
#include "gui/theme/Theme.h"
#include "gui/widgets/Button.h"
#include "gui/widgets/CopyField.h"
#include "gui/widgets/IconView.h"
#include "gui/widgets/Labels.h"
#include "gui/widgets/Notices.h"
#include "gui/widgets/QrView.h"
#include "node/Node.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

#include <utility>

namespace gui {

namespace {

constexpr int kTillSide = 288;
constexpr int kTillMark = 144;
constexpr int kTillWords = 320;
constexpr int kTillTickMs = 1'000;

Banner::Kind bannerKindOf(wallet::InvoiceState state) {
    switch (state) {
    case wallet::InvoiceState::Open:
        return Banner::Kind::Info;
    case wallet::InvoiceState::Paid:
        return Banner::Kind::Good;
    case wallet::InvoiceState::Expired:
    case wallet::InvoiceState::Partly:
    case wallet::InvoiceState::Seen:
        break;
    }
    return Banner::Kind::Warning;
}

} // namespace

TillDialog::TillDialog(node::Node& node, std::string address, QWidget* parent)
    : FormDialog(tr("Payment request"), {}, tr("Ask the next one…"), parent), m_node(node),
      m_access(node.wallet().current()), m_address(std::move(address)), m_qr(new QrView),
      m_coming(new IconView(QStringLiteral("clock"), kTillMark, Token::Work)),
      m_done(new IconView(QStringLiteral("check"), kTillMark, Token::Good)), m_amount(new BigFigure),
      m_anyAmount(makeLabel(tr("Any amount"), "big")), m_what(new SentenceLabel), m_state(new Banner),
      m_link(new CopyField) {
    setObjectName(QStringLiteral("tillDialog"));
    cancelButton()->setText(tr("Close"));
    auto* both = new QWidget;
    auto* row = new QHBoxLayout(both);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(px(24));
    row->addWidget(makePicture(), 0, Qt::AlignTop);
    row->addWidget(makeWords(), 1);
    body()->addWidget(both);
    connect(this, &FormDialog::submitted, this, [this] {
        emit nextRequested();
        accept();
    });
    connect(&node, &node::Node::walletChanged, this, &TillDialog::ask);
    connect(&format(), &Format::changed, this, &TillDialog::renew);
    connect(new SeenClock(this, kTillTickMs), &SeenClock::tick, this, &TillDialog::renew);
    ask();
}

QWidget* TillDialog::makePicture() {
    auto* place = new QWidget;
    auto* layout = new QVBoxLayout(place);
    layout->setContentsMargins(0, 0, 0, 0);
    m_qr->setAccessibleName(tr("Code of the request, to be scanned"));
    for (QWidget* each :
         {static_cast<QWidget*>(m_qr), static_cast<QWidget*>(m_coming), static_cast<QWidget*>(m_done)})
        layout->addWidget(each, 0, Qt::AlignCenter);
    keepMeasured(place, [this, place] {
        place->setFixedSize(px(kTillSide), px(kTillSide));
        m_qr->setFixedSize(px(kTillSide), px(kTillSide));
    });
    m_coming->hide();
    m_done->hide();
    return place;
}

QWidget* TillDialog::makeWords() {
    auto* words = new QWidget;
    auto* column = new QVBoxLayout(words);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(10));
    m_amount->setObjectName(QStringLiteral("tillAmount"));
    m_what->setObjectName(QStringLiteral("tillWhat"));
    m_state->setObjectName(QStringLiteral("tillState"));
    for (QWidget* each : {static_cast<QWidget*>(m_amount), static_cast<QWidget*>(m_anyAmount),
                          static_cast<QWidget*>(m_what), static_cast<QWidget*>(m_state)})
        column->addWidget(each);
    column->addStretch();
    m_linkName = makeFieldName(tr("Payment link, as in the code"), m_link);
    column->addWidget(m_linkName);
    column->addWidget(m_link);
    keepMeasured(words, [words] { words->setMinimumWidth(px(kTillWords)); });
    return words;
}

// --- what is shown

void TillDialog::ask() {
    using Facts = std::optional<wallet::InvoiceFacts>;
    const quint64 question = ++m_question;
    const auto read = [address = m_address](const wallet::Wallet& wallet, std::int32_t) -> Facts {
        const wallet::Invoice* const invoice = wallet.invoices().find(address);
        return invoice != nullptr ? Facts(wallet.factsOf(*invoice)) : std::nullopt;
    };
    node::onResult(m_access.ask(read), this, [this, question](const std::optional<Facts>& facts) {
        if (question != m_question) return;
        if (!facts || !*facts) return reject(); // deleted, or its wallet is closed
        showFacts(**facts);
    });
}

void TillDialog::showFacts(const wallet::InvoiceFacts& facts) {
    if (m_facts == facts) return;
    m_facts = facts;
    m_amount->setVisible(facts.invoice.amount.has_value());
    m_anyAmount->setVisible(!facts.invoice.amount);
    if (facts.invoice.amount) m_amount->setAmount(*facts.invoice.amount);
    // Nothing of the label: whoever pays looks at this.
    const QString message = QString::fromStdString(facts.invoice.message).toHtmlEscaped();
    m_what->setSentence(tr("For <b>%1</b>.").arg(message));
    m_what->setVisible(!message.isEmpty());
    m_link->setText(invoiceLink(facts, m_node.params().addresses));
    m_qr->setText(invoiceLink(facts, m_node.params().addresses, true));
    renew();
}

void TillDialog::renew() {
    if (!m_facts) return;
    const qint64 now = m_node.clock().now();
    const wallet::InvoiceState state = m_facts->stateAt(now);
    const QString sentence = invoiceSentence(*m_facts, now);
    if (std::exchange(m_said, sentence) != sentence) { // screen readers tell it each time
        m_state->setKind(bannerKindOf(state));
        m_state->setSentence(sentence);
    }
    showCode(state);
}

void TillDialog::showCode(wallet::InvoiceState state) {
    const bool isDone = state == wallet::InvoiceState::Paid;
    const bool isComing = state == wallet::InvoiceState::Seen;
    m_done->setVisible(isDone);
    m_coming->setVisible(isComing);
    for (QWidget* each :
         {static_cast<QWidget*>(m_qr), static_cast<QWidget*>(m_link), static_cast<QWidget*>(m_linkName)})
        each->setVisible(!isDone && !isComing);
}

} // namespace gui

#include "moc_TillDialog.cpp"
