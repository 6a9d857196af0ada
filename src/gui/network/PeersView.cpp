#include "gui/network/PeersView.h"

#include "gui/Format.h"
#include "gui/Navigator.h"
#include "gui/SyncState.h"
#include "gui/dialogs/FormDialog.h"
#include "gui/network/PeerGraph.h"
#include "gui/network/PeerModel.h"
#include "gui/network/PeerWords.h"
#include "gui/network/SharingControl.h"
#include "gui/network/TrafficCard.h"
#include "gui/theme/Theme.h"
#include "gui/widgets/Button.h"
#include "gui/widgets/Card.h"
#include "gui/widgets/CardRow.h"
#include "gui/widgets/DataTable.h"
#include "gui/widgets/FactsList.h"
#include "gui/widgets/Labels.h"
#include "gui/widgets/Notices.h"
#include "node/Node.h"
#include "node/OnResult.h"

#include <QLineEdit>
#include <QVBoxLayout>

namespace gui {

namespace {

constexpr int kBanSeconds = 24 * 60 * 60;

/// Bans are of addresses, whatever the port.
QString hostOf(const QString& address) {
    return address.left(address.lastIndexOf(QLatin1Char(':')))
        .remove(QLatin1Char('['))
        .remove(QLatin1Char(']'));
}

bool isBanned(const net::PeerInfo* peer) {
    return peer && peer->state == net::PeerState::Banned;
}

} // namespace

PeersView::PeersView(node::Node& node, Navigator& navigator, QWidget* parent)
    : QWidget(parent), m_node(node), m_navigator(navigator), m_model(new PeerModel(this)) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(px(16));
    layout->addWidget(buildGraph(), 1);
    auto* row = new CardRow(820);
    row->add(buildTable(), 5);
    auto* side = new QWidget;
    auto* sideColumn = new QVBoxLayout(side);
    sideColumn->setContentsMargins(0, 0, 0, 0);
    sideColumn->setSpacing(px(16));
    m_traffic = new TrafficCard(node);
    sideColumn->addWidget(m_traffic, 1);
    sideColumn->addWidget(buildReach());
    row->add(side, 3);
    layout->addWidget(row, 1);
}

QWidget* PeersView::buildGraph() {
    auto* card = new Card(tr("Who talks to whom"));
    m_graph = new PeerGraph;
    m_graphTwin = new PictureWithTable(m_graph);
    card->addHeaderWidget(m_graphTwin->toggle());
    m_alone = new EmptyState(QStringLiteral("network"),
                             tr("Nobody else is here yet. Whoever joins this network with its card appears "
                                "here, tied to the ones they talk to."));
    m_alone->setAction(tr("Invite somebody"));
    card->body()->addWidget(m_graphTwin);
    card->body()->addWidget(m_alone);
    connect(m_alone, &EmptyState::actionTriggered, this, &PeersView::inviteRequested);
    connect(m_graphTwin, &PictureWithTable::itemActivated, this, [this](int item) {
        if (item > 0) m_table->selectRow(item - 1);
    });
    return card;
}

QWidget* PeersView::buildTable() {
    auto* card = new Card(tr("Peers"));
    m_remove = new Button(tr("Remove"));
    m_remove->setObjectName(QStringLiteral("removePeerButton"));
    m_remove->setSmall(true);
    m_ban = new Button(tr("Ban…"), Button::Kind::Danger);
    m_ban->setObjectName(QStringLiteral("banPeerButton"));
    m_ban->setSmall(true);
    card->addHeaderWidget(m_remove);
    card->addHeaderWidget(m_ban);
    m_table = new DataTable;
    m_table->setObjectName(QStringLiteral("peerTable"));
    m_table->setAccessibleName(tr("Peers"));
    m_table->setModel(m_model);
    m_table->setColumnStretch(PeerModel::Doing);
    m_table->setEmptyState(QStringLiteral("peers"),
                           tr("You are alone. Your blocks are valid, but nobody sees them."),
                           tr("Add a peer"));
    m_problem = new SentenceLabel;
    m_problem->hide();
    card->body()->addWidget(m_table);
    card->body()->addWidget(m_problem);
    connect(m_table, &DataTable::emptyActionTriggered, this, &PeersView::askPeer);
    connect(m_table, &DataTable::currentRowChanged, this, &PeersView::showSelection);
    connect(m_remove, &Button::clicked, this, &PeersView::removeCurrent);
    connect(m_ban, &Button::clicked, this, [this] { isBanned(current()) ? undoBan() : askBan(); });
    const auto chosen = [this](auto act) {
        return [this, act](int row) {
            m_table->selectRow(row);
            act();
        };
    };
    m_table->addRowAction(tr("Remove"), QStringLiteral("trash"), QKeySequence(Qt::Key_Delete),
                          chosen([this] { removeCurrent(); }));
    m_table->addRowAction(tr("Ban…"), QStringLiteral("stop"), {}, chosen([this] { askBan(); }),
                          [this](int row) { return !isBanned(m_model->peer(row)); });
    m_table->addRowAction(tr("Undo the ban"), QStringLiteral("plus"), {}, chosen([this] { undoBan(); }),
                          [this](int row) { return isBanned(m_model->peer(row)); });
    m_remove->setToolTip(tr("Removes the chosen peer; the Delete key does it too."));
    return card;
}

