#pragma once

#include "gui/frame/Page.h"
#include "gui/models/ColumnTexts.h"
#include "gui/models/WalletDigest.h"

#include <memory>

namespace node {
class Node;
}

namespace gui {

class Button;
class Card;
class ChanceCard;
class DataTable;
class FoundBlocksModel;
class HowHardCard;
class LimitsCard;
class Navigator;
class RateCard;
class SegmentedControl;
class ThisBlockCard;

/// Mining: the switch and when, the rate, the chance, the block being worked on, blocks found, how hard it
/// is, the limits.
class MiningPage : public Page {
    Q_OBJECT
public:
    MiningPage(node::Node& node, Navigator& navigator, QWidget* parent = nullptr);

signals:
    /// "Mine one block now": the window does it, as Ctrl+B does.
    void oneBlockRequested();

protected:
    void refresh() override;

private:
    void buildHeader();
    void build();
    Card* makeFound();
    void connectNode();
    void renderMiner();
    void askFound();
    void openFound(int row);
    void renewTimes();
    void askRecent();
    void showFoundNote();
    void measure();

    node::Node& m_node;
    Navigator& m_navigator;
    SegmentedControl* m_mode = nullptr;
    Button* m_switch = nullptr;
    RateCard* m_rate;
    ChanceCard* m_chance;
    ThisBlockCard* m_block;
    HowHardCard* m_hard;
    LimitsCard* m_limits;
    Card* m_foundCard = nullptr;
    DataTable* m_table = nullptr;
    FoundBlocksModel* m_found;
    ColumnTexts m_ages; ///< of the blocks that are seen
    QString m_today;    ///< blocks found
    QString m_recent;   ///< the share of the newest blocks
    std::shared_ptr<WalletDigest> m_digest =
        std::make_shared<WalletDigest>(); ///< used on the wallet's thread
    QString m_walletName;
    quint64 m_walletRevision = 0; ///< of the history that is shown
    bool m_walletOpen = false;
    bool m_anew = true; ///< another wallet than the one whose blocks are listed
    bool m_asking = false;
    bool m_askAgain = false;
};

} // namespace gui
