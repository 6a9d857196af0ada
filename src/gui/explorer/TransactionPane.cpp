#include "gui/explorer/TransactionPane.h"

#include "gui/Format.h"
#include "gui/Navigator.h"
#include "gui/explorer/BytesView.h"
#include "gui/explorer/ExplorerAsk.h"
#include "gui/explorer/ExplorerWords.h"
#include "gui/explorer/TransactionFlow.h"
#include "gui/theme/Theme.h"
#include "gui/widgets/Button.h"
#include "gui/widgets/Card.h"
#include "gui/widgets/CardRow.h"
#include "gui/widgets/DataTable.h"
#include "gui/widgets/FactsList.h"
#include "gui/widgets/FlowDiagram.h"
#include "gui/widgets/Notices.h"
#include "primitives/LockTime.h"
#include "util/Hex.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QVBoxLayout>

#include <algorithm>

namespace gui {

namespace {

constexpr int kShownEnds = 6;

QString rawHex(const explorer::TransactionView& view) {
    return QString::fromStdString(util::toHex(view.transaction->serialize()));
}

Cell dataCell(const util::Bytes& script) {
    const DataWords words = dataIn(script);
    return {.text = TransactionPane::tr("%1: %2").arg(words.kind, words.content),
            .style = TextStyle::Muted,
            .whole = words.content};
}

bool isReplaceable(const primitives::Transaction& transaction) {
    return std::ranges::any_of(transaction.inputs(), [](const primitives::TxIn& input) {
        return input.sequence <= primitives::kSequenceReplaceable;
    });
}

} // namespace

TransactionPane::TransactionPane(node::Node& node, Navigator& navigator, QWidget* parent)
    : ExplorerPane(node, navigator, parent) {
    m_nothing = new EmptyState(QStringLiteral("search"), {}, this);
    m_nothing->hide();
    rows()->addWidget(m_nothing, 1);
    m_all = new QWidget(this);
    auto* column = new QVBoxLayout(m_all);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(16));
    m_fate = new Banner(Banner::Kind::Warning, QString());
    m_fate->hide();
    connect(m_fate, &Banner::actionTriggered, this, [this] {
        if (m_kept && m_kept->replacedBy) this->navigator().openTransaction(*m_kept->replacedBy);
    });
    column->addWidget(m_fate);
    column->addWidget(makeFlowCard());
    auto* middle = new CardRow(900);
    auto* factsCard = new Card(tr("Facts"));
    m_facts = new FactsList;
    m_facts->setCompact(true);
    factsCard->body()->addWidget(m_facts);
    factsCard->body()->addStretch(1);
    auto* rawCard = new Card(tr("Every byte"));
    auto* copyRaw = new Button(tr("Copy hex"), Button::Kind::Pill);
    rawCard->addHeaderWidget(copyRaw);
    connect(copyRaw, &Button::clicked, this, [this] {
        if (!m_view) return;
        QGuiApplication::clipboard()->setText(rawHex(*m_view));
        this->navigator().showNotice(tr("The transaction was copied as hex."));
    });
    m_bytes = new BytesView;
    auto* bytesTwin = new PictureWithTable(m_bytes);
    rawCard->addHeaderWidget(bytesTwin->toggle());
    rawCard->body()->addWidget(bytesTwin);
    rawCard->body()->addStretch(1);
    middle->add(factsCard, 2);
    middle->add(rawCard, 3);
    auto* ends = new CardRow(900);
    ends->add(makeEndsCard(tr("Inputs"), m_inputs, m_inputModel));
    ends->add(makeEndsCard(tr("Outputs"), m_outputs, m_outputModel));
    column->addWidget(middle);
    column->addWidget(ends);
    column->addStretch(1);
    rows()->addWidget(m_all, 1);
    m_inputModel->setHeads({{tr("From")}, {tr("Paid by")}, {tr("Amount"), true}});
    m_outputModel->setHeads({{tr("To")}, {tr("Spent")}, {tr("Amount"), true}});
    m_inputs->setAccessibleName(tr("Inputs"));
    m_outputs->setAccessibleName(tr("Outputs"));
    connect(m_inputs, &DataTable::rowActivated, this,
            [this](int row) { openInput(static_cast<std::size_t>(row)); });
    connect(m_outputs, &DataTable::rowActivated, this,
            [this](int row) { openOutput(static_cast<std::size_t>(row)); });
    connect(&format(), &Format::changed, this, [this] {
        if (m_view && isVisible()) show(*m_view);
    });
}

