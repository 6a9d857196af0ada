#pragma once

#include "consensus/Uint256.h"
#include "primitives/Block.h"

#include <QString>

namespace net {

constexpr int kHttpProtocol = 2; ///< of `/p2p/v1`: stateless

/// How a node introduces itself over HTTP (`GET /p2p/v1/hello`).
struct Hello {
    int protocol = kHttpProtocol;
    primitives::BlockHash genesis;
    QString magic;   ///< 8 hex digits
    QString agent;   ///< "/Satoshi:30.0.0/Cairn:0.1.0/"
    QString name;    ///< what the node calls itself (see cleanName); empty: nothing
    QString network; ///< name on the card
    QString
        rulesJson; ///< canonical rules, to name the difference to a stranger; empty from a foreign program
    std::int64_t time = 0; ///< unix seconds
    std::int32_t height = 0;
    primitives::BlockHash tip;
    consensus::Uint256 chainWork;
    std::int64_t feeFilter = 0; ///< satoshi per kvB
    std::uint64_t nonce = 0;    ///< drawn at start: meeting one's own means self; 0: none was told
    quint16 port = 0;           ///< where it listens for links; 0: nowhere, it is polled
};

} // namespace net
