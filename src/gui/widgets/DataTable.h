#pragma once

#include <QHash>
#include <QPointer>
#include <QTableView>

namespace gui {

class EmptyState;
class TableDelegate;

/// The table of the design: rows of 36, hairlines, heads of 12, whole rows selected, no grid.
/// Models describe their cells with the roles of TableRoles.h. Enter or a double click activates a row; C or
/// Ctrl+C copies the current cell (CopyRole).
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

    [[nodiscard]] EmptyState* emptyState() const { return m_empty; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

signals:
    void rowActivated(int row);
    void currentRowChanged(int row);
    void emptyActionTriggered();
    void copied(const QString& text);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    bool viewportEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;

private:
    void applyMeasures();
    void updateEmptyState();
    void hideCutRows();
    void setHoveredRow(int row);
    void copyCurrent();

    TableDelegate* m_delegate;
    EmptyState* m_empty = nullptr;
    QHash<int, int> m_fixed;
    QHash<int, Qt::Alignment> m_alignments;
    int m_stretch = -1;
    int m_hovered = -1;
    int m_fitRows = 0;
    QSize m_lastHint; ///< at the last change of rows
    bool m_wholeRows = false;
};

} // namespace gui
