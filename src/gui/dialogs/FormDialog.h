#pragma once

#include <QDialog>

class QFormLayout;
class QLabel;
class QLineEdit;
class QVBoxLayout;

namespace gui {

class Banner;
class Button;
class SentenceLabel;

/// A small dialog: title, one sentence, fields, what went wrong, two buttons. Opened with open(); deletes itself when closed.
class FormDialog : public QDialog {
    Q_OBJECT
public:
    FormDialog(const QString& title, const QString& sentence, const QString& acceptText, QWidget* parent);

    /// Between the sentence and the buttons.
    [[nodiscard]] QVBoxLayout* body() const { return m_body; }
    [[nodiscard]] Button* acceptButton() const { return m_accept; }
    QLineEdit* addField(const QString& name, bool secret = false);
    /// Says what is wrong and takes the waiting state back; empty: nothing is.
    void showProblem(const QString& sentence);
    /// While an answer is awaited: nothing can be pressed twice.
    void setBusy(bool busy, const QString& acceptText = {});

signals:
    /// The accept button or Enter; the dialog stays open until accept() is called.
    void submitted();

private:
    QVBoxLayout* m_body;
    Banner* m_problem;
    Button* m_accept;
    QString m_acceptText;
};

} // namespace gui
