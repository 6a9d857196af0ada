#include "gui/home/PaymentsModel.h"

#include "gui/Format.h"
#include "gui/home/Certainty.h"
#include "gui/widgets/TableRoles.h"

namespace gui {

PaymentsModel::PaymentsModel(QObject* parent) : QAbstractTableModel(parent) {
    connect(&format(), &Format::changed, this, [this] {
        if (!m_payments.isEmpty()) emit dataChanged(index(0, Amount), index(rowCount() - 1, Amount));
    });
}

void PaymentsModel::setPayments(const QVector<GlancePayment>& payments) {
    beginResetModel();
    m_payments = payments;
    endResetModel();
}

void PaymentsModel::setChain(std::int32_t height, std::int32_t maturity, int confirmationBlocks) {
    m_height = height;
    m_maturity = maturity;
    m_confirmationBlocks = confirmationBlocks;
    if (!m_payments.isEmpty()) emit dataChanged(index(0, When), index(rowCount() - 1, State));
}

int PaymentsModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_payments.size());
}

int PaymentsModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QString PaymentsModel::whatOf(const GlancePayment& payment) const {
    if (payment.isCoinbase) {
        return payment.height < 0 ? tr("Mined a block")
                                  : tr("Mined block %1").arg(Format::count(payment.height));
    }
    if (payment.net.satoshi() >= 0) return tr("Received on %1").arg(payment.counterparty);
    return payment.counterparty.isEmpty() ? tr("Sent to myself") : tr("Sent to %1").arg(payment.counterparty);
}

QString PaymentsModel::textOf(const GlancePayment& payment, int column) const {
    switch (column) {
    case When:
        return format().day(payment.time);
    case What:
        return whatOf(payment);
    case Note:
        return payment.note;
    case Amount:
        return format().signedAmount(payment.net);
    case State:
        return certaintyOf(payment.state, payment.isCoinbase, payment.height,
                           {m_height, m_maturity, m_confirmationBlocks})
            .text;
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
    if (!index.isValid()) return {};
    const GlancePayment& row = payment(index.row());
    const int column = index.column();
    if (role == Qt::DisplayRole) return textOf(row, column);
    if (role == Qt::ToolTipRole && column == When) return format().exactTime(row.time);
    if (role == CopyRole) return QString::fromStdString(row.txid.toHex());
    if (role == TagKindRole && column == State) {
        const CertaintyRules rules{m_height, m_maturity, m_confirmationBlocks};
        return static_cast<int>(certaintyOf(row.state, row.isCoinbase, row.height, rules).kind);
    }
    if (role == RowToneRole && row.state == wallet::TxState::Lost) return static_cast<int>(RowTone::Faded);
    return styleOf(column, role);
}

QVariant PaymentsModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    const QStringList heads{tr("When"), tr("Payment"), tr("Note"), tr("Amount"), tr("State")};
    return heads.value(section);
}

} // namespace gui
