#pragma once

#include "gui/widgets/Card.h"

namespace node {
class Node;
}

namespace gui {

class FactsList;
class IntervalCells;
class TableTwin;

/// Difficulty: where the interval stands, what the next adjustment will do, the whole network, our share of
/// it.
class HowHardCard : public Card {
    Q_OBJECT
public:
    explicit HowHardCard(node::Node& node, QWidget* parent = nullptr);
    void render();

private:
    [[nodiscard]] QString sentence() const;
    node::Node& m_node;
    IntervalCells* m_cells;
    SentenceLabel* m_sentence;
    FactsList* m_facts;
    TableTwin* m_twin;
};

} // namespace gui
