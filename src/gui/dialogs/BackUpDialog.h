#pragma once

#include "gui/dialogs/FormDialog.h"

namespace node {
class Node;
}

namespace gui {

namespace Ui {
class BackUpDialog;
}

/// Shows the words of the open wallet, to be written down.
class BackUpDialog : public FormDialog {
    Q_OBJECT
public:
    BackUpDialog(node::Node& node, QWidget* parent);
    ~BackUpDialog() override;

private:
    void askWords();
    void showWords(const QString& words);
    void markDone();
    node::Node& m_node;
    std::unique_ptr<Ui::BackUpDialog> m_ui;
};

} // namespace gui
