#pragma once

#include <QList>
#include <QWidget>

class QAbstractItemModel;

namespace gui {

class Button;
class DataTable;
class ViewStack;

/// Small pictures and, in their place when asked for, tables with the same data. `toggle()` goes into the
/// head of the card. (PictureWithTable gives the table the picture's place, which must be large enough for
/// one.)
class TableTwin : public QWidget {
    Q_OBJECT
public:
    TableTwin(QWidget* pictures, const QList<QAbstractItemModel*>& models, QWidget* parent = nullptr);
    [[nodiscard]] Button* toggle() const { return m_toggle; }
    [[nodiscard]] DataTable* table(int index) const { return m_tables.at(index); }
    [[nodiscard]] bool showsTables() const;

private:
    ViewStack* m_stack;
    QList<DataTable*> m_tables;
    Button* m_toggle;
};

} // namespace gui
