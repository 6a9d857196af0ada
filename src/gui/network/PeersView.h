#pragma once

#include "gui/network/PeerModel.h"

#include <QWidget>

namespace node {
class Node;
}

namespace gui {

class Card;
class DataTable;
class EmptyState;
class FactsList;
class Navigator;
class PeerPane;
class SharingControl;
class TrafficCard;

/// The Peers tab: the table, what goes over the wire, and at the right the chosen peer; as long as none is
/// chosen, whether others can reach this node.
class PeersView : public QWidget {
    Q_OBJECT
public:
    PeersView(node::Node& node, Navigator& navigator, QWidget* parent = nullptr);
    /// With the peers as the node has them.
    void refresh();
    void showPeers(const PeerModel::Peers& peers);
    void askPeer();
    /// Chooses it; false: it is not there.
    bool choosePeer(net::PeerId peer);
    [[nodiscard]] DataTable* table() const { return m_table; }
    [[nodiscard]] PeerPane* pane() const { return m_pane; }

signals:
    void inviteRequested();
    void compareRequested();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    QWidget* buildLeft();
    QWidget* buildTable();
    QWidget* buildRight();
    QWidget* buildReach();
    void addRowActions();
    void showCounts(const std::vector<net::PeerInfo>& peers);
    void showSelection();
    void closePane();
    void removeCurrent();
    void disconnectCurrent();
    void askBlock();
    void undoBlock();
    [[nodiscard]] const net::PeerInfo* current() const;
    /// The chosen one, as long as it is here.
    [[nodiscard]] const net::PeerInfo* currentHere() const;

    node::Node& m_node;
    Navigator& m_navigator;
    PeerModel* m_model;
    EmptyState* m_alone = nullptr;
    Card* m_tableCard = nullptr;
    DataTable* m_table = nullptr;
    TrafficCard* m_traffic = nullptr;
    QWidget* m_reach = nullptr;
    PeerPane* m_pane = nullptr;
    SharingControl* m_sharing = nullptr;
    FactsList* m_facts = nullptr;
};

} // namespace gui
