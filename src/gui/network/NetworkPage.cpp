#include "gui/network/NetworkPage.h"

#include "gui/Navigator.h"
#include "gui/network/InviteDialog.h"
#include "gui/network/PeersView.h"
#include "gui/network/RulesView.h"
#include "gui/widgets/Button.h"
#include "gui/widgets/PageHeader.h"
#include "gui/widgets/ViewStack.h"
#include "node/Node.h"

#include <QVBoxLayout>

namespace gui {

NetworkPage::NetworkPage(node::Node& node, Navigator& navigator, QWidget* parent)
    : Page(tr("Network"), parent), m_node(node), m_stack(new ViewStack),
      m_peers(new PeersView(node, navigator)),
      m_rules([this, &node] { return m_stack->add(new RulesView(node.params())); }) {
    setLateParts({&m_rules});
    m_stack->addView(m_peers);
    header()->setTabs({tr("Peers"), tr("Rules")});
    auto* add = new Button(tr("Add a peer"));
    add->setObjectName(QStringLiteral("addPeerButton"));
    auto* invite = new Button(tr("Invite"), Button::Kind::Primary);
    invite->setObjectName(QStringLiteral("inviteButton"));
    header()->addAction(add);
    header()->addAction(invite);
    body()->addWidget(m_stack, 1);
    connect(header(), &PageHeader::tabChanged, this, [this](int tab) {
        if (tab == 0)
            m_stack->setCurrentView(m_peers);
        else
            m_stack->setCurrentView(m_rules.get());
    });
    connect(add, &Button::clicked, m_peers, &PeersView::askPeer);
    connect(invite, &Button::clicked, this, &NetworkPage::openInvite);
    connect(m_peers, &PeersView::inviteRequested, this, &NetworkPage::openInvite);
    connect(&node, &node::Node::peersChanged, this, &Page::markStale);
    connect(&node, &node::Node::chainStatusChanged, this, &Page::markStale);
    connect(&node, &node::Node::apiChanged, this, &Page::markStale);
}

void NetworkPage::follow(const PageLink& link) {
    if (std::holds_alternative<InviteLink>(link)) openInvite();
}

void NetworkPage::openInvite() {
    (new InviteDialog(m_node, this))->open();
}

void NetworkPage::refresh() {
    m_peers->refresh();
}

} // namespace gui
