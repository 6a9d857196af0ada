#pragma once

#include <QDialog>

#include <memory>

namespace node {
class Node;
}

namespace gui {

class Navigator;

namespace Ui {
class InviteDialog;
}

/// Everything another computer needs to join: the network card, and an address to connect to.
class InviteDialog : public QDialog {
    Q_OBJECT
public:
    InviteDialog(node::Node& node, Navigator& navigator, QWidget* parent);
    ~InviteDialog() override;

private:
    void showCard();
    void askPath();
    void save(const QString& path);
    node::Node& m_node;
    Navigator& m_navigator;
    QByteArray m_card;
    std::unique_ptr<Ui::InviteDialog> m_ui;
};

} // namespace gui
