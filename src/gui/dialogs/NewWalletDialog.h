#pragma once

#include "gui/dialogs/FormDialog.h"

namespace node {
class Node;
}

namespace gui {

class WordsEdit;

/// Makes a wallet in the running network, fresh or from words, and opens it.
class NewWalletDialog : public FormDialog {
    Q_OBJECT
public:
    enum class From { FreshWords, OldWords };
    NewWalletDialog(node::Node& node, From from, QWidget* parent);

private:
    void create();
    node::Node& m_node;
    From m_from;
    QLineEdit* m_name;
    WordsEdit* m_words = nullptr;
    QLineEdit* m_wordPassphrase = nullptr;
    QLineEdit* m_passphrase;
    QLineEdit* m_again;
};

} // namespace gui
