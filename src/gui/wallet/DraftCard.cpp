#include "gui/wallet/DraftCard.h"

#include "gui/Format.h"
#include "gui/theme/Theme.h"
#include "gui/widgets/Button.h"
#include "gui/widgets/FlowDiagram.h"
#include "gui/widgets/FlowLayout.h"
#include "gui/widgets/Labels.h"
#include "gui/widgets/Notices.h"
#include "node/Node.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace gui {

namespace {

QString addressOf(const node::Node& node, const util::Bytes& script) {
    const auto address = script::toAddress(script, node.params().addresses);
    return address ? QString::fromStdString(*address) : DraftCard::tr("a script without an address");
}

/// A name, or the address in short.
QString whoIs(const node::Node& node, const util::Bytes& script) {
    const QString address = addressOf(node, script);
    const std::string name = node.wallet().status()->people->nameOf(address.toStdString());
    return name.empty() ? Format::shortened(address) : QString::fromStdString(name);
}

double shareOf(primitives::Amount part, primitives::Amount whole) {
    if (whole.satoshi() <= 0) return 0;
    return static_cast<double>(part.satoshi()) / static_cast<double>(whole.satoshi());
}

bool isOwnOutput(const wallet::PaymentDraft& draft, std::size_t output) {
    return output < draft.isOwn.size() && draft.isOwn[output];
}

primitives::Amount sumOf(const std::vector<wallet::WalletCoin>& coins) {
    primitives::Amount sum;
    for (const wallet::WalletCoin& coin : coins)
        sum += coin.output.value;
    return sum;
}

QVector<FlowEnd> inputEnds(const node::Node& node, const wallet::PaymentDraft& draft,
                           primitives::Amount whole) {
    QVector<FlowEnd> ends;
    for (const wallet::WalletCoin& coin : draft.inputs) {
        FlowEnd end;
        end.title = coin.fromCoinbase ? DraftCard::tr("mined, block %1").arg(Format::count(coin.height))
                    : coin.isChange   ? DraftCard::tr("change")
                                      : DraftCard::tr("received");
        end.detail = Format::shortened(addressOf(node, coin.output.scriptPubKey));
        end.amountText = format().trimmed(coin.output.value);
        end.share = shareOf(coin.output.value, whole);
        end.kind = FlowEnd::Kind::Own;
        ends << end;
    }
    return ends;
}

QVector<FlowEnd> outputEnds(const node::Node& node, const wallet::PaymentDraft& draft,
                            primitives::Amount whole) {
    FlowEnd fee;
    fee.title = DraftCard::tr("miner");
    fee.amountText = format().trimmed(draft.fee);
    fee.share = shareOf(draft.fee, whole);
    fee.kind = FlowEnd::Kind::Fee;
    QVector<FlowEnd> ends{fee};
    for (std::size_t i = 0; i < draft.parts.outputs.size(); ++i) {
        const primitives::TxOut& output = draft.parts.outputs[i];
        const bool back = draft.changeOutput == i;
        FlowEnd end;
        end.title = back ? DraftCard::tr("back to you") : whoIs(node, output.scriptPubKey);
        end.amountText = format().trimmed(output.value);
        end.share = shareOf(output.value, whole);
        end.kind = back || isOwnOutput(draft, i) ? FlowEnd::Kind::Own : FlowEnd::Kind::Other;
        ends << end;
    }
    return ends;
}

} // namespace

QString draftSentence(const node::Node& node, const wallet::PaymentDraft& draft) {
    QStringList parts;
    for (std::size_t i = 0; i < draft.parts.outputs.size(); ++i) {
        if (draft.changeOutput == i) continue;
        const primitives::TxOut& output = draft.parts.outputs[i];
        const QString amount = format().trimmed(output.value);
        const QString who = whoIs(node, output.scriptPubKey).toHtmlEscaped();
        if (isOwnOutput(draft, i))
            parts << DraftCard::tr("your own %1 gets <b>%2</b>").arg(who, amount);
        else
            parts << DraftCard::tr("%1 gets <b>%2</b>").arg(who, amount);
    }
    if (draft.changeOutput)
        parts << DraftCard::tr("<b>%1</b> comes back to you").arg(format().trimmed(draft.change));
    parts << DraftCard::tr("the miner gets <b>%1</b>").arg(format().trimmed(draft.fee));
    QString sentence = parts.join(QStringLiteral("; ")) + QLatin1Char('.');
    if (sentence.startsWith(QLatin1String("your"))) sentence[0] = sentence[0].toUpper();
    return sentence;
}

