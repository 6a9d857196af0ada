#pragma once

#include "gui/widgets/RowList.h"
#include "gui/widgets/TableRoles.h"
#include "gui/widgets/Things.h"

#include <QStringList>
#include <QVector>

#include <functional>

namespace gui {

/// A small table held in memory: the twin of a picture, a list of facts. Not for chains.
class RowsModel : public RowList<QStringList> {
    Q_OBJECT
public:
    struct Column {
        QString head;
        TextStyle style = TextStyle::Normal;
        bool right = false; ///< figures
        Thing thing = Thing::None;
    };

    explicit RowsModel(QObject* parent = nullptr);
    void setColumns(const QVector<Column>& columns);
    /// One list a row, one text a column. Rows that are there already, by their first text, stay where they
    /// are.
    void setRows(const QVector<QStringList>& rows);
    /// Rows that cost something and that nobody may look at, as those of a picture's twin: made at once where
    /// a view shows them, else when they are asked for.
    void setRowsLater(std::function<QVector<QStringList>()> make);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void makeRows() const;
    QVector<Column> m_columns;
    mutable std::function<QVector<QStringList>()> m_make; ///< none: they are made
};

} // namespace gui
