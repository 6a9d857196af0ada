#pragma once

#include "net/PeerTypes.h"

namespace net {

/// What follows from what a peer did.
struct Penalty {
    int banSeconds = 0;   ///< 0: no ban
    int retrySeconds = 0; ///< wait before it is dialled again; 0: as after a network error
};
/// Loopback peers are never banned: one computer of a class may run many nodes.
Penalty penaltyFor(Misbehaviour misbehaviour, bool isLoopback);

/// One sentence that says why two nodes are not of one network, naming the first rules that differ.
QString networkDifference(const Hello& ours, const Hello& theirs);

} // namespace net
