#pragma once

#include "gui/dialogs/FormDialog.h"

namespace node {
class Node;
}

namespace gui {

namespace Ui {
class BackUpDialog;
}

/// The one way to back up the words of the open wallet: its passphrase where it is locked, the words to be
/// written down, three of them typed back, done. What is noted as backed up is the wallet whose words were
/// shown, and only after that. Closes when the wallet is locked or another one is opened.
class BackUpDialog : public FormDialog {
    Q_OBJECT
public:
    /// Asks for the passphrase first where it is needed.
    static void start(node::Node& node, QWidget* parent);
    /// Needs: the wallet is not locked (else it says so and confirms nothing).
    BackUpDialog(node::Node& node, QWidget* parent);
    ~BackUpDialog() override;

private:
    enum class Step { Waiting, Words, Check };
    void askWords();
    void showWords();
    void print();
    void checkWords();
    void wordRight(int position);
    void wordWrong(int position);
    void goOn();
    void confirm();
    void watchWallet();
    [[nodiscard]] QVector<int> somePositions() const;

    node::Node& m_node;
    std::string m_account; ///< whose words are shown
    Step m_step = Step::Waiting;
    int m_wrong = 0;
    QString m_wallet; ///< name
    std::unique_ptr<Ui::BackUpDialog> m_ui;
};

} // namespace gui
