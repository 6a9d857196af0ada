#include "gui/mining/MiningPage.h"

#include "gui/Format.h"
#include "gui/Navigator.h"
#include "gui/mining/ChanceCard.h"
#include "gui/mining/FoundBlocks.h"
#include "gui/mining/HowHardCard.h"
#include "gui/mining/LimitsCard.h"
#include "gui/mining/RateCard.h"
#include "gui/mining/ThisBlockCard.h"
#include "gui/theme/Theme.h"
#include "gui/widgets/Button.h"
#include "gui/widgets/DataTable.h"
#include "gui/widgets/PageHeader.h"
#include "gui/widgets/SegmentedControl.h"
#include "node/Node.h"
#include "node/OnResult.h"

#include <QEvent>
#include <QHBoxLayout>

#include <utility>

namespace gui {

namespace {

constexpr int kFoundShown = 50;
constexpr int kRecentBlocks = 100;
constexpr int kClockMs = 1'000;
constexpr int kUpperHeight = 188; // the whole card of chances
constexpr int kFoundHeight = 160;

QString foundWords(const FoundBlocks& found) {
    const QString today = MiningPage::tr("%n today", nullptr, found.today);
    return found.lost == 0
               ? today
               : today + QStringLiteral(" · <bad>") +
                     MiningPage::tr("%n lost to a fork", nullptr, found.lost) + QStringLiteral("</bad>");
}

} // namespace

MiningPage::MiningPage(node::Node& node, Navigator& navigator, QWidget* parent)
    : Page(tr("Mining"), parent), m_node(node), m_navigator(navigator), m_rate(new RateCard),
      m_chance(new ChanceCard), m_block(new ThisBlockCard), m_hard(new HowHardCard(node)),
      m_limits(new LimitsCard(node)), m_found(new FoundBlocksModel(this)) {
    buildHeader();
    build();
    measure();
    connectNode();
    m_clock.setInterval(kClockMs);
    connect(&m_clock, &QTimer::timeout, this, [this] {
        if (isVisible()) m_found->renewTimes();
    });
    m_clock.start();
}

void MiningPage::buildHeader() {
    m_mode = new SegmentedControl({tr("Always"), tr("When payments wait")});
    m_mode->setAccessibleName(tr("When to mine"));
    auto* one = new Button(tr("Mine one block now"));
    one->setKeyHint(tr("Ctrl B"));
    m_switch = new Button(tr("Start mining"), Button::Kind::Work);
    header()->addAction(m_mode);
    header()->addAction(one);
    header()->addAction(m_switch);
    connect(m_mode, &SegmentedControl::currentChanged, this, [this](int index) {
        const auto mode = index == 0 ? mining::MiningMode::Always : mining::MiningMode::WhenWaiting;
        if (mode == m_node.miningStatus()->mode) return;
        (void)m_node.changeSetting(QStringLiteral("mining_mode"),
                                   index == 0 ? QStringLiteral("always") : QStringLiteral("when-waiting"));
    });
    connect(one, &Button::clicked, this, &MiningPage::oneBlockRequested);
    connect(m_switch, &Button::clicked, this, [this] {
        m_node.setMining({.enabled = !m_node.miningStatus()->enabled, .threads = {}, .mode = {}});
    });
}

void MiningPage::build() {
    auto* upper = new QHBoxLayout;
    upper->setSpacing(px(16));
    upper->addWidget(m_rate, 17);
    upper->addWidget(m_chance, 10);
    body()->addLayout(upper);
    body()->addWidget(m_block);
    auto* lower = new QHBoxLayout;
    lower->setSpacing(px(16));
    lower->addWidget(makeFound(), 15);
    lower->addWidget(m_hard, 10);
    body()->addLayout(lower, 1);
    body()->addWidget(m_limits);
    connect(m_limits, &LimitsCard::moreRequested, this, [this] { m_navigator.openPage(PageId::Settings); });
    connect(m_block, &ThisBlockCard::paymentOpened, this,
            [this](const primitives::TxId& txid) { m_navigator.openTransaction(txid); });
}

Card* MiningPage::makeFound() {
    m_foundCard = new Card(tr("Blocks found"));
    m_table = new DataTable;
    m_table->setModel(m_found);
    m_table->setColumnStretch(FoundBlocksModel::Took);
    // Fixed widths: measuring contents at every news would take longer than painting them.
    m_table->setColumnFixed(FoundBlocksModel::Height, 72);
    m_table->setColumnFixed(FoundBlocksModel::When, 110);
    m_table->setColumnFixed(FoundBlocksModel::Reward, 150);
    m_table->setColumnFixed(FoundBlocksModel::State, 128);
    m_table->setAccessibleName(tr("Blocks found"));
    m_table->setEmptyState(QStringLiteral("mining"), tr("Blocks that pay this wallet appear here."),
                           tr("Mine one block now"));
    m_foundCard->body()->addWidget(m_table, 1);
    connect(m_table, &DataTable::emptyActionTriggered, this, &MiningPage::oneBlockRequested);
    connect(m_table, &DataTable::rowActivated, this,
            [this](int row) { m_navigator.openBlock(m_found->block(row).hash); });
    return m_foundCard;
}

void MiningPage::measure() {
    m_rate->setMinimumHeight(px(m_rate->hasCurve() ? kUpperHeight : 0));
    m_foundCard->setMinimumHeight(px(kFoundHeight));
}

void MiningPage::changeEvent(QEvent* event) {
    if (event->type() == QEvent::StyleChange && m_foundCard) measure();
    Page::changeEvent(event);
}

void MiningPage::connectNode() {
    connect(&m_node, &node::Node::miningChanged, this, [this] {
        m_rate->sample(*m_node.miningStatus(), m_node.clock().steadyMs());
        if (isVisible()) renderMiner();
    });
    connect(&m_node, &node::Node::chainStatusChanged, this, &Page::markStale);
    connect(&m_node, &node::Node::walletChanged, this, &Page::markStale);
    connect(&format(), &Format::changed, this, &Page::markStale);
}

void MiningPage::renderMiner() {
    const auto status = m_node.miningStatus();
    m_mode->setCurrentIndex(status->mode == mining::MiningMode::WhenWaiting ? 1 : 0);
    m_switch->setText(status->enabled ? tr("Stop mining") : tr("Start mining"));
    const bool hadCurve = m_rate->hasCurve();
    m_rate->render(*status);
    if (m_rate->hasCurve() != hadCurve) measure();
    m_chance->render(*status);
    m_block->render(*status);
    m_hard->render();
    m_limits->render();
}

void MiningPage::refresh() {
    renderMiner();
    m_found->setChain(m_node.chainStatus()->tip.height, m_node.params().rules().coinbaseMaturity);
    askRecent();
    if (m_node.walletStatus()->revision != m_walletRevision) askFound();
}

void MiningPage::showFoundNote() {
    m_foundCard->setNote(
        m_recent.isEmpty() || m_today.isEmpty() ? m_today : m_today + QStringLiteral(" · ") + m_recent);
}

/// How many of the newest blocks pay this wallet.
void MiningPage::askRecent() {
    const auto own = m_node.ownScripts();
    const auto share = m_node.query([own](explorer::ExplorerQueries& queries) {
        const auto rows = queries.blocks(-1, kRecentBlocks);
        std::pair<int, int> counted{0, 0};
        if (!rows) return counted;
        for (const auto& row : *rows) {
            if (row.height == 0) continue; // nobody's
            ++counted.second;
            if (own->contains(row.minerScript)) ++counted.first;
        }
        return counted;
    });
    node::onResult(share, this, [this](const std::pair<int, int>& counted) {
        m_recent = counted.second == 0
                       ? QString()
                       : tr("%1 of the network's last %2")
                             .arg(Format::count(counted.first), Format::count(counted.second));
        showFoundNote();
    });
}

void MiningPage::askFound() {
    if (m_asking) {
        m_askAgain = true;
        return;
    }
    m_asking = true;
    m_walletRevision = m_node.walletStatus()->revision;
    const auto answered = [this] {
        m_asking = false;
        if (std::exchange(m_askAgain, false)) askFound();
    };
    node::onResult(
        askFoundBlocks(m_node, kFoundShown), this,
        [this, answered](const std::optional<FoundBlocks>& found) {
            m_found->setBlocks(found ? found->newest : QVector<FoundBlock>());
            m_today = found ? foundWords(*found) : tr("No wallet is open.");
            showFoundNote();
            answered();
        },
        answered);
}

} // namespace gui
