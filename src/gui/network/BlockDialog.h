#pragma once

#include "gui/dialogs/FormDialog.h"

class QComboBox;

namespace node {
class Node;
}

namespace gui {

class Navigator;

/// Asks for how long a peer's address, or any address or subnet, is kept out: neither dialled nor let in.
class BlockDialog : public FormDialog {
    Q_OBJECT
public:
    /// `address`: which one; empty: it is asked for.
    BlockDialog(node::Node& node, Navigator& navigator, const QString& address, QWidget* parent);

private:
    void block();

    node::Node& m_node;
    Navigator& m_navigator;
    QString m_address;
    QLineEdit* m_field = nullptr;
    QComboBox* m_span;
};

/// Takes the block of an address or a subnet back, and says so.
void letIn(node::Node& node, Navigator& navigator, const QString& subnet, QObject* receiver);

} // namespace gui
