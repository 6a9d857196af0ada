#include "gui/models/BlockListModel.h"

#include "gui/Format.h"
#include "gui/widgets/TableRoles.h"
#include "gui/widgets/Tag.h"
#include "node/Node.h"
#include "node/OnResult.h"

#include <algorithm>

namespace gui {

namespace {

constexpr int kMostLoading = 2;
constexpr std::size_t kMostWanted = 6;

QString placeholder() {
    return QStringLiteral("…");
}

} // namespace

/// A row with its texts made once; what depends on the clock or on hiding is made when asked.
struct BlockListModel::Row {
    primitives::BlockHash hash;
    util::Bytes minerScript;
    std::int64_t time = 0;
    primitives::Amount fees;
    QString height, hashText, address, by, payments, size;
    bool own = false;
};

struct BlockListModel::Page {
    std::vector<Row> rows; ///< ascending from the page's first height; empty while on its way
    std::uint64_t used = 0;
    bool loading = false;
};

BlockListModel::BlockListModel(node::Node& node, QObject* parent)
    : QAbstractTableModel(parent), m_node(node) {
    m_loadTimer.setSingleShot(true);
    m_loadTimer.setInterval(0);
    connect(&m_loadTimer, &QTimer::timeout, this, &BlockListModel::load);
    connect(&format(), &Format::changed, this, [this] {
        for (const auto& [number, page] : m_pages)
            pageChanged(number, Fees, Fees);
    });
}

BlockListModel::~BlockListModel() = default;

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
    node::onResult(m_node.query([old](explorer::ExplorerQueries& queries) {
        const auto rows = queries.blocks(old.height, 1);
        return rows && !rows->empty() && rows->front().hash == old.hash;
    }),
                   this, done, [done] { done(false); });
}

void BlockListModel::applyTip(const chain::TipInfo& tip, bool sameBranch) {
    if (sameBranch && tip.height > m_tip.height) {
        beginInsertRows({}, 0, tip.height - m_tip.height - 1);
        m_tip = tip;
        endInsertRows();
        return;
    }
    beginResetModel();
    ++m_generation;
    m_loading = 0;
    m_tip = tip;
    m_pages.clear();
    m_wanted.clear();
    endResetModel();
}

void BlockListModel::renewTimes(int firstRow, int lastRow) {
    firstRow = std::max(firstRow, 0);
    lastRow = std::min(lastRow, rowCount() - 1);
    if (firstRow <= lastRow)
        emit dataChanged(index(firstRow, Found), index(lastRow, Found), {Qt::DisplayRole});
}

void BlockListModel::renewOwners() {
    const auto own = m_node.ownScripts();
    for (const auto& [number, page] : m_pages) {
        for (Row& row : page->rows)
            row.own = own && own->contains(row.minerScript);
        pageChanged(number, By, By);
    }
}

std::optional<primitives::BlockHash> BlockListModel::hashAt(int row) const {
    if (row < 0 || row >= rowCount()) return std::nullopt;
    const Row* found = rowAt(row);
    return found ? std::optional(found->hash) : std::nullopt;
}

int BlockListModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : m_tip.height + 1;
}

int BlockListModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

const BlockListModel::Row* BlockListModel::rowAt(int row) const {
    const std::int32_t height = heightOf(row);
    const std::int32_t number = height / kPageRows;
    const auto found = m_pages.find(number);
    const auto offset = static_cast<std::size_t>(height % kPageRows);
    if (found != m_pages.end()) {
        found->second->used = ++m_uses;
        if (offset < found->second->rows.size()) return &found->second->rows[offset];
        if (found->second->loading) return nullptr;
    }
    want(number);
    return nullptr;
}

void BlockListModel::want(std::int32_t page) const {
    std::erase(m_wanted, page);
    m_wanted.push_back(page);
    if (m_wanted.size() > kMostWanted) m_wanted.erase(m_wanted.begin()); // scrolled past long ago
    if (!m_loadTimer.isActive()) m_loadTimer.start();
}

