#pragma once

#include "gui/widgets/Card.h"

namespace node {
class Node;
}

namespace gui {

class Navigator;
class StripFeed;

/// The block that comes next and the last ones.
class ChainCard : public Card {
    Q_OBJECT
public:
    ChainCard(node::Node& node, Navigator& navigator, QWidget* parent = nullptr);
    [[nodiscard]] StripFeed& feed() const { return *m_feed; }

private:
    StripFeed* m_feed;
};

} // namespace gui
