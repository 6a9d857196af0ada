#include "gui/widgets/RowsModel.h"

namespace gui {

namespace {

int alignmentOf(const RowsModel::Column& column) {
    return static_cast<int>((column.right ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
}

} // namespace

RowsModel::RowsModel(QObject* parent) : QAbstractTableModel(parent) {}

void RowsModel::setColumns(const QVector<Column>& columns) {
    beginResetModel();
    m_columns = columns;
    endResetModel();
}

void RowsModel::setRows(const QVector<QStringList>& rows) {
    if (rows == m_rows) return;
    if (rows.size() == m_rows.size() && !rows.isEmpty()) { // keeps selection and scroll position
        m_rows = rows;
        emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
        return;
    }
    beginResetModel();
    m_rows = rows;
    endResetModel();
}

int RowsModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int RowsModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_columns.size());
}

QVariant RowsModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const Column& column = m_columns[index.column()];
    switch (role) {
    case Qt::DisplayRole:
        return m_rows[index.row()].value(index.column());
    case Qt::TextAlignmentRole:
        return alignmentOf(column);
    case TextStyleRole:
        return static_cast<int>(column.style);
    default:
        return {};
    }
}

QVariant RowsModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section < 0 || section >= m_columns.size()) return {};
    if (role == Qt::DisplayRole) return m_columns[section].head;
    if (role == Qt::TextAlignmentRole) return alignmentOf(m_columns[section]);
    return {};
}

} // namespace gui
