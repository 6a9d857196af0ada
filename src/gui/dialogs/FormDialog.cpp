#include "gui/dialogs/FormDialog.h"

#include "gui/dialogs/DialogFit.h"
#include "gui/theme/Theme.h"
#include "gui/widgets/Form.h"
#include "gui/widgets/Labels.h"
#include "gui/widgets/Notices.h"
#include "ui_FormDialog.h"

#include <QApplication>
#include <QLineEdit>
#include <QScreen>

#include <algorithm>

namespace gui {

FormDialog::FormDialog(const QString& title, const QString& sentence, const QString& acceptText,
                       QWidget* parent)
    : QDialog(parent), m_form(std::make_unique<Ui::FormDialog>()), m_acceptText(acceptText) {
    m_form->setupUi(this);
    finishForm(this);
    DialogFit::to(*this);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(title);
    setMinimumWidth(px(460));
    m_form->titleLabel->setText(title);
    setSentence(sentence);
    m_form->titleLabel->setWordWrap(true);
    m_form->problemBanner->hide();
    m_form->acceptButton->setText(acceptText);
    connect(m_form->cancelButton, &Button::clicked, this, &FormDialog::reject);
    connect(m_form->acceptButton, &Button::clicked, this, &FormDialog::submitted);
}

FormDialog::~FormDialog() = default;

QVBoxLayout* FormDialog::body() const {
    return m_form->bodyLayout;
}

Button* FormDialog::acceptButton() const {
    return m_form->acceptButton;
}

Button* FormDialog::cancelButton() const {
    return m_form->cancelButton;
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

void FormDialog::setSentence(const QString& sentence) {
    m_form->sentenceLabel->setSentence(sentence);
    m_form->sentenceLabel->setVisible(!sentence.isEmpty());
}

void FormDialog::setAcceptText(const QString& text) {
    m_acceptText = text;
    if (!m_busy) m_form->acceptButton->setText(text);
}

void FormDialog::setBusy(bool busy, const QString& acceptText) {
    m_busy = busy;
    m_form->cancelButton->setEnabled(!busy);
    m_form->acceptButton->setEnabled(!busy);
    m_form->acceptButton->setText(busy && !acceptText.isEmpty() ? acceptText : m_acceptText);
    if (busy) m_form->problemBanner->hide();
}

/// Cancel, Escape and the window's close button all come here.
void FormDialog::reject() {
    if (!m_busy) QDialog::reject();
}

bool FormDialog::event(QEvent* event) {
    const bool done = QDialog::event(event);
    if (event->type() == QEvent::LayoutRequest || event->type() == QEvent::Show) growToFit();
    return done;
}

void FormDialog::resizeEvent(QResizeEvent* event) {
    QDialog::resizeEvent(event);
    growToFit();
}

/// As high as its texts need at this width: a function of the width alone, so that it ends.
void FormDialog::growToFit() {
    if (!isVisible()) return;
    const int needed = layout()->hasHeightForWidth() ? layout()->totalHeightForWidth(width())
                                                     : layout()->totalMinimumSize().height();
    const int most = screen()->availableGeometry().height();
    if (height() < std::min(needed, most)) resize(width(), std::min(needed, most));
}

void FormDialog::tellElsewhere(const QString& sentence) {
    if (sentence.isEmpty()) return;
    for (QWidget* window : QApplication::topLevelWidgets()) {
        if (window->isVisible() && !qobject_cast<QDialog*>(window) && window->isWindow()) {
            Toast::show(window, sentence);
            return;
        }
    }
}

QString FormDialog::closingText() {
    return tr("Cairn is closing, so no answer came. Look after the next start whether it was done before you "
              "try again.");
}

} // namespace gui

#include "moc_FormDialog.cpp"
