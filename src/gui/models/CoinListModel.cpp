#include "gui/models/CoinListModel.h"

#include "gui/Format.h"
#include "gui/widgets/CellName.h"
#include "gui/widgets/TableRoles.h"
#include "gui/widgets/Tag.h"
#include "gui/widgets/Things.h"

#include <utility>

namespace gui {

CoinListModel::CoinListModel(node::Node& node, CoinFilter filter, QObject* parent)
    : FollowedRows(node, parent), m_filter(filter) {
    connect(&format(), &Format::changed, this, [this] { columnsChanged(Value, Value); });
}

std::int32_t CoinListModel::height() const {
    return node().chain().status()->tip.height;
}

void CoinListModel::renew() {
    const auto status = node().wallet().status();
    const std::int32_t now = height();
    if (std::exchange(m_height, now) != now) {
        columnsChanged(Age, State);
        emit fieldChanged(); // it is older by a block
    }
    const bool isSame = hasLines() && status->name == m_wallet && status->revision >= m_revision;
    const bool isLevel = isSame && status->revision == m_revision;
    m_wallet = status->name;
    m_revision = status->revision;
    if (isLevel) return;
    if (isSame) return follow();
    m_chosen.clear();
    startAnew();
}

void CoinListModel::setFilter(const CoinFilter& filter) {
    if (filter == m_filter) return;
    m_filter = filter;
    startAnew();
}

void CoinListModel::startAnew() {
    startWith(std::make_shared<CoinLines>(m_filter, node().params().rules().coinbaseMaturity));
}

void CoinListModel::followed(const Step& step) {
    if (std::exchange(m_field, step.field) == step.field) return;
    emit fieldChanged();
    askChosen();
}

// --- the choice

primitives::Amount CoinListModel::chosenSum() const {
    primitives::Amount sum;
    for (const CoinRow& each : m_chosenRows)
        sum += each.amount;
    return sum;
}

void CoinListModel::choose(Coins coins) {
    if (coins == m_chosen) return;
    m_chosen = std::move(coins);
    columnsChanged(Chosen, State); // the whole row says so
    emit fieldChanged();
    askChosen();
}

void CoinListModel::toggle(const primitives::OutPoint& coin) {
    Coins next = m_chosen;
    if (!next.insert(coin).second) next.erase(coin);
    choose(std::move(next));
}

void CoinListModel::askChosen() {
    const quint64 question = ++m_question;
    const auto read = [chosen = m_chosen](const wallet::Wallet& wallet, std::int32_t) {
        return coinRowsOf(wallet, chosen);
    };
    node::onResult(node().wallet().ask(read), this,
                   [this, question](const std::optional<std::vector<CoinRow>>& rows) {
                       if (question != m_question) return;
                       m_chosenRows = rows.value_or(std::vector<CoinRow>());
                       Coins present;
                       for (const CoinRow& each : m_chosenRows)
                           present.insert(each.outpoint);
                       if (present != m_chosen) {
                           m_chosen = std::move(present);
                           columnsChanged(Chosen, State);
                           emit fieldChanged();
                       }
                       emit choiceChanged();
                   });
}

bool CoinListModel::canPay(const CoinRow& row) const {
    return mayPay(row.origin, row.height, height(), node().params().rules().coinbaseMaturity);
}

void CoinListModel::setFrozen(const Coins& coins, bool isFrozen) {
    node::onResult(
        node().wallet().setFrozen({coins.begin(), coins.end()}, isFrozen), this,
        [this](const node::WalletAccess::Reply<void>& written) {
            if (!written || !*written) emit refused();
            follow();
        },
        [this] { emit refused(); });
}

// --- the table

int CoinListModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(ColumnCount);
}

QString CoinListModel::stateOf(const CoinRow& row) const {
    if (row.isFrozen) return tr("frozen");
    if (row.height < 0) return tr("waiting");
    const int wait = node().params().rules().coinbaseMaturity - (height() + 1 - row.height);
    return row.origin == CoinOrigin::Mined && wait > 0 ? tr("matures in %n", nullptr, wait) : QString();
}

QString CoinListModel::textOf(const CoinRow& row, int column) const {
    switch (column) {
    case Value:
        return format().amount(row.amount);
    case Label:
        if (!row.label.isEmpty()) return row.label;
        return row.origin == CoinOrigin::Mined    ? tr("mined")
               : row.origin == CoinOrigin::Change ? tr("change")
                                                  : QString();
    case Note:
        return row.note;
    case Address:
        return row.address;
    case Age:
        return row.height < 0 ? tr("not in a block yet")
                              : tr("%n block(s)", nullptr, height() + 1 - row.height);
    case State:
        return stateOf(row);
    default:
        return {};
    }
}

