#pragma once

#include "gui/dialogs/FormDialog.h"
#include "wallet/WalletTypes.h"

class QListWidget;

namespace node {
class Node;
}

namespace gui {

class SentenceLabel;

/// Which coins pay: none ticked leaves the choice to the wallet.
class CoinsDialog : public FormDialog {
    Q_OBJECT
public:
    CoinsDialog(node::Node& node, std::vector<primitives::OutPoint> chosen, QWidget* parent);

signals:
    void chosen(const std::vector<primitives::OutPoint>& coins, primitives::Amount sum);

private:
    void show(const std::vector<wallet::WalletCoin>& coins);
    void renewSum();
    [[nodiscard]] std::vector<std::size_t> ticked() const;
    node::Node& m_node;
    std::vector<primitives::OutPoint> m_before;
    std::vector<wallet::WalletCoin> m_coins; ///< one a line, same order
    QListWidget* m_list;
    SentenceLabel* m_sum;
};

} // namespace gui
