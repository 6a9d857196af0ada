#pragma once

#include "gui/dialogs/FormDialog.h"

namespace node {
class Node;
}

namespace gui {

namespace Ui {
class SpendDialog;
}

/// A program asks to pay from the wallet: allow it, for this once or for the rest of the run, or not.
class SpendDialog : public FormDialog {
    Q_OBJECT
public:
    SpendDialog(node::Node& node, quint64 question, const QString& payment, QWidget* parent);
    ~SpendDialog() override;

private:
    std::unique_ptr<Ui::SpendDialog> m_ui;
};

} // namespace gui
