#include "sim/Topology.h"

#include "net/Dice.h"

#include <algorithm>
#include <set>

namespace sim {

Topology randomTopology(std::size_t nodes, std::size_t dials, std::int64_t leastMs, std::int64_t mostMs,
                        std::uint64_t seed) {
    net::Dice dice(seed);
    Topology out{nodes, {}};
    std::vector<std::set<std::size_t>> linked(nodes);
    const auto link = [&](std::size_t a, std::size_t b) {
        if (a == b || !linked[a].insert(b).second) return;
        linked[b].insert(a);
        const auto wide = std::uint64_t(mostMs - leastMs + 1);
        out.wires.push_back({a, b, leastMs + std::int64_t(dice.below(wide))});
    };
    for (std::size_t node = 1; node < nodes; ++node)
        link(node, dice.below(node));
    for (std::size_t node = 0; node < nodes; ++node) {
        // Small networks run out of others: then fewer are dialled.
        for (std::size_t more = std::min(dials, nodes / 2); more > 1; --more)
            link(node, dice.below(nodes));
    }
    return out;
}

} // namespace sim
