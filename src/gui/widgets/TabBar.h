#pragma once

#include <QStringList>
#include <QTabBar>

namespace gui {

/// The views of a page or card side by side, of which one is seen. Left, Right, Home and End change it, as do
/// clicks; where there is no room for all, arrows lead to the others.
class TabBar : public QTabBar {
    Q_OBJECT
public:
    explicit TabBar(QWidget* parent = nullptr) : TabBar(QStringList(), parent) {}
    explicit TabBar(const QStringList& names, QWidget* parent = nullptr);

    /// Instead of those it has; the first is the current one, and nobody is told.
    void setNames(const QStringList& names);
    void setSmall(bool small); ///< for the head of a card

    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    [[nodiscard]] QSize tabSizeHint(int index) const override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    [[nodiscard]] bool isSmall() const;
    void choose(int from, int step);
};

} // namespace gui
