#include "gui/home/PaymentsModel.h"

#include "gui/Format.h"
#include "gui/models/ActivityModel.h"
#include "gui/models/Certainty.h"
#include "gui/widgets/CellName.h"
#include "gui/widgets/TableRoles.h"
#include "gui/widgets/Things.h"

namespace gui {

PaymentsModel::PaymentsModel(QObject* parent) : RowList(parent) {
    connect(&format(), &Format::changed, this, [this] { columnsChanged(When, Amount); });
}

void PaymentsModel::setPayments(std::vector<ActivityRow> payments) {
    followRows(std::move(payments), [](const ActivityRow& row) { return row.txid; });
}

void PaymentsModel::setRules(const CertaintyRules& rules) {
    if (rules == m_rules) return;
    m_rules = rules;
    columnsChanged(State, State);
}

int PaymentsModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QString PaymentsModel::textOf(const ActivityRow& payment, int column) const {
    switch (column) {
    case When:
        return format().day(payment.time);
    case What:
        return whatHappened(payment);
    case Note:
        return payment.note;
    case Amount:
        return format().signedAmount(payment.net);
    case State:
        return certaintyOf(payment.state, payment.isCoinbase, payment.height, m_rules).text;
    default:
        return {};
    }
}

QVariant PaymentsModel::styleOf(int column, int role) const {
    if (role == Qt::TextAlignmentRole) {
        return static_cast<int>((column >= Amount ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
    if (role != TextStyleRole) return {};
    switch (column) {
    case When:
        return static_cast<int>(TextStyle::Faint);
    case What:
        return static_cast<int>(TextStyle::Strong);
    case Note:
        return static_cast<int>(TextStyle::Muted);
    case Amount:
        return static_cast<int>(TextStyle::Amount);
    default:
        return {};
    }
}

QVariant PaymentsModel::data(const QModelIndex& index, int role) const {
    if (role == Qt::AccessibleTextRole) return cellName(index);
    if (!index.isValid()) return {};
    const ActivityRow& row = payment(index.row());
    const int column = index.column();
    if (role == Qt::DisplayRole) return textOf(row, column);
    if (role == Qt::ToolTipRole && column == When) return format().exactTime(row.time);
    if (role == CopyRole && column == What) return QString::fromStdString(row.txid.toHex());
    if (role == CopyRole && column == Amount && !format().amountsHidden())
        return QString::fromStdString(primitives::toDecimal(row.net));
    if (role == ThingsRole && column == What)
        return QVariant::fromValue(Things{{Thing::Transaction, QString::fromStdString(row.txid.toHex())},
                                          {Thing::Address, row.other.address}});
    if (role == TagKindRole && column == State)
        return static_cast<int>(certaintyOf(row.state, row.isCoinbase, row.height, m_rules).kind);
    if (role == RowToneRole && row.state == wallet::TxState::Lost) return static_cast<int>(RowTone::Lost);
    return styleOf(column, role);
}

QVariant PaymentsModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    const QStringList heads{tr("When"), tr("Payment"), tr("Note"), tr("Amount"), tr("State")};
    return heads.value(section);
}

} // namespace gui

#include "moc_PaymentsModel.cpp"