QString TransactionPane::lockTimeWords(std::uint32_t lockTime) {
    if (lockTime == 0) return tr("no lock time");
    if (lockTime < primitives::kLockTimeThreshold)
        return tr("not before block %1").arg(heightText(static_cast<std::int32_t>(lockTime)));
    return tr("not before %1").arg(format().exactTime(lockTime));
}

Card* TransactionPane::makeFlowCard() {
    m_flowCard = new Card(tr("Where the money goes"));
    m_flow = new FlowDiagram;
    auto* twin = new PictureWithTable(m_flow);
    m_flowCard->body()->addWidget(twin);
    m_flowCard->addHeaderWidget(twin->toggle());
    // Long lists are cut in the picture: its items are not the rows of the table.
    connect(m_flow, &Picture::itemActivated, this, [this](int item) {
        if (!m_view) return;
        const auto at = static_cast<std::size_t>(item);
        const auto left = static_cast<std::size_t>(m_flow->inputCount());
        const bool cutIn = m_view->inputs.size() > left && at + 1 == left;
        if (at < left && !cutIn) openInput(at);
        // The fee is the first of the right side.
        const std::size_t first = left + (m_view->fee.satoshi() > 0 ? 1 : 0);
        if (at >= first) openOutput(at - first);
    });
    return m_flowCard;
}

Card* TransactionPane::makeEndsCard(const QString& title, DataTable*& table, CellsModel*& model) {
    auto* card = new Card(title);
    table = new DataTable;
    model = new CellsModel(this);
    model->setHeads({{QString()}, {QString()}, {QString()}});
    table->setModel(model);
    table->setNavigator(navigator());
    table->setFitRows(kShownEnds);
    table->setColumnStretch(0);
    table->setColumnFixed(1, 150);
    table->setColumnFixed(2, 160);
    card->body()->addWidget(table);
    card->body()->addStretch(1);
    return card;
}

void TransactionPane::showTransaction(const primitives::TxId& txid) {
    if (m_txid != txid) {
        m_view.reset();
        m_kept.reset();
        setHeading(tr("Transaction"), hexOf(txid), {});
        m_all->hide();
    }
    m_txid = txid;
    reload();
}

void TransactionPane::reload() {
    if (!m_txid) return;
    ask(
        node(), this, m_ticket,
        [txid = *m_txid](explorer::ExplorerQueries& queries) { return queries.transaction(txid); },
        [this](const auto& answer) {
            if (!answer || !*answer) return askWallet();
            m_kept.reset();
            m_view = std::make_shared<const explorer::TransactionView>(**answer);
            show(*m_view);
        });
}

/// The chain does not know it; the wallet remembers what was replaced or lost with its block.
void TransactionPane::askWallet() {
    const quint64 ticket = m_ticket;
    const auto look = [txid = *m_txid](const wallet::Wallet& wallet, std::int32_t) -> std::optional<Kept> {
        const auto known = wallet.transaction(txid);
        if (!known) return std::nullopt;
        Kept kept{known->transaction, known->state, known->time, {}};
        for (const primitives::TxIn& input : known->transaction->inputs()) {
            if (kept.replacedBy || known->isCoinbase) break;
            kept.replacedBy = wallet.spenderOf(input.previous);
            if (kept.replacedBy == txid) kept.replacedBy.reset();
        }
        return kept;
    };
    node::onResult(
        node().wallet().ask(look), this,
        [this, ticket](const std::optional<std::optional<Kept>>& kept) {
            if (ticket != m_ticket) return;
            if (!kept || !*kept) return showNothing();
            ask(
                node(), this, m_ticket,
                [transaction = (*kept)->transaction](explorer::ExplorerQueries& queries) {
                    return queries.outside(transaction);
                },
                [this, known = **kept](const auto& answer) {
                    if (!answer) return showNothing();
                    m_kept = known;
                    m_view = std::make_shared<const explorer::TransactionView>(*answer);
                    show(*m_view);
                });
        },
        [this, ticket] {
            if (ticket == m_ticket) showNothing();
        });
}

