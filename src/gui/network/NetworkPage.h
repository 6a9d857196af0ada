#pragma once

#include "gui/frame/Page.h"

namespace node {
class Node;
}

namespace gui {

class Navigator;
class PeersView;
class RulesView;
class ViewStack;

/// The Network page: peers, and the rules everybody here agrees on.
class NetworkPage : public Page {
    Q_OBJECT
public:
    NetworkPage(node::Node& node, Navigator& navigator, QWidget* parent = nullptr);

    void follow(const PageLink& link) override;
    void openInvite();

protected:
    void refresh() override;

private:
    node::Node& m_node;
    ViewStack* m_stack;
    PeersView* m_peers;
    Late<RulesView> m_rules;
};

} // namespace gui
