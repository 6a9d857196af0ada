#pragma once

#include "net/PeerInfo.h"
#include "net/link/Hello.h"

namespace net {

/// What follows from what a peer did.
struct Penalty {
    int banSeconds = 0;   ///< 0: no ban
    int retrySeconds = 0; ///< wait before it is dialled again; 0: as after a network error
    bool operator==(const Penalty&) const = default;
};
/// Breaking the protocol's or the chain's rules keeps an address out for an hour; being slow or of no use
/// does not. Peers on this computer are never banned: one computer of a class may run many nodes.
Penalty penaltyFor(Misbehaviour misbehaviour, bool isLoopback);

/// The rules that differ between two networks; empty when the other does not tell its rules. A rule that one
/// of them does not know has an empty value there.
std::vector<RuleDifference> networkDifference(const Hello& ours, const Hello& theirs);

} // namespace net
