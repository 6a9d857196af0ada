#pragma once

#include <QHash>
#include <QPersistentModelIndex>
#include <QStyledItemDelegate>

namespace gui {

/// Paints the rows of a DataTable: hairlines, selection, hover, text styles, tags, icons.
class TableDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    explicit TableDelegate(QObject* parent);
    void setHoveredRow(int row) { m_hoveredRow = row; }
    void setAlignment(int column, Qt::Alignment alignment) { m_alignments[column] = alignment; }
    [[nodiscard]] Qt::Alignment alignment(const QModelIndex& index) const;
    /// The column with the pencil.
    void setPencilColumn(int column) { m_pencilColumn = column; }
    /// Where the pencil of a cell stands.
    [[nodiscard]] QRectF pencilRect(const QRectF& cell, const QModelIndex& index) const;

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    /// What somebody has begun to write stays when the row changes below it.
    void setEditorData(QWidget* editor, const QModelIndex& index) const override;
    /// Ticks the box of a cell that has one.
    bool editorEvent(QEvent* event, QAbstractItemModel* model, const QStyleOptionViewItem& option,
                     const QModelIndex& index) override;
    void updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option,
                              const QModelIndex& index) const override;
    /// The part of a cell that it is painted in: the upper one, where its row is open.
    [[nodiscard]] static QRect lineOf(const QRect& cell);
    bool helpEvent(QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option,
                   const QModelIndex& index) override;

private:
    void paintGround(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const;
    void paintPencil(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const;
    static void paintBox(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index);
    void paintText(QPainter* painter, QRectF area, const QModelIndex& index, bool marked) const;
    /// Pointed at or chosen.
    [[nodiscard]] bool isMarked(const QStyleOptionViewItem& option, const QModelIndex& index) const;

    QHash<int, Qt::Alignment> m_alignments;
    int m_hoveredRow = -1;
    int m_pencilColumn = -1;
};

} // namespace gui
