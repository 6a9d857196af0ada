#include "gui/models/StripFeed.h"

#include "consensus/Target.h"
#include "gui/Format.h"
#include "gui/Navigator.h"
#include "gui/explorer/ExplorerAsk.h"
#include "gui/widgets/FeeScale.h"
#include "node/wallet/OwnScripts.h"

#include <algorithm>
#include <utility>

namespace gui {

namespace {

constexpr std::int32_t kBlocks = 12;
constexpr std::int32_t kCompared = 50;      // blocks that the height of a level is relative to
constexpr std::size_t kMostStripCells = 40; // of one block; the rest is one cell
constexpr std::int32_t kMostStale = 8;
constexpr std::int64_t kLeastWhole =
    8'000; // weight units, about a dozen payments: a reward alone is no full block

QString stripKey(const primitives::BlockHash& hash) {
    return QString::fromStdString(hash.toHex());
}

StripCell cellOf(std::int64_t weight, primitives::Amount fee) {
    const double vsize = static_cast<double>(std::max<std::int64_t>(weight, 4)) / 4;
    return {static_cast<double>(std::max<std::int64_t>(weight, 1)),
            feeToken(static_cast<double>(fee.satoshi()) / vsize)};
}

void largestFirst(QVector<StripCell>& cells) {
    std::ranges::stable_sort(cells, std::ranges::greater(), &StripCell::weight);
}

/// The payments of a block, and what the reward weighs.
QVector<StripCell> cellsOf(explorer::ExplorerQueries& queries, const explorer::BlockRow& row) {
    QVector<StripCell> cells;
    const auto list = row.transactionCount > 1 ? queries.blockTransactions(row.hash, 0, kMostStripCells)
                                               : std::vector<explorer::TransactionView>();
    std::int64_t weight = row.weight;
    primitives::Amount fees = row.fees;
    if (list) {
        for (const explorer::TransactionView& view : *list) {
            if (view.transaction->isCoinbase()) continue;
            cells.append(cellOf(view.transaction->weight(), view.fee));
            weight -= view.transaction->weight();
            fees -= view.fee;
        }
        largestFirst(cells);
    }
    const bool more =
        list && static_cast<std::int32_t>(list->size()) < row.transactionCount && !cells.isEmpty();
    if (more)
        cells.append(cellOf(weight, fees));
    else if (weight > 0)
        cells.append({static_cast<double>(weight), Token::Text3}); // header and reward
    return cells;
}

QString paymentsText(int payments) {
    return payments <= 0 ? StripFeed::tr("no payments") : StripFeed::tr("%n payment(s)", nullptr, payments);
}

} // namespace

struct StripFeed::Answer {
    std::vector<explorer::BlockRow> rows;
    std::vector<explorer::BlockRow> stale;
    QHash<QString, QString> parents;
    QHash<QString, QVector<StripCell>> cells;
    std::int64_t heaviest = 1;
};

StripFeed::StripFeed(node::Node& node, Navigator& navigator, ChainStrip* strip)
    : QObject(strip), m_node(node), m_navigator(navigator), m_strip(strip) {}

void StripFeed::ask() {
    const auto question = [known = m_cells](explorer::ExplorerQueries& queries) {
        Answer answer;
        answer.rows = queries.blocks(-1, kCompared).value_or(std::vector<explorer::BlockRow>());
        for (const explorer::BlockRow& row : answer.rows)
            answer.heaviest = std::max(answer.heaviest, row.weight);
        if (answer.rows.size() > static_cast<std::size_t>(kBlocks)) answer.rows.resize(kBlocks);
        for (const explorer::BlockRow& row : answer.rows) {
            const QString key = stripKey(row.hash);
            const auto found = known.constFind(key);
            answer.cells.insert(key, found != known.constEnd() ? *found : cellsOf(queries, row));
        }
        if (answer.rows.empty()) return answer;
        answer.stale =
            queries.staleBlocks(answer.rows.back().height + 1, answer.rows.front().height, kMostStale)
                .value_or(std::vector<explorer::BlockRow>());
        for (const explorer::BlockRow& row : answer.stale) {
            const auto view = queries.block(row.hash);
            if (view && *view) answer.parents.insert(stripKey(row.hash), stripKey((*view)->header.previous));
        }
        return answer;
    };
    gui::ask(m_node, this, m_ticket, question, [this](const Answer& answer) { take(answer); });
}

void StripFeed::take(const Answer& answer) {
    if (answer.rows.empty()) return;
    m_rows = answer.rows;
    m_stale = answer.stale;
    m_parents = answer.parents;
    m_cells = answer.cells;
    m_heaviest = answer.heaviest;
    m_own = nullptr;
    render();
}

/// All that stays as it is while the tip stays: ages are asked for once a second.
void StripFeed::makeBlocks() {
    const auto own = m_node.wallet().ownScripts();
    if (std::exchange(m_own, own) == own) return;
    m_blocks.clear();
    for (const explorer::BlockRow& row : m_rows)
        m_blocks.append(blockOf(row));
    m_lost.clear();
    for (const explorer::BlockRow& row : m_stale) {
        m_lost.append(blockOf(row));
        m_lost.last().parent = m_parents.value(m_lost.last().key);
    }
}

/// How full a block is, by whichever limit is nearer.
double StripFeed::fullOf(std::int64_t weight, std::int64_t payments) const {
    const consensus::Rules& rules = m_node.params().rules();
    const double byWeight = static_cast<double>(weight) / rules.maxBlockWeight;
    const double byCount =
        rules.maxBlockTransactions > 0 ? static_cast<double>(payments) / rules.maxBlockTransactions : 0;
    return std::clamp(std::max(byWeight, byCount), 0.0, 1.0);
}

/// Small chains would show empty wells: the level is relative to the heaviest block of late.
double StripFeed::levelOf(std::int64_t weight) const {
    const std::int64_t whole = std::max({m_heaviest, m_nextWeight, kLeastWhole});
    return static_cast<double>(weight) / static_cast<double>(whole);
}

StripBlock StripFeed::blockOf(const explorer::BlockRow& row) const {
    StripBlock block;
    const int payments = std::max(row.transactionCount - 1, 0);
    block.title = Format::count(row.height);
    block.key = stripKey(row.hash);
    block.cells = m_cells.value(block.key);
    block.full = fullOf(row.weight, payments);
    block.own = m_own->contains(row.minerScript);
    if (block.own)
        block.owner = tr("you");
    else if (row.height > 0)
        block.owner = row.finder.empty() ? Format::shortened(QString::fromStdString(row.minerAddress), 6, 4)
                                         : QString::fromStdString(row.finder);
    return block;
}

void StripFeed::render() {
    makeBlocks();
    renderNext();
    QVector<StripBlock> blocks = m_blocks;
    for (int i = 0; i < blocks.size(); ++i) {
        const explorer::BlockRow& row = m_rows[static_cast<std::size_t>(i)];
        blocks[i].fill = levelOf(row.weight);
        if (row.height == 0)
            blocks[i].lines = {tr("where it began"), format().day(row.time)};
        else
            blocks[i].lines = {paymentsText(row.transactionCount - 1), format().ago(row.time)};
    }
    m_strip->setBlocks(blocks);
    QVector<StripBlock> lost = m_lost;
    for (int i = 0; i < lost.size(); ++i) {
        const explorer::BlockRow& row = m_stale[static_cast<std::size_t>(i)];
        lost[i].fill = levelOf(row.weight);
        lost[i].lines = {tr("lost to another block"), format().ago(row.time)};
    }
    std::ranges::reverse(lost); // the lowest first: a branch is tied from its root
    m_strip->setStale(lost);
}

QString StripFeed::whenNext() const {
    const auto mining = m_node.mining().status();
    const auto chain = m_node.chain().status();
    const auto peers = m_node.peers().list();
    const double own = mining->meanHashesPerSecond;
    const bool others =
        std::ranges::any_of(*peers, [](const net::PeerInfo& peer) { return peer.height >= 0; });
    const double rate = std::max(own, others ? chain->networkHashRate : 0);
    if (rate <= 0) return mining->working ? tr("being mined") : tr("nobody mines");
    return format().until(static_cast<qint64>(consensus::workOf(chain->nextBits).toDouble() / rate));
}

void StripFeed::renderNext() {
    const auto mempool = m_node.chain().mempool();
    if (mempool->sequence != m_seenSequence) {
        m_seenSequence = mempool->sequence;
        m_nextCells.clear();
        m_nextWeight = 0;
        const std::int64_t most = m_node.params().rules().maxBlockWeight;
        for (const auto& item : mempool->items) {
            const std::int64_t weight = item.transaction->weight();
            if (m_nextWeight + weight > most) break;
            m_nextWeight += weight;
            if (static_cast<std::size_t>(m_nextCells.size()) < kMostStripCells)
                m_nextCells.append(cellOf(weight, item.fee));
            else
                m_nextCells.last().weight += static_cast<double>(weight);
        }
        largestFirst(m_nextCells);
    }
    StripBlock next;
    const auto waiting = static_cast<int>(mempool->items.size());
    next.title = tr("next");
    next.cells = m_nextCells;
    next.fill = m_nextCells.isEmpty() ? 0 : levelOf(m_nextWeight);
    next.full = fullOf(m_nextWeight, waiting);
    next.lines = {paymentsText(waiting), whenNext()};
    m_strip->setPending({next});
}

void StripFeed::openItem(int item) {
    const int row = item - m_strip->pendingCount();
    if (row < 0) return m_navigator.openPage(PageId::Mining);
    const auto at = static_cast<std::size_t>(row);
    if (at < m_rows.size()) return m_navigator.openBlock(m_rows[at].hash);
    const std::size_t lost = m_rows.size() + m_stale.size() - 1 - at; // shown in the other order
    if (lost < m_stale.size()) m_navigator.openBlock(m_stale[lost].hash);
}

} // namespace gui

#include "moc_StripFeed.cpp"
