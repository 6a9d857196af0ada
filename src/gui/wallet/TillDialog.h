#pragma once

#include "gui/dialogs/FormDialog.h"
#include "node/wallet/WalletAccess.h"
#include "wallet/Invoices.h"

class QLabel;

namespace node {
class Node;
}

namespace gui {

class Banner;
class BigFigure;
class CopyField;
class IconView;
class QrView;
class SentenceLabel;

/// One request, to be held before whoever pays: a large code and the amount, and what has come, at once.
/// Where enough came the code makes place for a mark: nobody pays twice.
class TillDialog : public FormDialog {
    Q_OBJECT
public:
    TillDialog(node::Node& node, std::string address, QWidget* parent);
    [[nodiscard]] QrView* qr() const { return m_qr; }
    [[nodiscard]] const std::optional<wallet::InvoiceFacts>& facts() const { return m_facts; }

signals:
    /// Somebody else is next.
    void nextRequested();

private:
    QWidget* makePicture();
    QWidget* makeWords();
    void ask();
    void showFacts(const wallet::InvoiceFacts& facts);
    void renew();
    void showCode(wallet::InvoiceState state);

    node::Node& m_node;
    node::WalletAccess m_access; ///< of the wallet that asks, whichever is shown meanwhile
    std::string m_address;
    std::optional<wallet::InvoiceFacts> m_facts;
    quint64 m_question = 0;
    QString m_said; ///< what has become of it
    QrView* m_qr;
    IconView* m_coming;
    IconView* m_done;
    BigFigure* m_amount;
    QLabel* m_anyAmount;
    SentenceLabel* m_what;
    Banner* m_state;
    CopyField* m_link;
    QLabel* m_linkName = nullptr;
};

} // namespace gui
