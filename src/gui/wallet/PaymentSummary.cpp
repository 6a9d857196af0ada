#include "gui/wallet/PaymentSummary.h"

#include "gui/Format.h"
#include "gui/SafeText.h"
#include "gui/theme/Theme.h"
#include "gui/wallet/DraftCard.h"
#include "gui/wallet/PaymentRow.h"
#include "gui/widgets/FactsList.h"
#include "gui/widgets/Labels.h"
#include "node/Node.h"

#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace gui {

namespace {

constexpr std::size_t kMostWithoutScrolling = 4;

} // namespace

PaymentSummary::PaymentSummary(QWidget* parent)
    : QWidget(parent), m_column(new QVBoxLayout(this)), m_facts(new FactsList(FactsList::Values::Trailing)),
      m_hidden(new SentenceLabel) {
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(px(6));
    m_facts->setCompact(true);
    m_hidden->setSentence(tr("Amounts are hidden. <a href=\"show\">Show them</a> to see what you agree to."));
    connect(m_hidden, &SentenceLabel::linkActivated, this, [] { format().setAmountsHidden(false); });
    m_column->addWidget(m_facts);
    m_column->addWidget(m_hidden);
    connect(&format(), &Format::changed, this, &PaymentSummary::renew);
}

void PaymentSummary::setPayment(const node::Node& node, std::shared_ptr<const wallet::PaymentDraft> draft,
                                const QString& note) {
    m_node = &node;
    m_draft = std::move(draft);
    m_note = safeText(note);
    renew();
}

void PaymentSummary::renew() {
    m_hidden->setVisible(format().amountsHidden());
    if (!m_draft) return;
    renewRecipients();
    const double rate = static_cast<double>(m_draft->fee.satoshi()) /
                        static_cast<double>(std::max<std::int64_t>(m_draft->vsize, 1));
    m_facts->setFact(tr("Fee"),
                     format().withUnit(m_draft->fee) + QStringLiteral(" · ") + Format::feeRate(rate));
    m_facts->setFact(tr("Leaves your wallet"), format().withUnit(m_draft->leaving()), "strong");
    if (!m_note.isEmpty()) m_facts->setFact(tr("Note, only for you"), m_note);
}

void PaymentSummary::renewRecipients() {
    delete m_recipients;
    auto* list = new QWidget;
    auto* rows = new QVBoxLayout(list);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(px(6));
    m_recipients = list;
    std::size_t count = 0;
    for (std::size_t i = 0; i < m_draft->parts.outputs.size(); ++i) {
        if (m_draft->changeOutput == i) continue;
        addRecipient(i);
        ++count;
    }
    if (count > kMostWithoutScrolling) {
        auto* scroll = new QScrollArea;
        scroll->setWidget(list);
        scroll->setWidgetResizable(true);
        scroll->setFrameShape(QFrame::NoFrame);
        scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        scroll->setMinimumHeight(px(220));
        scroll->setAccessibleName(tr("Who gets what"));
        m_recipients = scroll;
    }
    m_column->insertWidget(0, m_recipients);
}

void PaymentSummary::addRecipient(std::size_t output) {
    const primitives::TxOut& out = m_draft->parts.outputs[output];
    const bool own = output < m_draft->isOwn.size() && m_draft->isOwn[output];
    const auto address = script::toAddress(out.scriptPubKey, m_node->params().addresses);
    const QString whole =
        address ? QString::fromStdString(*address) : DraftCard::tr("a script without an address");
    const QString amount = format().withUnit(out.value);
    auto* label = makeLabel(address ? groupedAddress(whole) : whole, "mono");
    label->setObjectName(QStringLiteral("recipientAddress"));
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    label->setAccessibleName(tr("Address: %1").arg(whole));
    const QString name =
        QString::fromStdString(m_node->wallet().status()->people->nameOf(whole.toStdString()));
    auto* head = makeLabel(own              ? tr("%1 to yourself, at").arg(amount)
                           : name.isEmpty() ? tr("%1 to").arg(amount)
                                            : tr("%1 to %2, at").arg(amount, name),
                           "strong");
    head->setTextFormat(Qt::PlainText);
    head->setWordWrap(true);
    head->setObjectName(QStringLiteral("recipientAmount"));
    auto* rows = static_cast<QVBoxLayout*>(m_recipients->layout());
    rows->addWidget(head);
    rows->addWidget(label);
    rows->addSpacing(px(4));
}

} // namespace gui

#include "moc_PaymentSummary.cpp"
