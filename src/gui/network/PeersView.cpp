#include "gui/network/PeersView.h"

#include "gui/Format.h"
#include "gui/Navigator.h"
#include "gui/SyncState.h"
#include "gui/dialogs/FormDialog.h"
#include "gui/network/BlockDialog.h"
#include "gui/network/PeerPane.h"
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

#include <QKeyEvent>
#include <QLineEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace gui {

namespace {

constexpr int kPeersSideBySide = 860; // narrower: the chosen peer goes below
constexpr int kTableHeight = 250;
constexpr int kTrafficHeight = 190;
constexpr int kPaneWidth = 320;

bool isBlocked(const net::PeerInfo* peer) {
    return peer && peer->state == net::PeerState::Banned;
}

/// Tells of its size before it takes it.
class PeerTable : public DataTable {
public:
    static constexpr int kWide = 700; // narrower: what came and went is told in the pane only

protected:
    void resizeEvent(QResizeEvent* event) override {
        const bool isNarrow = width() < px(kWide);
        for (const int column : {int(PeerModel::In), int(PeerModel::Out)})
            if (isColumnHidden(column) != isNarrow) setColumnHidden(column, isNarrow);
        DataTable::resizeEvent(event);
    }
};

} // namespace

PeersView::PeersView(node::Node& node, Navigator& navigator, QWidget* parent)
    : QWidget(parent), m_node(node), m_navigator(navigator), m_model(new PeerModel(this)) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    auto* row = new CardRow(kPeersSideBySide);
    row->add(buildLeft(), 2);
    row->add(buildRight(), 1);
    layout->addWidget(row, 1);
    showSelection();
}

QWidget* PeersView::buildLeft() {
    auto* left = new QWidget;
    auto* column = new QVBoxLayout(left);
    column->setContentsMargins(0, 0, 0, 0);
    m_traffic = new TrafficCard(m_node);
    column->addWidget(buildTable(), 3);
    column->addWidget(m_traffic, 2);
    keepMeasured(left, [this, column] {
        column->setSpacing(px(16));
        m_tableCard->setMinimumHeight(px(kTableHeight));
        m_traffic->setMinimumHeight(px(kTrafficHeight));
    });
    return left;
}

QWidget* PeersView::buildTable() {
    m_tableCard = new Card(tr("Peers"));
    m_table = new PeerTable;
    m_table->setObjectName(QStringLiteral("peerTable"));
    m_table->setAccessibleName(tr("Peers"));
    m_table->setModel(m_model);
    // Fixed widths: measuring contents at every news would take longer than painting them.
    m_table->setColumnFixed(PeerModel::Name, 104);
    m_table->setColumnFixed(PeerModel::Address, 174);
    m_table->setColumnStretch(PeerModel::Doing);
    m_table->setColumnFixed(PeerModel::Height, 62);
    m_table->setColumnFixed(PeerModel::Ping, 60);
    m_table->setColumnFixed(PeerModel::In, 68);
    m_table->setColumnFixed(PeerModel::Out, 68);
    m_table->setEmptyState(QStringLiteral("peers"),
                           tr("You are alone. Your blocks are valid, but nobody sees them. Whoever joins "
                              "this network with its card appears here."),
                           tr("Invite somebody"));
    m_tableCard->body()->addWidget(m_table);
    connect(m_table, &DataTable::emptyActionTriggered, this, &PeersView::inviteRequested);
    connect(m_table, &DataTable::currentRowChanged, this, &PeersView::showSelection);
    addRowActions();
    return m_tableCard;
}

void PeersView::addRowActions() {
    const auto chosen = [this](auto act) {
        return [this, act](int row) {
            m_table->selectRow(row);
            act();
        };
    };
    const auto here = [this](auto may) {
        return [this, may](int row) {
            const net::PeerInfo* peer = m_model->leftAt(row) == 0 ? m_model->peer(row) : nullptr;
            return peer && may(*peer);
        };
    };
    m_table->addRowAction(tr("Disconnect"), QStringLiteral("power"), {},
                          chosen([this] { disconnectCurrent(); }),
                          here([](const net::PeerInfo& peer) { return peer.isConnected(); }));
    m_table->addRowAction(tr("Remove"), QStringLiteral("trash"), QKeySequence(Qt::Key_Delete),
                          chosen([this] { removeCurrent(); }),
                          here([](const net::PeerInfo&) { return true; }));
    m_table->addRowAction(tr("Block…"), QStringLiteral("stop"), {}, chosen([this] { askBlock(); }),
                          [this](int row) { return !isBlocked(m_model->peer(row)); });
    m_table->addRowAction(tr("Undo the block"), QStringLiteral("plus"), {}, chosen([this] { undoBlock(); }),
                          [this](int row) { return isBlocked(m_model->peer(row)); });
}

