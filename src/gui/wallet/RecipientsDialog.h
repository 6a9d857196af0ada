#pragma once

#include "gui/dialogs/FormDialog.h"
#include "wallet/text/RecipientList.h"

class QPlainTextEdit;

namespace gui {

/// Many recipients at once: a table that is pasted, or read from a file. Taken whole or not at all.
class RecipientsDialog : public FormDialog {
    Q_OBJECT
public:
    static constexpr std::size_t kMostRecipients = 200;

    RecipientsDialog(script::AddressFormat addresses, QString network, QWidget* parent);
    [[nodiscard]] QPlainTextEdit* edit() const { return m_edit; }
    void readFile(const QString& path);

signals:
    void listed(const std::vector<wallet::ListedRecipient>& recipients);

private:
    void askForFile();
    void take();
    script::AddressFormat m_addresses;
    QString m_network;
    QPlainTextEdit* m_edit;
};

/// What is wrong with a line, in a sentence.
QString errorText(const wallet::WrongRecipient& wrong, const QString& network);

} // namespace gui
