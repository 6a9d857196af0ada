#pragma once

#include "gui/widgets/Card.h"

namespace node {
class Node;
}

namespace gui {

class DataTable;
class EmptyState;
class Navigator;
class RowsModel;

/// How the node stands to the others, and the others.
class PeersCard : public Card {
    Q_OBJECT
public:
    PeersCard(node::Node& node, Navigator& navigator, QWidget* parent = nullptr);
    void render();

private:
    node::Node& m_node;
    SentenceLabel* m_state;
    DataTable* m_table;
    RowsModel* m_peers;
};

} // namespace gui
