#pragma once

#include "gui/widgets/TableRoles.h"

#include <QAbstractTableModel>
#include <QStringList>
#include <QVector>

namespace gui {

/// A small table held in memory: the twin of a picture, a list of facts. Not for chains.
class RowsModel : public QAbstractTableModel {
    Q_OBJECT
public:
    struct Column {
        QString head;
        TextStyle style = TextStyle::Normal;
        bool right = false; ///< figures
    };

    explicit RowsModel(QObject* parent = nullptr);
    void setColumns(const QVector<Column>& columns);
    /// One list a row, one text a column.
    void setRows(const QVector<QStringList>& rows);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QVector<Column> m_columns;
    QVector<QStringList> m_rows;
};

} // namespace gui
