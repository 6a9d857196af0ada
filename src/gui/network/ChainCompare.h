#pragma once

#include "gui/network/BranchComparison.h"

#include <QWidget>

namespace node {
class Node;
}

namespace gui {

class AreaChart;
class Banner;
class BrakeFeed;
class Button;
class Card;
class FactsList;
class ForkPicture;
class Navigator;
class SentenceLabel;

/// The branch that the brake holds back beside ours: how they part, what is in them, what following would
/// mean for the wallet, and the answer.
class ChainCompare : public QWidget {
    Q_OBJECT
public:
    ChainCompare(node::Node& node, Navigator& navigator, QWidget* parent = nullptr);
    /// Asks chain and wallet anew where the branch or our tip is another one.
    void refresh();
    void showComparison(const BranchComparison& comparison);
    void showStake(const WalletAtStake& stake);

signals:
    void closeRequested();

private:
    /// What is told of one branch.
    struct Side {
        Card* card = nullptr;
        FactsList* facts = nullptr;
        SentenceLabel* finders = nullptr;
        AreaChart* heard = nullptr;
        SentenceLabel* verdict = nullptr;
    };
    QWidget* buildFork();
    QWidget* buildSides();
    Side buildSide(const QString& title, bool ours);
    QWidget* buildStake();
    void ask();
    void askAgain();
    void askFollow();
    void showEnd();
    void showLead();
    void showSide(Side& side, bool ours);
    void renderStake();
    [[nodiscard]] QString theirName() const;
    [[nodiscard]] QString followers(bool ours) const;
    [[nodiscard]] QString findersOf(const Branch& branch) const;
    [[nodiscard]] QString verdictOn(const Branch& branch, bool ours) const;
    [[nodiscard]] bool isOwn(const BranchBlock& block) const;

    node::Node& m_node;
    Navigator& m_navigator;
    BrakeFeed& m_feed;
    BranchComparison m_comparison;
    WalletAtStake m_stake;
    QString m_offerer;
    primitives::BlockHash m_asked, m_askedTip; ///< whose comparison is shown, or awaited
    bool m_ended = false;
    Banner* m_end = nullptr;
    SentenceLabel* m_lead = nullptr;
    ForkPicture* m_fork = nullptr;
    Button* m_again = nullptr;
    Side m_ours, m_theirs;
    FactsList* m_meaning = nullptr;
    SentenceLabel* m_noWallet = nullptr;
    SentenceLabel* m_hold = nullptr;
    Button* m_follow = nullptr;
    Button* m_stay = nullptr;
};

} // namespace gui