bool TransactionPane::isLost() const {
    return m_kept && m_kept->state == wallet::TxState::Lost;
}

void TransactionPane::showFate() {
    m_fate->setVisible(isLost());
    if (!isLost()) return;
    const bool isReward = m_kept->transaction->isCoinbase();
    m_fate->setAction(m_kept->replacedBy ? tr("Show the other one") : QString());
    if (isReward)
        m_fate->setSentence(tr("<b>Lost to a fork.</b> The block of this reward is not in the best chain, so "
                               "its coins do not exist."));
    else if (m_kept->replacedBy)
        m_fate->setSentence(tr("<b>Replaced.</b> Another payment spends the same coins, so this one did not "
                               "happen: nothing of it was paid."));
    else
        m_fate->setSentence(tr("<b>Given up.</b> No block will take this payment: what it spends is gone. "
                               "Nothing of it was paid."));
}

void TransactionPane::showNothing() {
    m_view.reset();
    m_kept.reset();
    m_all->hide();
    m_nothing->show();
    m_nothing->setText(tr("This transaction is neither in the best chain nor waiting for a block."));
    setHeading(tr("Transaction"), hexOf(*m_txid), {});
}

void TransactionPane::show(const explorer::TransactionView& view) {
    m_nothing->hide();
    m_all->show();
    showFate();
    showTags(view);
    showFlow(view);
    showFacts(view);
    showInputs(view);
    showOutputs(view);
    if (m_bytesOf != view.transaction->wtxid()) {
        m_bytesOf = view.transaction->wtxid();
        m_bytes->setFields(fieldsOf(*view.transaction));
    }
}

void TransactionPane::showTags(const explorer::TransactionView& view) {
    std::vector<TitleTag> tags{confirmationTag(view.status)};
    if (isLost() && !view.transaction->isCoinbase()) tags.front() = {tr("replaced"), TagKind::Bad};
    if (m_kept && !isLost()) tags.front() = {tr("waiting for a block"), TagKind::Work};
    if (view.transaction->isCoinbase()) tags.push_back({tr("reward"), TagKind::Work});
    if (touchesWallet(*this, view)) tags.push_back({tr("yours"), TagKind::Own});
    setHeading(tr("Transaction"), hexOf(view.transaction->txid()), std::move(tags));
}

void TransactionPane::showFlow(const explorer::TransactionView& view) {
    const TransactionFlow flow = flowOf(*this, view);
    m_flow->setEnds(flow.inputs, flow.outputs);
    const primitives::Amount out = sumOfOutputs(view);
    if (view.transaction->isCoinbase())
        return m_flowCard->setNote(tr("%1 to whoever found the block").arg(format().withUnit(out)));
    m_flowCard->setNote(
        tr("%1 in = %2 out + %3 to the miner")
            .arg(format().trimmed(out + view.fee), format().trimmed(out), format().trimmed(view.fee)));
}

