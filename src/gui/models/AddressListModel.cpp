#include "gui/models/AddressListModel.h"

#include "gui/Format.h"
#include "gui/widgets/CellName.h"
#include "gui/widgets/TableRoles.h"
#include "gui/widgets/Things.h"

namespace gui {

namespace {

bool isFigure(int column) {
    return column == AddressListModel::Received || column == AddressListModel::Times ||
           column == AddressListModel::There;
}

primitives::Amount amountIn(const AddressLine& row, int column) {
    return column == AddressListModel::There ? row.money.there : row.money.received;
}

} // namespace

QString addressKindName(std::optional<wallet::AddressType> type) {
    if (!type) return AddressListModel::tr("of scripts");
    switch (*type) {
    case wallet::AddressType::Legacy:
        return AddressListModel::tr("Legacy");
    case wallet::AddressType::P2shSegwit:
        return AddressListModel::tr("Nested SegWit");
    case wallet::AddressType::Bech32:
        return AddressListModel::tr("SegWit");
    case wallet::AddressType::Bech32m:
        break;
    }
    return AddressListModel::tr("Taproot");
}

AddressListModel::AddressListModel(node::Node& node, QObject* parent) : FollowedRows(node, parent) {
    connect(&format(), &Format::changed, this, [this] { columnsChanged(Received, There); });
}

void AddressListModel::renew() {
    const WalletMark::Now now = m_mark.look(*node().wallet().status());
    if (now == WalletMark::Now::Level) return;
    now == WalletMark::Now::Further ? follow() : startAnew();
}

void AddressListModel::setFilter(const AddressListFilter& filter) {
    if (filter == m_filter) return;
    m_filter = filter;
    startAnew();
}

void AddressListModel::startAnew() {
    startWith(std::make_shared<AddressLines>(m_filter));
}

int AddressListModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(ColumnCount);
}

QString AddressListModel::textOf(const AddressLine& row, int column) {
    switch (column) {
    case Address:
        return row.address;
    case Label:
        return row.label;
    case Kind:
        return addressKindName(row.type);
    case Received:
    case There:
        return format().amount(amountIn(row, column));
    case Times:
        return Format::count(static_cast<qint64>(row.money.times));
    case Last:
        if (row.money.times == 0) return tr("not paid yet");
        return row.money.lastHeight < 0 ? tr("waiting")
                                        : tr("block %1").arg(Format::count(row.money.lastHeight));
    default:
        return {};
    }
}

/// What is hidden on the screen is not copied either.
QVariant AddressListModel::thingsOf(const AddressLine& row, int column) {
    if (column == Address) return QVariant::fromValue(Things{{Thing::Address, row.address}});
    if (column == Last && row.money.lastHeight >= 0)
        return QVariant::fromValue(Things{{Thing::Height, QString::number(row.money.lastHeight)}});
    return {};
}

QVariant AddressListModel::data(const QModelIndex& index, int role) const {
    if (role == Qt::AccessibleTextRole) return cellName(index);
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const int column = index.column();
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>((isFigure(column) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role == TextStyleRole)
        return static_cast<int>(column == Address                       ? TextStyle::Mono
                                : column == Received || column == There ? TextStyle::Amount
                                : column == Label                       ? TextStyle::Normal
                                                                        : TextStyle::Muted);
    const AddressLine* line = rowAt(index.row());
    if (!line)
        return role == Qt::DisplayRole && column == Address ? QVariant(QStringLiteral("…")) : QVariant();
    switch (role) {
    case Qt::DisplayRole:
        return textOf(*line, column);
    case Qt::EditRole:
        return line->label;
    case Qt::ToolTipRole:
        return column == Address && line->handedOut > 0
                   ? QVariant(tr("Given away %1").arg(format().exactTime(line->handedOut)))
                   : QVariant();
    case PlaceholderRole:
        return column == Label ? QVariant(tr("add a label")) : QVariant();
    case CopyRole:
        if ((column != Received && column != There) || format().amountsHidden()) return {};
        return QString::fromStdString(primitives::toDecimal(amountIn(*line, column)));
    case ThingsRole:
        return thingsOf(*line, column);
    default:
        return {};
    }
}

bool AddressListModel::setData(const QModelIndex& index, const QVariant& value, int role) {
    const AddressLine* line = index.isValid() ? rowAt(index.row()) : nullptr;
    if (role != Qt::EditRole || index.column() != Label || !line) return false;
    const QString label = value.toString().trimmed();
    if (label == line->label) return true;
    writeAddressLabel(node(), line->address, label, this, [this](bool isKept) {
        if (!isKept) emit labelRefused();
        follow();
    });
    return true;
}

QVariant AddressListModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) return {};
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>((isFigure(section) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole) return {};
    switch (section) {
    case Address:
        return tr("Address");
    case Label:
        return tr("Label");
    case Kind:
        return tr("Kind");
    case Received:
        return tr("Received");
    case Times:
        return tr("Times");
    case There:
        return tr("There now");
    case Last:
        return tr("Last paid");
    default:
        return {};
    }
}

Qt::ItemFlags AddressListModel::flags(const QModelIndex& index) const {
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    return index.column() == Label && rowAt(index.row()) ? flags | Qt::ItemIsEditable : flags;
}

} // namespace gui

#include "moc_AddressListModel.cpp"
