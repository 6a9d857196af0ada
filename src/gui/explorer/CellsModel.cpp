#include "gui/explorer/CellsModel.h"

#include "gui/Format.h"

namespace gui {

CellsModel::CellsModel(QObject* parent) : QAbstractTableModel(parent) {
    connect(&format(), &Format::changed, this, [this] {
        if (!m_rows.empty()) emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    });
}

void CellsModel::setHeads(std::vector<Head> heads) {
    beginResetModel();
    m_heads = std::move(heads);
    endResetModel();
}

void CellsModel::setRows(std::vector<Row> rows, bool more) {
    m_fetching = false;
    m_more = more;
    if (!rows.empty() && rows.size() == m_rows.size()) {
        m_rows = std::move(rows);
        emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
        return;
    }
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

void CellsModel::appendRows(std::vector<Row> rows, bool more) {
    m_fetching = false;
    m_more = more;
    if (rows.empty()) return;
    const int first = rowCount();
    beginInsertRows({}, first, first + static_cast<int>(rows.size()) - 1);
    m_rows.insert(m_rows.end(), std::make_move_iterator(rows.begin()), std::make_move_iterator(rows.end()));
    endInsertRows();
}

void CellsModel::renewTimes() {
    for (int column = 0; column < columnCount(); ++column) {
        if (m_rows.empty() || m_rows.front()[static_cast<std::size_t>(column)].time == 0) continue;
        emit dataChanged(index(0, column), index(rowCount() - 1, column), {Qt::DisplayRole});
    }
}

int CellsModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int CellsModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_heads.size());
}

QVariant CellsModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) return {};
    const Row& row = m_rows[static_cast<std::size_t>(index.row())];
    const auto column = static_cast<std::size_t>(index.column());
    if (column >= row.size()) return {};
    const Cell& cell = row[column];
    switch (role) {
    case Qt::DisplayRole:
        if (cell.amount)
            return cell.isSigned ? format().signedAmount(*cell.amount) : format().amount(*cell.amount);
        return cell.time > 0 ? format().ago(cell.time) : cell.text;
    case Qt::TextAlignmentRole:
        return headerData(index.column(), Qt::Horizontal, role);
    case Qt::ToolTipRole:
        return cell.time > 0 ? format().exactTime(cell.time) : cell.whole;
    case TextStyleRole:
        return static_cast<int>(cell.amount ? TextStyle::Amount : cell.style);
    case TagKindRole:
        return cell.tag ? QVariant(static_cast<int>(*cell.tag)) : QVariant();
    case TrailingTagRole:
        return cell.trailing;
    case IconNameRole:
        return cell.icon;
    case CopyRole:
        return cell.whole.isEmpty() ? QVariant() : QVariant(cell.whole);
    default:
        return {};
    }
}

QVariant CellsModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount()) return {};
    const Head& head = m_heads[static_cast<std::size_t>(section)];
    if (role == Qt::DisplayRole) return head.text;
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>((head.right ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    return {};
}

bool CellsModel::canFetchMore(const QModelIndex& parent) const {
    return !parent.isValid() && m_more && !m_fetching;
}

void CellsModel::fetchMore(const QModelIndex& parent) {
    if (!canFetchMore(parent)) return;
    m_fetching = true;
    emit moreWanted();
}

} // namespace gui
