#include "gui/mining/FoundBlocks.h"

#include "gui/Format.h"
#include "gui/models/Certainty.h"
#include "gui/widgets/CellName.h"
#include "gui/widgets/TableRoles.h"
#include "gui/widgets/Things.h"
#include "node/Node.h"
#include "node/OnResult.h"

#include <QDateTime>

#include <algorithm>
#include <optional>

namespace gui {

namespace {

constexpr std::int64_t kNewSeconds = 8; ///< a block just found stands out this long

/// The height that a reward itself names: all that a block which lost leaves.                     Source:
/// BIP 34.
std::int32_t heightIn(const primitives::Transaction& coinbase) {
    constexpr std::uint8_t kOne = 0x51, kSixteen = 0x60;
    const util::Bytes& script = coinbase.inputs().front().scriptSig;
    if (script.empty()) return -1;
    if (script[0] >= kOne && script[0] <= kSixteen) return script[0] - kOne + 1;
    if (script[0] > 4 || script.size() <= script[0]) return -1;
    std::int64_t height = 0;
    for (std::size_t i = script[0]; i > 0; --i)
        height = height * 256 + script[i];
    return static_cast<std::int32_t>(height);
}

/// `before`: the one found before it.
FoundBlock foundBlockOf(const wallet::WalletTransaction& entry, const wallet::WalletTransaction* before) {
    FoundBlock found;
    found.height = entry.height >= 0 ? entry.height : heightIn(*entry.transaction);
    found.time = entry.time;
    found.hash = entry.block;
    found.coinbase = entry.transaction->txid();
    found.reward = entry.received;
    found.state = entry.state;
    if (before && entry.state != wallet::TxState::Lost && before->time <= entry.time)
        found.tookSeconds = entry.time - before->time;
    return found;
}

std::vector<FoundBlock> readFound(const wallet::Wallet& wallet, int first, int count) {
    std::vector<FoundBlock> out;
    const auto size = static_cast<int>(wallet.historySize(wallet::HistoryKind::Mined));
    const int last = std::min(first + count, size);
    if (first >= last) return out;
    const int more = first > 0 ? 1 : 0; // the one below, for the time between them
    const auto entries =
        wallet.history(static_cast<std::size_t>(size - last), static_cast<std::size_t>(last - first + more),
                       wallet::HistoryKind::Mined);
    for (auto at = static_cast<std::size_t>(last - first); at > 0; --at)
        out.push_back(foundBlockOf(entries[at - 1], at < entries.size() ? &entries[at] : nullptr));
    return out;
}

} // namespace

FoundBlocksModel::FoundBlocksModel(node::Node& node, QObject* parent) : PagedRows(parent), m_node(node) {
    connect(&format(), &Format::changed, this, [this] { columnsChanged(Reward, Reward); });
}

void FoundBlocksModel::renew(int size, bool anew) {
    if (anew)
        restart(size);
    else
        change(std::min(rowCount(), size), size);
    renewPages();
}

void FoundBlocksModel::ask(int page, int first, int count, quint64 ticket) {
    const auto read = [first, count](const wallet::Wallet& wallet, std::int32_t) {
        return readFound(wallet, first, count);
    };
    const auto give = [this, page, ticket](std::optional<std::vector<FoundBlock>> rows) {
        answer(page, ticket, rows ? std::move(*rows) : std::vector<FoundBlock>());
    };
    node::onResult(m_node.wallet().ask(read), this, give, [give] { give(std::nullopt); });
}

void FoundBlocksModel::setChain(std::int32_t height, std::int32_t maturity) {
    if (height == m_height && maturity == m_maturity) return;
    m_height = height;
    m_maturity = maturity;
    columnsChanged(State, State);
}

void FoundBlocksModel::renewTimes(int firstRow, int lastRow) {
    firstRow = std::max(firstRow, 0);
    lastRow = std::min(lastRow, rowCount() - 1);
    if (firstRow <= lastRow)
        emit dataChanged(index(firstRow, Height), index(lastRow, When), {Qt::DisplayRole, RowToneRole});
}

int FoundBlocksModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

Certainty FoundBlocksModel::stateOf(const FoundBlock& found) const {
    return certaintyOf(found.state, true, found.height, {m_height, m_maturity, 1});
}

QString FoundBlocksModel::textOf(const FoundBlock& found, int column) const {
    switch (column) {
    case Height:
        return found.height < 0 ? QStringLiteral("–") : Format::count(found.height);
    case When:
        return format().ago(found.time);
    case Took:
        return found.tookSeconds < 0 ? QStringLiteral("–")
                                     : format().duration(static_cast<double>(found.tookSeconds));
    case Reward:
        return format().amount(found.reward);
    case State:
        return stateOf(found).text;
    default:
        return {};
    }
}

QVariant FoundBlocksModel::styleOf(int column) {
    if (column == Height) return static_cast<int>(TextStyle::Strong);
    if (column == Reward) return static_cast<int>(TextStyle::Amount);
    return column == State ? QVariant() : QVariant(static_cast<int>(TextStyle::Muted));
}

QVariant FoundBlocksModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const int column = index.column();
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>((column >= Reward ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role == TextStyleRole) return styleOf(column);
    if (role == Qt::AccessibleTextRole) return cellName(index);
    const FoundBlock* found = rowAt(index.row());
    if (!found)
        return role == Qt::DisplayRole && column == Height ? QVariant(QStringLiteral("…")) : QVariant();
    const bool isLost = found->state == wallet::TxState::Lost;
    switch (role) {
    case Qt::DisplayRole:
        return textOf(*found, column);
    case Qt::ToolTipRole:
        return column == When ? QVariant(format().exactTime(found->time)) : QVariant();
    case CopyRole:
        if (column == Height) return QString::number(found->height);
        return column == Reward && !format().amountsHidden()
                   ? QVariant(QString::fromStdString(primitives::toDecimal(found->reward)))
                   : QVariant();
    case ThingsRole:
        if (column != Height) return {};
        return QVariant::fromValue(Things{
            isLost ? ThingText() : ThingText{Thing::Block, QString::fromStdString(found->hash.toHex())},
            {Thing::Transaction, QString::fromStdString(found->coinbase.toHex())}});
    case TagKindRole:
        return column == State ? QVariant(static_cast<int>(stateOf(*found).kind)) : QVariant();
    case RowToneRole:
        if (isLost) return static_cast<int>(RowTone::Lost);
        return index.row() == 0 && QDateTime::currentSecsSinceEpoch() - found->time < kNewSeconds
                   ? QVariant(static_cast<int>(RowTone::Accent))
                   : QVariant();
    default:
        return {};
    }
}

QVariant FoundBlocksModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    const QStringList heads{tr("Block"), tr("When"), tr("Since the one before"), tr("Reward and fees"),
                            QString()};
    return heads.value(section);
}

} // namespace gui

#include "moc_FoundBlocks.cpp"
