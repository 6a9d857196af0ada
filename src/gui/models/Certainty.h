#pragma once

#include "gui/widgets/Tag.h"
#include "wallet/WalletTypes.h"

#include <QString>

namespace gui {

/// How certain a transaction is, as a tag: "waiting", "2 of 6", "matures in 9", "confirmed", "lost to a
/// fork".
struct Certainty {
    QString text;
    TagKind kind = TagKind::Neutral;
};

struct CertaintyRules {
    std::int32_t chainHeight = 0;
    std::int32_t maturity = 10;
    int confirmationBlocks = 6;
    bool operator==(const CertaintyRules&) const = default;
};
Certainty certaintyOf(wallet::TxState state, bool isCoinbase, std::int32_t height,
                      const CertaintyRules& rules);

} // namespace gui
