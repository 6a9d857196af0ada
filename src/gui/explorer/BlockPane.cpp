#include "gui/explorer/BlockPane.h"

#include "gui/Format.h"
#include "gui/Navigator.h"
#include "gui/explorer/BlockCells.h"
#include "gui/explorer/BytesView.h"
#include "gui/explorer/ExplorerAsk.h"
#include "gui/explorer/ExplorerWords.h"
#include "gui/theme/Theme.h"
#include "gui/widgets/Button.h"
#include "gui/widgets/Card.h"
#include "gui/widgets/CardRow.h"
#include "gui/widgets/DataTable.h"
#include "gui/widgets/FactsList.h"
#include "gui/widgets/Labels.h"
#include "gui/widgets/Notices.h"

#include <QVBoxLayout>

namespace gui {

namespace {

constexpr int kBlockPage = 50;
constexpr int kBlockRows = 12;
constexpr std::size_t kMostPaneCells = 400; // the others are one cell

QString hex32(std::uint32_t value) {
    return QString::number(value, 16).rightJustified(8, QLatin1Char('0'));
}

} // namespace

BlockPane::BlockPane(node::Node& node, Navigator& navigator, QWidget* parent)
    : ExplorerPane(node, navigator, parent) {
    m_nothing = new EmptyState(QStringLiteral("block"), {}, this);
    rows()->addWidget(m_nothing, 1);
    build();
    buildList();
    rows()->addStretch(1);
    connect(&format(), &Format::changed, this, [this] {
        if (isVisible()) reload();
    });
    begin();
}

Card* BlockPane::makeFactsCard(const QString& title, FactsList*& list) {
    auto* card = new Card(title);
    list = new FactsList;
    list->setCompact(true);
    card->body()->addWidget(list);
    card->body()->addStretch(1);
    return card;
}

void BlockPane::build() {
    m_factsRow = new CardRow(900, this);
    m_cellsCard = new Card(tr("What is in it"));
    m_cells = new BlockCells;
    auto* cellsTwin = new PictureWithTable(m_cells);
    m_cellsCard->addHeaderWidget(cellsTwin->toggle());
    m_cellsCard->body()->addWidget(cellsTwin, 1);
    connect(cellsTwin, &PictureWithTable::itemActivated, this, [this](int item) {
        const auto txid = primitives::TxId::fromHex(m_cells->cell(item).txid.toStdString());
        if (txid) navigator().openTransaction(*txid);
    });
    m_factsRow->add(m_cellsCard, 6);
    m_factsRow->add(makeFactsCard(tr("Contents"), m_contents), 5);
    rows()->addWidget(m_factsRow);

    m_headerRow = new CardRow(900, this);
    auto* bytesCard = new Card(tr("Every byte of the header"));
    bytesCard->setNote(tr("80 bytes, hashed twice"));
    m_bytes = new BytesView;
    auto* bytesTwin = new PictureWithTable(m_bytes);
    bytesCard->addHeaderWidget(bytesTwin->toggle());
    bytesCard->body()->addWidget(bytesTwin);
    bytesCard->body()->addStretch(1);
    m_headerRow->add(makeFactsCard(tr("Header"), m_header), 6);
    m_headerRow->add(bytesCard, 5);
    rows()->addWidget(m_headerRow);
}

void BlockPane::buildList() {
    m_listCard = new Card(tr("Transactions"), this);
    m_model = new CellsModel(this);
    m_model->setHeads({{tr("No."), true},
                       {tr("Transaction")},
                       {tr("From")},
                       {tr("To")},
                       {tr("Amount"), true},
                       {tr("Fee"), true},
                       {tr("Size"), true}});
    m_table = new DataTable;
    m_table->setAccessibleName(tr("Transactions of the block"));
    m_table->setFitRows(kBlockRows);
    m_table->setModel(m_model);
    m_table->setNavigator(navigator());
    m_table->setColumnFixed(0, 52);
    m_table->setColumnFixed(1, 140);
    m_table->setColumnFixed(2, 170);
    m_table->setColumnStretch(3);
    m_table->setColumnFixed(4, 160);
    m_table->setColumnFixed(5, 118);
    m_table->setColumnFixed(6, 74);
    m_listCard->body()->addWidget(m_table);
    setFocusProxy(m_table);
    rows()->addWidget(m_listCard);
    connect(m_model, &CellsModel::moreWanted, this, [this] { loadTransactions(true); });
    connect(m_table, &DataTable::rowActivated, this, [this](int row) {
        if (row >= 0 && row < static_cast<int>(m_txids.size()))
            navigator().openTransaction(m_txids[static_cast<std::size_t>(row)]);
    });
}

void BlockPane::begin() {
    m_listed.reset();
    m_txids.clear();
    m_model->setRows({});
    m_nothing->hide();
}

void BlockPane::showBlock(const primitives::BlockHash& hash) {
    if (m_hash != hash) begin();
    m_hash = hash;
    m_height = -1;
    reload();
}

void BlockPane::showHeight(std::int32_t height) {
    begin();
    m_hash.reset();
    m_height = height;
    setHeading(tr("Block %1").arg(heightText(height)), {}, {});
    reload();
}

void BlockPane::reload() {
    if (!m_hash && m_height < 0) return;
    ask(
        node(), this, m_ticket,
        [hash = m_hash, height = m_height](explorer::ExplorerQueries& queries) {
            return hash ? queries.block(*hash) : queries.blockAt(height);
        },
        [this](const auto& answer) { show(answer ? *answer : std::nullopt); });
}

void BlockPane::tick() {}

void BlockPane::show(const std::optional<explorer::BlockView>& view) {
    m_nothing->setVisible(!view);
    m_factsRow->setVisible(view.has_value());
    m_headerRow->setVisible(view.has_value());
    m_cellsCard->setVisible(view && view->hasBody);
    m_listCard->setVisible(view && view->hasBody);
    if (!view) return showNothing();
    m_hash = view->row.hash;
    m_transactionCount = view->row.transactionCount;
    showTags(*view);
    showHeader(*view);
    showContents(*view);
    m_listCard->setNote(tr("%n in all, the reward first", nullptr, m_transactionCount));
    if (m_listed == m_hash || !view->hasBody) return;
    m_bytes->setFields(fieldsOf(view->header));
    loadTransactions(false);
    loadCells(view->row);
}

void BlockPane::showNothing() {
    const bool byHeight = !m_hash;
    const std::int32_t best = node().chain().status()->tip.height;
    m_nothing->setText(byHeight ? tr("There is no block %1 yet. The best chain ends with block %2.")
                                      .arg(heightText(m_height), heightText(best))
                                : tr("No block with this hash is known here."));
    if (!byHeight) setHeading(tr("Block"), hexOf(*m_hash), {});
}

void BlockPane::showTags(const explorer::BlockView& view) {
    std::vector<TitleTag> tags;
    if (view.row.inBestChain)
        tags.push_back({tr("%n confirmation(s)", nullptr, view.confirmations), TagKind::Accent});
    else
        tags.push_back({tr("not in the best chain"), TagKind::Bad});
    if (view.row.height == 0) tags.push_back({tr("the first block"), TagKind::Neutral});
    if (isOwn(view.row.minerScript)) tags.push_back({tr("yours"), TagKind::Own});
    if (!view.hasBody) tags.push_back({tr("header only"), TagKind::Neutral});
    setHeading(tr("Block %1").arg(heightText(view.row.height)), hexOf(view.row.hash), std::move(tags));
}

void BlockPane::showHeader(const explorer::BlockView& view) {
    const primitives::BlockHeader& header = view.header;
    const std::int32_t height = view.row.height;
    m_header->setHash(tr("Hash"), {Thing::Block, hexOf(view.row.hash)}, &navigator(), 16, 12);
    if (height == 0)
        m_header->setFact(tr("Previous"), tr("none: every chain begins somewhere"));
    else
        linkBlock(tr("Previous"), height - 1, header.previous);
    if (view.next)
        linkBlock(tr("Next"), height + 1, *view.next);
    else
        m_header->setFact(tr("Next"), view.row.inBestChain ? tr("not found yet") : tr("none known"));
    m_header->setFact(tr("Time"), QStringLiteral("%1 · %2").arg(format().exactTime(header.time),
                                                                format().ago(header.time)));
    m_header->setFact(tr("Median time"), format().exactTime(view.medianTime));
    m_header->setHash(tr("Merkle root"), {Thing::None, QString::fromStdString(header.merkleRoot.toHex())},
                      nullptr, 16, 12);
    m_header->setFact(tr("Version"), hex32(static_cast<std::uint32_t>(header.version)), "mono");
    m_header->setFact(tr("Bits"), hex32(header.bits), "mono");
    m_header->setFact(tr("Nonce"), Format::count(header.nonce));
}

void BlockPane::linkBlock(const QString& name, std::int32_t height, const primitives::BlockHash& hash) {
    m_header->setLink(
        name, tr("Block %1").arg(heightText(height)), [this, hash] { navigator().openBlock(hash); },
        Format::shortened(hexOf(hash), 8, 5), {Thing::Block, hexOf(hash)}, &navigator());
}

void BlockPane::showContents(const explorer::BlockView& view) {
    const explorer::BlockRow& row = view.row;
    const QString address = QString::fromStdString(row.minerAddress);
    if (address.isEmpty())
        m_contents->setFact(tr("Found by"), row.height == 0 ? tr("nobody: it is given") : tr("not known"));
    else
        m_contents->setLink(
            tr("Found by"), Format::shortened(address, 14, 6),
            [this, address] { navigator().openAddress(address); },
            isOwn(row.minerScript) ? tr("yours") : QString(), {Thing::Address, address}, &navigator());
    if (row.finder.empty())
        m_contents->removeFact(tr("Calls itself"));
    else
        m_contents->setFact(tr("Calls itself"), QString::fromStdString(row.finder));
    m_contents->setFact(tr("Reward"), format().withUnit(view.subsidy + row.fees));
    m_contents->setFact(tr("of it new coins"), format().trimmed(view.subsidy));
    m_contents->setFact(tr("of it fees"), format().trimmed(row.fees));
    m_contents->setFact(tr("Payments"), Format::count(std::max(row.transactionCount - 1, 0)));
    m_contents->setFact(tr("Size"), tr("%1 bytes").arg(Format::count(row.sizeBytes)));
    const auto most = static_cast<double>(node().params().rules().maxBlockWeight);
    m_contents->setFact(tr("Weight"), tr("%1 WU, %2 of what a block may weigh")
                                          .arg(Format::count(row.weight),
                                               Format::percent(static_cast<double>(row.weight) / most)));
    m_contents->setFact(tr("Difficulty"), view.difficulty < 0.001 ? Format::significant(view.difficulty, 3)
                                                                  : Format::decimal(view.difficulty, 3));
    m_contents->setFact(tr("Confirmations"), Format::count(view.confirmations));
}

void BlockPane::loadCells(const explorer::BlockRow& row) {
    ask(
        node(), this, m_cellsTicket,
        [hash = row.hash](explorer::ExplorerQueries& queries) {
            return queries.blockTransactions(hash, 0, kMostPaneCells);
        },
        [this, row](const auto& answer) {
            showCells(row, answer ? *answer : std::vector<explorer::TransactionView>());
        });
}

void BlockPane::showCells(const explorer::BlockRow& row, const std::vector<explorer::TransactionView>& list) {
    QVector<BlockCells::Cell> cells;
    BlockCells::Cell rest{.weight = static_cast<double>(row.weight)};
    primitives::Amount restFees = row.fees;
    for (const explorer::TransactionView& view : list) {
        BlockCells::Cell cell{.txid = hexOf(view.transaction->txid()),
                              .weight = static_cast<double>(view.transaction->weight())};
        cell.reward = view.transaction->isCoinbase();
        cell.rate = cell.reward ? 0 : feeRateOf(view);
        cell.own = touchesWallet(*this, view);
        cell.words =
            cell.reward ? tr("the reward") : tr("payment of %1").arg(format().trimmed(sumOfOutputs(view)));
        rest.weight -= cell.weight;
        restFees -= view.fee;
        cells << cell;
    }
    const int left = row.transactionCount - static_cast<int>(list.size());
    if (left > 0 && rest.weight > 0) {
        rest.words = tr("%n more", nullptr, left);
        rest.rate = static_cast<double>(restFees.satoshi()) * 4 / rest.weight;
        cells << rest;
    }
    m_cells->setCells(cells);
}

void BlockPane::loadTransactions(bool more) {
    if (!m_hash) return;
    m_listed = m_hash;
    const std::size_t from = more ? m_txids.size() : 0;
    ask(
        node(), this, m_listTicket,
        [hash = *m_hash, from](explorer::ExplorerQueries& queries) {
            return queries.blockTransactions(hash, from, kBlockPage);
        },
        [this, more](const auto& answer) {
            addTransactions(answer ? *answer : std::vector<explorer::TransactionView>(), more);
        });
}

void BlockPane::addTransactions(const std::vector<explorer::TransactionView>& list, bool more) {
    if (!more) m_txids.clear();
    std::vector<CellsModel::Row> added;
    for (const explorer::TransactionView& view : list) {
        const QString txid = hexOf(view.transaction->txid());
        CellsModel::Row row(7);
        row[0] = {.text = Format::count(static_cast<qint64>(m_txids.size())), .style = TextStyle::Faint};
        row[1] = {.text = Format::shortened(txid, 10, 4),
                  .style = TextStyle::Mono,
                  .whole = txid,
                  .thing = Thing::Transaction};
        row[2] = fromCell(*this, view);
        row[3] = toCell(*this, view);
        row[4] = {.amount = sumOfOutputs(view)};
        if (view.transaction->isCoinbase())
            row[5] = {.text = QStringLiteral("–"), .style = TextStyle::Faint};
        else
            row[5] = {.amount = view.fee, .whole = Format::feeRate(feeRateOf(view))};
        row[6] = {.text = Format::size(static_cast<qint64>(view.transaction->size())),
                  .style = TextStyle::Muted};
        added.push_back(std::move(row));
        m_txids.push_back(view.transaction->txid());
    }
    const bool rest = !list.empty() && static_cast<std::int32_t>(m_txids.size()) < m_transactionCount;
    if (more)
        m_model->addRows(std::move(added), rest);
    else
        m_model->setRows(std::move(added), rest);
}

} // namespace gui

#include "moc_BlockPane.cpp"
