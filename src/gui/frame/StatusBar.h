#pragma once

#include "gui/theme/Tokens.h"

#include <QVector>
#include <QWidget>

namespace gui {

class StatusItem;

/// The lower edge of the window: the state of the node in words. Every item can be clicked.
class StatusBar : public QWidget {
    Q_OBJECT
public:
    enum class Item { Sync, Mempool, LastBlock, Api, Unit };
    Q_ENUM(Item)
    /// The colour of the dot; the words say the same.
    enum class State { Good, Busy, Bad, Idle };

    explicit StatusBar(QWidget* parent = nullptr);

    /// "In step" in the colour of the state, and the rest: "with 6 peers".
    void setSync(State state, const QString& words, const QString& rest);
    /// Mempool, last block, API or unit; an empty text hides it.
    void setItem(Item item, const QString& text, const QString& tip = QString());
    [[nodiscard]] QString itemText(Item item) const;

signals:
    void itemClicked(gui::StatusBar::Item item);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void measure();
    void place();
    [[nodiscard]] int shownIn(int room) const;
    QVector<StatusItem*> m_items; ///< in the order of Item
};

} // namespace gui
