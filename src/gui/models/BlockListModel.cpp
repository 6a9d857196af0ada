#include "gui/models/BlockListModel.h"

#include "gui/Format.h"
#include "gui/widgets/CellName.h"
#include "gui/widgets/TableRoles.h"
#include "gui/widgets/Tag.h"
#include "gui/widgets/Things.h"
#include "node/Node.h"
#include "node/OnResult.h"

#include <algorithm>
#include <utility>

namespace gui {

namespace {

QString placeholder() {
    return QStringLiteral("…");
}

} // namespace

BlockListModel::BlockListModel(node::Node& node, QObject* parent) : PagedRows(parent), m_node(node) {
    connect(&format(), &Format::changed, this, [this] { columnsChanged(Fees, Fees); });
}

void BlockListModel::follow(const chain::TipInfo& tip) {
    if (m_checking) {
        m_next = tip;
        return;
    }
    if (tip == m_tip) return;
    if (m_tip.height < 0 || tip.height <= m_tip.height) return applyTip(tip, false);
    m_checking = true;
    const auto old = m_tip;
    const auto done = [this, tip](bool sameBranch) {
        m_checking = false;
        applyTip(tip, sameBranch);
        if (const auto next = std::exchange(m_next, std::nullopt)) follow(*next);
    };
    node::onResult(m_node.chain().query([old](explorer::ExplorerQueries& queries) {
        const auto rows = queries.blocks(old.height, 1);
        return rows && !rows->empty() && rows->front().hash == old.hash;
    }),
                   this, done, [done] { done(false); });
}

void BlockListModel::applyTip(const chain::TipInfo& tip, bool sameBranch) {
    const bool grew = sameBranch && tip.height > m_tip.height;
    m_tip = tip;
    if (grew)
        change(rowCount(), tip.height + 1);
    else
        restart(tip.height + 1);
}

void BlockListModel::renewTimes(int firstRow, int lastRow) {
    firstRow = std::max(firstRow, 0);
    lastRow = std::min(lastRow, rowCount() - 1);
    if (firstRow <= lastRow)
        emit dataChanged(index(firstRow, Found), index(lastRow, Found), {Qt::DisplayRole});
}

void BlockListModel::renewOwners() {
    const auto own = m_node.wallet().ownScripts();
    if (own == m_own) return;
    m_own = own;
    visitRows(By, By, [&](BlockListRow& row) {
        const bool was = row.own;
        row.own = own->contains(row.minerScript);
        return was != row.own;
    });
}

std::optional<primitives::BlockHash> BlockListModel::hashAt(int row) const {
    const BlockListRow* found = rowAt(row);
    return found ? std::optional(found->hash) : std::nullopt;
}

int BlockListModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

void BlockListModel::ask(int page, int first, int count, quint64 ticket) {
    const auto give = [this, page, first, ticket](const std::vector<explorer::BlockRow>& blocks) {
        std::vector<BlockListRow> rows;
        for (auto block = blocks.rbegin(); block != blocks.rend(); ++block)
            if (block->height >= first) rows.push_back(made(*block));
        answer(page, ticket, std::move(rows)); // none: the disk failed, or the chain has just become shorter
    };
    node::onResult(
        m_node.chain().query([highest = first + count - 1, count](explorer::ExplorerQueries& queries) {
            return queries.blocks(highest, count).value_or(std::vector<explorer::BlockRow>());
        }),
        this, give, [give] { give({}); });
}

BlockListRow BlockListModel::made(const explorer::BlockRow& block) const {
    BlockListRow row;
    row.hash = block.hash;
    row.minerScript = block.minerScript;
    row.time = block.time;
    row.fees = block.fees;
    row.height = Format::count(block.height);
    row.hashText = QString::fromStdString(block.hash.toHex());
    row.address = QString::fromStdString(block.minerAddress);
    row.by =
        block.finder.empty() ? Format::shortened(row.address, 8, 4) : QString::fromStdString(block.finder);
    row.named = !block.finder.empty();
    if (block.height == 0)
        row.by = tr("genesis");
    else if (row.by.isEmpty())
        row.by = tr("unknown");
    row.payments = Format::count(std::max(block.transactionCount - 1, 0));
    row.size = Format::size(block.sizeBytes);
    const auto own = m_node.wallet().ownScripts();
    row.own = own && own->contains(block.minerScript);
    return row;
}

QVariant BlockListModel::textOf(const BlockListRow& row, Column column) const {
    switch (column) {
    case Height:
        return row.height;
    case Hash:
        return Format::shortened(row.hashText, 8, 5);
    case Found:
        return format().ago(row.time);
    case By:
        return row.own ? tr("you") : row.by;
    case Payments:
        return row.payments;
    case Fees:
        return format().trimmed(row.fees);
    case Size:
        return row.size;
    case ColumnCount:
        break;
    }
    return {};
}

QVariant BlockListModel::lookOf(const BlockListRow* row, Column column, int role) {
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>((column >= Payments ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role == TextStyleRole) {
        if (!row) return static_cast<int>(TextStyle::Faint);
        if (column == Height) return static_cast<int>(TextStyle::Strong);
        if (column == Hash) return static_cast<int>(TextStyle::MonoMuted);
        if (column == Fees) return static_cast<int>(TextStyle::Amount);
        if (column == By && !row->own && !row->named && row->by != tr("genesis") && !row->address.isEmpty())
            return static_cast<int>(TextStyle::Mono);
        return static_cast<int>(column == Payments ? TextStyle::Normal : TextStyle::Muted);
    }
    if (!row) return {};
    if (role == TagKindRole && column == By && row->own) return static_cast<int>(TagKind::Own);
    if (role == CopyRole && column == Hash) return row->hashText;
    if (role == CopyRole && column == By && !row->address.isEmpty()) return row->address;
    if (role == ThingRole && column == Hash) return static_cast<int>(Thing::Block);
    if (role == ThingRole && column == Height) return static_cast<int>(Thing::Height);
    if (role == ThingRole && column == By && !row->address.isEmpty()) return static_cast<int>(Thing::Address);
    if (role == CopyRole && column == Height) return QString(row->height).remove(QChar(0x00a0));
    if (role == Qt::ToolTipRole && column == Hash) return row->hashText;
    if (role == Qt::ToolTipRole && column == By) return row->address;
    if (role == Qt::ToolTipRole && column == Found) return format().exactTime(row->time);
    return {};
}

QVariant BlockListModel::data(const QModelIndex& index, int role) const {
    if (role == Qt::AccessibleTextRole) return cellName(index);
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) return {};
    const auto column = static_cast<Column>(index.column());
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole && role < Qt::UserRole) {
        return role == Qt::TextAlignmentRole ? lookOf(nullptr, column, role) : QVariant();
    }
    const BlockListRow* row = rowAt(index.row());
    if (role != Qt::DisplayRole) return lookOf(row, column, role);
    if (row) return textOf(*row, column);
    return column == Height ? Format::count(heightOf(index.row())) : placeholder();
}

QVariant BlockListModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount) return {};
    if (role == Qt::TextAlignmentRole) return lookOf(nullptr, static_cast<Column>(section), role);
    if (role != Qt::DisplayRole) return {};
    switch (static_cast<Column>(section)) {
    case Height:
        return tr("Height");
    case Hash:
        return tr("Hash");
    case Found:
        return tr("Found");
    case By:
        return tr("By");
    case Payments:
        return tr("Payments");
    case Fees:
        return tr("Fees");
    case Size:
        return tr("Size");
    case ColumnCount:
        break;
    }
    return {};
}

} // namespace gui

#include "moc_BlockListModel.cpp"
