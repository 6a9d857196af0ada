#pragma once

#include <QStringList>
#include <QWidget>

class QLineEdit;
class QVBoxLayout;

namespace gui {

class Button;

/// A list of short texts: each with a button that takes it out, and a field for one more.
class ListEdit : public QWidget {
    Q_OBJECT
public:
    explicit ListEdit(const QString& placeholder, QWidget* parent = nullptr);

    [[nodiscard]] const QStringList& items() const { return m_items; }
    /// What is being typed stays.
    void setItems(const QStringList& items);
    [[nodiscard]] QLineEdit* field() const { return m_field; }

signals:
    /// By the user.
    void edited();

private:
    void add();
    void render();

    QStringList m_items;
    QWidget* m_rows;
    QVBoxLayout* m_column;
    QLineEdit* m_field;
    Button* m_add;
};

} // namespace gui
