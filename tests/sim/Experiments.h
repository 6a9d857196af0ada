#pragma once

#include "sim/Network.h"

namespace sim {

/// How long blocks took to reach half, nine tenths, all of the nodes, and on average.
struct Spread {
    double halfMs = 0, nineTenthsMs = 0, allMs = 0, meanMs = 0;
    double messagesANode = 0; ///< a block
};
/// The middle of `blocks` blocks that are found somewhere one after the other, after `before` others which
/// let the nodes learn who brings blocks early.
Spread spreadOf(Network& network, int before, int blocks, std::uint64_t seed);

struct Staleness {
    int blocks = 0, stale = 0;
    [[nodiscard]] double rate() const { return double(stale) / double(blocks); }
};
/// Every node finds blocks as likely, `intervalMs` apart on average.
Staleness stalenessOf(Network& network, std::int64_t intervalMs, int blocks, std::uint64_t seed);

/// A network that falls in two and comes together again.
struct Reunion {
    std::int32_t mined[2] = {0, 0}; ///< by the smaller side, by the larger one
    std::int64_t halfMs = 0; ///< after the first link: half of those who have to change have done so …
    std::int64_t allMs = -1; ///< … and all; -1: they did not come together
    bool isLargerSidesTip = false;
};
/// The smaller side has `share` of the nodes; both find blocks for as long as `blocks` take, then the links
/// come back within `linksMs`.
Reunion reunionOf(Network& network, double share, int blocks, std::int64_t linksMs, std::uint64_t seed);

} // namespace sim
