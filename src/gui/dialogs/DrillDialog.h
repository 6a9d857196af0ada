#pragma once

#include "gui/dialogs/FormDialog.h"
#include "wallet/Drill.h"

class QVBoxLayout;

namespace node {
class Node;
class WalletAccess;
} // namespace node

namespace gui {

class WordsEdit;

/// Tries a backup of the open wallet: the words from the paper, or a copy of its file. Says what would come
/// back and what would not; nothing is changed.
class DrillDialog : public FormDialog {
    Q_OBJECT
public:
    DrillDialog(node::Node& node, QWidget* parent);
    ~DrillDialog() override;
    [[nodiscard]] WordsEdit* wordsEdit() const { return m_words; }
    void tryFile(const QString& path);

private:
    void askFile();
    void tryWords();
    void showReport(const wallet::DrillReport& report, bool isCopy);
    void addLine(bool comes, const QString& words);
    void clearLines();

    node::Node& m_node;
    std::unique_ptr<node::WalletAccess> m_wallet; ///< whatever is selected meanwhile
    WordsEdit* m_words;
    QLineEdit* m_extra;
    QWidget* m_result;
    QVBoxLayout* m_lines;
};

} // namespace gui
