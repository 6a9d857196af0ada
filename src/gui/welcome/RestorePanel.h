#pragma once

#include "gui/welcome/WelcomePanel.h"

namespace gui {

namespace Ui {
class RestorePanel;
}

/// A wallet from its words, into the sandbox or the network of a card.
class RestorePanel : public WelcomePanel {
    Q_OBJECT
public:
    explicit RestorePanel(QWidget* parent = nullptr);
    ~RestorePanel() override;

protected:
    void act() override;

private:
    void askForCard();
    void openCard(const QString& path);
    std::unique_ptr<Ui::RestorePanel> m_ui;
    QString m_path;
};

} // namespace gui
