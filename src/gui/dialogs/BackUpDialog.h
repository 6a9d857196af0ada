#pragma once

#include "gui/dialogs/FormDialog.h"

class QGridLayout;

namespace node {
class Node;
}

namespace gui {

/// Shows the words of the open wallet, to be written down.
class BackUpDialog : public FormDialog {
    Q_OBJECT
public:
    BackUpDialog(node::Node& node, QWidget* parent);

private:
    void askWords();
    void showWords(const QString& words);
    void markDone();
    node::Node& m_node;
    QGridLayout* m_grid;
};

} // namespace gui
