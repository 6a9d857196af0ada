#include "gui/models/AddressModel.h"

#include "gui/Format.h"
#include "gui/models/FollowedRows.h"
#include "gui/widgets/CellName.h"
#include "gui/widgets/TableRoles.h"
#include "gui/widgets/Things.h"

#include <utility>

namespace gui {

AddressModel::AddressModel(node::Node& node, wallet::AddressGroup group, QObject* parent)
    : PagedRows(parent), m_node(node), m_group(group) {}

void AddressModel::renew() {
    const quint64 question = ++m_question;
    const auto count = [group = m_group](const wallet::Wallet& wallet, std::int32_t) {
        return static_cast<int>(wallet.addressCount(group));
    };
    node::onResult(m_node.wallet().ask(count), this, [this, question](std::optional<int> size) {
        if (question != m_question) return;
        const int now = size.value_or(0);
        if (std::exchange(m_anew, false))
            restart(now);
        else
            change(std::min(rowCount(), now), now); // ones that are found between others shift the pages …
        renewPages();                               // … which are read again
        emit sizeChanged(now);
    });
}

void AddressModel::startAnew() {
    restart(0);
    m_anew = true;
    renew();
}

void AddressModel::ask(int page, int first, int count, quint64 ticket) {
    const auto read = [group = m_group, first, count](const wallet::Wallet& wallet, std::int32_t) {
        std::vector<AddressRow> rows;
        const auto size = static_cast<int>(wallet.addressCount(group));
        const int last = std::min(first + count, size);
        if (first >= last) return rows;
        const auto found = wallet.addresses(group, static_cast<std::size_t>(size - last),
                                            static_cast<std::size_t>(last - first));
        for (auto each = found.rbegin(); each != found.rend(); ++each) {
            const bool isNamed = each->label != wallet::kRewardLabel; // the group says so already
            rows.push_back({QString::fromStdString(each->address),
                            isNamed ? QString::fromStdString(each->label) : QString(), each->handedOut,
                            each->used});
        }
        return rows;
    };
    const auto give = [this, page, ticket](std::optional<std::vector<AddressRow>> rows) {
        answer(page, ticket, rows ? std::move(*rows) : std::vector<AddressRow>());
    };
    node::onResult(m_node.wallet().ask(read), this, give, [give] { give(std::nullopt); });
}

int AddressModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(ColumnCount);
}

QString AddressModel::textOf(const AddressRow& row, int column) const {
    switch (column) {
    case Label:
        return row.label;
    case Address:
        return row.address;
    case HandedOut:
        return row.handedOut > 0 ? format().day(row.handedOut) : QStringLiteral("–");
    case State:
        return row.used ? tr("used") : tr("not used yet");
    default:
        return {};
    }
}

QVariant AddressModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const int column = index.column();
    if (role == Qt::AccessibleTextRole) return cellName(index);
    if (role == TextStyleRole) {
        return static_cast<int>(column == Label     ? TextStyle::Strong
                                : column == Address ? TextStyle::Mono
                                                    : TextStyle::Muted);
    }
    const AddressRow* line = rowAt(index.row());
    if (!line)
        return role == Qt::DisplayRole && column == Address ? QVariant(QStringLiteral("…")) : QVariant();
    switch (role) {
    case Qt::DisplayRole:
        return textOf(*line, column);
    case Qt::EditRole:
        return line->label;
    case Qt::ToolTipRole:
        return column == HandedOut && line->handedOut > 0 ? QVariant(format().exactTime(line->handedOut))
                                                          : QVariant();
    case PlaceholderRole:
        return column == Label ? QVariant(tr("add a label")) : QVariant();
    case ThingRole:
        return column == Address ? QVariant(static_cast<int>(Thing::Address)) : QVariant();
    default:
        return {};
    }
}

bool AddressModel::setData(const QModelIndex& index, const QVariant& value, int role) {
    const AddressRow* line = index.isValid() ? rowAt(index.row()) : nullptr;
    if (role != Qt::EditRole || index.column() != Label || !line) return false;
    const QString label = value.toString().trimmed();
    if (label == line->label) return true;
    writeAddressLabel(m_node, line->address, label, this, [this](bool isKept) {
        if (!isKept) emit labelRefused();
        renew();
    });
    return true;
}

QVariant AddressModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) return {};
    if (role != Qt::DisplayRole) return {};
    switch (section) {
    case Label:
        return tr("Label");
    case Address:
        return tr("Address");
    case HandedOut:
        return tr("Handed out");
    case State:
        return tr("State");
    default:
        return {};
    }
}

Qt::ItemFlags AddressModel::flags(const QModelIndex& index) const {
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    return index.column() == Label && rowAt(index.row()) ? flags | Qt::ItemIsEditable : flags;
}

} // namespace gui

#include "moc_AddressModel.cpp"
