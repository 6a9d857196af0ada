#pragma once

#include "gui/welcome/WelcomePanel.h"

#include <QMap>

class QLineEdit;

namespace consensus {
struct NetworkCard;
}

namespace gui {

namespace Ui {
class CreatePanel;
}

/// A network of one's own: name, colour, rules. Nothing is written before the last step; then the card can be
/// saved for others.
class CreatePanel : public WelcomePanel {
    Q_OBJECT
public:
    /// `dataRoot`: where the card is kept once the network starts.
    explicit CreatePanel(const QString& dataRoot, QWidget* parent = nullptr);
    ~CreatePanel() override;

protected:
    void act() override;

private:
    void addRules();
    void useTemplate(int index);
    [[nodiscard]] bool fillCard();
    void measureAndShow();
    void showCard();
    void saveCopy();
    void start();

    QString m_dataRoot;
    std::unique_ptr<consensus::NetworkCard> m_card;
    bool m_made = false;
    std::unique_ptr<Ui::CreatePanel> m_ui;
    QMap<QString, QLineEdit*> m_rules; ///< by the rule's name on the card
    Button* m_save;
};

} // namespace gui
