#include "gui/wallet/AddressPayments.h"

#include "gui/Format.h"
#include "gui/widgets/CellName.h"
#include "gui/widgets/TableRoles.h"
#include "gui/widgets/Tag.h"
#include "gui/widgets/Things.h"
#include "wallet/WalletStore.h"

namespace gui {

AddressPayments::AddressPayments(QObject* parent) : RowList(parent) {
    connect(&format(), &Format::changed, this, &AddressPayments::renew);
}

void AddressPayments::setCoins(std::vector<wallet::StoredCoin> coins) {
    m_coins = std::move(coins);
    renew();
}

void AddressPayments::renew() {
    std::vector<std::pair<primitives::OutPoint, QStringList>> next;
    for (const wallet::StoredCoin& each : m_coins) {
        const QString where =
            each.coin.height < 0 ? tr("waiting") : tr("block %1").arg(Format::count(each.coin.height));
        const QString state = each.spentBy ? tr("spent") : each.coin.fromCoinbase ? tr("mined") : QString();
        next.push_back({each.coin.outpoint, {where, state, format().signedAmount(each.coin.output.value)}});
    }
    followRows(std::move(next), [](const auto& row) { return row.first; });
}

int AddressPayments::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant AddressPayments::data(const QModelIndex& index, int role) const {
    if (role == Qt::AccessibleTextRole) return cellName(index);
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return rowAt(index.row()).second.value(column);
    case Qt::TextAlignmentRole:
        return static_cast<int>((column == Value ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case TextStyleRole:
        return static_cast<int>(column == Value ? TextStyle::Amount : TextStyle::Normal);
    case TagKindRole:
        return column == State ? QVariant(static_cast<int>(TagKind::Neutral)) : QVariant();
    case ThingRole:
        return column == Where ? QVariant(static_cast<int>(Thing::Transaction)) : QVariant();
    case CopyRole:
        return column == Where ? QVariant(QString::fromStdString(txid(index.row()).toHex())) : QVariant();
    default:
        return {};
    }
}

QVariant AddressPayments::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    return section == Where ? tr("Where") : section == State ? tr("State") : tr("Amount");
}

} // namespace gui

#include "moc_AddressPayments.cpp"
