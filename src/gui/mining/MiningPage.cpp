#include "gui/mining/MiningPage.h"

#include "gui/Format.h"
#include "gui/Navigator.h"
#include "gui/frame/Seen.h"
#include "gui/mining/ChanceCard.h"
#include "gui/mining/FoundBlocks.h"
#include "gui/mining/HowHardCard.h"
#include "gui/mining/LimitsCard.h"
#include "gui/mining/RateCard.h"
#include "gui/mining/ThisBlockCard.h"
#include "gui/theme/Theme.h"
#include "gui/widgets/Button.h"
#include "gui/widgets/CardRow.h"
#include "gui/widgets/DataTable.h"
#include "gui/widgets/PageHeader.h"
#include "gui/widgets/SegmentedControl.h"
#include "node/Node.h"
#include "node/OnResult.h"

#include <QDateTime>
#include <QVBoxLayout>

#include <utility>

namespace gui {

namespace {

constexpr int kRecentBlocks = 100;
constexpr int kMiningClockMs = 1'000;
constexpr int kMiningTwoColumns = 820;
constexpr int kMiningUpperHeight = 188; // the whole card of chances
constexpr int kFoundHeight = 160;

QString foundWords(const WalletDigest::Found& found) {
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
      m_limits(new LimitsCard(node)), m_found(new FoundBlocksModel(node, this)) {
    buildHeader();
    build();
    keepMeasured(this, [this] { measure(); });
    connectNode();
    connect(new SeenClock(this, kMiningClockMs), &SeenClock::tick, this, [this] { renewTimes(); });
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
        if (mode == m_node.mining().status()->mode) return;
        (void)m_node.changeSetting(QStringLiteral("mining_mode"),
                                   index == 0 ? QStringLiteral("always") : QStringLiteral("when-waiting"));
    });
    connect(one, &Button::clicked, this, &MiningPage::oneBlockRequested);
    connect(m_switch, &Button::clicked, this, [this] {
        m_node.mining().change({.enabled = !m_node.mining().status()->enabled, .threads = {}, .mode = {}});
    });
}

void MiningPage::build() {
    auto* upper = new CardRow(kMiningTwoColumns);
    upper->add(m_rate, 17);
    upper->add(m_chance, 10);
    body()->addWidget(upper);
    body()->addWidget(m_block);
    auto* lower = new CardRow(kMiningTwoColumns);
    lower->add(makeFound(), 15);
    lower->add(m_hard, 10);
    body()->addWidget(lower, 1);
    body()->addWidget(m_limits);
    connect(m_limits, &LimitsCard::moreRequested, this,
            [this] { m_navigator.openSetting(QStringLiteral("mining_percent")); });
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
    m_foundCard->body()->addWidget(m_table, 1);
    connect(m_table, &DataTable::emptyActionTriggered, this, &MiningPage::oneBlockRequested);
    connect(m_table, &DataTable::rowActivated, this, [this](int row) { openFound(row); });
    m_table->setNavigator(m_navigator);
    return m_foundCard;
}

void MiningPage::measure() {
    m_rate->setMinimumHeight(px(m_rate->hasCurve() ? kMiningUpperHeight : 0));
    m_foundCard->setMinimumHeight(px(kFoundHeight));
}

void MiningPage::connectNode() {
    connect(&m_node, &node::Node::miningChanged, this, [this] {
        m_rate->sample(*m_node.mining().status(), m_node.clock().steadyMs());
        if (isSeen(*this)) renderMiner();
    });
    connect(&m_node, &node::Node::chainStatusChanged, this, &Page::markStale);
    connect(&m_node, &node::Node::walletChanged, this, &Page::markStale);
    connect(&format(), &Format::changed, this, &Page::markStale);
}

void MiningPage::renderMiner() {
    const auto status = m_node.mining().status();
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
    m_found->setChain(m_node.chain().status()->tip.height, m_node.params().rules().coinbaseMaturity);
    askRecent();
    const auto wallet = m_node.wallet().status();
    const bool anew = wallet->name != m_walletName || wallet->historyRevision < m_walletRevision;
    if (!anew && wallet->historyRevision == m_walletRevision && wallet->isOpen == m_walletOpen) return;
    if (anew) m_digest = std::make_shared<WalletDigest>();
    m_anew = m_anew || anew;
    askFound();
}

void MiningPage::openFound(int row) {
    const FoundBlock* found = m_found->block(row);
    if (!found) return;
    // Of a block that lost, the wallet knows the reward only.
    if (found->state == wallet::TxState::Lost) return m_navigator.openTransaction(found->coinbase);
    m_navigator.openBlock(found->hash);
}

void MiningPage::renewTimes() {
    const QRect seen = m_table->viewport()->rect();
    const int top = m_table->rowAt(seen.top());
    const int bottom = m_table->rowAt(seen.bottom());
    const int last = bottom < 0 ? m_found->rowCount() - 1 : bottom;
    if (m_ages.changed(*m_found, FoundBlocksModel::When, top, last)) m_found->renewTimes(top, last);
}

void MiningPage::showFoundNote() {
    m_foundCard->setNote(
        m_recent.isEmpty() || m_today.isEmpty() ? m_today : m_today + QStringLiteral(" · ") + m_recent);
}

/// How many of the newest blocks pay this wallet.
void MiningPage::askRecent() {
    const auto own = m_node.wallet().ownScripts();
    const auto share = m_node.chain().query([own](explorer::ExplorerQueries& queries) {
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
    const auto status = m_node.wallet().status();
    m_walletRevision = status->historyRevision;
    m_walletName = status->name;
    m_walletOpen = status->isOpen;
    const std::int64_t midnight = QDateTime::currentDateTime().date().startOfDay().toSecsSinceEpoch();
    const auto read = [digest = m_digest, now = m_node.clock().now(), midnight](const wallet::Wallet& wallet,
                                                                                std::int32_t) {
        digest->follow(wallet, now, midnight);
        return std::pair(digest->found(), static_cast<int>(wallet.historySize(wallet::HistoryKind::Mined)));
    };
    const auto answered = [this](const std::optional<std::pair<WalletDigest::Found, int>>& found) {
        m_asking = false;
        m_table->setEmptyState(QStringLiteral("mining"), tr("Blocks that pay this wallet appear here."),
                               tr("Mine one block now"));
        m_found->renew(found ? found->second : 0, std::exchange(m_anew, false));
        m_today = found ? foundWords(found->first) : tr("No wallet is open.");
        showFoundNote();
        if (std::exchange(m_askAgain, false)) askFound();
    };
    node::onResult(m_node.wallet().ask(read), this, answered, [answered] { answered(std::nullopt); });
}

} // namespace gui

#include "moc_MiningPage.cpp"
