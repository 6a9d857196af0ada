#include "gui/network/NearView.h"

#include "consensus/ChainParams.h"
#include "gui/Format.h"
#include "gui/Navigator.h"
#include "gui/NetworkWords.h"
#include "gui/frame/Seen.h"
#include "gui/network/PeerWords.h"
#include "gui/theme/Theme.h"
#include "gui/welcome/NearTable.h"
#include "gui/widgets/Button.h"
#include "gui/widgets/Card.h"
#include "gui/widgets/CardRow.h"
#include "gui/widgets/FactsList.h"
#include "gui/widgets/Labels.h"
#include "gui/widgets/Notices.h"
#include "gui/widgets/ToggleSwitch.h"
#include "net/address/HostAddress.h"
#include "node/Node.h"
#include "node/OnResult.h"

#include <QFileInfo>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace gui {

namespace {

constexpr int kNearBesidePane = 860;
constexpr int kNearClockMs = 5'000; // "heard 3 s ago"
constexpr qsizetype kLongestOnButton = 24;

QString cardProblem(net::LobbyCardFault fault) {
    switch (fault) {
    case net::LobbyCardFault::NoAnswer:
        return NearView::tr(
            "That computer does not answer. It may let nobody in, or a firewall is in the way.");
    case net::LobbyCardFault::OtherNetwork:
        return NearView::tr("What that computer gave is the card of another network than it tells of.");
    case net::LobbyCardFault::NotACard:
        break;
    }
    return NearView::tr("What that computer gave is no network card.");
}

} // namespace

NearView::NearView(node::Node& node, Navigator& navigator, QWidget* parent)
    : QWidget(parent), m_node(node), m_navigator(navigator) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    auto* row = new CardRow(kNearBesidePane);
    row->add(buildList(), 2);
    row->add(buildPane(), 1);
    layout->addWidget(row, 1);
    connect(&node, &node::Node::lobbyChanged, this, [this] {
        if (isSeen(*this)) refresh();
    });
    connect(new SeenClock(this, kNearClockMs), &SeenClock::tick, this, &NearView::refresh);
    lookUpKnown();
    showLobby({});
}

QWidget* NearView::buildList() {
    m_card = new Card(tr("Networks near you"));
    m_switch = new ToggleSwitch;
    m_switch->setObjectName(QStringLiteral("lobbySwitch"));
    m_switch->setAccessibleName(tr("Look for networks near you"));
    m_switch->setToolTip(m_switch->accessibleName());
    m_again = Button::iconOnly(QStringLiteral("refresh"), tr("Look again"));
    m_again->setObjectName(QStringLiteral("lookAgainButton"));
    m_again->setSmall(true);
    m_card->addHeaderWidget(m_again);
    m_card->addHeaderWidget(m_switch);
    m_state = new SentenceLabel;
    m_state->setObjectName(QStringLiteral("nearState"));
    m_table = new NearTable;
    m_table->setNavigator(m_navigator);
    m_card->body()->addWidget(m_state);
    m_card->body()->addWidget(m_table, 1);
    connect(m_switch, &QAbstractButton::clicked, this, &NearView::turn);
    connect(m_again, &Button::clicked, this, [this] { m_node.lobby().wish(); });
    connect(m_table, &DataTable::emptyActionTriggered, this, [this] {
        if (m_node.lobby().view()->isOn) return m_node.lobby().wish();
        turn(true);
    });
    connect(m_table, &DataTable::currentRowChanged, this, &NearView::showChosen);
    connect(m_table, &DataTable::rowActivated, this, &NearView::act);
    return m_card;
}

