#pragma once

#include <QWidget>

class QBoxLayout;

namespace gui {

/// Cards side by side that go below each other where the window is narrow or the text large: no page scrolls
/// sideways.
class CardRow : public QWidget {
    Q_OBJECT
public:
    /// Below `breakpoint` (width at 100 % text) the cards are stacked.
    explicit CardRow(int breakpoint = 760, QWidget* parent = nullptr);
    /// `stretch` is the card's share of the width.
    void add(QWidget* card, int stretch = 1);
    [[nodiscard]] bool isStacked() const;

    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void arrange();
    QBoxLayout* m_layout;
    int m_breakpoint;
};

} // namespace gui
