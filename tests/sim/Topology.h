#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace sim {

/// Who is linked to whom, and how far apart they are.
struct Topology {
    struct Wire {
        std::size_t dialler = 0, listener = 0;
        std::int64_t latencyMs = 0; ///< one way
    };
    std::size_t nodes = 0;
    std::vector<Wire> wires;
};

/// Every node dials that many others (or all there are), each at a distance that is even over least … most.
/// Connected: a node dials one that came before it first.
Topology randomTopology(std::size_t nodes, std::size_t dials, std::int64_t leastMs, std::int64_t mostMs,
                        std::uint64_t seed);

} // namespace sim
