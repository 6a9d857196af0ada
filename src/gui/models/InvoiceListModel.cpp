#include "gui/models/InvoiceListModel.h"

#include "gui/Format.h"
#include "gui/models/InvoiceWords.h"
#include "gui/widgets/CellName.h"
#include "gui/widgets/TableRoles.h"

#include <utility>

namespace gui {

// --- on the wallet's thread

InvoiceLines::Step InvoiceLines::follow(const wallet::Wallet& wallet, std::int32_t) {
    const std::vector<wallet::Invoice>& all = wallet.invoices().all();
    const auto [old, same] =
        std::ranges::mismatch(m_found, all, [](const std::string& address, const wallet::Invoice& each) {
            return address == each.address;
        });
    const auto kept = old - m_found.begin();
    m_found.resize(static_cast<std::size_t>(kept));
    for (auto each = same; each != all.end(); ++each)
        m_found.push_back(each->address);
    return {static_cast<int>(all.size()), static_cast<int>(kept)};
}

std::vector<InvoiceLines::Row> InvoiceLines::rows(const wallet::Wallet& wallet, int first, int count) const {
    std::vector<Row> out;
    const int last = std::min(first + count, static_cast<int>(m_found.size()));
    for (int at = std::max(first, 0); at < last; ++at) {
        const wallet::Invoice* const invoice = wallet.invoices().find(m_found[static_cast<std::size_t>(at)]);
        if (invoice == nullptr) break; // removed since: the list is about to be brought level
        out.push_back(wallet.factsOf(*invoice));
    }
    return out;
}

// --- the table

InvoiceListModel::InvoiceListModel(node::Node& node, QObject* parent) : FollowedRows(node, parent) {
    connect(&format(), &Format::changed, this, [this] { columnsChanged(Amount, State); });
}

void InvoiceListModel::renew() {
    const WalletMark::Now now = m_mark.look(*node().wallet().status());
    if (now == WalletMark::Now::Level) return;
    if (now == WalletMark::Now::Further) return follow();
    restart(0);
    startWith(std::make_shared<InvoiceLines>());
}

void InvoiceListModel::followed(const Step& step) {
    emit sizeChanged(step.size);
}

int InvoiceListModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(ColumnCount);
}

QString InvoiceListModel::textOf(const Row& row, int column) const {
    switch (column) {
    case Label:
        return QString::fromStdString(row.label);
    case Message:
        return QString::fromStdString(row.invoice.message);
    case Amount:
        return row.invoice.amount ? format().amount(*row.invoice.amount) : tr("any");
    case Asked:
        return format().day(row.invoice.created);
    case State:
        return invoiceTag(row, node().clock().now());
    default:
        return {};
    }
}

/// What is hidden on the screen is not copied either.
QVariant InvoiceListModel::copyOf(const Row& row, int column) const {
    if (column != Amount || !row.invoice.amount || format().amountsHidden()) return {};
    return QString::fromStdString(primitives::toDecimal(*row.invoice.amount));
}

QVariant InvoiceListModel::data(const QModelIndex& index, int role) const {
    if (role == Qt::AccessibleTextRole) return cellName(index);
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const int column = index.column();
    const Row* line = row(index.row());
    switch (role) {
    case Qt::TextAlignmentRole:
        return static_cast<int>((column == Amount ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case TextStyleRole:
        return static_cast<int>(column == Label ? TextStyle::Strong
                                : column == Amount
                                    ? (line && line->invoice.amount ? TextStyle::Amount : TextStyle::Muted)
                                : column == Asked ? TextStyle::Muted
                                                  : TextStyle::Normal);
    default:
        break;
    }
    if (!line)
        return role == Qt::DisplayRole && column == Message ? QVariant(QStringLiteral("…")) : QVariant();
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole:
        return textOf(*line, column);
    case CopyRole:
        return copyOf(*line, column);
    case PlaceholderRole:
        return column == Label ? QVariant(tr("add a label")) : QVariant();
    case TagKindRole:
        return column == State
                   ? QVariant(static_cast<int>(invoiceTagKind(line->stateAt(node().clock().now()))))
                   : QVariant();
    case Qt::ToolTipRole:
        return column == Asked ? QVariant(format().exactTime(line->invoice.created)) : QVariant();
    default:
        return {};
    }
}

bool InvoiceListModel::setData(const QModelIndex& index, const QVariant& value, int role) {
    const Row* line = index.isValid() ? row(index.row()) : nullptr;
    if (role != Qt::EditRole || index.column() != Label || !line) return false;
    const QString label = value.toString().trimmed();
    if (label == textOf(*line, Label)) return true;
    writeAddressLabel(node(), QString::fromStdString(line->invoice.address), label, this,
                      [this](bool isKept) {
                          if (!isKept) emit labelRefused();
                          renew();
                      });
    return true;
}

QVariant InvoiceListModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    switch (section) {
    case Label:
        return tr("Label");
    case Message:
        return tr("For");
    case Amount:
        return tr("Amount");
    case Asked:
        return tr("Asked");
    case State:
        return tr("State");
    default:
        return {};
    }
}

Qt::ItemFlags InvoiceListModel::flags(const QModelIndex& index) const {
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    return index.column() == Label && row(index.row()) ? flags | Qt::ItemIsEditable : flags;
}

} // namespace gui

#include "moc_InvoiceListModel.cpp"
