#pragma once

#include "gui/widgets/Card.h"

namespace node {
class Node;
}

namespace gui {

class Navigator;

/// What a newcomer does first, ticked off as it happens; goes when all is done or when it is closed.
class FirstSteps : public Card {
    Q_OBJECT
public:
    FirstSteps(node::Node& node, Navigator& navigator, QWidget* parent = nullptr);
    void render();
    /// A payment was sent once: the wallet's history knows.
    void setHasSent() { m_done[Send] = true; }

signals:
    void backUpRequested();

private:
    enum Step { Mine, Wait, Send, BackUp, StepCount };
    void setDone(Step step, bool done);
    node::Node& m_node;
    Button* m_steps[StepCount] = {};
    bool m_done[StepCount] = {};
};

} // namespace gui
