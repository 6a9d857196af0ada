#include "gui/explorer/SearchPane.h"

#include "gui/Format.h"
#include "gui/Navigator.h"
#include "gui/explorer/ExplorerAsk.h"
#include "gui/explorer/ExplorerWords.h"
#include "gui/widgets/Card.h"
#include "gui/widgets/DataTable.h"
#include "gui/widgets/Notices.h"

#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

namespace gui {

namespace {

constexpr int kSearchRows = 14;
constexpr std::size_t kLeastDigits = 6; // of an id
constexpr std::size_t kMostOwn = 20;

CellsModel::Row rowFor(const explorer::SearchHit& hit, bool isLost) {
    using Kind = explorer::SearchHit::Kind;
    CellsModel::Row row(3);
    QString whole, where;
    if (hit.kind == Kind::Block) {
        row[0] = {.text = SearchPane::tr("Block %1").arg(heightText(hit.height)),
                  .style = TextStyle::Strong,
                  .icon = QStringLiteral("block")};
        whole = hexOf(hit.block);
    } else if (hit.kind == Kind::Transaction) {
        row[0] = {.text = SearchPane::tr("Transaction"),
                  .style = TextStyle::Strong,
                  .icon = QStringLiteral("send")};
        whole = hexOf(hit.txid);
        where = hit.height >= 0 ? SearchPane::tr("in block %1").arg(heightText(hit.height))
                : isLost        ? SearchPane::tr("not in the best chain")
                                : SearchPane::tr("waiting");
    } else {
        row[0] = {
            .text = SearchPane::tr("Address"), .style = TextStyle::Strong, .icon = QStringLiteral("receive")};
        whole = QString::fromStdString(hit.address);
    }
    const Thing thing = hit.kind == Kind::Block         ? Thing::Block
                        : hit.kind == Kind::Transaction ? Thing::Transaction
                                                        : Thing::Address;
    row[1] = {.text = whole, .style = TextStyle::Mono, .whole = whole, .thing = thing};
    row[2] = {.text = where, .style = TextStyle::Muted};
    return row;
}

} // namespace

SearchPane::SearchPane(node::Node& node, Navigator& navigator, QWidget* parent)
    : ExplorerPane(node, navigator, parent) {
    m_nothing = new EmptyState(QStringLiteral("search"), {}, this);
    m_nothing->setAction(tr("Show the chain"));
    for (auto* label : m_nothing->findChildren<QLabel*>())
        label->setTextFormat(Qt::PlainText); // foreign text
    m_nothing->hide();
    rows()->addWidget(m_nothing, 1);
    m_card = new Card(tr("Found"), this);
    m_model = new CellsModel(this);
    m_model->setHeads({{tr("Kind")}, {tr("Hash or address")}, {tr("Where")}});
    m_table = new DataTable;
    m_table->setAccessibleName(tr("What was found"));
    m_table->setFitRows(kSearchRows);
    m_table->setModel(m_model);
    m_table->setNavigator(this->navigator());
    m_table->setColumnFixed(0, 170);
    m_table->setColumnStretch(1);
    m_table->setColumnFixed(2, 140);
    m_card->body()->addWidget(m_table);
    setFocusProxy(m_table);
    m_card->hide();
    rows()->addWidget(m_card);
    rows()->addStretch(1);
    connect(m_table, &DataTable::rowActivated, this, &SearchPane::open);
    connect(m_nothing, &EmptyState::actionTriggered, this,
            [this] { this->navigator().openPage(PageId::Explorer); });
}

void SearchPane::search(const QString& text) {
    m_text = text.trimmed();
    m_lost.clear();
    m_nothing->hide();
    m_card->hide();
    setHeading(tr("Search"), m_text, {});
    reload();
}

void SearchPane::reload() {
    ask(
        node(), this, m_ticket,
        [text = m_text.toStdString()](explorer::ExplorerQueries& queries) { return queries.search(text); },
        [this](const auto& answer) { addOwn(answer ? *answer : std::vector<explorer::SearchHit>()); });
}

/// Payments that only the wallet remembers: replaced ones, rewards of blocks that lost.
void SearchPane::addOwn(std::vector<explorer::SearchHit> hits) {
    const std::string prefix = m_text.toLower().toStdString();
    const bool isHex = prefix.find_first_not_of("0123456789abcdef") == std::string::npos;
    if (!isHex || prefix.size() < kLeastDigits) return show(hits);
    const auto look = [prefix](const wallet::Wallet& wallet, std::int32_t) {
        return wallet.historyById(prefix, kMostOwn);
    };
    const auto join = [this, chain = std::move(hits),
                       ticket = m_ticket](const std::optional<std::vector<wallet::WalletTransaction>>& own) {
        if (ticket != m_ticket) return;
        std::vector<explorer::SearchHit> all = chain;
        for (const wallet::WalletTransaction& entry :
             own.value_or(std::vector<wallet::WalletTransaction>())) {
            const primitives::TxId& txid = entry.transaction->txid();
            if (std::ranges::find(all, txid, &explorer::SearchHit::txid) != all.end()) continue;
            explorer::SearchHit hit;
            hit.kind = explorer::SearchHit::Kind::Transaction;
            hit.txid = txid;
            hit.height = entry.height;
            all.push_back(std::move(hit));
            if (entry.state == wallet::TxState::Lost) m_lost.insert(txid);
        }
        show(all);
    };
    node::onResult(node().wallet().ask(look), this, join, [join] { join(std::nullopt); });
}

void SearchPane::show(const std::vector<explorer::SearchHit>& hits) {
    m_hits = hits;
    m_nothing->setVisible(hits.empty());
    m_card->setVisible(hits.size() > 1);
    if (hits.empty())
        m_nothing->setText(
            tr("Nothing was found for “%1”.\nYou can search for a height, the hash of a block, the id of a "
               "transaction, an address, or the first six digits or more of a hash.")
                .arg(Format::shortened(m_text, 32, 8)));
    std::vector<CellsModel::Row> list;
    for (const explorer::SearchHit& hit : hits)
        list.push_back(rowFor(hit, m_lost.contains(hit.txid)));
    m_card->setNote(tr("%n hit(s)", nullptr, static_cast<int>(hits.size())));
    m_model->setRows(std::move(list));
    m_table->updateGeometry();
    if (hits.size() > 1) m_table->selectRow(0);
    if (hits.size() == 1) emit oneHit(m_hits.front());
}

void SearchPane::open(int row) {
    if (row < 0 || row >= static_cast<int>(m_hits.size())) return;
    const explorer::SearchHit hit = m_hits[static_cast<std::size_t>(row)];
    switch (hit.kind) {
    case explorer::SearchHit::Kind::Block:
        return navigator().openBlock(hit.block);
    case explorer::SearchHit::Kind::Transaction:
        return navigator().openTransaction(hit.txid);
    case explorer::SearchHit::Kind::Address:
        return navigator().openAddress(QString::fromStdString(hit.address));
    }
}

} // namespace gui

#include "moc_SearchPane.cpp"