QWidget* PeersView::buildRight() {
    auto* right = new QWidget;
    auto* column = new QVBoxLayout(right);
    column->setContentsMargins(0, 0, 0, 0);
    m_pane = new PeerPane(m_node.clock());
    m_pane->hide();
    m_reach = buildReach();
    column->addWidget(m_pane);
    column->addWidget(m_reach);
    keepMeasured(right, [right] { right->setMinimumWidth(px(kPaneWidth)); });
    connect(m_pane, &PeerPane::closeRequested, this, &PeersView::closePane);
    connect(m_pane, &PeerPane::disconnectRequested, this, &PeersView::disconnectCurrent);
    connect(m_pane, &PeerPane::removeRequested, this, &PeersView::removeCurrent);
    connect(m_pane, &PeerPane::blockRequested, this,
            [this] { isBlocked(current()) ? undoBlock() : askBlock(); });
    connect(m_pane, &PeerPane::compareRequested, this, &PeersView::compareRequested);
    return right;
}

QWidget* PeersView::buildReach() {
    auto* card = new Card(tr("Can others reach you?"));
    m_sharing = new SharingControl(m_node);
    m_sharing->setPlain(true);
    m_facts = new FactsList(FactsList::Values::Trailing);
    m_facts->setCompact(true);
    card->body()->addWidget(m_sharing);
    card->body()->addWidget(m_facts);
    card->body()->addWidget(new SentenceLabel(tr("Choose a peer to see what it does and what was said.")));
    card->body()->addStretch(1);
    return card;
}

// --- what is shown

void PeersView::refresh() {
    showPeers(m_node.peers().programs());
}

void PeersView::showPeers(const PeerModel::Peers& peers) {
    m_model->setPeers(peers, m_node.clock().now());
    showCounts(*peers);
    showSelection();
}

void PeersView::showCounts(const std::vector<net::PeerInfo>& peers) {
    int in = 0;
    int out = 0;
    qint64 received = 0;
    qint64 sent = 0;
    for (const net::PeerInfo& peer : peers) {
        received += peer.bytesIn;
        sent += peer.bytesOut;
        if (peer.isConnected()) ++(peer.dialledIn ? in : out);
    }
    m_tableCard->setTitle(peers.empty() ? tr("Peers")
                                        : tr("%n peer(s)", nullptr, static_cast<int>(peers.size())));
    m_tableCard->setNote(peers.empty() ? QString() : tr("%1 dialled us, %2 we dialled").arg(in).arg(out));
    m_facts->setFact(tr("Connected"), Format::count(judgeSync(peers, *m_node.chain().status()).connected));
    m_facts->setFact(tr("Received, sent"),
                     Format::size(received) + QStringLiteral(" · ") + Format::size(sent));
    m_facts->setFact(tr("Known addresses"), Format::count(static_cast<qint64>(peers.size())));
}

void PeersView::showSelection() {
    const net::PeerInfo* peer = current();
    m_model->keep(peer ? peer->id : 0);
    peer = current(); // the row of one that had left may have gone
    if (peer) m_pane->setPeer(*peer, m_model->leftAt(m_table->currentIndex().row()));
    m_traffic->setPeer(peer ? peer->id : 0, peer ? peerName(*peer) : QString());
    if (m_pane->isHidden() == (peer == nullptr)) return;
    m_pane->setVisible(peer != nullptr);
    m_reach->setVisible(peer == nullptr);
}

bool PeersView::choosePeer(net::PeerId peer) {
    const int row = m_model->rowOf(peer);
    if (row >= 0) m_table->selectRow(row);
    return row >= 0;
}

void PeersView::closePane() {
    m_table->setCurrentIndex({});
    m_table->setFocus();
}

void PeersView::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape && current()) return closePane();
    QWidget::keyPressEvent(event);
}

// --- what is done

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

const net::PeerInfo* PeersView::current() const {
    return m_model->peer(m_table->currentIndex().row());
}

const net::PeerInfo* PeersView::currentHere() const {
    return m_model->leftAt(m_table->currentIndex().row()) == 0 ? current() : nullptr;
}

void PeersView::removeCurrent() {
    const net::PeerInfo* peer = currentHere();
    if (!peer) return;
    m_node.peers().remove(peer->id);
    m_navigator.showNotice(tr("%1 was removed.").arg(peer->address));
    closePane(); // it is not one that left
}

void PeersView::disconnectCurrent() {
    const net::PeerInfo* peer = currentHere();
    if (!peer) return;
    m_node.peers().disconnect(peer->id);
    if (peer->twin != 0) m_node.peers().disconnect(peer->twin);
    m_navigator.showNotice(tr("The link with %1 was ended.").arg(peerName(*peer)));
}

void PeersView::askBlock() {
    const net::PeerInfo* peer = current();
    if (peer) (new BlockDialog(m_node, m_navigator, peerHost(*peer), this))->open();
}

void PeersView::undoBlock() {
    const net::PeerInfo* peer = current();
    if (peer) letIn(m_node, m_navigator, peerHost(*peer), this);
}

} // namespace gui

#include "moc_PeersView.cpp"
