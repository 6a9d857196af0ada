#pragma once

#include <QVector>
#include <QWidget>

class QLineEdit;

namespace node {
class Node;
}
namespace wallet {
struct WalletAddress;
}

namespace gui {

class Button;
class CopyField;
class DataTable;
class Navigator;
class QrView;
class RowsModel;
class SentenceLabel;

/// The Receive tab: a fresh address and its code at once, and every address handed out before.
class ReceiveView : public QWidget {
    Q_OBJECT
public:
    ReceiveView(node::Node& node, Navigator& navigator, QWidget* parent = nullptr);
    void refresh();
    [[nodiscard]] QString address() const;
    [[nodiscard]] QrView* qr() const { return m_qr; }

private:
    QWidget* buildAddressCard();
    QWidget* buildListCard();
    void showAddress(const QString& address, const QString& label);
    void showAddresses(const QVector<wallet::WalletAddress>& addresses);
    void renewCode();
    void askNewAddress();
    void makeAddress(const QString& label);

    node::Node& m_node;
    Navigator& m_navigator;
    QrView* m_qr = nullptr;
    CopyField* m_address = nullptr;
    CopyField* m_link = nullptr;
    QLineEdit* m_amount = nullptr;
    SentenceLabel* m_hint = nullptr;
    Button* m_new = nullptr;
    RowsModel* m_model = nullptr;
    DataTable* m_table = nullptr;
    QString m_label;
    QString m_pinned;  ///< an address asked for by hand stays until the wallet hands out another
    quint64 m_question = 0;
};

} // namespace gui
