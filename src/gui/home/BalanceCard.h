#pragma once

#include "gui/widgets/Card.h"

namespace node {
struct WalletStatus;
}

namespace gui {

class BigFigure;
class Navigator;

/// The wallet's balance and where it stands: spendable, maturing, on the way.
class BalanceCard : public Card {
    Q_OBJECT
public:
    explicit BalanceCard(Navigator& navigator, QWidget* parent = nullptr);
    void showWallet(const node::WalletStatus& wallet, std::int32_t chainHeight);

signals:
    void backUpRequested();

private:
    void showParts(const node::WalletStatus& wallet, std::int32_t chainHeight);
    BigFigure* m_total;
    SentenceLabel* m_parts;
    Button* m_send;
    Button* m_receive;
    Button* m_backUp;
};

} // namespace gui
