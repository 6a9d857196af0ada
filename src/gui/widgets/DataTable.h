#pragma once

#include "gui/widgets/Things.h"

#include <QHash>
#include <QKeySequence>
#include <QPointer>
#include <QTableView>

#include <functional>
#include <vector>

class QMenu;

namespace gui {

class EmptyState;
class Navigator;
class TableDelegate;

/// The table of the design: rows of 36, hairlines, heads of 12, whole rows selected, no grid.
/// Models describe their cells with the roles of TableRoles.h. Enter or a double click activates a row; C or
/// Ctrl+C copies the current cell (CopyRole). The right button and the menu key open a menu with all that can
/// be done with a row: open it, the actions of the view, edit it, show, pay and copy the things it names.
class DataTable : public QTableView {
    Q_OBJECT
public:
    explicit DataTable(QWidget* parent = nullptr);

    void setModel(QAbstractItemModel* model) override;

    // Columns. Widths are for 100 % text. Columns without a word here are as wide as their contents.
    void setColumnFixed(int column, int width);
    void setColumnStretch(int column);
    /// For the cells and the head; without it the model's Qt::TextAlignmentRole counts.
    void setColumnAlignment(int column, Qt::Alignment alignment);

    /// What is shown while the model has no rows. An empty `action` shows no button.
    void setEmptyState(const QString& iconName, const QString& text, const QString& action = QString());
    /// As high as its rows, at most `rows` of them: for tables inside a page that scrolls. 0: takes what it
    /// gets.
    void setFitRows(int rows);
    /// No scroll bars: shows as many whole rows as there is room for, the others are a page away.
    void setWholeRows(bool whole);
    void setHeadsVisible(bool visible);

    /// Whom the menu of a row asks to show the things that the row names; without one they can be copied
    /// only.
    void setNavigator(Navigator& navigator) { m_navigator = &navigator; }
    /// This column can be written into, where the model says so: with F2 anywhere in the row, with a click on
    /// the pencil that stands there, from the menu.   `words`: "Edit the note".
    void setEditable(int column, const QString& words);
    /// One more entry of the menu of a row, also at a key of its own. `may`: whether it is possible for a
    /// row; nothing: always.
    void addRowAction(const QString& words, const QString& iconName, const QKeySequence& key,
                      std::function<void(int)> act, std::function<bool(int)> may = {});
    /// Opens a row in place: `pane` stands below its cells, as wide as the table and as high as it wants to
    /// be, until another is opened or the row goes. Takes it over.
    void openRow(int row, QWidget* pane);
    void closeRow();
    /// -1: none.
    [[nodiscard]] int openedRow() const { return m_opened.isValid() ? m_opened.row() : -1; }
    /// The menu for a cell, not shown yet. Owned by the table.
    [[nodiscard]] QMenu* makeMenu(const QModelIndex& cell);

    [[nodiscard]] EmptyState* emptyState() const { return m_empty; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override;
    [[nodiscard]] int heightForWidth(int width) const override;

signals:
    void rowClosed();
    void rowActivated(int row);
    void currentRowChanged(int row);
    void emptyActionTriggered();
    void copied(const QString& text);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    bool viewportEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void updateGeometries() override;
    void scrollContentsBy(int dx, int dy) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;

private:
    void applyMeasures();
    void updateEmptyState();
    void hideCutRows();
    void placePane();
    void showWholePane();
    void setHoveredRow(int row);
    void copyCurrent();
    void copyCell(const QModelIndex& cell);
    void editRow(int row);
    [[nodiscard]] Things thingsOf(int row) const;

    struct RowAction {
        QString words;
        QString iconName;
        QKeySequence key;
        std::function<void(int)> act;
        std::function<bool(int)> may;
    };

    TableDelegate* m_delegate;
    EmptyState* m_empty = nullptr;
    QHash<int, int> m_fixed;
    QHash<int, Qt::Alignment> m_alignments;
    std::vector<RowAction> m_actions;
    Navigator* m_navigator = nullptr;
    QPersistentModelIndex m_opened;
    QPointer<QWidget> m_pane;
    QString m_editWords;
    int m_editColumn = -1;
    int m_stretch = -1;
    int m_hovered = -1;
    int m_fitRows = 0;
    QSize m_lastHint; ///< at the last change of rows
    bool m_wholeRows = false;
};

} // namespace gui
