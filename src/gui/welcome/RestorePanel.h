#pragma once

#include "consensus/NetworkCard.h"
#include "gui/welcome/WelcomePanel.h"

#include <optional>

namespace gui {

namespace Ui {
class RestorePanel;
}

/// A wallet from its words, into the sandbox or the network of a card.
class RestorePanel : public WelcomePanel {
    Q_OBJECT
public:
    /// `dataRoot`: where a card is kept.
    explicit RestorePanel(const QString& dataRoot, QWidget* parent = nullptr);
    ~RestorePanel() override;

protected:
    void act() override;

private:
    void askForCard();
    void openCard(const QString& path);
    QString m_dataRoot;
    std::unique_ptr<Ui::RestorePanel> m_ui;
    std::optional<consensus::NetworkCard> m_card;
};

} // namespace gui