void BlockListModel::load() {
    while (m_loading < kMostLoading && !m_wanted.empty()) {
        const std::int32_t number = m_wanted.back();
        m_wanted.pop_back();
        auto& page = m_pages[number];
        if (!page) page = std::make_unique<Page>();
        if (page->loading) continue;
        page->loading = true;
        page->used = ++m_uses;
        ++m_loading;
        const std::int32_t lowest = number * kPageRows;
        const std::int32_t highest = std::min(lowest + kPageRows - 1, m_tip.height);
        const auto isMine = [this, generation = m_generation] { return generation == m_generation; };
        node::onResult(
            m_node.query([=](explorer::ExplorerQueries& queries) {
                return queries.blocks(highest, highest - lowest + 1)
                    .value_or(std::vector<explorer::BlockRow>());
            }),
            this,
            [this, isMine, number](const std::vector<explorer::BlockRow>& rows) {
                if (isMine()) store(number, rows);
            },
            [this, isMine, number] {
                if (isMine()) store(number, {});
            });
    }
}

void BlockListModel::store(std::int32_t number, const std::vector<explorer::BlockRow>& rows) {
    --m_loading;
    const auto found = m_pages.find(number);
    if (found == m_pages.end()) return;
    found->second->loading = false;
    std::vector<Row> made;
    made.reserve(rows.size());
    for (auto row = rows.rbegin(); row != rows.rend(); ++row)
        if (row->height / kPageRows == number) made.push_back(this->made(*row));
    if (made.empty())
        return; // the disk failed, or the chain has just become shorter: asked again when painted
    found->second->rows = std::move(made);
    dropOldPages();
    pageChanged(number, Height, Size);
    if (!m_wanted.empty()) load();
}

void BlockListModel::dropOldPages() {
    while (m_pages.size() > kMostPages) {
        const auto oldest = std::ranges::min_element(m_pages, {}, [](const auto& entry) {
            return entry.second->loading ? ~std::uint64_t{0} : entry.second->used;
        });
        m_pages.erase(oldest);
    }
}

void BlockListModel::pageChanged(std::int32_t page, Column first, Column last) {
    const int top = std::max(rowOf(page * kPageRows + kPageRows - 1), 0);
    const int bottom = std::min(rowOf(page * kPageRows), rowCount() - 1);
    if (top <= bottom) emit dataChanged(index(top, first), index(bottom, last));
}

BlockListModel::Row BlockListModel::made(const explorer::BlockRow& block) const {
    Row row;
    row.hash = block.hash;
    row.minerScript = block.minerScript;
    row.time = block.time;
    row.fees = block.fees;
    row.height = Format::count(block.height);
    row.hashText = QString::fromStdString(block.hash.toHex());
    row.address = QString::fromStdString(block.minerAddress);
    row.by = Format::shortened(row.address, 8, 4);
    if (block.height == 0)
        row.by = tr("genesis");
    else if (row.address.isEmpty())
        row.by = tr("unknown");
    row.payments = Format::count(std::max(block.transactionCount - 1, 0));
    row.size = Format::size(block.sizeBytes);
    const auto own = m_node.ownScripts();
    row.own = own && own->contains(block.minerScript);
    return row;
}

QVariant BlockListModel::textOf(const Row& row, Column column) const {
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

QVariant BlockListModel::lookOf(const Row* row, Column column, int role) {
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>((column >= Payments ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role == TextStyleRole) {
        if (!row) return static_cast<int>(TextStyle::Faint);
        if (column == Height) return static_cast<int>(TextStyle::Strong);
        if (column == Hash) return static_cast<int>(TextStyle::MonoMuted);
        if (column == Fees) return static_cast<int>(TextStyle::Amount);
        if (column == By && !row->own && row->by != tr("genesis") && !row->address.isEmpty())
            return static_cast<int>(TextStyle::Mono);
        return static_cast<int>(column == Payments ? TextStyle::Normal : TextStyle::Muted);
    }
    if (!row) return {};
    if (role == TagKindRole && column == By && row->own) return static_cast<int>(TagKind::Own);
    if (role == CopyRole && column == Hash) return row->hashText;
    if (role == CopyRole && column == By && !row->address.isEmpty()) return row->address;
    if (role == Qt::ToolTipRole && column == Hash) return row->hashText;
    if (role == Qt::ToolTipRole && column == By) return row->address;
    if (role == Qt::ToolTipRole && column == Found) return format().exactTime(row->time);
    return {};
}

QVariant BlockListModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) return {};
    const auto column = static_cast<Column>(index.column());
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole && role < Qt::UserRole) {
        return role == Qt::TextAlignmentRole ? lookOf(nullptr, column, role) : QVariant();
    }
    const Row* row = rowAt(index.row());
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
