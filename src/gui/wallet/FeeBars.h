#pragma once

#include "gui/widgets/Picture.h"
#include "node/wallet/WaitingReason.h"

namespace gui {

class RowsModel;

/// The fee rates of those that wait as bars, the best first: what the next block takes, where the own one
/// stands, and where it would stand with another rate.
class FeeBars : public Picture {
    Q_OBJECT
public:
    explicit FeeBars(QWidget* parent = nullptr);
    /// `newPerKvB`: with which it would be paid for; 0: nothing is planned.
    void setBars(std::vector<node::FeeNeighbour> bars, std::int64_t newPerKvB);
    [[nodiscard]] QAbstractItemModel* tableModel() override;
    [[nodiscard]] int itemCount() const override { return int(m_bars.size()); }
    [[nodiscard]] QRectF itemRect(int item) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    [[nodiscard]] QString itemText(int item) const override;

private:
    [[nodiscard]] QRectF ground() const;
    [[nodiscard]] double heightOf(std::int64_t feePerKvB) const;
    [[nodiscard]] int newPlace() const;
    void paintNewPlace(QPainter& painter) const;
    void paintWords(QPainter& painter) const;
    std::vector<node::FeeNeighbour> m_bars;
    std::int64_t m_new = 0;
    RowsModel* m_table;
};

} // namespace gui
