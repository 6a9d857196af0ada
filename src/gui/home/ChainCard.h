#pragma once

#include "explorer/ExplorerTypes.h"
#include "gui/widgets/Card.h"

namespace node {
class Node;
}

namespace gui {

class ChainStrip;
class Navigator;

/// The block that comes next and the last ones. Asks the chain when its tip changed.
class ChainCard : public Card {
    Q_OBJECT
public:
    ChainCard(node::Node& node, Navigator& navigator, QWidget* parent = nullptr);
    /// Asks for the last blocks and shows them; an older answer is dropped.
    void askBlocks();
    /// Shows what is known: ages, the next block.
    void render();

private:
    void renderNext();
    [[nodiscard]] QString whenNext() const;
    void openItem(int item);
    node::Node& m_node;
    Navigator& m_navigator;
    ChainStrip* m_strip;
    std::vector<explorer::BlockRow> m_rows;
    quint64 m_asked = 0;
    quint64 m_templateId = 0;
    double m_nextFill = 0;
};

} // namespace gui
