#pragma once

#include "gui/welcome/FirstStart.h"

#include <QWidget>

class QHBoxLayout;
class QVBoxLayout;

namespace gui {

class Banner;
class Button;
class Card;

/// One way to begin: back link, title, a card with its questions, what is wrong, one primary action.
class WelcomePanel : public QWidget {
    Q_OBJECT
public:
    WelcomePanel(const QString& title, const QString& sentence, const QString& actionText, QWidget* parent = nullptr);

    /// The first question has the focus: one can type at once.
    void focusFirst();

signals:
    void backRequested();
    void chosen(const gui::FirstStart& start);

protected:
    [[nodiscard]] QVBoxLayout* body() const;
    [[nodiscard]] Button* action() const { return m_action; }
    void addSecondAction(Button* button);
    /// Empty: nothing is wrong.
    void showProblem(const QString& sentence);
    virtual void act() = 0;

private:
    Card* m_card;
    Banner* m_problem;
    Button* m_action;
    QHBoxLayout* m_actions;
};

} // namespace gui
