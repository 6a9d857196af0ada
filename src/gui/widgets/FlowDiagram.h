#pragma once

#include "gui/theme/Theme.h"
#include "gui/widgets/Picture.h"

#include <QVector>

namespace gui {

class RowsModel;

/// One end of a transaction.
struct FlowEnd {
    enum class Kind { Own, Other, Fee, Coinbase };
    QString title;      ///< "Bo", "change, Savings", "fee"
    QString detail;     ///< "cairn1qv4…m3te", "21 sat/vB"
    QString amountText; ///< through format(), which masks it
    double share = 0;   ///< of the whole, 0 … 1: its thickness
    Kind kind = Kind::Other;
    bool operator==(const FlowEnd&) const = default;
};

/// Where the money goes: inputs at the left, outputs at the right, bands as thick as their amounts, the fee a
/// thin line. Items: the inputs, then the outputs.
class FlowDiagram : public Picture {
    Q_OBJECT
public:
    explicit FlowDiagram(QWidget* parent = nullptr);
    /// Long lists are cut at 8 ends a side; the last one then says how many more there are (the table has
    /// them all).
    void setEnds(const QVector<FlowEnd>& inputs, const QVector<FlowEnd>& outputs);
    /// One line an end, for narrow places.
    void setCompact(bool compact);

    [[nodiscard]] QAbstractItemModel* tableModel() override;
    [[nodiscard]] int itemCount() const override;
    [[nodiscard]] int inputCount() const { return static_cast<int>(m_inputs.size()); }
    [[nodiscard]] QRectF itemRect(int item) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    [[nodiscard]] QString itemText(int item) const override;
    [[nodiscard]] int neighbour(int item, int key) const override;
    void paintEvent(QPaintEvent* event) override;

private:
    struct Line {
        QString text;
        TextRole role;
        Token token;
    };
    struct Side {
        QVector<double> centres; ///< of the ends
        QVector<double> thick;   ///< of the bands
    };
    [[nodiscard]] Side sideFor(const QVector<FlowEnd>& ends) const;
    [[nodiscard]] double labelWidth(bool left) const;
    [[nodiscard]] QVector<Line> linesOf(const FlowEnd& end, bool left) const;
    [[nodiscard]] double labelHeight() const;
    [[nodiscard]] double usableThickness() const;
    [[nodiscard]] QRectF middleBox() const;
    void paintSide(QPainter& painter, const QVector<FlowEnd>& ends, bool left) const;
    void paintBand(QPainter& painter, QPointF from, QPointF to, double thick, const QColor& ink) const;
    void paintLabel(QPainter& painter, const FlowEnd& end, const QRectF& area, bool left) const;
    void renewTable(const QVector<FlowEnd>& inputs, const QVector<FlowEnd>& outputs);

    QVector<FlowEnd> m_inputs;
    QVector<FlowEnd> m_outputs;
    RowsModel* m_table;
    bool m_compact = false;
};

} // namespace gui
