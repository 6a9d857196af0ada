#pragma once

#include "gui/welcome/WelcomePanel.h"

#include <QMap>

class QLineEdit;

namespace consensus {
struct NetworkCard;
}

namespace gui {

class ToggleSwitch;

namespace Ui {
class CreatePanel;
}

/// A network of one's own: name, colour, rules, and whether others may come. Nothing is written before the
/// last step.
class CreatePanel : public WelcomePanel {
    Q_OBJECT
public:
    /// `dataRoot`: where the card is kept once the network starts.
    /// `nodeName`: what the node calls itself so far.
    explicit CreatePanel(const QString& dataRoot, const QString& nodeName = {}, QWidget* parent = nullptr);
    ~CreatePanel() override;

protected:
    void act() override;

private:
    void addRules();
    void addSharing(const QString& nodeName);
    void useTemplate(int index);
    [[nodiscard]] bool fillCard();
    void measureAndShow();
    void showCard();
    void start();

    QString m_dataRoot;
    std::unique_ptr<consensus::NetworkCard> m_card;
    bool m_made = false;
    std::unique_ptr<Ui::CreatePanel> m_ui;
    QMap<QString, QLineEdit*> m_rules; ///< by the rule's name on the card
    QString m_givenName;
    QLineEdit* m_nodeName = nullptr;
    ToggleSwitch* m_share = nullptr;
};

} // namespace gui
