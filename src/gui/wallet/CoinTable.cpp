#include "gui/wallet/CoinTable.h"

#include "gui/models/CoinListModel.h"
#include "gui/theme/Theme.h"

namespace gui {

namespace {

constexpr int kWideCoins = 990;   // narrower: without the note …
constexpr int kMediumCoins = 780; // … and without the address

} // namespace

CoinTable::CoinTable(CoinListModel* model, QWidget* parent) : DataTable(parent), m_coins(model) {
    setAccessibleName(tr("Coins of the wallet"));
    setModel(model);
    setColumnFixed(CoinListModel::Chosen, 36);
    setColumnFixed(CoinListModel::Value, 170);
    setColumnStretch(CoinListModel::Label);
    setColumnFixed(CoinListModel::Note, 180);
    setColumnFixed(CoinListModel::Address, 190);
    setColumnFixed(CoinListModel::Age, 130);
    setColumnFixed(CoinListModel::State, 120);
    setEditTriggers(QAbstractItemView::SelectedClicked);
    setEditable(CoinListModel::Label, tr("Edit the label"));
    addRowAction(tr("Choose, or not"), QStringLiteral("check"), QKeySequence(Qt::Key_Space), [this](int row) {
        if (const CoinRow* coin = m_coins->row(row)) m_coins->toggle(coin->outpoint);
    });
}

void CoinTable::resizeEvent(QResizeEvent* event) {
    const auto hide = [this](int column, bool isHidden) {
        if (isColumnHidden(column) != isHidden) setColumnHidden(column, isHidden);
    };
    hide(CoinListModel::Note, width() < px(kWideCoins));
    hide(CoinListModel::Address, width() < px(kMediumCoins));
    DataTable::resizeEvent(event);
}

} // namespace gui

#include "moc_CoinTable.cpp"
