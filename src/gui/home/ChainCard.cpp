#include "gui/home/ChainCard.h"

#include "consensus/Target.h"
#include "gui/Format.h"
#include "gui/Navigator.h"
#include "gui/theme/Theme.h"
#include "gui/widgets/Button.h"
#include "gui/widgets/ChainStrip.h"
#include "gui/widgets/DataTable.h"
#include "gui/widgets/Picture.h"
#include "node/Node.h"
#include "node/OnResult.h"

#include <QVBoxLayout>

#include <algorithm>

namespace gui {

namespace {

constexpr std::int32_t kBlocks = 12;

/// How full a block is, by whichever limit is nearer.
double fillOf(std::int64_t weight, std::int64_t transactions, const consensus::Rules& rules) {
    const double byWeight = static_cast<double>(weight) / rules.maxBlockWeight;
    const double byCount = rules.maxBlockTransactions > 0 ? static_cast<double>(transactions - 1) / rules.maxBlockTransactions : 0;
    return std::clamp(std::max(byWeight, byCount), 0.0, 1.0);
}

QString paymentsText(int payments) {
    return payments == 0 ? ChainCard::tr("no payments") : ChainCard::tr("%n payment(s)", nullptr, payments);
}

} // namespace

ChainCard::ChainCard(node::Node& node, Navigator& navigator, QWidget* parent)
    : Card(tr("The chain"), parent), m_node(node), m_navigator(navigator), m_strip(new ChainStrip) {
    auto* twin = new PictureWithTable(m_strip);
    twin->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Maximum);
    twin->table()->setMinimumHeight(px(40));
    addHeaderWidget(twin->toggle());
    setLink(tr("open in Explorer →"));
    body()->addWidget(twin);
    connect(this, &Card::linkActivated, this, [&navigator] { navigator.openPage(PageId::Explorer); });
    connect(twin, &PictureWithTable::itemActivated, this, &ChainCard::openItem);
}

void ChainCard::askBlocks() {
    const quint64 asked = ++m_asked;
    const auto rows = m_node.query([](explorer::ExplorerQueries& queries) { return queries.blocks(-1, kBlocks); });
    node::onResult(rows, this, [this, asked](const auto& answer) {
        if (asked != m_asked || !answer) return;
        m_rows = *answer;
        render();
    });
}

void ChainCard::render() {
    const auto own = m_node.ownScripts();
    const consensus::Rules& rules = m_node.params().rules();
    QVector<StripBlock> blocks;
    for (const explorer::BlockRow& row : m_rows) {
        StripBlock block;
        block.title = Format::count(row.height);
        block.fill = fillOf(row.weight, row.transactionCount, rules);
        if (row.height == 0) block.lines = {tr("where it began"), format().day(row.time)};
        else block.lines = {paymentsText(row.transactionCount - 1), format().ago(row.time)};
        block.own = own->contains(row.minerScript);
        if (block.own) block.owner = tr("you");
        block.key = QString::fromStdString(row.hash.toHex());
        blocks.append(block);
    }
    renderNext();
    m_strip->setBlocks(blocks);
}

QString ChainCard::whenNext() const {
    const auto mining = m_node.miningStatus();
    const auto chain = m_node.chainStatus();
    const double own = mining->working ? mining->statistics.hashesPerSecond : 0;
    const bool others = std::ranges::any_of(*m_node.peers(), [](const net::PeerInfo& peer) { return peer.height >= 0; });
    const double rate = std::max(own, others ? chain->networkHashRate : 0);
    if (rate <= 0) return mining->working ? tr("being mined") : tr("nobody mines");
    return format().until(static_cast<qint64>(consensus::workOf(chain->nextBits).toDouble() / rate));
}

void ChainCard::renderNext() {
    const auto status = m_node.miningStatus();
    StripBlock next;
    next.title = tr("next");
    if (status->work) {
        const auto count = static_cast<std::int64_t>(status->work->block.transactions.size());
        if (m_templateId != status->work->id) {
            m_templateId = status->work->id;
            m_nextFill = fillOf(status->work->block.weight(), count, m_node.params().rules());
        }
        next.fill = count > 1 ? m_nextFill : 0;
        next.lines = {paymentsText(static_cast<int>(count) - 1), whenNext()};
    } else {
        const int waiting = static_cast<int>(m_node.mempool()->items.size());
        next.lines = {paymentsText(waiting), whenNext()};
    }
    m_strip->setPending({next});
}

void ChainCard::openItem(int item) {
    const int row = item - m_strip->pendingCount();
    if (row < 0) return m_navigator.openPage(PageId::Mining);
    if (row < static_cast<int>(m_rows.size())) m_navigator.openBlock(m_rows[static_cast<std::size_t>(row)].hash);
}

} // namespace gui
