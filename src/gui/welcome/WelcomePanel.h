#pragma once

#include "gui/welcome/FirstStart.h"

#include <QWidget>

#include <memory>

namespace gui {

class Button;

namespace Ui {
class WelcomePanel;
}

/// One way to begin: back link, title, a card with its questions, what is wrong, one primary action.
class WelcomePanel : public QWidget {
    Q_OBJECT
public:
    WelcomePanel(const QString& title, const QString& sentence, const QString& actionText,
                 QWidget* parent = nullptr);
    ~WelcomePanel() override;

    /// The first question has the focus: one can type at once.
    void focusFirst();

signals:
    void backRequested();
    void chosen(const gui::FirstStart& start);

protected:
    /// Puts the questions into the card.
    template <typename Form>
    void addForm(Form& form) {
        form.setupUi(newQuestions());
        finishQuestions();
    }
    [[nodiscard]] Button* action() const;
    void addSecondAction(Button* button);
    /// Empty: nothing is wrong.
    void showProblem(const QString& sentence);
    virtual void act() = 0;

private:
    QWidget* newQuestions();
    void finishQuestions();

    std::unique_ptr<Ui::WelcomePanel> m_form;
    QWidget* m_questions = nullptr;
};

} // namespace gui
