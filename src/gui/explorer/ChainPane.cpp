#include "gui/explorer/ChainPane.h"

#include "gui/Format.h"
#include "gui/Navigator.h"
#include "gui/explorer/ExplorerAsk.h"
#include "gui/explorer/ExplorerWords.h"
#include "gui/models/BlockListModel.h"
#include "gui/models/StripFeed.h"
#include "gui/theme/Theme.h"
#include "gui/widgets/Button.h"
#include "gui/widgets/Card.h"
#include "gui/widgets/CardRow.h"
#include "gui/widgets/ChainStrip.h"
#include "gui/widgets/DataTable.h"
#include "gui/widgets/FactsList.h"
#include "gui/widgets/Labels.h"
#include "gui/widgets/Picture.h"

#include <QHeaderView>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>

namespace gui {

namespace {

QString weightText(std::int64_t weight, std::int64_t most) {
    return ChainPane::tr("%1 of %2 WU").arg(Format::count(weight), Format::count(most));
}

} // namespace

ChainPane::ChainPane(node::Node& node, Navigator& navigator, QWidget* parent)
    : ExplorerPane(node, navigator, parent), m_model(new BlockListModel(node, this)) {
    rows()->addWidget(makeStripCard());
    auto* lower = new CardRow(1000, this);
    lower->add(makeListCard(), 2);
    lower->add(makeFactsCard(), 1);
    rows()->addWidget(lower, 1);
    setHeading(tr("Chain"), {}, {});
    connect(m_model, &QAbstractItemModel::rowsInserted, this,
            [this](const QModelIndex&, int first, int last) { rowsInserted(last - first + 1); });
    connect(m_model, &QAbstractItemModel::modelReset, this, [this] {
        m_followTip = true;
        m_shown.reset();
        selectRow(0);
        renewNote();
    });
    connect(m_model, &QAbstractItemModel::dataChanged, this,
            [this](const QModelIndex& top, const QModelIndex& bottom) {
                const int row = m_table->currentIndex().row();
                if (top.column() == 0 && row >= top.row() && row <= bottom.row()) loadFacts();
            });
    connect(&format(), &Format::changed, this, [this] {
        m_shown.reset();
        loadFacts();
    });
}

ChainPane::~ChainPane() = default;

Card* ChainPane::makeStripCard() {
    auto* card = new Card(tr("The last blocks"), this);
    auto* strip = new ChainStrip;
    m_strip = new StripFeed(node(), navigator(), strip);
    auto* twin = new PictureWithTable(strip);
    twin->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Maximum);
    card->body()->addWidget(twin);
    card->addHeaderWidget(twin->toggle());
    connect(twin, &PictureWithTable::itemActivated, m_strip, &StripFeed::openItem);
    return card;
}

Card* ChainPane::makeListCard() {
    m_listCard = new Card(tr("Blocks"), this);
    m_table = new DataTable;
    m_table->setAccessibleName(tr("All blocks of the best chain, the newest first"));
    m_table->setModel(m_model);
    m_table->setNavigator(navigator());
    m_table->setColumnFixed(BlockListModel::Height, 72);
    m_table->setColumnFixed(BlockListModel::Hash, 118);
    m_table->setColumnFixed(BlockListModel::Found, 88);
    m_table->setColumnStretch(BlockListModel::By);
    m_table->setColumnFixed(BlockListModel::Payments, 78);
    m_table->setColumnFixed(BlockListModel::Fees, 102);
    m_table->setColumnFixed(BlockListModel::Size, 66);
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table->setMinimumHeight(px(220));
    m_listCard->body()->addWidget(m_table);
    setFocusProxy(m_table);
    connect(m_table, &DataTable::rowActivated, this, &ChainPane::openRow);
    connect(m_table, &DataTable::currentRowChanged, this, [this](int row) {
        m_followTip = row <= 0;
        loadFacts();
    });
    return m_listCard;
}

