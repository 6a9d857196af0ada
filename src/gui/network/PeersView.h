#pragma once

#include <QWidget>

namespace net {
struct PeerInfo;
}
namespace node {
class Node;
}

namespace gui {

class Banner;
class Button;
class Card;
class DataTable;
class FactsList;
class Navigator;
class EmptyState;
class PeerGraph;
class PictureWithTable;
class TrafficCard;
class PeerModel;
class SentenceLabel;
class SharingControl;

/// The Peers tab: the picture, the table, and whether others can reach this node.
class PeersView : public QWidget {
    Q_OBJECT
public:
    PeersView(node::Node& node, Navigator& navigator, QWidget* parent = nullptr);
    void refresh();
    void askPeer();
    [[nodiscard]] DataTable* table() const { return m_table; }

signals:
    void inviteRequested();

private:
    QWidget* buildGraph();
    QWidget* buildTable();
    QWidget* buildReach();
    void showReach();
    void showSelection();
    void removeCurrent();
    void askBan();
    void undoBan();
    [[nodiscard]] const net::PeerInfo* current() const;

    node::Node& m_node;
    Navigator& m_navigator;
    PeerModel* m_model;
    PeerGraph* m_graph = nullptr;
    PictureWithTable* m_graphTwin = nullptr;
    EmptyState* m_alone = nullptr;
    TrafficCard* m_traffic = nullptr;
    DataTable* m_table = nullptr;
    Button* m_remove = nullptr;
    Button* m_ban = nullptr;
    SentenceLabel* m_problem = nullptr;
    SharingControl* m_sharing = nullptr;
    FactsList* m_facts = nullptr;
};

} // namespace gui
