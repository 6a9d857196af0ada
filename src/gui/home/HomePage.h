#pragma once

#include "gui/frame/Page.h"
#include "gui/home/WalletGlance.h"

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
    std::shared_ptr<WalletDigest> m_digest =
        std::make_shared<WalletDigest>(); ///< used on the wallet's thread
    WalletDigest::Curve m_curve;
    QString m_walletName;
    quint64 m_walletRevision = 0; ///< of the history that is shown
    bool m_walletOpen = false;
    /// What the balances that are shown are made from.
    struct Shown {
        std::int32_t height = -1;
        quint64 revision = 0; ///< of the wallet's status
        int confirmations = 0;
        bool operator==(const Shown&) const = default;
    };
    Shown m_shown;           ///< as at first: they are to be shown anew
    bool m_asking = false;   ///< a question to the wallet is under way …
    bool m_askAgain = false; ///< … and something changed meanwhile
    bool m_tipMoved = true;
};

} // namespace gui
