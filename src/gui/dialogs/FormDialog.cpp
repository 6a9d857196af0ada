#include "gui/dialogs/FormDialog.h"

#include "gui/theme/Theme.h"
#include "gui/widgets/Form.h"
#include "gui/widgets/Labels.h"
#include "ui_FormDialog.h"

#include <QLineEdit>

namespace gui {

FormDialog::FormDialog(const QString& title, const QString& sentence, const QString& acceptText,
                       QWidget* parent)
    : QDialog(parent), m_form(std::make_unique<Ui::FormDialog>()), m_acceptText(acceptText) {
    m_form->setupUi(this);
    finishForm(this);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(title);
    setMinimumWidth(px(460));
    m_form->titleLabel->setText(title);
    m_form->sentenceLabel->setSentence(sentence);
    m_form->sentenceLabel->setVisible(!sentence.isEmpty());
    m_form->problemBanner->hide();
    m_form->acceptButton->setText(acceptText);
    connect(m_form->cancelButton, &Button::clicked, this, &QDialog::reject);
    connect(m_form->acceptButton, &Button::clicked, this, &FormDialog::submitted);
}

FormDialog::~FormDialog() = default;

QVBoxLayout* FormDialog::body() const {
    return m_form->bodyLayout;
}

Button* FormDialog::acceptButton() const {
    return m_form->acceptButton;
}

QWidget* FormDialog::newQuestions() {
    m_questions = new QWidget;
    body()->addWidget(m_questions);
    return m_questions;
}

void FormDialog::finishQuestions() {
    finishForm(m_questions);
    putButtonsLast(m_questions);
}

void FormDialog::putButtonsLast(QWidget* questions) {
    continueTabs(questions, m_form->cancelButton);
    setTabOrder(m_form->cancelButton, m_form->acceptButton);
}

QLineEdit* FormDialog::addField(const QString& name) {
    auto* edit = new QLineEdit;
    body()->addWidget(makeFieldName(name, edit));
    body()->addWidget(edit);
    putButtonsLast(edit);
    edit->setFocus();
    return edit;
}

void FormDialog::showProblem(const QString& sentence) {
    setBusy(false);
    m_form->problemBanner->setSentence(sentence.toHtmlEscaped());
    m_form->problemBanner->setVisible(!sentence.isEmpty());
}

void FormDialog::setBusy(bool busy, const QString& acceptText) {
    m_form->acceptButton->setEnabled(!busy);
    m_form->acceptButton->setText(busy && !acceptText.isEmpty() ? acceptText : m_acceptText);
    if (busy) m_form->problemBanner->hide();
}

} // namespace gui
