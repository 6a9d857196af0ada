#pragma once

#include "gui/network/PeerModel.h"

#include <QWidget>

namespace node {
class Node;
}

namespace gui {

class Card;
class EmptyState;
class FactsList;
class PeerMap;
class PictureWithTable;
class SentenceLabel;

/// The Map tab: who is on which tip, as a picture and in words.
class MapView : public QWidget {
    Q_OBJECT
public:
    explicit MapView(node::Node& node, QWidget* parent = nullptr);
    void refresh();
    void showPeers(const PeerModel::Peers& peers);
    [[nodiscard]] PeerMap* map() const { return m_map; }

signals:
    void peerChosen(quint64 peer);
    void inviteRequested();

private:
    QWidget* buildMap();
    QWidget* buildTips();
    void showTips(const std::vector<net::PeerInfo>& peers);

    node::Node& m_node;
    Card* m_card = nullptr;
    PeerMap* m_map = nullptr;
    PictureWithTable* m_twin = nullptr;
    EmptyState* m_alone = nullptr;
    SentenceLabel* m_lead = nullptr;
    FactsList* m_tips = nullptr;
    SentenceLabel* m_rest = nullptr;
};

} // namespace gui
