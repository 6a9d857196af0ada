#include "gui/network/NetworkPage.h"

#include "gui/Navigator.h"
#include "gui/network/BansView.h"
#include "gui/network/BrakeBanner.h"
#include "gui/network/BrakeFeed.h"
#include "gui/network/ChainCompare.h"
#include "gui/network/DoctorView.h"
#include "gui/network/InviteDialog.h"
#include "gui/network/MapView.h"
#include "gui/network/NearView.h"
#include "gui/network/PeersView.h"
#include "gui/network/RulesView.h"
#include "gui/widgets/Button.h"
#include "gui/widgets/PageHeader.h"
#include "gui/widgets/ViewStack.h"
#include "node/Node.h"

#include <QVBoxLayout>

namespace gui {

NetworkPage::NetworkPage(node::Node& node, Navigator& navigator, QWidget* parent)
    : Page(tr("Network"), parent), m_node(node), m_navigator(navigator), m_brake(BrakeFeed::of(node)),
      m_stack(new ViewStack), m_banner(new BrakeBanner(node)), m_peers(new PeersView(node, navigator)),
      m_map([this] { return makeMap(); }),
      m_near([this] { return m_stack->add(new NearView(m_node, m_navigator)); }),
      m_bans([this] { return m_stack->add(new BansView(m_node, m_navigator)); }),
      m_rules([this] { return m_stack->add(new RulesView(m_node.params())); }),
      m_doctor([this] { return makeDoctor(); }), m_compare([this] { return makeCompare(); }) {
    setLateParts({&m_map, &m_near, &m_bans, &m_rules, &m_doctor});
    m_stack->addView(m_peers);
    buildHead();
    body()->addWidget(m_banner);
    body()->addWidget(m_stack, 1);
    connect(m_peers, &PeersView::inviteRequested, this, &NetworkPage::openInvite);
    connect(m_peers, &PeersView::compareRequested, this, &NetworkPage::openCompare);
    connect(m_banner, &BrakeBanner::compareRequested, this, &NetworkPage::openCompare);
    connect(&m_brake, &BrakeFeed::changed, this, &NetworkPage::showBanner);
    connect(&node, &node::Node::peersChanged, this, &Page::markStale);
    connect(&node, &node::Node::chainStatusChanged, this, &Page::markStale);
    connect(&node, &node::Node::apiChanged, this, &Page::markStale);
    showBanner();
}

void NetworkPage::buildHead() {
    header()->setTabs({tr("Peers"), tr("Map"), tr("Near you"), tr("Blocked"), tr("Rules"), tr("Doctor")});
    m_add = new Button(tr("Add a peer"));
    m_add->setObjectName(QStringLiteral("addPeerButton"));
    m_add->setIconName(QStringLiteral("plus"));
    m_invite = new Button(tr("Invite"), Button::Kind::Primary);
    m_invite->setObjectName(QStringLiteral("inviteButton"));
    header()->addAction(m_add);
    header()->addAction(m_invite);
    connect(header(), &PageHeader::tabChanged, this, &NetworkPage::showTab);
    connect(header(), &PageHeader::backRequested, this, &NetworkPage::closeCompare);
    connect(m_add, &Button::clicked, m_peers, &PeersView::askPeer);
    connect(m_invite, &Button::clicked, this, &NetworkPage::openInvite);
}

MapView* NetworkPage::makeMap() {
    auto* view = m_stack->add(new MapView(m_node));
    connect(view, &MapView::inviteRequested, this, &NetworkPage::openInvite);
    connect(view, &MapView::peerChosen, this, [this](quint64 peer) {
        m_peers->refresh();
        if (m_peers->choosePeer(peer)) setTab(Peers);
    });
    return view;
}

DoctorView* NetworkPage::makeDoctor() {
    auto* view = m_stack->add(new DoctorView(m_node, m_navigator));
    connect(view, &DoctorView::inviteRequested, this, &NetworkPage::openInvite);
    connect(view, &DoctorView::compareRequested, this, &NetworkPage::openCompare);
    connect(view, &DoctorView::rulesRequested, this, [this] { setTab(Rules); });
    return view;
}

ChainCompare* NetworkPage::makeCompare() {
    auto* view = m_stack->add(new ChainCompare(m_node, m_navigator));
    connect(view, &ChainCompare::closeRequested, this, &NetworkPage::closeCompare);
    return view;
}

// --- what is seen

QWidget* NetworkPage::viewOf(int tab) {
    switch (tab) {
    case Map:
        return m_map.get();
    case Near:
        return m_near.get();
    case Blocked:
        return m_bans.get();
    case Rules:
        return m_rules.get();
    case Doctor:
        return m_doctor.get();
    default:
        return m_peers;
    }
}

void NetworkPage::showTab() {
    closeCompare();
    m_stack->setCurrentView(viewOf(tab()));
    refreshView();
}

/// Its question is the primary action then.
void NetworkPage::showBanner() {
    const bool asks = m_brake.question() != nullptr && m_stack->currentView() != m_compare.ifMade();
    m_banner->setVisible(asks);
    const bool compares = m_compare.isMade() && m_stack->currentView() == m_compare.get();
    for (Button* action : {m_add, m_invite}) // beside two chains there is one question only
        action->setVisible(!compares);
    m_invite->setKind(m_brake.question() ? Button::Kind::Normal : Button::Kind::Primary);
}

void NetworkPage::openCompare() {
    if (!m_brake.held()) return;
    m_stack->setCurrentView(m_compare.get());
    header()->setTitle(tr("Two chains"));
    header()->tabs()->hide();
    header()->showBack(true);
    m_compare->refresh();
    showBanner();
}

void NetworkPage::closeCompare() {
    if (!m_compare.isMade() || m_stack->currentView() != m_compare.get()) return;
    m_stack->setCurrentView(viewOf(tab()));
    header()->setTitle(title());
    header()->tabs()->show();
    header()->showBack(false);
    showBanner();
    refreshView();
}

bool NetworkPage::stepBack() {
    const bool compares = m_compare.isMade() && m_stack->currentView() == m_compare.get();
    closeCompare();
    return compares;
}

void NetworkPage::follow(const PageLink& link) {
    if (std::holds_alternative<InviteLink>(link)) openInvite();
    if (std::holds_alternative<CompareLink>(link)) openCompare();
}

void NetworkPage::openInvite() {
    (new InviteDialog(m_node, this))->open();
}

void NetworkPage::refresh() {
    m_brake.look();
    refreshView();
}

/// Only what is seen; the others follow when they come into sight.
void NetworkPage::refreshView() {
    QWidget* const view = m_stack->currentView();
    if (view == m_peers) return m_peers->refresh();
    if (view == m_map.ifMade()) return m_map->refresh();
    if (view == m_near.ifMade()) return m_near->refresh();
    if (view == m_bans.ifMade()) return m_bans->refresh();
    if (view == m_doctor.ifMade()) return m_doctor->refresh();
    if (view == m_compare.ifMade()) return m_compare->refresh();
}

} // namespace gui

#include "moc_NetworkPage.cpp"
