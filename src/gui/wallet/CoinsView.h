#pragma once

#include "primitives/Transaction.h"

#include <QWidget>

#include <vector>

class QResizeEvent;

namespace node {
class Node;
}

namespace gui {

class Button;
class Card;
class CoinChoiceBar;
class CoinListModel;
class CoinScatter;
class DataTable;
class JoinCoins;
class Navigator;
class PictureWithTable;
class SegmentedControl;

/// The Coins tab: all unspent coins as a picture and as a table, and what is done with those that are
/// chosen. Both choose the same ones.
class CoinsView : public QWidget {
    Q_OBJECT
public:
    CoinsView(node::Node& node, Navigator& navigator, QWidget* parent = nullptr);
    /// Needs to be called when the wallet or the chain changed and the view can be seen.
    void refresh();
    [[nodiscard]] CoinListModel* model() const { return m_model; }
    [[nodiscard]] DataTable* table() const { return m_table; }
    [[nodiscard]] CoinScatter* scatter() const { return m_scatter; }

signals:
    /// Pay with exactly these.
    void spendRequested(const std::vector<primitives::OutPoint>& coins, primitives::Amount sum);

private:
    QWidget* buildPicture();
    QWidget* buildTable();
    void addRowActions();
    void showField();
    void showChoice();
    void freezeChosen(bool freeze);
    [[nodiscard]] std::vector<primitives::OutPoint> chosenCoins() const;

    node::Node& m_node;
    Navigator& m_navigator;
    CoinListModel* m_model;
    JoinCoins* m_join;
    Card* m_pictureCard = nullptr;
    CoinScatter* m_scatter = nullptr;
    PictureWithTable* m_twin = nullptr;
    DataTable* m_table = nullptr;
    SegmentedControl* m_order = nullptr;
    Button* m_joinAll = nullptr;
    CoinChoiceBar* m_bar = nullptr;
};

} // namespace gui
