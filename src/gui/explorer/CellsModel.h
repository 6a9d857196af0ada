#pragma once

#include "gui/widgets/RowList.h"
#include "gui/widgets/TableRoles.h"
#include "gui/widgets/Tag.h"
#include "gui/widgets/Things.h"
#include "primitives/Amount.h"

#include <optional>
#include <vector>

namespace gui {

/// One cell of a CellsModel. Amounts and times are written when they are shown: they can be hidden, and they
/// are relative.
struct Cell {
    QString text{};
    TextStyle style = TextStyle::Normal;
    std::optional<primitives::Amount> amount{}; ///< instead of `text`
    bool isSigned = false;                      ///< the amount carries its sign
    std::int64_t time = 0;                      ///< instead of `text`: unix seconds
    std::optional<TagKind> tag{};               ///< the text, or `trailing` where there is one, is a pill
    QString trailing{};
    QString whole{}; ///< what is copied and shown on hover
    QString icon{};
    Thing thing = Thing::None; ///< what `whole` stands for
    bool operator==(const Cell&) const = default;
};

using CellsRow = std::vector<Cell>;

/// A list of the explorer that grows at its end while somebody scrolls: payments of a block or an address,
/// inputs, outputs, hits.
class CellsModel : public RowList<CellsRow> {
    Q_OBJECT
public:
    struct Head {
        QString text;
        bool right = false;
    };
    using Row = CellsRow;

    explicit CellsModel(QObject* parent = nullptr);
    void setHeads(std::vector<Head> heads);
    /// The first rows of another list, or the same list anew: rows that are there already, by the whole text
    /// of their first cell, stay where they are.
    void setRows(std::vector<Row> next, bool more = false);
    void addRows(std::vector<Row> rows, bool more);
    /// Relative times are read again.
    void renewTimes();

    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex& parent) const override;
    void fetchMore(const QModelIndex& parent) override;

signals:
    /// Somebody scrolled to the end: answer with addRows().
    void moreWanted();

private:
    std::vector<Head> m_heads;
    bool m_more = false;
    bool m_fetching = false;
};

} // namespace gui
