#pragma once

#include "gui/frame/Page.h"
#include "gui/home/WalletGlance.h"

#include <QTimer>

namespace node {
class Node;
}

namespace gui {

class AreaChart;
class BalanceCard;
class Card;
class ChainCard;
class DataTable;
class FirstSteps;
class MiningCard;
class Navigator;
class PaymentsModel;
class PeersCard;

/// The first page: what I have, what the chain does, what mines, who else is there.
class HomePage : public Page {
    Q_OBJECT
public:
    HomePage(node::Node& node, Navigator& navigator, QWidget* parent = nullptr);
    ~HomePage() override;

protected:
    void refresh() override;

private:
    void build();
    Card* makeChart();
    Card* makePayments();
    void connectNode();
    void askWallet();
    void showGlance(const WalletGlance& glance);
    void showBalances();
    void showChart();
    void measure();
    void changeEvent(QEvent* event) override;

    node::Node& m_node;
    Navigator& m_navigator;
    BalanceCard* m_balance;
    Card* m_chartCard = nullptr;
    AreaChart* m_chart = nullptr;
    MiningCard* m_mining;
    ChainCard* m_chain;
    PaymentsModel* m_payments;
    Card* m_paymentsCard = nullptr;
    DataTable* m_table = nullptr;
    PeersCard* m_peers;
    FirstSteps* m_steps;
    WalletGlance m_glance;
    QTimer m_clock;
    quint64 m_walletRevision = 0;
    bool m_asking = false;   ///< a question to the wallet is under way …
    bool m_askAgain = false; ///< … and something changed meanwhile
    bool m_tipMoved = true;
};

} // namespace gui
