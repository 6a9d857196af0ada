#pragma once

#include "gui/widgets/Card.h"

#include <vector>

class QComboBox;
class QGridLayout;

namespace node {
class Node;
}

namespace gui {

class Button;
class Stepper;

/// One row, or two where that is too wide: how many threads, how much of their time, and when this computer
/// should rather not mine.
class LimitsCard : public Card {
    Q_OBJECT
public:
    explicit LimitsCard(node::Node& node, QWidget* parent = nullptr);
    void render();
    [[nodiscard]] QSize minimumSizeHint() const override;

signals:
    void moreRequested(); ///< the settings: kernel, address, start

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    struct Limit {
        QWidget* label;
        QWidget* control;
    };
    void arrange(int perRow);
    [[nodiscard]] int widthFor(int perRow) const;
    QComboBox* makeChoice(const QString& name, const char* setting);
    void change(const char* setting, int value);
    node::Node& m_node;
    std::vector<Limit> m_limits;
    int m_perRow = 0;
    Stepper* m_threads;
    QGridLayout* m_grid;
    Button* m_more = nullptr;
    QComboBox* m_percent;
    QComboBox* m_battery;
    QComboBox* m_idle;
};

} // namespace gui
