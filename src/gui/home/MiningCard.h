#pragma once

#include "gui/widgets/Card.h"

namespace node {
class Node;
}

namespace gui {

class BigFigure;
class ToggleSwitch;

/// Mining in four lines: rate, how often a block, found today, the switch.
class MiningCard : public Card {
    Q_OBJECT
public:
    explicit MiningCard(node::Node& node, QWidget* parent = nullptr);
    void render();
    void setToday(int found, int lost);

private:
    void renderIdle();
    node::Node& m_node;
    ToggleSwitch* m_switch;
    BigFigure* m_rate;
    SentenceLabel* m_often;
    SentenceLabel* m_today;
};

} // namespace gui
