#pragma once

#include "wallet/WalletTypes.h"

#include <QString>
#include <QWidget>

#include <memory>

namespace node {
class Node;
}

namespace gui {

class AddressModel;
class Button;
class DataTable;
class InvoiceListModel;
class Navigator;
class QrView;
class SegmentedControl;

namespace Ui {
class ReceiveView;
}

/// The Receive tab: a fresh address and its code at once; the payments that somebody was asked for, with what
/// came of them; every address handed out before, and apart from them those that blocks found here pay to.
class ReceiveView : public QWidget {
    Q_OBJECT
public:
    ReceiveView(node::Node& node, Navigator& navigator, QWidget* parent = nullptr);
    ~ReceiveView() override;
    void refresh();
    [[nodiscard]] QString address() const;
    [[nodiscard]] QrView* qr() const;
    [[nodiscard]] DataTable* requests() const { return m_requests; }

private:
    void fitAddressCard();
    void fitListCard();
    void fitAddressTable();
    DataTable* makeRequests();
    void askRequest();
    void openTill(const std::string& address);
    void openTillOf(int row);
    void copyLinkOf(int row);
    void removeRequest(int row);
    void showAddress(const QString& address, const QString& label);
    void askAddress();
    void askCurrentAddress(quint64 question);
    void takeAddress(const wallet::WalletAddress& address, const QString& label);
    void noteSize();
    void showGroup();
    [[nodiscard]] AddressModel* shownModel() const;
    void renewCode();
    void askNewAddress();
    void makeAddress(const QString& label);

    node::Node& m_node;
    Navigator& m_navigator;
    std::unique_ptr<Ui::ReceiveView> m_ui;
    Button* m_ask;
    Button* m_new;
    InvoiceListModel* m_invoices;
    DataTable* m_requests = nullptr;
    AddressModel* m_given;
    AddressModel* m_mining;
    SegmentedControl* m_which = nullptr;
    QString m_wallet;
    quint64 m_told = 0; ///< the revision of the addresses that was told last
    QString m_shown;    ///< stays until somebody has paid to it, or another is asked for
    quint64 m_question = 0;
};

} // namespace gui
