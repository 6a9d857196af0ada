#include "gui/dialogs/SpendDialog.h"

#include "node/Node.h"
#include "ui_SpendDialog.h"

namespace gui {

SpendDialog::SpendDialog(node::Node& node, quint64 question, const QString& payment, QWidget* parent)
    : FormDialog(tr("A program wants to pay"),
                 tr("A program on this computer asks to pay from the open wallet: <b>%1</b>. It is told no "
                    "if nobody answers within a minute.")
                     .arg(payment.toHtmlEscaped()),
                 tr("Allow"), parent),
      m_ui(std::make_unique<Ui::SpendDialog>()) {
    addForm(*m_ui);
    connect(this, &FormDialog::submitted, this, &QDialog::accept);
    connect(this, &QDialog::finished, &node, [&node, question, always = m_ui->alwaysCheck](int result) {
        node.answerSpend(question, result == QDialog::Accepted, always->isChecked());
    });
}

SpendDialog::~SpendDialog() = default;

} // namespace gui