QVariant CoinListModel::lookOf(const CoinRow& row, int column, int role) const {
    if (role == RowToneRole)
        return static_cast<int>(m_chosen.contains(row.outpoint) ? RowTone::Accent
                                : canPay(row) && !row.isFrozen  ? RowTone::None
                                                                : RowTone::Faded);
    if (role == TagKindRole && column == State)
        return static_cast<int>(row.isFrozen || row.height < 0 ? TagKind::Neutral : TagKind::Work);
    if (role == DotRole && column == Label)
        return static_cast<int>(row.origin == CoinOrigin::Mined    ? Token::Work
                                : row.origin == CoinOrigin::Change ? Token::Own
                                                                   : Token::Accent);
    return {};
}

/// What is hidden on the screen is not copied either.
QVariant CoinListModel::copyOf(const CoinRow& row, int column) {
    if (column == Value && !format().amountsHidden())
        return QString::fromStdString(primitives::toDecimal(row.amount));
    return {};
}

QVariant CoinListModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const int column = index.column();
    if (role == Qt::AccessibleTextRole && column == Chosen) {
        const CoinRow* const coin = rowAt(index.row());
        return coin && m_chosen.contains(coin->outpoint) ? tr("chosen") : tr("not chosen");
    }
    if (role == Qt::AccessibleTextRole) return cellName(index);
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>((column == Value || column == Age ? Qt::AlignRight : Qt::AlignLeft) |
                                Qt::AlignVCenter);
    if (role == TextStyleRole)
        return static_cast<int>(column == Value     ? TextStyle::Amount
                                : column == Address ? TextStyle::Mono
                                : column == Label   ? TextStyle::Normal
                                                    : TextStyle::Muted);
    const CoinRow* line = rowAt(index.row());
    if (!line) return role == Qt::DisplayRole && column == Value ? QVariant(QStringLiteral("…")) : QVariant();
    switch (role) {
    case Qt::DisplayRole:
        return textOf(*line, column);
    case Qt::EditRole:
        return line->label;
    case Qt::CheckStateRole:
        return column == Chosen ? QVariant(m_chosen.contains(line->outpoint) ? Qt::Checked : Qt::Unchecked)
                                : QVariant();
    case CopyRole:
        return copyOf(*line, column);
    case ThingsRole:
        if (column == Address)
            return QVariant::fromValue(
                Things{{Thing::Transaction, QString::fromStdString(line->outpoint.txid.toHex())},
                       {Thing::Address, line->address}});
        return {};
    default:
        return lookOf(*line, column, role);
    }
}

bool CoinListModel::setData(const QModelIndex& index, const QVariant& value, int role) {
    const CoinRow* line = index.isValid() ? rowAt(index.row()) : nullptr;
    if (!line) return false;
    if (role == Qt::CheckStateRole && index.column() == Chosen) {
        const bool isOn = value.toInt() == Qt::Checked;
        if (isOn != m_chosen.contains(line->outpoint)) toggle(line->outpoint);
        return true;
    }
    if (role != Qt::EditRole || index.column() != Label) return false;
    const QString label = value.toString().trimmed();
    if (label == line->label) return true;
    writeAddressLabel(node(), line->address, label, this, [this](bool isKept) {
        if (!isKept) emit refused();
        renewPages();
    });
    return true;
}

QVariant CoinListModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) return {};
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>((section == Value || section == Age ? Qt::AlignRight : Qt::AlignLeft) |
                                Qt::AlignVCenter);
    if (role == Qt::AccessibleTextRole && section == Chosen) return tr("Chosen");
    if (role != Qt::DisplayRole) return {};
    switch (section) {
    case Value:
        return tr("Amount");
    case Label:
        return tr("Label");
    case Note:
        return tr("Note");
    case Address:
        return tr("Address");
    case Age:
        return tr("Age");
    case State:
        return tr("State");
    default:
        return {};
    }
}

Qt::ItemFlags CoinListModel::flags(const QModelIndex& index) const {
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    if (!rowAt(index.row())) return flags;
    if (index.column() == Chosen) return flags | Qt::ItemIsUserCheckable;
    return index.column() == Label ? flags | Qt::ItemIsEditable : flags;
}

} // namespace gui

#include "moc_CoinListModel.cpp"
