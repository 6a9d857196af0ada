#include "gui/wallet/PaymentPane.h"

#include "gui/ErrorText.h"
#include "gui/Format.h"
#include "gui/Navigator.h"
#include "gui/dialogs/FormDialog.h"
#include "gui/dialogs/UnlockDialog.h"
#include "gui/theme/Theme.h"
#include "gui/wallet/FeeBars.h"
#include "gui/wallet/ReviewDialog.h"
#include "gui/wallet/WaitingWords.h"
#include "gui/widgets/Button.h"
#include "gui/widgets/FlowLayout.h"
#include "gui/widgets/Labels.h"
#include "gui/widgets/SentenceLabel.h"
#include "node/Node.h"
#include "node/OnResult.h"
#include "node/wallet/WaitingFacts.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

namespace gui {

namespace {

constexpr std::size_t kMostBars = 30;
using Deed = wallet::SpeedUpRequest::Deed;
using Sent = Result<node::SentPayment, node::PayFailure>;
using Drafted = Result<wallet::PaymentDraft, node::PayFailure>;

wallet::SpeedUpRequest requestFor(const node::Node& node, const primitives::TxId& txid, Deed deed) {
    return node::speedUpRequest(*node.chain().mempool(), txid, deed);
}

} // namespace

PaymentPane::PaymentPane(node::Node& node, Navigator& navigator, const ActivityRow& row, QWidget* parent)
    : QWidget(parent), m_node(node), m_wallet(node.wallet().current()), m_navigator(navigator), m_row(row),
      m_title(makeLabel({}, "strong")), m_sentence(new SentenceLabel),
      m_speedUp(new Button({}, Button::Kind::Primary)),
      m_cancel(new Button(tr("Cancel it…"), Button::Kind::Quiet)),
      m_abandon(new Button(tr("Give it up…"), Button::Kind::Quiet)),
      m_explorer(new Button(tr("Open in Explorer"), Button::Kind::Quiet)), m_price(new SentenceLabel),
      m_bars(new FeeBars), m_twin(new PictureWithTable(m_bars)) {
    build();
    connect(m_speedUp, &Button::clicked, this, &PaymentPane::speedUp);
    connect(m_cancel, &Button::clicked, this, &PaymentPane::askCancel);
    connect(m_abandon, &Button::clicked, this, &PaymentPane::askAbandon);
    connect(m_explorer, &Button::clicked, this, [this] { m_navigator.openTransaction(m_row.txid); });
    connect(&format(), &Format::changed, this, &PaymentPane::renew);
    renew();
}

void PaymentPane::build() {
    setObjectName(QStringLiteral("paymentPane"));
    m_speedUp->setObjectName(QStringLiteral("speedUpButton"));
    m_cancel->setObjectName(QStringLiteral("cancelPaymentButton"));
    m_abandon->setObjectName(QStringLiteral("abandonButton"));
    m_price->setProperty("role", "muted");
    for (QWidget* each : {static_cast<QWidget*>(m_speedUp), static_cast<QWidget*>(m_twin),
                          static_cast<QWidget*>(m_twin->toggle())})
        each->hide(); // until the answers are here
    auto* actions = new FlowLayout;
    for (QWidget* each : {static_cast<QWidget*>(m_speedUp), static_cast<QWidget*>(m_cancel),
                          static_cast<QWidget*>(m_abandon), static_cast<QWidget*>(m_explorer)})
        actions->addWidget(each);
    auto* words = new QVBoxLayout;
    words->setSpacing(px(10));
    words->addWidget(m_title);
    words->addWidget(m_sentence);
    words->addLayout(actions);
    words->addWidget(m_price);
    words->addStretch(1);
    auto* picture = new QVBoxLayout;
    picture->setSpacing(px(4));
    picture->addWidget(m_twin->toggle(), 0, Qt::AlignRight);
    picture->addWidget(m_twin);
    picture->addStretch(1);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(px(18), px(14), px(18), px(14));
    layout->setSpacing(px(28));
    layout->addLayout(words, 5);
    layout->addLayout(picture, 4);
}

void PaymentPane::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(color(Token::Line), 1));
    painter.setBrush(color(Token::Sunken));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), px(8), px(8));
}

