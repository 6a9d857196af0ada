#pragma once

#include "gui/theme/Tokens.h"
#include "gui/widgets/Picture.h"

#include <QPainterPath>
#include <QString>
#include <QVector>

#include <functional>

namespace gui {

class RowsModel;

/// Values over time as a line with a soft ground: hash rate, balance, traffic. The value under the mouse is
/// written beside it; Left and Right walk the values. Its items are its points.
class AreaChart : public Picture {
    Q_OBJECT
public:
    struct Point {
        double x = 0; ///< any scale that grows: unix seconds, heights
        double y = 0;
        QString label;     ///< what the point is called: "Today 10:42"
        double second = 0; ///< of the second line, where there is one
        bool operator==(const Point&) const = default;
    };

    explicit AreaChart(QWidget* parent = nullptr);

    /// In order of x. A series of one point is drawn as a level line.
    void setPoints(const QVector<Point>& points);
    void setToken(Token token); ///< default Token::Accent
    /// How a value is written, on hover, at the axis and in the table. Amounts must go through format(),
    /// which masks them.
    void setValueText(std::function<QString(double)> text);
    /// What a point without a label is called, by its x; asked when it is pointed at.
    void setPointText(std::function<QString(double)> text);
    /// A second line over the same points, dashed and without a ground; `head` is its column of the table.
    void setSecondLine(Token token, const QString& head);
    /// Heads of the table twin.
    void setHeads(const QString& pointHead, const QString& valueHead);
    /// Words under the left and right end. Empty: no axis.
    void setAxisEnds(const QString& left, const QString& right);
    /// Writes the highest value at the upper left.
    void setShowsTop(bool shows);
    /// The scale starts at zero (default) or at the smallest value.
    void setFromZero(bool fromZero);
    /// The values are amounts: while those are hidden nothing is drawn, for a curve says as much as a figure.
    void setOfAmounts(bool amounts);
    /// Values move by steps instead of slopes: balances.
    void setStepped(bool stepped);
    /// Rounds the lower corners, for a chart that fills a card to its edges (Card::setBleed).
    void setCornerRadius(int radius);

    [[nodiscard]] QAbstractItemModel* tableModel() override;
    [[nodiscard]] int itemCount() const override {
        return isMasked() ? 0 : static_cast<int>(m_points.size());
    }
    [[nodiscard]] QRectF itemRect(int item) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    [[nodiscard]] int itemAt(const QPointF& position) const override;
    [[nodiscard]] QString itemText(int item) const override;
    [[nodiscard]] int neighbour(int item, int key) const override;
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] QRectF plot() const;
    [[nodiscard]] QPointF place(int item) const { return placeOf(item, m_points[item].y); }
    [[nodiscard]] QPointF placeOf(int item, double value) const;
    [[nodiscard]] QString valueText(double value) const;
    [[nodiscard]] QString pointText(const Point& point) const;
    [[nodiscard]] QString bothTexts(const Point& point) const;
    void paintSecond(QPainter& painter) const;
    [[nodiscard]] QPainterPath line() const;
    [[nodiscard]] bool isMasked() const;
    void paintSteps(QPainter& painter, const QColor& ink) const;
    void paintHidden(QPainter& painter) const;
    void renewTable();
    void measure();
    void paintMark(QPainter& painter, int item) const;
    void paintWords(QPainter& painter) const;

    QVector<Point> m_points;
    std::function<QString(double)> m_valueText;
    std::function<QString(double)> m_pointText;
    RowsModel* m_table;
    QString m_pointHead;
    QString m_valueHead;
    QString m_secondHead; ///< empty: there is no second line
    Token m_secondToken = Token::Own;
    QString m_axisLeft;
    QString m_axisRight;
    double m_low = 0;
    double m_high = 1;
    int m_cornerRadius = 0;
    Token m_token = Token::Accent;
    bool m_showsTop = false;
    bool m_fromZero = true;
    bool m_stepped = false;
    bool m_ofAmounts = false;
    bool m_hasTable = false; ///< somebody asked for it: it follows from now on
};

} // namespace gui
