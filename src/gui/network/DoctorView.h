#pragma once

#include "gui/network/Diagnosis.h"

#include <QWidget>

class QTcpSocket;
class QVBoxLayout;

namespace node {
class Node;
}

namespace gui {

class Button;
class Card;
class CheckRow;
class CheckSign;
class CodeBlock;
class FactsList;
class Navigator;
class SentenceLabel;

/// The Doctor tab: what of this node is well, what is not, and one button for each that helps.
class DoctorView : public QWidget {
    Q_OBJECT
public:
    DoctorView(node::Node& node, Navigator& navigator, QWidget* parent = nullptr);
    /// What the peers tell, with what the system told last.
    void refresh();
    /// Everything anew, the port too.
    void examine();
    void showFacts(const DoctorFacts& facts);
    /// With these peers, and what the system told last.
    void showPeers(const std::vector<net::PeerInfo>& peers);
    void choose(CheckId id);
    [[nodiscard]] const Check& check(CheckId id) const;
    [[nodiscard]] const Verdict& verdict() const { return m_verdict; }

signals:
    void inviteRequested();
    void compareRequested();
    void rulesRequested();

private:
    QWidget* buildVerdict();
    QWidget* buildList();
    QWidget* buildPane();
    void addGroup(QVBoxLayout* column, const QString& name, std::initializer_list<CheckId> ids);
    void readSystem();
    void probePort();
    void probed(bool answers);
    void showVerdict();
    void showChosen();
    void repair(CheckId id);
    void setClock();
    void openPort(const QString& bind);
    void openFirewall();
    void dialAgain();
    void askOthers();
    void copyReport();

    node::Node& m_node;
    Navigator& m_navigator;
    DoctorFacts m_facts;
    std::vector<Check> m_checks;
    Verdict m_verdict;
    CheckId m_chosen = CheckId::Clock;
    bool m_wasChosen = false; ///< by the user: else it is the worst one
    QVector<CheckFact> m_shownFacts;
    QTcpSocket* m_probe = nullptr;
    std::int64_t m_examinedAt = 0;
    CheckSign* m_sign = nullptr;
    SentenceLabel* m_title = nullptr;
    SentenceLabel* m_rest = nullptr;
    SentenceLabel* m_counts = nullptr;
    Card* m_list = nullptr;
    std::vector<CheckRow*> m_rows; ///< one a check
    Card* m_pane = nullptr;
    CheckSign* m_paneSign = nullptr;
    SentenceLabel* m_paneTitle = nullptr;
    FactsList* m_tried = nullptr;
    SentenceLabel* m_meaning = nullptr;
    CodeBlock* m_command = nullptr;
    Button* m_repair = nullptr;
};

} // namespace gui
