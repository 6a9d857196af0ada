#pragma once

#include "gui/dialogs/FormDialog.h"
#include "gui/wallet/ImportText.h"
#include "wallet/Wallet.h"

class QComboBox;
class QLabel;

namespace node {
class Node;
class WalletAccess;
} // namespace node

namespace gui {

class SentenceLabel;

/// Brings keys or addresses into a wallet: a descriptor, the key of an account, a private key or an address.
/// What has private keys goes into the open wallet; what has none is watched, in a wallet that only watches.
class ImportDialog : public FormDialog {
    Q_OBJECT
public:
    ImportDialog(node::Node& node, QWidget* parent);

signals:
    /// A sentence that says what came of it.
    void imported(const QString& sentence);

private:
    void addFields();
    void lookAtText();
    void submit();
    void makeWallet(const ReadImport& what);
    void import(const node::WalletAccess& into, const ReadImport& what, bool isActive);
    void take(const std::vector<wallet::ImportOutcome>& outcomes);
    [[nodiscard]] Result<ReadImport, ImportTextError> read() const;
    [[nodiscard]] bool wantsNewWallet(const ReadImport& what) const;

    node::Node& m_node;
    QLineEdit* m_text;
    QLabel* m_kindName;
    QComboBox* m_kind;
    QLineEdit* m_label;
    QComboBox* m_past;
    QLabel* m_walletName;
    QLineEdit* m_wallet;
    SentenceLabel* m_seen;
};

} // namespace gui
