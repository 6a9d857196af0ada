#include "gui/api/RequestModel.h"

#include "gui/Format.h"
#include "gui/widgets/TableRoles.h"
#include "gui/widgets/Tag.h"

namespace gui {

namespace {

QString textOf(const node::RequestEntry& entry, int column) {
    switch (column) {
    case RequestModel::Time: return QDateTime::fromMSecsSinceEpoch(entry.time).toString(QStringLiteral("HH:mm:ss"));
    case RequestModel::Method: return entry.method;
    case RequestModel::Path: return entry.path;
    case RequestModel::Status: return QString::number(entry.status);
    case RequestModel::Duration: return Format::milliseconds(static_cast<double>(entry.microseconds) / 1000);
    case RequestModel::Size: return Format::size(entry.bytesOut);
    case RequestModel::Client: return entry.client;
    default: return {};
    }
}

TagKind kindOf(int status) {
    if (status >= 400) return TagKind::Bad;
    return status >= 300 ? TagKind::Neutral : TagKind::Good;
}

bool isRight(int column) { return column == RequestModel::Duration || column == RequestModel::Size; }

} // namespace

RequestModel::RequestModel(QObject* parent)
    : QAbstractTableModel(parent), m_requests(std::make_shared<const std::vector<node::RequestEntry>>()) {}

void RequestModel::setRequests(Requests requests) {
    if (!requests || requests == m_requests) return;
    const bool sameSize = requests->size() == m_requests->size() && !requests->empty();
    if (!sameSize) beginResetModel();
    m_requests = std::move(requests);
    if (!sameSize) endResetModel();
    else emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

int RequestModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_requests->size());
}

int RequestModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : int(ColumnCount); }

QVariant RequestModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const auto& entry = (*m_requests)[m_requests->size() - 1 - static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole: return textOf(entry, index.column());
    case Qt::ToolTipRole: return index.column() == Time ? format().exactTime(entry.time / 1000) : QString();
    case Qt::TextAlignmentRole:
        return static_cast<int>((isRight(index.column()) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case TagKindRole: return index.column() == Status ? QVariant(static_cast<int>(kindOf(entry.status))) : QVariant();
    case TextStyleRole: return static_cast<int>(index.column() == Path ? TextStyle::Mono : TextStyle::Muted);
    default: return {};
    }
}

QVariant RequestModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) return {};
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>((isRight(section) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole) return {};
    switch (section) {
    case Time: return tr("Time");
    case Method: return tr("Method");
    case Path: return tr("Path");
    case Status: return tr("Answer");
    case Duration: return tr("Took");
    case Size: return tr("Size");
    case Client: return tr("From");
    default: return {};
    }
}

} // namespace gui