QWidget* PeersView::buildReach() {
    auto* card = new Card(tr("Can others reach you?"));
    m_sharing = new SharingControl(m_node);
    m_sharing->setPlain(true);
    m_facts = new FactsList(FactsList::Values::Trailing);
    m_facts->setCompact(true);
    card->body()->addWidget(m_sharing);
    card->body()->addWidget(m_facts);
    return card;
}

void PeersView::refresh() {
    const auto peers = m_node.peers().list();
    m_model->setPeers(peers);
    m_graph->setPeers(peers, m_node.chain().status()->tip.height);
    m_graphTwin->setVisible(!peers->empty());
    m_graphTwin->toggle()->setVisible(!peers->empty());
    m_alone->setVisible(peers->empty());
    showSelection();
    showReach();
}

void PeersView::showSelection() {
    const net::PeerInfo* peer = current();
    m_remove->setVisible(peer != nullptr);
    m_ban->setVisible(peer != nullptr);
    m_ban->setText(isBanned(peer) ? tr("Undo the ban") : tr("Ban…"));
    m_ban->setKind(isBanned(peer) ? Button::Kind::Normal : Button::Kind::Danger);
    const QString trouble = peer ? peerTrouble(*peer) : QString();
    m_problem->setVisible(!trouble.isEmpty());
    if (!trouble.isEmpty())
        m_problem->setSentence(
            tr("<b>%1</b>: %2").arg(peerName(*peer).toHtmlEscaped(), trouble.toHtmlEscaped()));
}

void PeersView::showReach() {
    const auto peers = m_node.peers().list();
    qint64 in = 0;
    qint64 out = 0;
    for (const net::PeerInfo& peer : *peers) {
        in += peer.bytesIn;
        out += peer.bytesOut;
    }
    m_facts->setFact(tr("Connected"), Format::count(judgeSync(*peers, *m_node.chain().status()).connected));
    m_facts->setFact(tr("Received, sent"), Format::size(in) + QStringLiteral(" · ") + Format::size(out));
    m_facts->setFact(tr("Known addresses"), Format::count(static_cast<qint64>(peers->size())));
}

void PeersView::askPeer() {
    auto* dialog = new FormDialog(
        tr("Add a peer"),
        tr("The address of a node of this network. It is kept and dialled again after a restart."),
        tr("Connect"), this);
    dialog->setObjectName(QStringLiteral("addPeerDialog"));
    QLineEdit* address = dialog->addField(tr("&Address"));
    address->setObjectName(QStringLiteral("peerAddressEdit"));
    address->setPlaceholderText(QStringLiteral("192.168.1.20:5001"));
    connect(dialog, &FormDialog::submitted, this, [this, dialog, address] {
        const QString text = address->text().trimmed();
        if (text.isEmpty()) return dialog->showProblem(tr("Enter an address, such as 192.168.1.20:5001."));
        dialog->await(m_node.peers().add(text, true), tr("Connecting…"),
                      [this, dialog, text](const Result<quint64, net::AddPeerFault>& added) {
                          if (!added) return dialog->showProblem(addPeerTrouble(added.error()));
                          m_navigator.showNotice(tr("Dialling %1.").arg(text));
                          dialog->accept();
                      });
    });
    dialog->open();
}

void PeersView::removeCurrent() {
    const net::PeerInfo* peer = current();
    if (!peer) return;
    m_node.peers().remove(peer->id);
    m_navigator.showNotice(tr("%1 was removed.").arg(peer->address));
}

const net::PeerInfo* PeersView::current() const {
    return m_model->peer(m_table->currentIndex().row());
}

void PeersView::undoBan() {
    const net::PeerInfo* peer = current();
    if (!peer) return;
    m_node.peers().unban(hostOf(peer->address));
    m_navigator.showNotice(tr("%1 may come again.").arg(peer->address));
}

void PeersView::askBan() {
    const net::PeerInfo* peer = current();
    if (!peer) return;
    auto* dialog = new FormDialog(
        tr("Ban %1?").arg(peer->address),
        tr("It is neither dialled nor let in for a day. Blocks and payments already taken from it stay."),
        tr("Ban for a day"), this);
    dialog->acceptButton()->setKind(Button::Kind::Danger);
    connect(dialog, &FormDialog::submitted, this, [this, dialog, id = peer->id] {
        m_node.peers().banPeer(id, kBanSeconds);
        dialog->accept();
    });
    dialog->open();
}

} // namespace gui
