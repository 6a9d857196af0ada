#pragma once

#include "gui/models/CoinLines.h"
#include "gui/widgets/Picture.h"

#include <QPointF>
#include <QVector>

namespace gui {

class RowsModel;

/// All coins by age and amount, both in powers of ten: colours by where they come from, a ring around those
/// that are chosen, a broken line around those that cannot pay now. Click, Space and a rubber band choose.
/// Where there are too many for circles, squares say how many lie there.
class CoinScatter : public Picture {
    Q_OBJECT
public:
    explicit CoinScatter(std::int32_t maturity, QWidget* parent = nullptr);
    using Coins = std::set<primitives::OutPoint>;
    void setField(const std::shared_ptr<const CoinField>& field, std::int32_t chainHeight);
    void setChosen(const Coins& chosen);
    /// Nothing: it is a square of several.
    [[nodiscard]] std::optional<primitives::OutPoint> coinAt(int item) const;

    [[nodiscard]] QAbstractItemModel* tableModel() override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] int itemCount() const override { return static_cast<int>(m_places.size()); }
    [[nodiscard]] QRectF itemRect(int item) const override { return m_places[item]; }

signals:
    /// Those within the band, in place of what was chosen.
    void bandDrawn(const std::set<primitives::OutPoint>& coins);

protected:
    [[nodiscard]] QString itemText(int item) const override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;

private:
    void lay();
    void renewTable();
    [[nodiscard]] QVector<QStringList> tableRows() const;
    [[nodiscard]] QRectF plot() const;
    [[nodiscard]] double ageOf(std::int32_t height) const;
    [[nodiscard]] QPointF placeOf(double age, primitives::Amount amount) const;
    [[nodiscard]] bool isIdle(const CoinPoint& point) const;
    void paintAxes(QPainter& painter) const;
    void paintPoint(QPainter& painter, int item) const;
    void paintCell(QPainter& painter, int item) const;

    std::int32_t m_maturity;
    RowsModel* m_table;
    std::shared_ptr<const CoinField> m_field;
    std::int32_t m_height = -1;
    Coins m_chosen;
    QVector<QRectF> m_places; ///< of the points, or of the cells
    // The powers of ten that the edges stand for.
    double m_oldest = 1;
    double m_least = 0, m_most = 1;
    int m_mostInCell = 1;
    std::optional<QPointF> m_bandFrom;
    QRectF m_band;
};

} // namespace gui
