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
class Navigator;
class QrView;
class SegmentedControl;

namespace Ui {
class ReceiveView;
}

/// The Receive tab: a fresh address and its code at once, every address handed out before, and apart from
/// them those that blocks found here pay to.
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
    Button* m_new;
    AddressModel* m_given;
    AddressModel* m_mining;
    SegmentedControl* m_which = nullptr;
    QString m_wallet;
    quint64 m_told = 0; ///< the revision of the addresses that was told last
    QString m_label;
    QString m_shown; ///< stays until somebody has paid to it, or another is asked for
    quint64 m_question = 0;
};

} // namespace gui
