#pragma once

#include "gui/dialogs/FormDialog.h"
#include "wallet/WalletTypes.h"

namespace node {
class Node;
}

namespace gui {

class CoinListModel;
class CoinTable;
class EmptyState;
class SentenceLabel;

/// Which coins pay: none ticked leaves the choice to the wallet.
class CoinsDialog : public FormDialog {
    Q_OBJECT
public:
    CoinsDialog(node::Node& node, std::vector<primitives::OutPoint> chosen, QWidget* parent);
    [[nodiscard]] CoinListModel* model() const { return m_model; }

signals:
    void chosen(const std::vector<primitives::OutPoint>& coins, primitives::Amount sum);

private:
    void showField();
    void showChoice();
    void showNone();
    void give();
    node::Node& m_node;
    CoinListModel* m_model;
    CoinTable* m_table;
    EmptyState* m_none;
    SentenceLabel* m_sum;
};

} // namespace gui