QWidget* NearView::buildPane() {
    auto* pane = new Card(tr("The chosen network"));
    m_lead = new SentenceLabel;
    m_lead->setObjectName(QStringLiteral("nearLead"));
    m_lead->setStrong(true);
    m_facts = new FactsList(FactsList::Values::Trailing);
    m_facts->setCompact(true);
    m_effect = new SentenceLabel;
    m_effect->setObjectName(QStringLiteral("nearEffect"));
    m_action = new Button(QString(), Button::Kind::Normal);
    m_action->setObjectName(QStringLiteral("nearAction"));
    auto* actions = new QHBoxLayout;
    actions->addStretch(1);
    actions->addWidget(m_action);
    pane->body()->addWidget(m_lead);
    pane->body()->addWidget(m_facts);
    pane->body()->addWidget(m_effect);
    pane->body()->addStretch(1);
    pane->body()->addLayout(actions);
    connect(m_action, &Button::clicked, this, &NearView::act);
    return pane;
}

/// Off the main thread: an old folder's database may have to be asked.
void NearView::lookUpKnown() {
    const auto known = node::onItsOwnThread([root = QFileInfo(m_node.paths().folder).path()] {
        std::set<primitives::BlockHash> out;
        for (const node::KnownNetwork& network : node::knownNetworkCards(root))
            out.insert(network.genesis);
        return out;
    });
    node::onResult(known, this, [this](const std::set<primitives::BlockHash>& found) {
        m_known = found;
        showLobby(m_shown);
    });
}

void NearView::turn(bool on) {
    const auto changed =
        m_node.changeSetting(QStringLiteral("lobby"), on ? QStringLiteral("on") : QStringLiteral("off"));
    if (!changed) m_navigator.showNotice(tr("This could not be stored; it holds until Cairn ends."));
}

// --- what is shown

void NearView::refresh() {
    showLobby(*m_node.lobby().view());
}

void NearView::showLobby(node::LobbyView lobby) {
    m_shown = std::move(lobby);
    std::vector<NearNetwork> networks = nearNetworks(m_shown.entries);
    for (NearNetwork& network : networks)
        network.standing = standingOf(network);
    m_table->showNetworks(std::move(networks));
    m_switch->setChecked(m_shown.isOn || m_shown.hasFailed);
    m_again->setEnabled(m_shown.isOn);
    showState(m_shown);
    showChosen();
}

NearNetwork::Standing NearView::standingOf(const NearNetwork& network) const {
    using enum NearNetwork::Standing;
    if (network.genesis != m_node.params().genesisHash)
        return m_known.contains(network.genesis) ? Known : New;
    const auto peers = m_node.peers().list();
    const bool isConnected = std::ranges::any_of(*peers, [&](const net::PeerInfo& peer) {
        return peer.isConnected() && std::ranges::any_of(network.nodes, [&](const net::LobbyEntry& node) {
                   return net::textOf(node.address) == peer.address;
               });
    });
    return isConnected ? Connected : Ours;
}

void NearView::showState(const node::LobbyView& lobby) {
    const QString icon = QStringLiteral("network");
    if (lobby.hasFailed) {
        m_state->setSentence(tr("<bad>The system does not let Cairn listen in this network.</bad>"));
        return m_table->setEmptyState(icon, tr("Nothing can be heard here. The log says why."));
    }
    if (!lobby.isOn) {
        m_state->setSentence(tr("Off: Cairn neither listens nor tells of this network."));
        return m_table->setEmptyState(
            icon,
            tr("Networks in the same Wi-Fi or cable network would be here. Cairn listens for them once you "
               "switch this on, and tells them of this network while others can reach it."),
            tr("Look for networks"));
    }
    m_state->setSentence(
        lobby.isTold ? tr("Computers near you see <b>%1</b> here, and those in it connect by themselves.")
                           .arg(QString::fromStdString(m_node.params().card.name).toHtmlEscaped())
                     : tr("Cairn listens. It tells nobody of this network, for others cannot reach this "
                          "computer: Invite lets them."));
    m_table->setEmptyState(
        icon,
        tr("Nobody near you tells of a network. On the other computer, this must be switched "
           "on too, and others must be able to reach it."),
        tr("Look again"));
}

