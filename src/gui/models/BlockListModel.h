#pragma once

#include "chain/ChainTypes.h"
#include "gui/models/PagedModel.h"

#include <memory>
#include <optional>

namespace explorer {
struct BlockRow;
}
namespace node {
class Node;
class OwnScripts;
} // namespace node

namespace gui {

/// A row of the list with its texts made once; what depends on the clock or on hiding is made when asked.
struct BlockListRow {
    primitives::BlockHash hash;
    util::Bytes minerScript;
    std::int64_t time = 0;
    primitives::Amount fees;
    QString height, hashText, address, by, payments, size;
    bool own = false;
    bool named = false; ///< `by` is a name, not an address
    bool operator==(const BlockListRow& other) const { return hash == other.hash && own == other.own; }
};

/// The best chain as a table of any length, newest first. Cells that are not here yet read "…" and are asked
/// for from the read pool.   Thread: main.
class BlockListModel : public PagedRows<BlockListRow> {
    Q_OBJECT
public:
    enum Column { Height, Hash, Found, By, Payments, Fees, Size, ColumnCount };

    explicit BlockListModel(node::Node& node, QObject* parent = nullptr);

    /// Follows the best chain to `tip`: new rows on top, or a reset when a block that was shown is no longer
    /// part of it. The change comes a moment later; calls in between are joined.
    void follow(const chain::TipInfo& tip);
    [[nodiscard]] const chain::TipInfo& tip() const { return m_tip; }
    /// The times in these rows are read again: they are relative.
    void renewTimes(int firstRow, int lastRow);
    /// The wallet's addresses changed: who found a block is told anew.
    void renewOwners();

    [[nodiscard]] std::int32_t heightOf(int row) const { return placeOf(row); }
    /// Nothing while the row is on its way.
    [[nodiscard]] std::optional<primitives::BlockHash> hashAt(int row) const;

    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void ask(int page, int first, int count, quint64 ticket) override;
    void applyTip(const chain::TipInfo& tip, bool sameBranch);
    [[nodiscard]] BlockListRow made(const explorer::BlockRow& block) const;
    [[nodiscard]] QVariant textOf(const BlockListRow& row, Column column) const;
    [[nodiscard]] static QVariant lookOf(const BlockListRow* row, Column column, int role);

    node::Node& m_node;
    chain::TipInfo m_tip;
    std::optional<chain::TipInfo> m_next; ///< came while the last one was still being looked at
    bool m_checking = false;
    std::shared_ptr<const node::OwnScripts> m_own; ///< by which the rows are marked
};

} // namespace gui
