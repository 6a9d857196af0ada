#pragma once

#include "gui/theme/Tokens.h"
#include "gui/widgets/Picture.h"

#include <QElapsedTimer>
#include <QHash>
#include <QPixmap>
#include <QStringList>
#include <QVariantAnimation>
#include <QVector>

namespace gui {

class RowsModel;

/// A payment in the picture of a block: the colour of its fee rate, its part of what the block holds.
struct StripCell {
    double weight = 0;
    Token token = Token::F3;
    bool operator==(const StripCell&) const = default;
};

/// One block as a card: how full it is, what is in it, whose it is.
struct StripBlock {
    QString title;              ///< "2 148", "next"
    double fill = 0;            ///< how high it is painted: 0 … 1
    QStringList lines;          ///< "14 payments", "21 s ago": two at most
    QString owner;              ///< "you"; empty: nobody known
    bool own = false;           ///< mine: own ring, owner in the own colour
    QString key;                ///< tells blocks apart: the hash; a new first key slides in
    double full = -1;           ///< what the words say of how full it is: 0 … 1; below 0: as `fill`
    QVector<StripCell> cells{}; ///< what it holds, the largest first; empty: one level
    QString parent{};           ///< of a stale block: the key of the block before it
    bool operator==(const StripBlock&) const = default;
};

/// The next blocks and the last ones, newest first, as on the home page; below them the blocks that lost,
/// dashed, each tied to its parent. Items: the pending ones (dashed), then the blocks, then the stale ones.
class ChainStrip : public Picture {
    Q_OBJECT
public:
    explicit ChainStrip(QWidget* parent = nullptr);

    /// What waits: the next block, or several, the nearest last. They are painted dashed, in the colours of
    /// work.
    void setPending(const QVector<StripBlock>& pending);
    void setBlocks(const QVector<StripBlock>& newestFirst);
    /// Blocks of losing branches, with the title of the block that won at their height: they hang below it.
    void setStale(const QVector<StripBlock>& stale);
    [[nodiscard]] int pendingCount() const { return static_cast<int>(m_pending.size()); }
    [[nodiscard]] int blockCount() const { return static_cast<int>(m_blocks.size()); }
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
    [[nodiscard]] bool isStale(int item) const { return item >= pendingCount() + blockCount(); }
    [[nodiscard]] QRectF place(int item) const;
    [[nodiscard]] int columnOf(const StripBlock& stale) const;
    void renew(QVector<StripBlock>& old, const QVector<StripBlock>& now, int firstItem);
    void layStale();
    void paintBlock(QPainter& painter, int item) const;
    void paintCard(QPainter& painter, int item, const QRectF& area) const;
    void paintStale(QPainter& painter, int item) const;
    void paintTie(QPainter& painter, int item) const;
    void paintFill(QPainter& painter, const QRectF& well, const StripBlock& block, bool pending) const;
    void paintFade(QPainter& painter) const;
    void renewTable();
    void changeEvent(QEvent* event) override;

    /// A card as it was painted last: most repaints are about other things.
    struct Painted {
        StripBlock block;
        bool hovered = false;
        bool chosen = false;
        QPixmap picture{};
    };
    QVector<StripBlock> m_pending;
    QVector<StripBlock> m_blocks;
    QVector<StripBlock> m_stale;
    QVector<QPoint>
        m_stalePlaces; ///< one a stale block: column among the blocks (-1: not in sight) and row below them
    int m_staleRows = 0;
    mutable QHash<QString, Painted> m_painted; ///< by key
    mutable QPixmap m_fade;                    ///< at the end of the room
    QVariantAnimation m_slide;
    QElapsedTimer m_grown; ///< since the last block came
    RowsModel* m_table;
    double m_offset = 0; ///< 1: the newest block is still at the place of the pending one
    int m_chosen = -1;
};

} // namespace gui
