#pragma once

#include "gui/welcome/WelcomePanel.h"

namespace gui {

namespace Ui {
class JoinPanel;
}

/// Join a network: a card from a dialog or dropped here, shown before anything is joined.
class JoinPanel : public WelcomePanel {
    Q_OBJECT
public:
    explicit JoinPanel(QWidget* parent = nullptr);
    ~JoinPanel() override;
    /// Shows the card of this file, or what is wrong with it.
    void openCard(const QString& path);

protected:
    void act() override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void askForFile();
    QString m_path;
    std::unique_ptr<Ui::JoinPanel> m_ui;
    Button* m_other;
};

} // namespace gui
