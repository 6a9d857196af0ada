#pragma once

#include "gui/dialogs/FormDialog.h"
#include "wallet/WalletTypes.h"

namespace node {
class Node;
}

namespace gui {

namespace Ui {
class CoinsDialog;
}

/// Which coins pay: none ticked leaves the choice to the wallet.
class CoinsDialog : public FormDialog {
    Q_OBJECT
public:
    CoinsDialog(node::Node& node, std::vector<primitives::OutPoint> chosen, QWidget* parent);
    ~CoinsDialog() override;

signals:
    void chosen(const std::vector<primitives::OutPoint>& coins, primitives::Amount sum);

private:
    void show(const std::vector<wallet::WalletCoin>& coins);
    void showNone();
    void renewSum();
    [[nodiscard]] std::vector<std::size_t> ticked() const;
    node::Node& m_node;
    std::vector<primitives::OutPoint> m_before;
    std::vector<wallet::WalletCoin> m_coins; ///< one a line, same order
    std::unique_ptr<Ui::CoinsDialog> m_ui;
};

} // namespace gui
