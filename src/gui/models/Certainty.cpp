#include "gui/models/Certainty.h"

#include <QCoreApplication>

namespace gui {

namespace {

struct CertaintyWords {
    Q_DECLARE_TR_FUNCTIONS(gui::Certainty)
};

} // namespace

Certainty certaintyOf(wallet::TxState state, bool isCoinbase, std::int32_t height,
                      const CertaintyRules& rules) {
    if (state == wallet::TxState::Waiting) return {CertaintyWords::tr("waiting"), TagKind::Work};
    if (state == wallet::TxState::Lost)
        return {isCoinbase ? CertaintyWords::tr("lost to a fork") : CertaintyWords::tr("replaced"),
                TagKind::Bad};
    if (isCoinbase) {
        // It can be spent in the block `height + maturity`; the next block is one above the tip.
        const std::int32_t left = height + rules.maturity - rules.chainHeight - 1;
        if (left > 0) return {CertaintyWords::tr("matures in %1").arg(left), TagKind::Work};
        return {CertaintyWords::tr("spendable"), TagKind::Accent};
    }
    const std::int32_t confirmations = rules.chainHeight - height + 1;
    if (confirmations >= rules.confirmationBlocks) return {CertaintyWords::tr("confirmed"), TagKind::Neutral};
    return {CertaintyWords::tr("%1 of %2").arg(confirmations).arg(rules.confirmationBlocks), TagKind::Accent};
}

} // namespace gui
