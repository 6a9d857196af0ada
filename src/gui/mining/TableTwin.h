#pragma once

#include <QList>
#include <QWidget>

class QAbstractItemModel;

namespace gui {

class Button;
class ViewStack;

/// Small pictures and, in their place when asked for, tables with the same data. `toggle()` goes into the
/// head of the card. The tables are made when they are asked for first. (PictureWithTable gives the table the
/// picture's place, which must be large enough for one.)
class TableTwin : public QWidget {
    Q_OBJECT
public:
    TableTwin(QWidget* pictures, const QList<QAbstractItemModel*>& models, QWidget* parent = nullptr);
    [[nodiscard]] Button* toggle() const { return m_toggle; }
    [[nodiscard]] bool showsTables() const;

signals:
    void rowActivated(int table, int row);

private:
    void makeTables();

    ViewStack* m_stack;
    QWidget* m_pictures;
    QWidget* m_tables = nullptr;
    QList<QAbstractItemModel*> m_models;
    Button* m_toggle;
};

} // namespace gui
