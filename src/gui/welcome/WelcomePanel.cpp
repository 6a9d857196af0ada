#include "gui/welcome/WelcomePanel.h"

#include "gui/theme/Theme.h"
#include "gui/widgets/Button.h"
#include "gui/widgets/Card.h"
#include "gui/widgets/Labels.h"
#include "gui/widgets/Notices.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace gui {

WelcomePanel::WelcomePanel(const QString& title, const QString& sentence, const QString& actionText, QWidget* parent)
    : QWidget(parent) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(12));
    column->addStretch(2);
    auto* back = new Button(tr("Back"), Button::Kind::Link);
    back->setIconName(QStringLiteral("arrow-left"));
    column->addWidget(back, 0, Qt::AlignLeft);
    column->addWidget(makeLabel(title, "title"));
    column->addWidget(new SentenceLabel(sentence));
    m_card = new Card;
    m_card->body()->setSpacing(px(8));
    column->addWidget(m_card);
    m_problem = new Banner(Banner::Kind::Error, QString());
    m_problem->hide();
    column->addWidget(m_problem);
    m_actions = new QHBoxLayout;
    m_actions->setSpacing(px(10));
    m_actions->addStretch(1);
    m_action = new Button(actionText, Button::Kind::Primary);
    m_actions->addWidget(m_action);
    column->addLayout(m_actions);
    column->addStretch(3);
    connect(back, &Button::clicked, this, &WelcomePanel::backRequested);
    connect(m_action, &Button::clicked, this, [this] { act(); });
}

void WelcomePanel::focusFirst() {
    for (QWidget* child : m_card->findChildren<QWidget*>()) {
        if (!child->isVisible() || !(child->focusPolicy() & Qt::TabFocus)) continue;
        return child->setFocus(Qt::OtherFocusReason);
    }
}

QVBoxLayout* WelcomePanel::body() const { return m_card->body(); }

void WelcomePanel::addSecondAction(Button* button) { m_actions->insertWidget(1, button); }

void WelcomePanel::showProblem(const QString& sentence) {
    m_problem->setSentence(sentence.toHtmlEscaped());
    m_problem->setVisible(!sentence.isEmpty());
}

} // namespace gui
