#pragma once

#include "gui/widgets/Card.h"
#include "gui/widgets/ChainStrip.h"
#include "primitives/Amount.h"

#include <cstdint>
#include <memory>
#include <optional>

namespace chain {
struct MempoolSnapshot;
}
namespace explorer {
struct BlockRow;
}
namespace consensus {
struct Rules;
}

namespace gui {

namespace Ui {
class FeeCard;
}

/// Chooses a fee rate: a slider from cheap to first of all, the exact figure, what it comes to and what it
/// means in the queue.
class FeeCard : public Card {
    Q_OBJECT
public:
    explicit FeeCard(QWidget* parent = nullptr);
    ~FeeCard() override;
    /// Until somebody chooses one: what it takes to get into the next block, which is the lowest there is
    /// while there is room.
    [[nodiscard]] std::int64_t feePerKvB() const;
    void setFeePerKvB(std::int64_t rate); ///< chooses
    /// The fee of the present draft, or nothing.
    void setTotal(std::optional<primitives::Amount> fee, std::int64_t vsize);
    /// Where a payment with this rate stands among those that wait.
    void setQueue(const chain::MempoolSnapshot& mempool, const consensus::Rules& rules);
    /// What the next blocks are shown beside.
    void setLastBlock(const explorer::BlockRow& row);

signals:
    void changed();

private:
    void renewBlocks(const chain::MempoolSnapshot& mempool, const consensus::Rules& rules);
    void chooseBlock(int item);
    void choose(double rate);
    void followQueue(const chain::MempoolSnapshot& mempool, const consensus::Rules& rules);
    ChainStrip* m_strip;
    std::int64_t m_vsize; ///< of the payment that is being made
    StripBlock m_last;
    std::int64_t m_lastWeight = 1;
    double m_nextFrom = 1; ///< what gets a payment into the next block, sat/vB
    bool m_chosen = false; ///< the rate is somebody's wish
    bool m_following = false;
    std::unique_ptr<Ui::FeeCard> m_ui;
};

} // namespace gui