Card* ChainPane::makeFactsCard() {
    m_factsCard = new Card(tr("Block"), this);
    m_ownTag = new Tag(tr("yours"), TagKind::Own);
    m_ownTag->hide();
    m_factsCard->addTitleWidget(m_ownTag);
    m_factsCard->setLink(tr("Open →"));
    connect(m_factsCard, &Card::linkActivated, this, [this] { openRow(m_table->currentIndex().row()); });
    m_facts = new FactsList(FactsList::Values::Trailing);
    m_facts->setCompact(true);
    m_factsCard->body()->addWidget(m_facts);
    m_factsCard->body()->addStretch(1);
    return m_factsCard;
}

void ChainPane::reload() {
    const auto status = node().chain().status();
    if (!status) return;
    m_model->follow(status->tip);
    m_model->renewOwners();
    renewNote();
    m_strip->ask();
}

void ChainPane::renewNote() {
    const auto status = node().chain().status();
    if (!status) return;
    QString note = tr("<b>%1</b> in the best chain").arg(Format::count(m_model->rowCount()));
    if (status->staleBlocks > 0) note += QStringLiteral(" · ") + tr("%n stale", nullptr, status->staleBlocks);
    m_listCard->setNote(note);
}

void ChainPane::tick() {
    const QRect seen = m_table->viewport()->rect();
    const int top = m_table->rowAt(seen.top());
    const int bottom = m_table->rowAt(seen.bottom());
    const int last = bottom < 0 ? m_model->rowCount() - 1 : bottom;
    if (top >= 0 && m_ages.changed(*m_model, BlockListModel::Found, top, last))
        m_model->renewTimes(top, last);
    m_strip->render();
}

void ChainPane::rowsInserted(int count) {
    // Whoever reads further down keeps the place.
    QScrollBar* const bar = m_table->verticalScrollBar();
    if (bar->value() > 0)
        bar->setValue(bar->value() + count * m_table->verticalHeader()->defaultSectionSize());
    if (m_followTip) selectRow(0);
    renewNote();
}

void ChainPane::selectRow(int row) {
    if (row < m_model->rowCount()) m_table->setCurrentIndex(m_model->index(row, 0));
    loadFacts();
}

void ChainPane::openRow(int row) {
    if (row < 0 || row >= m_model->rowCount()) return;
    if (const auto hash = m_model->hashAt(row))
        navigator().openBlock(*hash);
    else
        navigator().openHeight(m_model->heightOf(row));
}

void ChainPane::loadFacts() {
    const int row = m_table->currentIndex().row();
    const auto hash = m_model->hashAt(row);
    if (!hash || (m_shown && *m_shown == *hash)) return;
    ask(
        node(), this, m_factsTicket,
        [hash = *hash](explorer::ExplorerQueries& queries) { return queries.block(hash); },
        [this](const auto& answer) {
            if (answer && *answer) showFacts(**answer);
        });
}

void ChainPane::showFacts(const explorer::BlockView& view) {
    const explorer::BlockRow& row = view.row;
    m_shown = row.hash;
    m_factsCard->setTitle(tr("Block %1").arg(heightText(row.height)));
    m_ownTag->setVisible(isOwn(row.minerScript));
    m_facts->setHash(tr("Hash"), {Thing::Block, hexOf(row.hash)}, &navigator(), 12, 8);
    m_facts->setFact(tr("Found"), format().exactTime(row.time));
    m_facts->setFact(tr("Payments"), Format::count(std::max(row.transactionCount - 1, 0)));
    m_facts->setFact(tr("Fees"), format().trimmed(row.fees));
    m_facts->setFact(tr("Reward"), format().withUnit(view.subsidy + row.fees));
    m_facts->setFact(tr("Size"), Format::size(row.sizeBytes));
    m_facts->setFact(tr("Weight"), weightText(row.weight, node().params().rules().maxBlockWeight));
    m_facts->setFact(tr("Bits"), QString::number(row.bits, 16).rightJustified(8, QLatin1Char('0')), "mono");
    m_facts->setFact(tr("Nonce"), Format::count(view.header.nonce));
    if (row.height == 0) return m_facts->setFact(tr("Parent"), tr("none: the first block"));
    m_facts->setLink(
        tr("Parent"), heightText(row.height - 1),
        [this, hash = view.header.previous] { navigator().openBlock(hash); }, {},
        {Thing::Block, hexOf(view.header.previous)}, &navigator());
}

} // namespace gui

#include "moc_ChainPane.cpp"