DraftCard::DraftCard(node::Node& node, QWidget* parent) : Card(tr("What will happen"), parent), m_node(node) {
    m_sentence = new SentenceLabel;
    m_sentence->setProperty("role", "lead");
    m_sentence->setStrong(true);
    m_flow = new FlowDiagram;
    m_flow->setCompact(true);
    m_flow->setAccessibleName(tr("Where the money comes from and where it goes"));
    m_twin = new PictureWithTable(m_flow);
    m_banner = new Banner;
    m_coins = new SentenceLabel;
    m_empty = new EmptyState(QStringLiteral("send"), QString());
    m_empty->setMinimumHeight(px(200));
    m_review = new Button(tr("Review and send"), Button::Kind::Primary);
    m_review->setObjectName(QStringLiteral("reviewButton"));
    m_review->setKeyHint(tr("Ctrl ↵"));
    addHeaderWidget(m_twin->toggle());
    m_unsigned = new Button(tr("Make unsigned"));
    m_unsigned->setObjectName(QStringLiteral("unsignedButton"));
    m_unsigned->setToolTip(tr("Prepares the payment for whoever has the keys (PSBT). Nothing is sent."));
    auto* actions = new FlowLayout;
    actions->addStretch();
    actions->addWidget(m_unsigned);
    actions->addWidget(m_review);
    connect(m_unsigned, &Button::clicked, this, &DraftCard::unsignedRequested);
    body()->setSpacing(px(14));
    body()->addWidget(m_sentence);
    body()->addWidget(m_twin);
    body()->addWidget(m_banner);
    body()->addWidget(m_coins);
    body()->addWidget(m_empty);
    body()->addLayout(actions);
    connect(m_review, &Button::clicked, this, &DraftCard::reviewRequested);
    connect(&format(), &Format::changed, this, [this] {
        if (m_draft) renew();
    });
    showDraft(nullptr, {});
}

void DraftCard::showDraft(std::shared_ptr<const wallet::PaymentDraft> draft, const QString& hint) {
    m_draft = std::move(draft);
    m_banner->hide();
    m_empty->setText(hint);
    renew();
}

void DraftCard::showProblem(const QString& sentence) {
    m_draft.reset();
    renew();
    m_empty->hide();
    m_banner->setKind(Banner::Kind::Warning);
    m_banner->setSentence(sentence.toHtmlEscaped());
    m_banner->show();
}

void DraftCard::renew() {
    const bool shown = m_draft != nullptr;
    m_sentence->setVisible(shown);
    m_twin->setVisible(shown);
    m_twin->toggle()->setVisible(shown);
    m_coins->setVisible(shown);
    m_empty->setVisible(!shown);
    const auto owner = m_node.wallet().status();
    const bool watches = owner->watchOnly || owner->needsOthers; // somebody else signs, or signs too
    m_review->setEnabled(shown);
    m_unsigned->setEnabled(shown);
    m_review->setVisible(!watches);
    const auto kind = watches ? Button::Kind::Primary : Button::Kind::Normal;
    if (m_unsigned->kind() != kind) m_unsigned->setKind(kind);
    m_text.clear();
    if (!shown) return;
    m_text = draftSentence(m_node, *m_draft);
    m_sentence->setSentence(m_text);
    const primitives::Amount whole = sumOf(m_draft->inputs);
    m_flow->setEnds(inputEnds(m_node, *m_draft, whole), outputEnds(m_node, *m_draft, whole));
    const auto status = m_node.wallet().status();
    const int used = static_cast<int>(m_draft->inputs.size());
    m_coins->setSentence(tr("Uses %n of your coins", nullptr, used) +
                         tr(" (you have %1).").arg(Format::count(status->balance.coinCount)) +
                         QLatin1Char(' ') +
                         (used > 1 ? tr("Everyone will be able to see that they belong together.")
                                   : tr("Nothing is sent until you have confirmed it.")));
}

} // namespace gui

#include "moc_DraftCard.cpp"
