#pragma once

#include <QDialog>

class QVBoxLayout;

namespace node {
class Node;
}

namespace gui {

class Navigator;

/// Everything another computer needs to join: the network card, and an address to connect to.
class InviteDialog : public QDialog {
    Q_OBJECT
public:
    InviteDialog(node::Node& node, Navigator& navigator, QWidget* parent);

private:
    void addCard(QVBoxLayout* layout);
    void askPath();
    void save(const QString& path);
    node::Node& m_node;
    Navigator& m_navigator;
    QByteArray m_card;
};

} // namespace gui
