#pragma once

#include "node/OnResult.h"

#include <QCoreApplication>
#include <QDialog>
#include <QPointer>

#include <functional>
#include <memory>
#include <type_traits>

class QLineEdit;
class QVBoxLayout;

namespace gui {

class Button;

namespace Ui {
class FormDialog;
}

/// A small dialog: title, one sentence, fields, what went wrong, two buttons. Opened with open(); deletes
/// itself when closed.
///
/// While it waits for an answer it cannot be dismissed (Cancel, Escape, the window's close button): what was
/// begun is done, and the answer is what closes the dialog or says what went wrong. It is always high enough
/// for what it says.
class FormDialog : public QDialog {
    Q_OBJECT
public:
    FormDialog(const QString& title, const QString& sentence, const QString& acceptText, QWidget* parent);
    ~FormDialog() override;

    /// Between the sentence and the buttons.
    [[nodiscard]] QVBoxLayout* body() const;
    [[nodiscard]] Button* acceptButton() const;
    [[nodiscard]] Button* cancelButton() const;
    void setSentence(const QString& sentence);
    /// For a dialog that asks one thing. Those that ask more have a form.
    QLineEdit* addField(const QString& name);
    /// Says what is wrong and takes the waiting state back; empty: nothing is.
    void showProblem(const QString& sentence);
    /// While an answer is awaited; `await` does it by itself.
    void setBusy(bool busy, const QString& acceptText = {});
    [[nodiscard]] bool isBusy() const { return m_busy; }

    /// Waits for `answer`; `take` gets it, and ends with accept() or showProblem(). Where the window has gone
    /// meanwhile, `told` makes a sentence of the answer, which another window shows (empty: nothing to tell).
    template <class T, class Take>
    void await(const QFuture<T>& answer, const QString& busyText, Take take,
               std::type_identity_t<std::function<QString(const T&)>> told = {}) {
        setBusy(true, busyText);
        const QPointer<FormDialog> self(this);
        node::onResult(
            answer, qApp,
            [self, take, told](const T& value) mutable {
                if (self) {
                    self->setBusy(false);
                    take(value);
                } else if (told) {
                    tellElsewhere(told(value));
                }
            },
            [self] {
                if (self) self->showProblem(closingText());
            });
    }

    void reject() override;

signals:
    /// The accept button or Enter; the dialog stays open until accept() is called.
    void submitted();

protected:
    bool event(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    /// Puts a form into the body: its questions stand between the sentence and the buttons.
    template <typename Form>
    void addForm(Form& form) {
        form.setupUi(newQuestions());
        finishQuestions();
    }
    void setAcceptText(const QString& text);

private:
    QWidget* newQuestions();
    void finishQuestions();
    void putButtonsLast(QWidget* questions);
    void growToFit();
    static void tellElsewhere(const QString& sentence);
    static QString closingText();

    std::unique_ptr<Ui::FormDialog> m_form;
    QWidget* m_questions = nullptr;
    QString m_acceptText;
    bool m_busy = false;
};

} // namespace gui
