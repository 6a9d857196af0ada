#pragma once

#include "gui/welcome/NearNetworks.h"
#include "node/peers/LobbyAccess.h"

#include <QWidget>

#include <set>

namespace node {
class Node;
}

namespace gui {

class Button;
class Card;
class FactsList;
class Navigator;
class NearTable;
class SentenceLabel;
class ToggleSwitch;

/// The Near you tab: the networks that nodes in the same local network tell of, how this one stands with
/// each, and what can be done about it. What is heard is not believed: joining shows the rules first.
class NearView : public QWidget {
    Q_OBJECT
public:
    NearView(node::Node& node, Navigator& navigator, QWidget* parent = nullptr);
    void refresh();
    void showLobby(node::LobbyView lobby);
    [[nodiscard]] NearTable* table() const { return m_table; }

private:
    QWidget* buildList();
    QWidget* buildPane();
    void turn(bool on);
    void lookUpKnown();
    [[nodiscard]] NearNetwork::Standing standingOf(const NearNetwork& network) const;
    void showState(const node::LobbyView& lobby);
    void showChosen();
    void showAction(const NearNetwork& network);
    void act();
    void join(const NearNetwork& network);
    void connectTo(const NearNetwork& network);

    node::Node& m_node;
    Navigator& m_navigator;
    std::set<primitives::BlockHash> m_known; ///< on this computer
    node::LobbyView m_shown;
    bool m_asking = false; ///< for a card
    Card* m_card = nullptr;
    ToggleSwitch* m_switch = nullptr;
    Button* m_again = nullptr;
    SentenceLabel* m_state = nullptr;
    NearTable* m_table = nullptr;
    SentenceLabel* m_lead = nullptr;
    FactsList* m_facts = nullptr;
    SentenceLabel* m_effect = nullptr;
    Button* m_action = nullptr;
};

} // namespace gui