void NearView::showChosen() {
    const NearNetwork* chosen = m_table->chosen();
    m_facts->setVisible(chosen != nullptr);
    m_action->setVisible(chosen != nullptr);
    if (chosen == nullptr) {
        m_lead->setSentence(tr("Choose a network in the list."));
        m_effect->setSentence(
            tr("What you hear here is what others say. Before you join, you see the rules and "
               "compare the words."));
        return;
    }
    const std::int64_t heardMs =
        std::ranges::max_element(chosen->nodes, {}, &net::LobbyEntry::lastMs)->lastMs;
    m_lead->setSentence(QStringLiteral("<b>%1</b>").arg(chosen->name.toHtmlEscaped()));
    m_facts->setFact(tr("Its three words"), fingerprintText(chosen->genesis));
    m_facts->setFact(tr("Told by"), nearAddresses(*chosen), "mono");
    const std::int64_t seconds = std::max<std::int64_t>(0, (m_node.clock().steadyMs() - heardMs) / 1'000);
    m_facts->setFact(tr("Heard"), tr("%1 ago").arg(format().duration(static_cast<double>(seconds))));
    m_facts->setFact(tr("For you"), standingWords(chosen->standing));
    showAction(*chosen);
}

/// What would happen, and the button that does it.
void NearView::showAction(const NearNetwork& network) {
    using enum NearNetwork::Standing;
    const QString name = network.name.left(kLongestOnButton);
    switch (network.standing) {
    case New:
        m_effect->setSentence(
            tr("Joining asks that computer for the card, and shows its rules first. Your wallet "
               "and chain here stay as they are."));
        m_action->setText(tr("Join %1…").arg(name));
        break;
    case Known:
        m_effect->setSentence(tr("You are in this network already: it can be opened instead of the one that "
                                 "runs now."));
        m_action->setText(tr("Open %1…").arg(name));
        break;
    case Ours:
        m_effect->setSentence(
            tr("The network that runs here. Cairn connects by itself within moments; you can "
               "also begin now."));
        m_action->setText(tr("Connect"));
        break;
    case Connected:
        m_effect->setSentence(tr("The network that runs here, and a peer already."));
        m_action->setText(tr("Connected"));
        break;
    }
    const bool isDone = network.standing == Connected;
    m_action->setEnabled(!isDone && !m_asking);
    m_action->setKind(isDone ? Button::Kind::Normal : Button::Kind::Primary);
}

// --- what is done

void NearView::act() {
    const NearNetwork* chosen = m_table->chosen();
    if (chosen == nullptr || m_asking || chosen->standing == NearNetwork::Standing::Connected) return;
    if (chosen->standing == NearNetwork::Standing::Ours) return connectTo(*chosen);
    join(*chosen);
}

void NearView::connectTo(const NearNetwork& network) {
    node::onResult(m_node.peers().tryOnce(net::textOf(network.first().address)), this,
                   [this](const Result<quint64, net::AddPeerFault>& added) {
                       m_navigator.showNotice(added ? tr("Cairn dials it now.")
                                                    : addPeerTrouble(added.error()));
                   });
}

/// The card is asked for here; what it says, and whether to join, is shown where one joins.
void NearView::join(const NearNetwork& network) {
    if (network.genesis == consensus::regtestParams().genesisHash)
        return m_navigator.showNotice(tr("This is regtest: start Cairn with it, and add %1 as a peer.")
                                          .arg(net::textOf(network.first().address)));
    m_asking = true;
    showChosen();
    node::onResult(
        m_node.lobby().card(network.first()), this,
        [this](const net::LobbyCard& card) {
            m_asking = false;
            showChosen();
            if (!card) return m_navigator.showNotice(cardProblem(card.error()));
            m_navigator.joinNetwork(QString::fromStdString(consensus::compactNetworkCard(*card)));
        },
        [this] {
            m_asking = false;
            showChosen();
        });
}

} // namespace gui

#include "moc_NearView.cpp"
