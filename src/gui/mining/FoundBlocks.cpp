#include "gui/mining/FoundBlocks.h"

#include "gui/Format.h"
#include "gui/home/Certainty.h"
#include "gui/widgets/TableRoles.h"
#include "node/Node.h"

#include <QDateTime>

namespace gui {

namespace {

constexpr std::size_t kPage = 200;
constexpr std::size_t kMostEntries = 2'000;
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

FoundBlock foundBlockOf(const wallet::WalletTransaction& entry) {
    const std::int32_t height = entry.height >= 0 ? entry.height : heightIn(*entry.transaction);
    return {height, entry.time, entry.block, entry.received, entry.state};
}

} // namespace

QFuture<std::optional<FoundBlocks>> askFoundBlocks(node::Node& node, int count) {
    const std::int64_t midnight = QDateTime::currentDateTime().date().startOfDay().toSecsSinceEpoch();
    return node.withWallet([count, midnight](wallet::Wallet& wallet, std::int32_t) {
        FoundBlocks found;
        for (std::size_t offset = 0; offset < kMostEntries; offset += kPage) {
            const auto page = wallet.history(offset, kPage);
            for (const wallet::WalletTransaction& entry : page) {
                if (!entry.isCoinbase) continue;
                if (found.newest.size() < count) found.newest.append(foundBlockOf(entry));
                if (entry.time >= midnight)
                    ++(entry.state == wallet::TxState::Lost ? found.lost : found.today);
            }
            const bool enough =
                found.newest.size() >= count && page.size() == kPage && page.back().time < midnight;
            if (page.size() < kPage || enough) break;
        }
        return found;
    });
}

FoundBlocksModel::FoundBlocksModel(QObject* parent) : QAbstractTableModel(parent) {
    connect(&format(), &Format::changed, this, [this] {
        if (!m_blocks.isEmpty()) emit dataChanged(index(0, Reward), index(rowCount() - 1, Reward));
    });
}

void FoundBlocksModel::setBlocks(const QVector<FoundBlock>& blocks) {
    beginResetModel();
    m_blocks = blocks;
    endResetModel();
}

void FoundBlocksModel::setChain(std::int32_t height, std::int32_t maturity) {
    m_height = height;
    m_maturity = maturity;
    if (!m_blocks.isEmpty()) emit dataChanged(index(0, State), index(rowCount() - 1, State));
}

void FoundBlocksModel::renewTimes() {
    if (!m_blocks.isEmpty()) emit dataChanged(index(0, Height), index(rowCount() - 1, State));
}

int FoundBlocksModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_blocks.size());
}

int FoundBlocksModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QString FoundBlocksModel::tookText(int row) const {
    if (row + 1 >= m_blocks.size() || m_blocks[row].state == wallet::TxState::Lost)
        return QStringLiteral("–");
    const std::int64_t seconds = m_blocks[row].time - m_blocks[row + 1].time;
    return seconds < 0 ? QStringLiteral("–") : format().duration(static_cast<double>(seconds));
}

QString FoundBlocksModel::textOf(int row, int column) const {
    const FoundBlock& found = m_blocks[row];
    switch (column) {
    case Height:
        return found.height < 0 ? QStringLiteral("–") : Format::count(found.height);
    case When:
        return format().ago(found.time);
    case Took:
        return tookText(row);
    case Reward:
        return format().amount(found.reward);
    case State:
        return certaintyOf(found.state, true, found.height, {m_height, m_maturity, 1}).text;
    default:
        return {};
    }
}

QVariant FoundBlocksModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) return {};
    const FoundBlock& found = m_blocks[index.row()];
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return textOf(index.row(), column);
    case Qt::ToolTipRole:
        return column == When ? QVariant(format().exactTime(found.time)) : QVariant();
    case CopyRole:
        return QString::fromStdString(found.hash.toHex());
    case Qt::TextAlignmentRole:
        return static_cast<int>((column >= Reward ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case TagKindRole:
        if (column != State) return {};
        return static_cast<int>(certaintyOf(found.state, true, found.height, {m_height, m_maturity, 1}).kind);
    case RowToneRole:
        if (found.state == wallet::TxState::Lost) return static_cast<int>(RowTone::Faded);
        if (index.row() == 0 && QDateTime::currentSecsSinceEpoch() - found.time < kNewSeconds)
            return static_cast<int>(RowTone::Accent);
        return {};
    case TextStyleRole:
        if (column == Height) return static_cast<int>(TextStyle::Strong);
        if (column == Reward) return static_cast<int>(TextStyle::Amount);
        return column == State ? QVariant() : QVariant(static_cast<int>(TextStyle::Muted));
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
