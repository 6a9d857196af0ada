#pragma once

#include "net/PeerInfo.h"

#include <QWidget>

#include <vector>

namespace node {
class Node;
}

namespace gui {

class Button;
class Card;
class DataTable;
class Navigator;
class RowsModel;

/// The Blocked tab: who is kept out, since when, until when, by whom; and taking it back.
class BansView : public QWidget {
    Q_OBJECT
public:
    BansView(node::Node& node, Navigator& navigator, QWidget* parent = nullptr);
    /// Asks the node, one question at a time.
    void refresh();
    void showBans(std::vector<net::BanInfo> bans);
    void askAddress();
    [[nodiscard]] DataTable* table() const { return m_table; }

private:
    void undoCurrent();
    void undoAll();
    void askUndoAll();

    node::Node& m_node;
    Navigator& m_navigator;
    RowsModel* m_model;
    std::vector<net::BanInfo> m_bans;
    Card* m_card;
    DataTable* m_table;
    Button* m_undo;
    Button* m_undoAll;
    Button* m_add;
    bool m_asking = false;
    bool m_askAgain = false;
};

} // namespace gui
