#pragma once

#include "gui/dialogs/FormDialog.h"
#include "node/wallet/WalletCopies.h"

namespace node {
class Node;
}

namespace gui {

class DataTable;
class RowsModel;

/// The copies of the open wallet's file: those that were made by themselves before something that could go
/// wrong. One of them, or one from elsewhere, is opened as a wallet of its own beside the one that is open.
class CopiesDialog : public FormDialog {
    Q_OBJECT
public:
    CopiesDialog(node::Node& node, QWidget* parent);
    [[nodiscard]] DataTable* table() const { return m_table; }
    void save(const QString& path);
    /// Of a file from elsewhere.
    void restore(const QString& path);

signals:
    /// What became of it, for a notice.
    void told(const QString& sentence);

private:
    void askSave();
    void askRestore();
    void restoreChosen();

    node::Node& m_node;
    std::vector<node::WalletCopy> m_copies;
    RowsModel* m_rows;
    DataTable* m_table;
    QLineEdit* m_name;
};

} // namespace gui
