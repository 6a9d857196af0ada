#include "gui/home/HomePage.h"

#include "gui/Format.h"
#include "gui/Navigator.h"
#include "gui/dialogs/BackUpDialog.h"
#include "gui/frame/Seen.h"
#include "gui/home/BalanceCard.h"
#include "gui/home/ChainCard.h"
#include "gui/home/FirstSteps.h"
#include "gui/home/MiningCard.h"
#include "gui/home/PaymentsModel.h"
#include "gui/home/PeersCard.h"
#include "gui/models/StripFeed.h"
#include "gui/network/BrakeBanner.h"
#include "gui/network/BrakeFeed.h"
#include "gui/theme/Theme.h"
#include "gui/widgets/AreaChart.h"
#include "gui/widgets/Button.h"
#include "gui/widgets/CardRow.h"
#include "gui/widgets/DataTable.h"
#include "gui/widgets/Picture.h"
#include "node/Node.h"
#include "node/OnResult.h"

#include <QVBoxLayout>

#include <utility>

namespace gui {

namespace {

constexpr int kPayments = 24; // as many as may fit
constexpr int kHomeClockMs = 1'000;
constexpr int kBalanceAlone = 880; // narrower: the chart and mining go below
constexpr int kOneColumn = 420;    // narrower: one below the other
constexpr int kTwoLists = 820;
constexpr int kHomeUpperHeight = 176;
constexpr int kLowerHeight = 164; // two rows at least
constexpr int kLowerEmpty = 196;  // the empty state
constexpr int kHomeHour = 3'600;
constexpr int kHomeDay = 24 * kHomeHour;

QString spanName(std::int64_t seconds) {
    if (seconds == 0) return HomePage::tr("Balance");
    if (seconds < kHomeHour) return HomePage::tr("Balance, last hour");
    if (seconds < kHomeDay) return HomePage::tr("Balance, last day");
    return HomePage::tr("Balance, last 7 days");
}

} // namespace

HomePage::HomePage(node::Node& node, Navigator& navigator, QWidget* parent)
    : Page(tr("Home"), parent), m_node(node), m_navigator(navigator), m_balance(new BalanceCard(navigator)),
      m_mining(new MiningCard(node)), m_chain(new ChainCard(node, navigator)),
      m_payments(new PaymentsModel(this)), m_peers(new PeersCard(node, navigator)),
      m_steps(new FirstSteps(node, navigator, content())) {
    build();
    keepMeasured(this, [this] { measure(); });
    connectNode();
    connect(new SeenClock(this, kHomeClockMs), &SeenClock::tick, this, [this] { m_chain->feed().render(); });
}

HomePage::~HomePage() = default;

void HomePage::build() {
    auto* right = new CardRow(kOneColumn);
    right->add(makeChart());
    right->add(m_mining);
    auto* upper = new CardRow(kBalanceAlone);
    upper->add(m_balance, 17);
    upper->add(right, 20);
    auto* brake = new BrakeBanner(m_node);
    connect(brake, &BrakeBanner::compareRequested, this, [this] { m_navigator.openCompare(); });
    body()->addWidget(brake);
    body()->addWidget(m_steps);
    body()->addWidget(upper);
    body()->addWidget(m_chain);
    auto* lower = new CardRow(kTwoLists);
    lower->add(makePayments(), 16);
    lower->add(m_peers, 10);
    body()->addWidget(lower, 1);
    connect(m_balance, &BalanceCard::backUpRequested, this, [this] { BackUpDialog::start(m_node, this); });
    connect(m_steps, &FirstSteps::backUpRequested, this, [this] { BackUpDialog::start(m_node, this); });
}

Card* HomePage::makeChart() {
    m_chartCard = new Card(spanName(0));
    m_chart = new AreaChart;
    m_chart->setAccessibleName(tr("Balance over time"));
    m_chart->setStepped(true);
    m_chart->setOfAmounts(true);
    m_chart->setCornerRadius(px(12));
    m_chart->setHeads(tr("When"), tr("Balance"));
    m_chart->setPointText([](double time) { return format().day(static_cast<qint64>(time)); });
    m_chart->setValueText([](double satoshi) {
        return format().withUnit(primitives::Amount(static_cast<std::int64_t>(satoshi)));
    });
    auto* twin = new PictureWithTable(m_chart);
    m_chartCard->setBleed(true);
    m_chartCard->addHeaderWidget(twin->toggle());
    m_chartCard->body()->addWidget(twin);
    return m_chartCard;
}

Card* HomePage::makePayments() {
    m_paymentsCard = new Card(tr("My last payments"));
    Card* card = m_paymentsCard;
    card->setLink(tr("all activity →"));
    m_table = new DataTable;
    m_table->setModel(m_payments);
    m_table->setHeadsVisible(false);
    // Fixed widths: measuring contents at every news would take longer than painting them.
    m_table->setColumnFixed(PaymentsModel::When, 124);
    m_table->setColumnFixed(PaymentsModel::What, 250);
    m_table->setColumnFixed(PaymentsModel::Amount, 172);
    m_table->setColumnFixed(PaymentsModel::State, 128);
    m_table->setColumnStretch(PaymentsModel::Note);
    m_table->setAccessibleName(tr("My last payments"));
    m_table->setWholeRows(true);
    m_table->setNavigator(m_navigator);
    card->body()->addWidget(m_table, 1);
    connect(card, &Card::linkActivated, this, [this] { m_navigator.openActivity(); });
    connect(m_table, &DataTable::emptyActionTriggered, this, [this] { m_navigator.openReceive(); });
    connect(m_table, &DataTable::rowActivated, this,
            [this](int row) { m_navigator.openTransaction(m_payments->payment(row).txid); });
    return card;
}

void HomePage::measure() {
    for (QWidget* card : {static_cast<QWidget*>(m_balance), static_cast<QWidget*>(m_chartCard),
                          static_cast<QWidget*>(m_mining)})
        card->setMinimumHeight(px(kHomeUpperHeight));
    for (QWidget* card : {static_cast<QWidget*>(m_paymentsCard), static_cast<QWidget*>(m_peers)})
        card->setMinimumHeight(px(m_payments->rowCount() == 0 ? kLowerEmpty : kLowerHeight));
}

void HomePage::connectNode() {
    connect(&m_node, &node::Node::tipChanged, this, [this] {
        m_tipMoved = true;
        markStale();
    });
    connect(&m_node, &node::Node::chainStatusChanged, this, &Page::markStale);
    connect(&m_node, &node::Node::walletChanged, this, &Page::markStale);
    connect(&m_node, &node::Node::peersChanged, this, &Page::markStale);
    connect(&m_node, &node::Node::mempoolChanged, this, &Page::markStale);
    connect(&m_node, &node::Node::miningChanged, this, [this] {
        if (isSeen(*this)) m_mining->render();
    });
    connect(&m_node, &node::Node::settingChanged, this, [this] {
        m_shown = {};
        markStale();
    });
    connect(&format(), &Format::changed, this, [this] {
        m_shown = {};
        markStale();
    });
}

void HomePage::refresh() {
    if (m_tipMoved)
        m_chain->feed().ask();
    else
        m_chain->feed().render();
    m_tipMoved = false;
    BrakeFeed::of(m_node).look();
    showBalances();
    m_mining->render();
    m_peers->render();
    m_steps->render();
    const auto wallet = m_node.wallet().status();
    const bool anew = wallet->name != m_walletName || wallet->historyRevision < m_walletRevision;
    if (!anew && wallet->historyRevision == m_walletRevision && m_walletOpen == wallet->isOpen) return;
    if (anew) m_digest = std::make_shared<WalletDigest>();
    askWallet();
}

void HomePage::askWallet() {
    if (m_asking) {
        m_askAgain = true;
        return;
    }
    m_asking = true;
    const auto status = m_node.wallet().status();
    m_walletRevision = status->historyRevision;
    m_walletName = status->name;
    m_walletOpen = status->isOpen;
    const auto answered = [this] {
        m_asking = false;
        if (std::exchange(m_askAgain, false)) askWallet();
    };
    node::onResult(
        askWalletGlance(m_node, m_digest, kPayments), this,
        [this, answered](const std::optional<WalletGlance>& glance) {
            showGlance(glance.value_or(WalletGlance()));
            answered();
        },
        answered);
}

void HomePage::showGlance(const WalletGlance& glance) {
    m_curve = glance.balance;
    // Not before the wallet has answered: who has payments must not read for a moment that there are none.
    m_table->setEmptyState(QStringLiteral("coins"),
                           tr("Payments appear here. Coins come from mining, or from someone who pays you."),
                           tr("Show my address"));
    m_payments->setPayments(glance.payments);
    measure();
    if (glance.hasSent) m_steps->setHasSent();
    m_mining->setToday(glance.found.today, glance.found.lost);
    showChart();
    showBalances();
}

void HomePage::showBalances() {
    const std::int32_t height = m_node.chain().status()->tip.height;
    const auto wallet = m_node.wallet().status();
    const int confirmations =
        static_cast<int>(m_node.settings().number(QStringLiteral("confirmation_blocks")));
    const Shown now{height, wallet->revision, confirmations};
    if (std::exchange(m_shown, now) == now) return;
    m_balance->showWallet(*wallet, height);
    m_payments->setRules({height, m_node.params().rules().coinbaseMaturity, confirmations});
}

void HomePage::showChart() {
    QVector<AreaChart::Point> points;
    points.reserve(m_curve.points.size());
    for (const WalletDigest::Point& point : m_curve.points)
        points.append({static_cast<double>(point.time), static_cast<double>(point.satoshi), {}});
    const std::int64_t now = m_curve.points.isEmpty() ? 0 : m_curve.points.last().time;
    m_chartCard->setTitle(spanName(now - m_curve.since));
    m_chart->setPoints(points);
}

} // namespace gui

#include "moc_HomePage.cpp"
