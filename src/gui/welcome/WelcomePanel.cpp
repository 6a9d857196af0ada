#include "gui/welcome/WelcomePanel.h"

#include "gui/widgets/Form.h"
#include "ui_WelcomePanel.h"

#include <QLineEdit>
#include <QShortcut>

namespace gui {

WelcomePanel::WelcomePanel(const QString& title, const QString& sentence, const QString& actionText,
                           QWidget* parent)
    : QWidget(parent), m_form(std::make_unique<Ui::WelcomePanel>()) {
    m_form->setupUi(this);
    finishForm(this);
    m_form->titleLabel->setText(title);
    m_form->sentenceLabel->setSentence(sentence);
    m_form->actionButton->setText(actionText);
    m_form->problemBanner->hide();
    connect(m_form->backButton, &Button::clicked, this, &WelcomePanel::backRequested);
    connect(m_form->actionButton, &Button::clicked, this, [this] { act(); });
    connect(new QShortcut(QKeySequence(Qt::Key_Escape), this), &QShortcut::activated, this,
            &WelcomePanel::backRequested);
}

WelcomePanel::~WelcomePanel() = default;

void WelcomePanel::focusFirst() {
    for (QWidget* child : m_form->questionsCard->findChildren<QWidget*>()) {
        if (!child->isVisible() || !(child->focusPolicy() & Qt::TabFocus)) continue;
        return child->setFocus(Qt::OtherFocusReason);
    }
}

QWidget* WelcomePanel::newQuestions() {
    m_questions = new QWidget;
    m_form->questionsLayout->addWidget(m_questions);
    return m_questions;
}

void WelcomePanel::finishQuestions() {
    finishForm(m_questions);
    continueTabs(m_questions, m_form->actionButton);
    for (const QLineEdit* edit : m_questions->findChildren<QLineEdit*>())
        connect(edit, &QLineEdit::returnPressed, m_form->actionButton, &Button::click);
}

Button* WelcomePanel::action() const {
    return m_form->actionButton;
}

void WelcomePanel::addSecondAction(Button* button) {
    m_form->actionsLayout->insertWidget(1, button);
    setTabOrder(button, m_form->actionButton);
}

void WelcomePanel::showProblem(const QString& sentence) {
    m_form->problemBanner->setSentence(sentence.toHtmlEscaped());
    m_form->problemBanner->setVisible(!sentence.isEmpty());
}

} // namespace gui

#include "moc_WelcomePanel.cpp"
