#pragma once

#include <QVector>
#include <QWidget>

class QVBoxLayout;

namespace gui {

class RailButton;

/// The pages at the left: icon, word and the digit that opens it with Ctrl. Up and Down walk them.
class Rail : public QWidget {
    Q_OBJECT
public:
    explicit Rail(QWidget* parent = nullptr);
    /// `last` puts it at the lower end, as Settings is.
    int addEntry(const QString& iconName, const QString& word, bool last = false);
    void setCurrent(int entry);
    [[nodiscard]] int current() const { return m_current; }
    [[nodiscard]] int count() const { return static_cast<int>(m_buttons.size()); }
    /// Icons without words, for narrow windows.
    void setNarrow(bool narrow);
    [[nodiscard]] bool isNarrow() const { return m_narrow; }
    /// A small dot on an entry: something there wants to be seen.
    void setMarked(int entry, bool marked);

signals:
    void entryChosen(int entry);

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void measure();
    QVector<RailButton*> m_buttons;
    QVBoxLayout* m_column;
    int m_current = -1;
    bool m_narrow = false;
};

} // namespace gui
