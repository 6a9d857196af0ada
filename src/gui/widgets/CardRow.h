#pragma once

#include <QWidget>

namespace gui {

class CardRowLayout;

/// Cards side by side that go below each other where the window is narrow or the text large: no page scrolls
/// sideways. Which of the two follows from the width alone.
class CardRow : public QWidget {
    Q_OBJECT
public:
    /// Below `breakpoint` (width at 100 % text) the cards are stacked; earlier where one would be too narrow.
    explicit CardRow(int breakpoint = 760, QWidget* parent = nullptr);
    /// `stretch` is the card's share of the width.
    void add(QWidget* card, int stretch = 1);
    [[nodiscard]] bool isStacked() const;

private:
    CardRowLayout* m_layout;
};

} // namespace gui
