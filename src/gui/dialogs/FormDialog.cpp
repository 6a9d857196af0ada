#include "gui/dialogs/FormDialog.h"

#include "gui/theme/Theme.h"
#include "gui/widgets/Button.h"
#include "gui/widgets/Labels.h"
#include "gui/widgets/Notices.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

namespace gui {

FormDialog::FormDialog(const QString& title, const QString& sentence, const QString& acceptText, QWidget* parent)
    : QDialog(parent), m_acceptText(acceptText) {
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(title);
    setMinimumWidth(px(460));
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(px(24), px(22), px(24), px(20));
    outer->setSpacing(px(12));
    outer->addWidget(makeLabel(title, "title"));
    if (!sentence.isEmpty()) outer->addWidget(new SentenceLabel(sentence));
    m_body = new QVBoxLayout;
    m_body->setSpacing(px(6));
    outer->addLayout(m_body);
    m_problem = new Banner(Banner::Kind::Error, QString());
    m_problem->hide();
    outer->addWidget(m_problem);
    outer->addStretch(1);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(px(10));
    buttons->addStretch(1);
    auto* cancel = new Button(tr("Cancel"));
    m_accept = new Button(acceptText, Button::Kind::Primary);
    m_accept->setDefault(true);
    buttons->addWidget(cancel);
    buttons->addWidget(m_accept);
    outer->addLayout(buttons);
    connect(cancel, &Button::clicked, this, &QDialog::reject);
    connect(m_accept, &Button::clicked, this, &FormDialog::submitted);
}

QLineEdit* FormDialog::addField(const QString& name, bool secret) {
    auto* edit = new QLineEdit;
    if (secret) edit->setEchoMode(QLineEdit::Password);
    m_body->addWidget(makeFieldName(name, edit));
    m_body->addWidget(edit);
    return edit;
}

void FormDialog::showProblem(const QString& sentence) {
    setBusy(false);
    m_problem->setSentence(sentence.toHtmlEscaped());
    m_problem->setVisible(!sentence.isEmpty());
}

void FormDialog::setBusy(bool busy, const QString& acceptText) {
    m_accept->setEnabled(!busy);
    m_accept->setText(busy && !acceptText.isEmpty() ? acceptText : m_acceptText);
    if (busy) m_problem->hide();
}

} // namespace gui
