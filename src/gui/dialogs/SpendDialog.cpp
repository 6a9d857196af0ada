#include "gui/dialogs/SpendDialog.h"

#include "node/Node.h"

#include <QCheckBox>
#include <QVBoxLayout>

namespace gui {

SpendDialog::SpendDialog(node::Node& node, quint64 question, const QString& payment, QWidget* parent)
    : FormDialog(tr("A program wants to pay"),
                 tr("A program on this computer asks to pay from the open wallet: <b>%1</b>. It is told no if nobody answers within a minute.")
                     .arg(payment.toHtmlEscaped()),
                 tr("Allow"), parent),
      m_always(new QCheckBox(tr("Allow every payment until Cairn is closed"))) {
    body()->addWidget(m_always);
    connect(this, &FormDialog::submitted, this, &QDialog::accept);
    connect(this, &QDialog::finished, &node, [&node, question, always = m_always](int result) {
        node.answerSpend(question, result == QDialog::Accepted, always->isChecked());
    });
}

} // namespace gui
