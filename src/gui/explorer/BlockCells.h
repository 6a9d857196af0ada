#pragma once

#include "gui/theme/Tokens.h"
#include "gui/widgets/Picture.h"

namespace gui {

class RowsModel;

/// The transactions of a block as cells: the larger a cell, the more it weighs; its colour is its fee rate;
/// the reward is hatched, what is mine has a dot. Items: the cells, the largest first.
class BlockCells : public Picture {
    Q_OBJECT
public:
    struct Cell {
        QString txid{};    ///< empty: the many that are not shown one by one
        QString words{};   ///< "payment of 2.5", "reward", "120 more"
        double weight = 0; ///< weight units
        double rate = 0;   ///< sat/vB
        bool reward = false;
        bool own = false;
    };

    explicit BlockCells(QWidget* parent = nullptr);
    void setCells(QVector<Cell> cells);
    [[nodiscard]] const Cell& cell(int item) const { return m_cells[item]; }

    [[nodiscard]] QAbstractItemModel* tableModel() override;
    [[nodiscard]] int itemCount() const override { return static_cast<int>(m_cells.size()); }
    [[nodiscard]] QRectF itemRect(int item) const override { return m_places.value(item); }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    [[nodiscard]] QString itemText(int item) const override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void lay();
    struct LegendEntry {
        enum class Mark { Own, Reward, Fee, None } mark = Mark::None;
        QString words;
        int feeStep = 0;
        QRectF area; ///< as wide as mark and words, in its line of the legend
    };
    [[nodiscard]] QVector<LegendEntry> legendEntries() const;
    void paintLegend(QPainter& painter) const;
    void paintOwnMark(QPainter& painter, const QPointF& centre) const;
    QVector<Cell> m_cells;
    QVector<QRectF> m_places; ///< one a cell
    QVector<LegendEntry> m_legend;
    RowsModel* m_table;
};

} // namespace gui
