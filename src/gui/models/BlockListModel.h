#pragma once

#include "chain/ChainTypes.h"

#include <QAbstractTableModel>
#include <QTimer>

#include <memory>
#include <optional>
#include <unordered_map>
#include <vector>

namespace explorer {
struct BlockRow;
}
namespace node {
class Node;
}

namespace gui {

/// The best chain as a table of any length, newest first: every block has its row, but only some pages of
/// rows are in memory. Cells that are not here yet read "…" and are asked for from the read pool.   Thread:
/// main.
class BlockListModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Height, Hash, Found, By, Payments, Fees, Size, ColumnCount };
    static constexpr std::int32_t kPageRows = 50;
    static constexpr std::size_t kMostPages = 50;

    explicit BlockListModel(node::Node& node, QObject* parent = nullptr);
    ~BlockListModel() override;

    /// Follows the best chain to `tip`: new rows on top, or a reset when a block that was shown is no longer
    /// part of it. The change comes a moment later; calls in between are joined.
    void follow(const chain::TipInfo& tip);
    [[nodiscard]] const chain::TipInfo& tip() const { return m_tip; }
    /// The times in these rows are read again: they are relative.
    void renewTimes(int firstRow, int lastRow);
    /// The wallet's addresses changed: who found a block is told anew.
    void renewOwners();

    [[nodiscard]] std::int32_t heightOf(int row) const { return m_tip.height - row; }
    [[nodiscard]] int rowOf(std::int32_t height) const { return m_tip.height - height; }
    /// Nothing while the row is on its way.
    [[nodiscard]] std::optional<primitives::BlockHash> hashAt(int row) const;
    [[nodiscard]] std::size_t pagesInMemory() const { return m_pages.size(); }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row;
    struct Page;

    void applyTip(const chain::TipInfo& tip, bool sameBranch);
    [[nodiscard]] const Row* rowAt(int row) const;
    void want(std::int32_t page) const;
    void load();
    void store(std::int32_t page, const std::vector<explorer::BlockRow>& rows);
    void dropOldPages();
    void pageChanged(std::int32_t page, Column first, Column last);
    [[nodiscard]] Row made(const explorer::BlockRow& block) const;
    [[nodiscard]] QVariant textOf(const Row& row, Column column) const;
    [[nodiscard]] static QVariant lookOf(const Row* row, Column column, int role);

    node::Node& m_node;
    chain::TipInfo m_tip;
    std::optional<chain::TipInfo> m_next; ///< came while the last one was still being looked at
    bool m_checking = false;
    /// By height / kPageRows: the place of a block never changes.
    std::unordered_map<std::int32_t, std::unique_ptr<Page>> m_pages;
    mutable std::vector<std::int32_t> m_wanted; ///< the latest last
    mutable std::uint64_t m_uses = 0;
    mutable QTimer m_loadTimer;
    int m_loading = 0;
    std::uint64_t m_generation = 0; ///< answers of an earlier one are dropped
};

} // namespace gui
