#pragma once

#include <QPointer>
#include <QWidget>

class QAbstractItemModel;
class QStackedLayout;

namespace gui {

class Button;
class DataTable;

/// A painted widget, possibly of items (blocks, payments, peers) that can be pointed at, walked with the
/// arrow keys and opened with Enter. Every picture has a table with the same data, its twin, which
/// PictureWithTable shows in its place.
///
/// A subclass paints itself, says where its items are and what they are called, and calls itemsChanged() when
/// they change.
class Picture : public QWidget {
    Q_OBJECT
public:
    explicit Picture(QWidget* parent = nullptr);

    /// The twin. Owned by the picture; the same object at every call.
    [[nodiscard]] virtual QAbstractItemModel* tableModel() = 0;

    [[nodiscard]] int currentItem() const { return m_current; }
    [[nodiscard]] int hoveredItem() const { return m_hovered; }
    [[nodiscard]] virtual int itemCount() const { return 0; }
    [[nodiscard]] virtual QRectF itemRect(int item) const;

public slots:
    void setCurrentItem(int item);

signals:
    void itemActivated(int item);
    void currentItemChanged(int item);
    void itemHovered(int item); ///< -1: none

protected:
    [[nodiscard]] virtual int itemAt(const QPointF& position) const; ///< by itemRect()
    /// One sentence for the tool tip and for screen readers.
    [[nodiscard]] virtual QString itemText(int item) const;
    /// Where an arrow key leads; -1: nowhere. Without an override, the nearest item in that direction.
    [[nodiscard]] virtual int neighbour(int item, int key) const;
    void itemsChanged();
    /// The focus ring around the current item; paint it last.
    void paintItemFocus(QPainter& painter, double radius) const;

    bool event(QEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    void setHoveredItem(int item);
    int m_current = -1;
    int m_hovered = -1;
    bool m_keyboardFocus = false;
};

/// A picture and its twin in one place. `toggle()` is the small "as table" button; put it into the head of
/// the card.
class PictureWithTable : public QWidget {
    Q_OBJECT
public:
    explicit PictureWithTable(Picture* picture, QWidget* parent = nullptr);
    [[nodiscard]] Picture* picture() const { return m_picture; }
    /// Made when it is asked for first: most twins are never looked at, and a table follows every change of
    /// its model.
    DataTable* table();
    [[nodiscard]] Button* toggle() const { return m_toggle; }
    [[nodiscard]] bool showsTable() const;

public slots:
    void showTable(bool table);

signals:
    void itemActivated(int item); ///< from either; a row is the item of the same number

private:
    QStackedLayout* m_stack;
    Picture* m_picture;
    DataTable* m_table = nullptr;
    Button* m_toggle;
};

} // namespace gui
