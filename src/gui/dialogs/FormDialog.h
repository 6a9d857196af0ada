#pragma once

#include <QDialog>

#include <memory>

class QLineEdit;
class QVBoxLayout;

namespace gui {

class Button;

namespace Ui {
class FormDialog;
}

/// A small dialog: title, one sentence, fields, what went wrong, two buttons. Opened with open(); deletes
/// itself when closed.
class FormDialog : public QDialog {
    Q_OBJECT
public:
    FormDialog(const QString& title, const QString& sentence, const QString& acceptText, QWidget* parent);
    ~FormDialog() override;

    /// Between the sentence and the buttons.
    [[nodiscard]] QVBoxLayout* body() const;
    [[nodiscard]] Button* acceptButton() const;
    /// For a dialog that asks one thing. Those that ask more have a form.
    QLineEdit* addField(const QString& name);
    /// Says what is wrong and takes the waiting state back; empty: nothing is.
    void showProblem(const QString& sentence);
    /// While an answer is awaited: nothing can be pressed twice.
    void setBusy(bool busy, const QString& acceptText = {});

signals:
    /// The accept button or Enter; the dialog stays open until accept() is called.
    void submitted();

protected:
    /// Puts a form into the body: its questions stand between the sentence and the buttons.
    template <typename Form>
    void addForm(Form& form) {
        form.setupUi(newQuestions());
        finishQuestions();
    }

private:
    QWidget* newQuestions();
    void finishQuestions();
    void putButtonsLast(QWidget* questions);

    std::unique_ptr<Ui::FormDialog> m_form;
    QWidget* m_questions = nullptr;
    QString m_acceptText;
};

} // namespace gui
