#include "gui/wallet/CoinsView.h"

#include "gui/Format.h"
#include "gui/Navigator.h"
#include "gui/models/CoinListModel.h"
#include "gui/theme/Theme.h"
#include "gui/wallet/CoinChoiceBar.h"
#include "gui/wallet/CoinScatter.h"
#include "gui/wallet/CoinTable.h"
#include "gui/wallet/JoinCoins.h"
#include "gui/widgets/Button.h"
#include "gui/widgets/Card.h"
#include "gui/widgets/SegmentedControl.h"
#include "node/Node.h"

#include <QVBoxLayout>

#include <algorithm>

namespace gui {

namespace {

constexpr int kPictureHeight = 150;
constexpr int kCoinTableHeight = 210;

} // namespace

CoinsView::CoinsView(node::Node& node, Navigator& navigator, QWidget* parent)
    : QWidget(parent), m_node(node), m_navigator(navigator), m_model(new CoinListModel(node, {}, this)),
      m_join(new JoinCoins(node, navigator, this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(buildPicture(), 2);
    column->addWidget(buildTable(), 3);
    keepMeasured(this, [this, column] {
        column->setSpacing(px(16));
        m_twin->setMinimumHeight(px(kPictureHeight));
        m_table->setMinimumHeight(px(kCoinTableHeight));
    });
    connect(m_model, &CoinListModel::fieldChanged, this, &CoinsView::showField);
    connect(m_model, &CoinListModel::choiceChanged, this, &CoinsView::showChoice);
    connect(m_model, &CoinListModel::refused, this,
            [this] { m_navigator.showNotice(tr("It was not kept: the wallet file cannot be written.")); });
    connect(&format(), &Format::changed, this, [this] {
        showField();
        showChoice();
    });
    showField();
    showChoice();
}

QWidget* CoinsView::buildPicture() {
    m_pictureCard = new Card(tr("Coins"));
    m_pictureCard->setNote(
        tr("<accent>●</accent> received <own>●</own> change <work>●</work> mined ◌ not now"));
    m_scatter = new CoinScatter(m_node.params().rules().coinbaseMaturity);
    m_scatter->setObjectName(QStringLiteral("coinScatter"));
    m_twin = new PictureWithTable(m_scatter);
    m_pictureCard->addHeaderWidget(m_twin->toggle());
    m_twin->toggle()->show();
    m_pictureCard->body()->addWidget(m_twin, 1);
    connect(m_twin, &PictureWithTable::itemActivated, this, [this](int item) {
        if (const auto coin = m_scatter->coinAt(item)) m_model->toggle(*coin);
    });
    connect(m_scatter, &CoinScatter::bandDrawn, m_model, &CoinListModel::choose);
    return m_pictureCard;
}

QWidget* CoinsView::buildTable() {
    auto* card = new Card(tr("List"));
    m_order = new SegmentedControl({tr("Largest first"), tr("Youngest first")});
    m_order->setObjectName(QStringLiteral("coinOrder"));
    m_order->setSmall(true);
    m_order->setAccessibleName(tr("Order of the coins"));
    connect(m_order, &SegmentedControl::currentChanged, this, [this](int index) {
        CoinFilter filter = m_model->filter();
        filter.byAge = index == 1;
        m_model->setFilter(filter);
    });
    card->addHeaderWidget(m_order);
    m_joinAll = new Button(tr("Join coins…"));
    m_joinAll->setObjectName(QStringLiteral("joinCoinsButton"));
    m_joinAll->setSmall(true);
    m_joinAll->setToolTip(
        tr("Makes one coin of the smallest ones, for a wallet with more coins than fit in one "
           "payment. It is a payment to yourself and costs a fee."));
    connect(m_joinAll, &Button::clicked, m_join, [this] { m_join->start({}); });
    card->addHeaderWidget(m_joinAll);
    m_table = new CoinTable(m_model);
    m_table->setObjectName(QStringLiteral("coinTable"));
    m_table->setNavigator(m_navigator);
    m_table->setEmptyState(QStringLiteral("coins"),
                           tr("No coins yet. They come from mining or from somebody who sends you some."),
                           tr("Show my address"));
    connect(m_table, &DataTable::emptyActionTriggered, this, [this] { m_navigator.openReceive(); });
    connect(m_table, &DataTable::rowActivated, this, [this](int row) {
        if (const CoinRow* coin = m_model->row(row)) m_navigator.openTransaction(coin->outpoint.txid);
    });
    addRowActions();
    card->body()->addWidget(m_table, 1);
    m_bar = new CoinChoiceBar;
    card->body()->addWidget(m_bar);
    connect(m_bar, &CoinChoiceBar::clearRequested, m_model, [this] { m_model->choose({}); });
    connect(m_bar, &CoinChoiceBar::freezeRequested, this, &CoinsView::freezeChosen);
    connect(m_bar, &CoinChoiceBar::joinRequested, this, [this] { m_join->start(chosenCoins()); });
    connect(m_bar, &CoinChoiceBar::spendRequested, this,
            [this] { emit spendRequested(chosenCoins(), m_model->chosenSum()); });
    return card;
}

void CoinsView::addRowActions() {
    const auto freeze = [this](bool isFrozen) {
        return [this, isFrozen](int row) {
            if (const CoinRow* coin = m_model->row(row)) m_model->setFrozen({coin->outpoint}, isFrozen);
        };
    };
    const auto may = [this](bool isFrozen) {
        return [this, isFrozen](int row) {
            const CoinRow* coin = m_model->row(row);
            return coin && coin->isFrozen != isFrozen;
        };
    };
    m_table->addRowAction(tr("Freeze"), QStringLiteral("freeze"), QKeySequence(Qt::Key_F), freeze(true),
                          may(true));
    m_table->addRowAction(tr("Give free"), QStringLiteral("unlock"), QKeySequence(Qt::Key_G), freeze(false),
                          may(false));
}

void CoinsView::refresh() {
    m_model->renew();
}

void CoinsView::showField() {
    const auto& field = m_model->field();
    m_scatter->setField(field, m_node.chain().status()->tip.height);
    m_scatter->setChosen(m_model->chosen());
    const int count = field ? field->count : 0;
    const QString title =
        count == 0 ? tr("Coins") : tr("%n coin(s), %1", nullptr, count).arg(format().withUnit(field->sum));
    if (m_pictureCard->title() != title) m_pictureCard->setTitle(title);
    m_pictureCard->setVisible(count > 0);
    m_joinAll->setVisible(count > 1);
}

void CoinsView::showChoice() {
    const std::vector<CoinRow>& chosen = m_model->chosenRows();
    m_bar->setVisible(!chosen.empty());
    if (chosen.empty()) return;
    const auto canPay =
        std::ranges::count_if(chosen, [this](const CoinRow& coin) { return m_model->canPay(coin); });
    m_bar->showChoice(chosen, static_cast<std::size_t>(canPay),
                      m_node.settings().amount(QStringLiteral("transaction_fee")).satoshi());
}

void CoinsView::freezeChosen(bool freeze) {
    m_model->setFrozen(m_model->chosen(), freeze);
}

std::vector<primitives::OutPoint> CoinsView::chosenCoins() const {
    return {m_model->chosen().begin(), m_model->chosen().end()};
}

} // namespace gui

#include "moc_CoinsView.cpp"
