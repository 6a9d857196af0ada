#pragma once

#include "gui/dialogs/FormDialog.h"

namespace node {
class Node;
}

namespace gui {

namespace Ui {
class NewWalletDialog;
}

/// Makes a wallet in the running network, fresh or from words, and opens it.
class NewWalletDialog : public FormDialog {
    Q_OBJECT
public:
    enum class From { FreshWords, OldWords };
    NewWalletDialog(node::Node& node, From from, QWidget* parent);
    ~NewWalletDialog() override;

private:
    void create();
    node::Node& m_node;
    From m_from;
    std::unique_ptr<Ui::NewWalletDialog> m_ui;
};

} // namespace gui
