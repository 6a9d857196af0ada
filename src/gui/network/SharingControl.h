#pragma once

#include "gui/network/Firewall.h"
#include "node/NodeTypes.h"

#include <QWidget>

namespace node {
class Node;
}

class QCheckBox;
class QLabel;

namespace gui {

class Button;
class SentenceLabel;
class ToggleSwitch;

/// The one switch that lets others on the network reach this computer: opens and closes the peer port at
/// once, says where, who came, and what is in the way (a port in use, a firewall) with what helps.
class SharingControl : public QWidget {
    Q_OBJECT
public:
    explicit SharingControl(node::Node& node, QWidget* parent = nullptr);
    /// Without the ground of a well: inside a card.
    void setPlain(bool plain);
    [[nodiscard]] ToggleSwitch* toggle() const { return m_toggle; }
    [[nodiscard]] bool isOn() const;
    void refresh();

signals:
    /// The port opened, closed, or could not be opened.
    void changed();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    struct Trouble {
        QString sentence; ///< empty: there is none
        QString command = {};
        QString help = {}; ///< the button's text; empty: no button
        bool operator==(const Trouble&) const = default;
    };
    QWidget* makeTop();
    QWidget* makeTrouble();
    void listenAt(const QString& bind);
    void take(const Result<QString, node::PortProblem>& opened);
    void showPlace(const QString& url);
    void showVisitors();
    void tellNearby(bool told);
    [[nodiscard]] Trouble portTrouble() const;
    [[nodiscard]] Trouble firewallTrouble() const;
    void showTrouble();
    void openFirewall();
    [[nodiscard]] quint16 port() const;

    node::Node& m_node;
    std::optional<node::PortProblem> m_problem;
    bool m_busy = false;
    bool m_plain = false;
    std::optional<Firewall> m_firewall; ///< as it was when the port was opened
    QString m_firewallAnswer;           ///< what came of opening it
    bool m_firewallOpened = false;
    Trouble m_shownTrouble;
    ToggleSwitch* m_toggle = nullptr;
    SentenceLabel* m_place = nullptr;
    SentenceLabel* m_visitors = nullptr;
    QCheckBox* m_near = nullptr;
    QWidget* m_trouble = nullptr;
    SentenceLabel* m_troubleText = nullptr;
    QLabel* m_command = nullptr;
    Button* m_help = nullptr;
};

/// Where the switch makes the node listen: every address, the network's usual port or the one of the setting.
QString sharingBind(const node::Node& node);

} // namespace gui
