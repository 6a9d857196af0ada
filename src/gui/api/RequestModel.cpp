#include "gui/api/RequestModel.h"

#include "gui/Format.h"
#include "gui/api/ApiWords.h"
#include "gui/widgets/CellName.h"
#include "gui/widgets/TableRoles.h"
#include "gui/widgets/Tag.h"

namespace gui {

namespace {

QString textOf(const node::RequestEntry& entry, int column) {
    switch (column) {
    case RequestModel::Time:
        return QDateTime::fromMSecsSinceEpoch(entry.time).toString(QStringLiteral("HH:mm:ss"));
    case RequestModel::Method:
        return entry.method;
    case RequestModel::Path:
        return entry.path;
    case RequestModel::Status:
        return QString::number(entry.status);
    case RequestModel::Duration:
        return Format::milliseconds(static_cast<double>(entry.microseconds) / 1000);
    case RequestModel::Size:
        return Format::size(entry.bytesOut);
    case RequestModel::Client:
        return entry.client;
    default:
        return {};
    }
}

bool isRight(int column) {
    return column == RequestModel::Duration || column == RequestModel::Size;
}

} // namespace

RequestModel::RequestModel(QObject* parent) : QAbstractTableModel(parent) {}

void RequestModel::setRequests(const std::vector<node::RequestEntry>& requests, bool onlyRefused) {
    std::vector<node::RequestEntry> rows;
    for (auto it = requests.rbegin(); it != requests.rend(); ++it) {
        if (!onlyRefused || it->status >= 400) rows.push_back(*it);
    }
    // As many rows as before stay rows: what is selected and how far it is scrolled do not jump.
    const int before = rowCount();
    const int after = static_cast<int>(rows.size());
    if (after > before)
        beginInsertRows({}, before, after - 1);
    else if (after < before)
        beginRemoveRows({}, after, before - 1);
    m_rows = std::move(rows);
    if (after > before)
        endInsertRows();
    else if (after < before)
        endRemoveRows();
    if (after > 0) emit dataChanged(index(0, 0), index(after - 1, ColumnCount - 1));
}

const node::RequestEntry* RequestModel::entry(int row) const {
    return row >= 0 && row < rowCount() ? &m_rows[static_cast<std::size_t>(row)] : nullptr;
}

int RequestModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int RequestModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant RequestModel::data(const QModelIndex& index, int role) const {
    if (role == Qt::AccessibleTextRole) return cellName(index);
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const node::RequestEntry& entry = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return textOf(entry, index.column());
    case Qt::ToolTipRole:
        return index.column() == Time   ? format().exactTime(entry.time / 1000)
               : index.column() == Path ? entry.path
                                        : QString();
    case Qt::TextAlignmentRole:
        return static_cast<int>((isRight(index.column()) ? Qt::AlignRight : Qt::AlignLeft) |
                                Qt::AlignVCenter);
    case TagKindRole:
        return index.column() == Status ? QVariant(static_cast<int>(statusKind(entry.status))) : QVariant();
    case TextStyleRole:
        return static_cast<int>(index.column() == Path ? TextStyle::Mono : TextStyle::Muted);
    default:
        return {};
    }
}

QVariant RequestModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) return {};
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>((isRight(section) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole) return {};
    switch (section) {
    case Time:
        return tr("Time");
    case Method:
        return tr("Method");
    case Path:
        return tr("Path");
    case Status:
        return tr("Answer");
    case Duration:
        return tr("Took");
    case Size:
        return tr("Size");
    case Client:
        return tr("From");
    default:
        return {};
    }
}

} // namespace gui

#include "moc_RequestModel.cpp"
