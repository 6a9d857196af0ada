#pragma once

#include <QVector>
#include <QWidget>

#include <memory>

namespace node {
class Node;
}
namespace wallet {
struct WalletAddress;
}

namespace gui {

class Button;
class Navigator;
class QrView;
class RowsModel;

namespace Ui {
class ReceiveView;
}

/// The Receive tab: a fresh address and its code at once, and every address handed out before.
class ReceiveView : public QWidget {
    Q_OBJECT
public:
    ReceiveView(node::Node& node, Navigator& navigator, QWidget* parent = nullptr);
    ~ReceiveView() override;
    void refresh();
    [[nodiscard]] QString address() const;
    [[nodiscard]] QrView* qr() const;

private:
    void fitAddressCard();
    void fitListCard();
    void showAddress(const QString& address, const QString& label);
    void showAddresses(const QVector<wallet::WalletAddress>& addresses);
    void renewCode();
    void askNewAddress();
    void makeAddress(const QString& label);

    node::Node& m_node;
    Navigator& m_navigator;
    std::unique_ptr<Ui::ReceiveView> m_ui;
    Button* m_new;
    RowsModel* m_model;
    QString m_label;
    QString m_pinned; ///< an address asked for by hand stays until the wallet hands out another
    quint64 m_question = 0;
};

} // namespace gui