QString PaymentPane::sentence() const {
    return m_sentence->text();
}

void PaymentPane::refresh(const ActivityRow& row) {
    m_row = row;
    renew();
}

void PaymentPane::renew() {
    const bool isWaiting = m_row.state == wallet::TxState::Waiting;
    m_explorer->setVisible(!isWaiting);
    m_abandon->setVisible(isWaiting && m_row.isAbsent);
    m_cancel->setVisible(isWaiting && m_row.fee && !m_row.isAbsent);
    if (!isWaiting) return showSettled();
    m_title->setText(m_row.net.satoshi() < 0 ? tr("Why is my payment waiting?")
                                             : tr("Why is this payment waiting?"));
    ++m_asked;
    askWhy();
    askPrice();
}

/// What there is to know of one that does not wait.
void PaymentPane::showSettled() {
    m_speedUp->hide();
    m_price->hide();
    m_twin->hide();
    m_twin->toggle()->hide();
    QString text;
    if (m_row.state == wallet::TxState::Confirmed) {
        m_title->setText(tr("Block %1 has it").arg(Format::count(m_row.height)));
        text = tr("It has been there since <b>%1</b>.").arg(format().exactTime(m_row.time));
    } else if (m_row.isAbandoned) {
        m_title->setText(tr("You gave it up"));
        text = tr("Its coins are free again. Whoever has it may mine it all the same.");
    } else if (m_row.isReplaced) {
        m_title->setText(tr("Another payment took its place"));
        text = tr("That one spends the same coins and pays more. This one waits again if that one is lost.");
    } else if (m_row.isCoinbase) {
        m_title->setText(tr("Its block was lost to a fork"));
        text = tr("Other blocks took its place, so there is no reward for it.");
    } else {
        m_title->setText(tr("It cannot be mined any more"));
        text = tr("A block has another payment with the same coins, or one that it builds on was lost.");
    }
    if (m_row.fee)
        text += QLatin1Char(' ') +
                tr("The fee: <b>%1</b>, %2.")
                    .arg(format().trimmed(*m_row.fee),
                         rateText(m_row.fee->satoshi() * 1'000 / std::max(m_row.vsize, std::int64_t(1))));
    m_sentence->setSentence(text);
}

void PaymentPane::askWhy() {
    node::onResult(m_wallet.situationOf(m_row.txid), this,
                   [this, asked = m_asked](const std::optional<node::WaitSituation>& situation) {
                       if (asked == m_asked) showReason(situation);
                   });
}

void PaymentPane::showReason(const std::optional<node::WaitSituation>& situation) {
    if (!situation) return; // it waits no more: the line says so in a moment
    m_reason = node::reasonToWait(*m_node.chain().mempool(), node::withNode(*situation, m_node));
    m_sentence->setSentence(waitingSentence(*m_reason));
    showBars();
}

void PaymentPane::showBars() {
    const std::int64_t room = m_node.params().rules().maxBlockWeight / primitives::kWitnessScale;
    auto bars = node::feeNeighbours(*m_node.chain().mempool(), m_row.txid, room, kMostBars);
    const bool hasBars = bars.size() > 1;
    m_twin->setVisible(hasBars);
    m_twin->toggle()->setVisible(hasBars);
    m_bars->setBars(std::move(bars), m_plan ? m_plan->feePerKvB : 0);
}

void PaymentPane::askPrice() {
    node::onResult(m_wallet.planSpeedUp(requestFor(m_node, m_row.txid, Deed::SpeedUp)), this,
                   [this, asked = m_asked](const wallet::SpeedUpResult& plan) {
                       if (asked == m_asked && !m_isSending) showPlan(plan);
                   });
}

/// The button says the price of exactly this plan, or what is missing.
void PaymentPane::showPlan(const wallet::SpeedUpResult& plan) {
    m_plan = plan ? std::optional(*plan) : std::nullopt;
    using enum wallet::SpeedUpError;
    const bool isShort = !plan && (plan.error().error == NoCoins || plan.error().error == NothingLeft);
    m_speedUp->setVisible(plan || isShort);
    m_speedUp->setEnabled(bool(plan));
    m_price->setVisible(!isShort);
    if (plan) {
        const QString price = format().trimmed(plan->price);
        m_speedUp->setText(m_row.net.satoshi() < 0 ? tr("Speed up for %1").arg(price)
                                                   : tr("Pay %1 for it to go faster").arg(price));
        m_price->setSentence(speedUpSentence(*plan));
    } else if (isShort) {
        const primitives::Amount missing = plan.error().needed - plan.error().available;
        m_speedUp->setText(missing.satoshi() > 0
                               ? tr("%1 is missing to speed it up").arg(format().trimmed(missing))
                               : tr("Too little comes back to speed it up"));
    } else {
        m_price->setSentence(errorText(plan.error()).toHtmlEscaped());
    }
    showBars();
}

void PaymentPane::speedUp() {
    if (!m_plan || m_isSending) return;
    if (!m_wallet.status()->locked) return commitPlan();
    auto* unlock = new UnlockDialog(m_wallet, window());
    connect(unlock, &QDialog::accepted, this, &PaymentPane::commitPlan);
    unlock->open();
}

/// What the button said, and nothing else. The window tells how it went, while it is there.
void PaymentPane::commitPlan() {
    if (!m_plan) return;
    m_isSending = true;
    m_speedUp->setEnabled(false);
    m_speedUp->setText(tr("Sending…"));
    const QPointer<PaymentPane> self(this);
    node::onResult(
        m_wallet.commit(m_plan->draft), window(), [self, &navigator = m_navigator](const Sent& sent) {
            navigator.showNotice(sent ? tr("The payment goes faster now.") : errorText(sent.error()));
            if (!self) return;
            self->m_isSending = false;
            self->renew();
        });
}

void PaymentPane::askCancel() {
    node::onResult(m_wallet.planSpeedUp(requestFor(m_node, m_row.txid, Deed::Cancel)), this,
                   [this](const wallet::SpeedUpResult& plan) { reviewCancel(plan); });
}

void PaymentPane::reviewCancel(const wallet::SpeedUpResult& plan) {
    if (!plan) return m_navigator.showNotice(errorText(plan.error()));
    const auto again = [node = &m_node, wallet = m_wallet, txid = m_row.txid] {
        return wallet.planSpeedUp(requestFor(*node, txid, Deed::Cancel))
            .then([](const wallet::SpeedUpResult& fresh) -> Drafted {
                if (!fresh) return fail(node::PayFailure{wallet::PaymentError::CoinsChanged});
                return fresh->draft;
            });
    };
    auto* review =
        new ReviewDialog(m_node, m_wallet, std::make_shared<const wallet::PaymentDraft>(plan->draft),
                         {tr("Cancel this payment?"), tr("Cancel the payment"),
                          tr("The payment was called back; everything comes back to you.")},
                         again, window()); // the line may close meanwhile
    review->cancelButton()->setText(tr("Keep it"));
    review->open();
}

void PaymentPane::askAbandon() {
    auto* question = new FormDialog(
        tr("Give this payment up?"),
        tr("It is not offered again, and its coins may be spent otherwise. Whoever has it may mine it all "
           "the same: then whoever you pay instead may be left without."),
        tr("Give it up"), window());
    question->setObjectName(QStringLiteral("abandonDialog"));
    question->cancelButton()->setText(tr("Keep it"));
    connect(question, &FormDialog::submitted, question, [wallet = m_wallet, txid = m_row.txid, question] {
        question->await(wallet.abandon(txid), tr("Writing…"),
                        [question](const node::WalletAccess::Reply<void>& done) {
                            if (done && *done) return question->accept();
                            question->showProblem(tr("It could not be given up: the mempool has it again, or "
                                                     "the wallet file cannot be written."));
                        });
    });
    question->open();
}

} // namespace gui

#include "moc_PaymentPane.cpp"
