#pragma once

#include "gui/widgets/Picture.h"

#include <QStringList>
#include <QVariantAnimation>
#include <QVector>

namespace gui {

class RowsModel;

/// One block as a card: how full it is, what is in it, whose it is.
struct StripBlock {
    QString title;      ///< "2 148", "next"
    double fill = 0;    ///< 0 … 1
    QStringList lines;  ///< "14 payments", "21 s ago": two at most
    QString owner;      ///< "you"; empty: nobody known
    bool own = false;   ///< mine: own ring, owner in the own colour
    QString key;        ///< tells blocks apart: the hash; a new first key slides in
};

/// The next blocks and the last ones, newest first, as on the home page. Items: the pending ones (dashed), then the blocks.
class ChainStrip : public Picture {
    Q_OBJECT
public:
    explicit ChainStrip(QWidget* parent = nullptr);

    /// What waits: the next block, or several, the nearest last. They are painted dashed, in the colours of work.
    void setPending(const QVector<StripBlock>& pending);
    void setBlocks(const QVector<StripBlock>& newestFirst);
    [[nodiscard]] int pendingCount() const { return static_cast<int>(m_pending.size()); }
    /// A card to choose, as the fee page does: it carries the own ring. -1: none.
    void setChosen(int item);

    [[nodiscard]] QAbstractItemModel* tableModel() override;
    [[nodiscard]] int itemCount() const override;
    [[nodiscard]] QRectF itemRect(int item) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    [[nodiscard]] QString itemText(int item) const override;
    [[nodiscard]] int neighbour(int item, int key) const override;
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] const StripBlock& blockAt(int item) const;
    [[nodiscard]] QRectF place(int item) const;
    void paintBlock(QPainter& painter, int item) const;
    void paintFill(QPainter& painter, const QRectF& well, double share, bool pending) const;
    void paintFade(QPainter& painter) const;
    void renewTable();

    QVector<StripBlock> m_pending;
    QVector<StripBlock> m_blocks;
    QVariantAnimation m_slide;
    RowsModel* m_table;
    double m_offset = 0; ///< 1: the newest block is still at the place of the pending one
    int m_chosen = -1;
};

} // namespace gui
