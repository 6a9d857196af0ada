#pragma once

#include "gui/frame/Page.h"

class QMenu;

namespace node {
class Node;
}

namespace gui {

class ActivityView;
class AddressesView;
class Button;
class CoinsView;
class EmptyState;
class Navigator;
class PeopleView;
class PsbtView;
class ReceiveView;
class SendView;
class ViewStack;

/// The Wallet page: what happened, send, receive; and in its head what can be done with the wallet itself.
class WalletPage : public Page {
    Q_OBJECT
public:
    WalletPage(node::Node& node, Navigator& navigator, QWidget* parent = nullptr);

    void showActivity();
    void showSend(const QString& address = {});
    void showReceive();
    void follow(const PageLink& link) override;

protected:
    void refresh() override;

private:
    enum Tab { Activity, Send, Receive, Coins, Addresses, People, Sign };
    void buildHead();
    void fillMenu();
    void showTab(int tab);
    void renewHead();
    [[nodiscard]] QWidget* viewOf(int tab);
    [[nodiscard]] EmptyState* makeNone();
    [[nodiscard]] SendView* makeSend();
    [[nodiscard]] CoinsView* makeCoins();
    [[nodiscard]] PeopleView* makePeople();
    void payList();
    void askImport();
    void showCopies();
    void startShared();
    void showPlan();
    void lockNow();
    void askPassphrase();
    void openOther(const QString& name);

    node::Node& m_node;
    Navigator& m_navigator;
    ViewStack* m_stack;
    ActivityView* m_activity;
    Late<SendView> m_send;
    Late<ReceiveView> m_receive;
    Late<CoinsView> m_coins;
    Late<AddressesView> m_addresses;
    Late<PeopleView> m_people;
    Late<PsbtView> m_sign;
    Late<EmptyState> m_none;
    Button* m_another;
    Button* m_addPerson;
    Button* m_manage;
    QMenu* m_menu;
    QString m_headText;
    int m_tab = Activity;
};

} // namespace gui
