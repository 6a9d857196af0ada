#include "gui/wallet/RecipientsDialog.h"

#include "gui/theme/Theme.h"
#include "gui/widgets/Button.h"

#include <QFile>
#include <QFileDialog>
#include <QPlainTextEdit>
#include <QStandardPaths>
#include <QVBoxLayout>

namespace gui {

namespace {

constexpr qint64 kMostListBytes = 4 * 1024 * 1024; ///< as parseRecipients reads

} // namespace

QString errorText(const wallet::WrongRecipient& wrong, const QString& network) {
    using enum wallet::RecipientFault;
    const QString text = QString::fromStdString(wrong.text);
    const QString where = RecipientsDialog::tr("Line %1:").arg(wrong.line) + QLatin1Char(' ');
    switch (wrong.fault) {
    case NoAddress:
        return where + RecipientsDialog::tr("\"%1\" is no address.").arg(text);
    case OtherNetwork:
        return where +
               RecipientsDialog::tr("\"%1\" is an address of another network than %2.").arg(text, network);
    case NoAmount:
        return where + RecipientsDialog::tr("\"%1\" is no amount like 1.5.").arg(text);
    case CommaInAmount:
        return where + RecipientsDialog::tr("write the amount \"%1\" with a point.").arg(text);
    case AmountTooSmall:
        return where + RecipientsDialog::tr("the amount %1 is too small to be passed on.").arg(text);
    case TooManyFields:
        break;
    }
    return where + RecipientsDialog::tr("there is more than address, amount and label.");
}

RecipientsDialog::RecipientsDialog(script::AddressFormat addresses, QString network, QWidget* parent)
    : FormDialog(
          tr("Pay a list"),
          tr("One line for each recipient: address, amount with a point, and a label if you like. Paste "
             "it out of a table, or open a CSV file."),
          tr("Take over"), parent),
      m_addresses(std::move(addresses)), m_network(std::move(network)), m_edit(new QPlainTextEdit) {
    setObjectName(QStringLiteral("recipientsDialog"));
    m_edit->setObjectName(QStringLiteral("recipientsEdit"));
    m_edit->setAccessibleName(tr("List of recipients"));
    m_edit->setMinimumSize(px(520), px(180));
    m_edit->setTabChangesFocus(true);
    m_edit->setLineWrapMode(QPlainTextEdit::NoWrap);
    auto* open = new Button(tr("Open a file…"));
    open->setIconName(QStringLiteral("download"));
    body()->addWidget(m_edit);
    body()->addWidget(open, 0, Qt::AlignLeft);
    connect(open, &Button::clicked, this, &RecipientsDialog::askForFile);
    connect(this, &FormDialog::submitted, this, &RecipientsDialog::take);
    m_edit->setFocus();
}

void RecipientsDialog::askForFile() {
    auto* dialog = new QFileDialog(this, tr("Open a list of recipients"),
                                   QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation),
                                   tr("Tables (*.csv *.tsv *.txt);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptOpen);
    connect(dialog, &QFileDialog::fileSelected, this, &RecipientsDialog::readFile);
    dialog->open();
}

void RecipientsDialog::readFile(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.size() > kMostListBytes)
        return showProblem(tr("%1 cannot be read, or is too long.").arg(path));
    showProblem({});
    m_edit->setPlainText(QString::fromUtf8(file.readAll()));
}

void RecipientsDialog::take() {
    const auto list = wallet::parseRecipients(m_edit->toPlainText().toStdString(), m_addresses);
    if (!list.isReadable)
        return showProblem(tr("A quotation mark in the list has no end, or it is too long."));
    if (!list.wrong.empty()) {
        QString problem = errorText(list.wrong.front(), m_network);
        if (list.wrong.size() > 1)
            problem +=
                QLatin1Char(' ') + tr("%n more line(s) are wrong.", nullptr, int(list.wrong.size()) - 1);
        return showProblem(problem);
    }
    if (list.recipients.empty()) return showProblem(tr("There is no recipient in the list."));
    if (list.recipients.size() > kMostRecipients)
        return showProblem(tr("More than %1 at once do not fit here: split the list.").arg(kMostRecipients));
    emit listed(list.recipients);
    accept();
}

} // namespace gui

#include "moc_RecipientsDialog.cpp"
