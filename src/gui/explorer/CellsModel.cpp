#include "gui/explorer/CellsModel.h"

#include "gui/Format.h"
#include "gui/widgets/CellName.h"

namespace gui {

CellsModel::CellsModel(QObject* parent) : RowList(parent) {
    connect(&format(), &Format::changed, this, [this] { columnsChanged(0, columnCount() - 1); });
}

void CellsModel::setHeads(std::vector<Head> heads) {
    beginResetModel();
    m_heads = std::move(heads);
    endResetModel();
}

void CellsModel::setRows(std::vector<Row> next, bool more) {
    m_fetching = false;
    m_more = more;
    followRows(std::move(next), [](const Row& row) {
        if (row.empty()) return QString();
        return row.front().whole.isEmpty() ? row.front().text : row.front().whole;
    });
}

void CellsModel::addRows(std::vector<Row> rows, bool more) {
    m_fetching = false;
    m_more = more;
    appendRows(std::move(rows));
}

void CellsModel::renewTimes() {
    if (rows().empty()) return;
    for (int column = 0; column < columnCount(); ++column) {
        if (rows().front()[static_cast<std::size_t>(column)].time != 0)
            columnsChanged(column, column, {Qt::DisplayRole});
    }
}

int CellsModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_heads.size());
}

QVariant CellsModel::data(const QModelIndex& index, int role) const {
    if (role == Qt::AccessibleTextRole) return cellName(index);
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) return {};
    const Row& row = rowAt(index.row());
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
        if (cell.amount && !format().amountsHidden())
            return QString::fromStdString(primitives::toDecimal(*cell.amount));
        return cell.whole.isEmpty() || cell.amount ? QVariant() : QVariant(cell.whole);
    case ThingRole:
        return static_cast<int>(cell.thing);
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

#include "moc_CellsModel.cpp"