void TransactionPane::showFacts(const explorer::TransactionView& view) {
    const primitives::Transaction& transaction = *view.transaction;
    const explorer::TxStatus& status = view.status;
    if (status.confirmed) {
        m_facts->setLink(
            tr("In block"), heightText(status.height),
            [this, block = status.block] { navigator().openBlock(block); },
            tr("position %1").arg(Format::count(status.position)), {Thing::Block, hexOf(status.block)},
            &navigator());
        m_facts->setFact(tr("Seen"), format().exactTime(status.blockTime));
    } else {
        const std::int64_t seen = m_kept ? m_kept->time : status.firstSeen;
        m_facts->setFact(tr("In block"), isLost() ? tr("in none of the best chain") : tr("not yet"));
        m_facts->setFact(tr("Seen"), seen > 0 ? format().exactTime(seen) : tr("not known"));
    }
    const bool isReward = transaction.isCoinbase();
    const bool isKnown = view.inputs.empty() || view.inputs.front().spent; // what it spends
    m_facts->setFact(tr("Fee"), isReward   ? tr("none: this is a reward")
                                : !isKnown ? tr("not known")
                                           : QStringLiteral("%1 · %2").arg(format().trimmed(view.fee),
                                                                           Format::feeRate(feeRateOf(view))));
    m_facts->setFact(tr("Size"),
                     tr("%1 B · %2 vB · %3 WU")
                         .arg(Format::count(static_cast<qint64>(transaction.size())),
                              Format::count(transaction.vsize()), Format::count(transaction.weight())));
    m_facts->setFact(
        tr("Version, lock time"),
        QStringLiteral("%1 · %2").arg(transaction.version()).arg(lockTimeWords(transaction.lockTime())));
    const bool replaceable = !isReward && isReplaceable(transaction);
    m_facts->setFact(tr("Replaceable"), replaceable ? tr("yes (BIP 125)") : tr("no"));
    m_facts->setFact(tr("Witness"), transaction.hasWitness() ? tr("yes (BIP 144)") : tr("no"));
}

void TransactionPane::showInputs(const explorer::TransactionView& view) {
    std::vector<CellsModel::Row> list;
    for (const explorer::InputView& input : view.inputs) {
        CellsModel::Row row(3);
        if (input.spent)
            row[0] = partyCell(*this, *input.spent);
        else
            row[0] = {.text = input.isCoinbase ? tr("new coins and fees") : tr("not known"),
                      .style = TextStyle::Muted};
        const QString txid = hexOf(input.input.previous.txid);
        if (!input.isCoinbase)
            row[1] = {.text = QStringLiteral("%1:%2")
                                  .arg(Format::shortened(txid, 8, 4))
                                  .arg(input.input.previous.index),
                      .style = TextStyle::MonoMuted,
                      .whole = txid,
                      .thing = Thing::Transaction};
        if (input.spent) row[2] = {.amount = input.spent->output.value};
        list.push_back(std::move(row));
    }
    m_inputModel->setRows(std::move(list));
}

void TransactionPane::showOutputs(const explorer::TransactionView& view) {
    std::vector<CellsModel::Row> list;
    for (const explorer::OutputView& output : view.outputs) {
        CellsModel::Row row(3);
        row[0] = partyCell(*this, output);
        const bool isMessage = output.type == script::OutputType::NullData;
        if (isMessage) row[0] = dataCell(output.output.scriptPubKey);
        const QString spender = output.spentBy ? hexOf(output.spentBy->txid) : QString();
        if (output.spentBy)
            row[1] = {.text = Format::shortened(spender, 8, 4),
                      .style = TextStyle::MonoMuted,
                      .whole = spender,
                      .thing = Thing::Transaction};
        else
            row[1] = {.text = isMessage ? tr("never") : tr("not yet"), .style = TextStyle::Faint};
        row[2] = {.amount = output.output.value};
        list.push_back(std::move(row));
    }
    m_outputModel->setRows(std::move(list));
}

void TransactionPane::openInput(std::size_t input) {
    if (!m_view || input >= m_view->inputs.size() || m_view->inputs[input].isCoinbase) return;
    navigator().openTransaction(m_view->inputs[input].input.previous.txid);
}

void TransactionPane::openOutput(std::size_t output) {
    if (!m_view || output >= m_view->outputs.size()) return;
    const explorer::OutputView& end = m_view->outputs[output];
    const int column = m_outputs->currentIndex().column();
    if (end.spentBy && column == 1) return navigator().openTransaction(end.spentBy->txid);
    if (!end.address.empty()) navigator().openAddress(QString::fromStdString(end.address));
}

} // namespace gui

#include "moc_TransactionPane.cpp"
