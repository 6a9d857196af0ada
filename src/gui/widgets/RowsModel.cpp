#include "gui/widgets/RowsModel.h"

#include <QMetaMethod>

#include <utility>

#include "gui/widgets/CellName.h"

namespace gui {

namespace {

int alignmentOf(const RowsModel::Column& column) {
    return static_cast<int>((column.right ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
}

} // namespace

RowsModel::RowsModel(QObject* parent) : RowList(parent) {}

void RowsModel::setColumns(const QVector<Column>& columns) {
    beginResetModel();
    m_columns = columns;
    endResetModel();
}

void RowsModel::setRows(const QVector<QStringList>& next) {
    m_make = nullptr;
    followRows({next.begin(), next.end()}, [](const QStringList& row) { return row.value(0); });
}

void RowsModel::setRowsLater(std::function<QVector<QStringList>()> make) {
    m_make = std::move(make);
    if (isSignalConnected(QMetaMethod::fromSignal(&QAbstractItemModel::dataChanged))) makeRows();
}

/// Where nobody listens, rows that come while they are asked for surprise nobody.
void RowsModel::makeRows() const {
    if (const auto make = std::exchange(m_make, {})) const_cast<RowsModel*>(this)->setRows(make());
}

int RowsModel::rowCount(const QModelIndex& parent) const {
    makeRows();
    return RowList::rowCount(parent);
}

int RowsModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_columns.size());
}

QVariant RowsModel::data(const QModelIndex& index, int role) const {
    if (role == Qt::AccessibleTextRole) return cellName(index);
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const Column& column = m_columns[index.column()];
    switch (role) {
    case Qt::DisplayRole:
        return rowAt(index.row()).value(index.column());
    case Qt::TextAlignmentRole:
        return alignmentOf(column);
    case TextStyleRole:
        return static_cast<int>(column.style);
    case ThingRole:
        return column.thing == Thing::None ? QVariant() : QVariant(static_cast<int>(column.thing));
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

#include "moc_RowsModel.cpp"
