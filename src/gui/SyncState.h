#pragma once

#include "gui/frame/StatusBar.h"

#include <QString>

#include <vector>

namespace net {
struct PeerInfo;
}
namespace node {
struct ChainStatus;
}

namespace gui {

/// How the node stands to the others, in words. Judged from peers' tips and work, never from the age of the
/// tip.
struct SyncState {
    enum class Kind {
        Alone,
        Quiet,
        InStep,
        CatchingUp,
        OtherBranch,
        Held, ///< the brake holds a longer branch back
        ClockDiffers,
        WrongNetwork,
        Importing
    };
    Kind kind = Kind::Alone;
    int connected = 0; ///< peers that answer, of this network
    StatusBar::State look = StatusBar::State::Idle;
    QString words;    ///< "In step"
    QString rest;     ///< "with 6 peers"
    QString sentence; ///< "Six peers, all on block 2 148."
};

SyncState judgeSync(const std::vector<net::PeerInfo>& peers, const node::ChainStatus& status);

} // namespace gui
