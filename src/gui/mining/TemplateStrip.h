#pragma once

#include "gui/widgets/Picture.h"
#include "mining/MiningTypes.h"

#include <QHash>
#include <QPixmap>
#include <QVector>

namespace gui {

class RowsModel;

/// The payments of the block being worked on, in their order: best fee first, each as wide as the room it
/// takes, in the colour of its fee rate. In front, the reward.
class TemplateStrip : public Picture {
    Q_OBJECT
public:
    explicit TemplateStrip(QWidget* parent = nullptr);
    /// Costs something only for another template than the one shown. Null: none.
    void setWork(const mining::BlockTemplateRef& work);
    /// Of a payment; null for the reward.
    [[nodiscard]] primitives::TxId txid(int item) const { return m_parts[item].txid; }

    [[nodiscard]] QAbstractItemModel* tableModel() override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] int itemCount() const override { return static_cast<int>(m_places.size()); }
    [[nodiscard]] QRectF itemRect(int item) const override { return m_places[item]; }

protected:
    [[nodiscard]] QString itemText(int item) const override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    struct Part {
        primitives::TxId txid;
        double virtualSize = 0;
        double feeRate = 0;        ///< satoshi a virtual byte
        primitives::Amount amount; ///< the fee, or the reward
        bool isReward = false;
    };
    void fillTable();
    [[nodiscard]] QVector<QStringList> tableRows() const;
    void lay();
    const QPixmap& tile(int wide, const QColor& ground);
    void paintReward(QPainter& painter, const QRectF& place) const;
    void paintPayment(QPainter& painter, const QRectF& place, double feeRate);
    RowsModel* m_table;
    mining::BlockTemplateRef m_work;
    QVector<Part> m_parts;
    QVector<QRectF> m_places;        ///< of the parts there is room for
    QHash<quint64, QPixmap> m_tiles; ///< by width and colour
};

} // namespace gui
