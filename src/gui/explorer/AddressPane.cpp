#include "gui/explorer/AddressPane.h"

#include "gui/Format.h"
#include "gui/Navigator.h"
#include "gui/explorer/ExplorerAsk.h"
#include "gui/explorer/ExplorerWords.h"
#include "gui/theme/Theme.h"
#include "gui/widgets/Card.h"
#include "gui/widgets/CardRow.h"
#include "gui/widgets/CopyField.h"
#include "gui/widgets/DataTable.h"
#include "gui/widgets/FactsList.h"
#include "gui/widgets/Labels.h"
#include "gui/widgets/Notices.h"
#include "gui/widgets/QrView.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

#include <algorithm>

namespace gui {

namespace {

constexpr int kAddressPage = 50;
constexpr int kAddressRows = 12;
constexpr int kWhen = 1; // column

} // namespace

AddressPane::AddressPane(node::Node& node, Navigator& navigator, QWidget* parent)
    : ExplorerPane(node, navigator, parent) {
    m_nothing =
        new EmptyState(QStringLiteral("warning"), tr("This is not an address of this network."), this);
    m_nothing->hide();
    rows()->addWidget(m_nothing, 1);
    makeHead();
    makeHistory();
    rows()->addStretch(1);
    connect(&format(), &Format::changed, this, [this] {
        if (isVisible()) reload();
    });
}

void AddressPane::makeHead() {
    m_head = new CardRow(820, this);
    auto* balanceCard = new Card(tr("Balance"));
    balanceCard->setMutedTitle(true);
    m_balance = new BigFigure;
    m_waiting = new SentenceLabel;
    m_copy = new CopyField;
    m_copy->setAccessibleName(tr("Address"));
    m_code = new QrView;
    m_code->setFixedSize(px(148), px(148));
    m_code->setAccessibleName(tr("The address as a QR code"));
    auto* column = new QVBoxLayout;
    column->setSpacing(px(10));
    column->addWidget(m_balance);
    column->addWidget(m_waiting);
    column->addStretch(1);
    column->addWidget(makeFieldName(tr("Address"), m_copy));
    column->addWidget(m_copy);
    auto* across = new QHBoxLayout;
    across->setSpacing(px(20));
    across->addLayout(column, 1);
    across->addWidget(m_code, 0, Qt::AlignTop);
    balanceCard->body()->addLayout(across);
    balanceCard->body()->addStretch(1);
    auto* factsCard = new Card(tr("Sums"));
    m_facts = new FactsList(FactsList::Values::Trailing);
    m_facts->setCompact(true);
    factsCard->body()->addWidget(m_facts);
    factsCard->body()->addStretch(1);
    m_head->add(balanceCard, 3);
    m_head->add(factsCard, 2);
    rows()->addWidget(m_head);
}

void AddressPane::makeHistory() {
    m_historyCard = new Card(tr("History"), this);
    m_model = new CellsModel(this);
    m_model->setHeads({{tr("Transaction")},
                       {tr("When")},
                       {tr("State")},
                       {tr("Received"), true},
                       {tr("Spent"), true},
                       {tr("Change"), true}});
    m_table = new DataTable;
    m_table->setAccessibleName(tr("Transactions of the address, the newest first"));
    m_table->setFitRows(kAddressRows);
    m_table->setModel(m_model);
    m_table->setNavigator(navigator());
    m_table->setColumnStretch(0);
    m_table->setColumnFixed(1, 110);
    m_table->setColumnFixed(2, 170);
    for (const int column : {3, 4})
        m_table->setColumnFixed(column, 156);
    m_table->setColumnFixed(5, 172);
    m_table->setEmptyState(QStringLiteral("search"), tr("Never seen on this chain."));
    m_historyCard->body()->addWidget(m_table);
    setFocusProxy(m_table);
    rows()->addWidget(m_historyCard);
    connect(m_model, &CellsModel::moreWanted, this, [this] { loadHistory(true); });
    connect(m_table, &DataTable::rowActivated, this, [this](int row) {
        if (row >= 0 && row < static_cast<int>(m_txids.size()))
            navigator().openTransaction(m_txids[static_cast<std::size_t>(row)]);
    });
}

void AddressPane::showAddress(const QString& address) {
    if (address != m_address) {
        m_address = address;
        m_txids.clear();
        m_model->setRows({});
        const auto script = script::scriptFromAddress(address.toStdString(), node().params().addresses);
        m_script = script ? *script : util::Bytes();
        m_code->setText(address);
        m_copy->setText(address);
        const bool own = isOwn(m_script);
        setHeading(tr("Address"), address,
                   own ? std::vector<TitleTag>{{tr("yours"), TagKind::Own}} : std::vector<TitleTag>());
    }
    m_nothing->setVisible(m_script.empty());
    m_head->setVisible(!m_script.empty());
    m_historyCard->setVisible(!m_script.empty());
    reload();
}

void AddressPane::reload() {
    if (m_script.empty()) return;
    ask(
        node(), this, m_ticket,
        [script = m_script](explorer::ExplorerQueries& queries) { return queries.address(script); },
        [this](const auto& answer) {
            if (answer) show(*answer);
        });
    loadHistory(false);
}

void AddressPane::tick() {
    if (m_ages.changed(*m_model, kWhen, 0, kAddressPage)) m_model->renewTimes();
}

void AddressPane::show(const explorer::AddressView& view) {
    m_balance->setAmount(view.confirmed.balance());
    const primitives::Amount waiting = view.waiting.balance();
    if (view.waiting.transactionCount == 0)
        m_waiting->setSentence(tr("Confirmed in the best chain. Nothing is waiting."));
    else
        m_waiting->setSentence(
            tr("<work>%1</work> waiting for a block.").arg(format().signedAmount(waiting)));
    showFacts(view);
}

void AddressPane::showFacts(const explorer::AddressView& view) {
    m_facts->setFact(tr("Received"), format().withUnit(view.confirmed.funded));
    m_facts->setFact(tr("Spent"), format().withUnit(view.confirmed.spent));
    m_facts->setFact(tr("Transactions"),
                     Format::count(view.confirmed.transactionCount + view.waiting.transactionCount));
    m_facts->setFact(tr("Coins received"), Format::count(view.confirmed.fundedCount));
    m_facts->setFact(tr("Coins spent"), Format::count(view.confirmed.spentCount));
    m_facts->setFact(tr("Kind"), outputTypeWords(view.type));
}

void AddressPane::loadHistory(bool more) {
    std::optional<primitives::TxId> after;
    if (more && !m_txids.empty()) after = m_txids.back();
    // A list somebody has scrolled through is not cut back by news.
    const auto rows =
        static_cast<std::int32_t>(more ? kAddressPage : std::max<std::size_t>(kAddressPage, m_txids.size()));
    ask(
        node(), this, m_listTicket,
        [script = m_script, after, rows](explorer::ExplorerQueries& queries) {
            return queries.addressHistory(script, after, rows);
        },
        [this, more](const auto& answer) {
            addHistory(answer ? *answer : std::vector<explorer::AddressTxRow>(), more);
        });
}

void AddressPane::addHistory(const std::vector<explorer::AddressTxRow>& list, bool more) {
    if (!more) m_txids.clear();
    std::vector<CellsModel::Row> added;
    const auto amountOrNothing = [](primitives::Amount amount) {
        return amount.satoshi() != 0 ? Cell{.amount = amount}
                                     : Cell{.text = QStringLiteral("–"), .style = TextStyle::Faint};
    };
    for (const explorer::AddressTxRow& entry : list) {
        const QString txid = hexOf(entry.txid);
        const auto state = confirmationTag(entry.status);
        CellsModel::Row row(6);
        row[0] = {.text = Format::shortened(txid, 16, 8),
                  .style = TextStyle::Mono,
                  .whole = txid,
                  .thing = Thing::Transaction};
        row[1] = {.style = TextStyle::Muted,
                  .time = entry.status.confirmed ? entry.status.blockTime : entry.status.firstSeen};
        row[2] = {.text = state.text, .tag = entry.status.confirmed ? TagKind::Neutral : state.kind};
        row[3] = amountOrNothing(entry.funded);
        row[4] = amountOrNothing(entry.spent);
        row[5] = {.amount = entry.funded - entry.spent, .isSigned = true};
        added.push_back(std::move(row));
        m_txids.push_back(entry.txid);
    }
    const bool rest = list.size() >= kAddressPage;
    if (more)
        m_model->addRows(std::move(added), rest);
    else
        m_model->setRows(std::move(added), rest);
}

} // namespace gui

#include "moc_AddressPane.cpp"
