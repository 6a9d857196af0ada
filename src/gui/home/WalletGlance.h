#pragma once

#include "gui/models/ActivityLines.h"
#include "gui/models/WalletDigest.h"

#include <QFuture>

#include <memory>
#include <optional>

namespace node {
class Node;
}

namespace gui {

/// What the home page shows of the wallet, gathered on the wallet's thread in one go.
struct WalletGlance {
    std::vector<ActivityRow> payments; ///< the last few, newest first
    WalletDigest::Curve balance;
    WalletDigest::Found found;
    bool hasSent = false; ///< a payment was made once
};

/// Nothing when no wallet is open. `digest` is used on the wallet's thread from now on.   Thread: any; the
/// answer comes from the wallet's.
QFuture<std::optional<WalletGlance>> askWalletGlance(node::Node& node, std::shared_ptr<WalletDigest> digest,
                                                     int payments);

} // namespace gui
