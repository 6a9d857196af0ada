#pragma once

#include "sim/Topology.h"

namespace sim {

/// Nodes that mine and tell one another, in virtual time. Blocks are numbers: 0 is the one that all begin
/// with. Made of real parts (RealNetwork) or of what was learned from them (ModelNetwork), on the same
/// topology.
class Network {
public:
    using Block = std::size_t;
    struct Made {
        Block parent = 0;
        std::int32_t height = 0;
    };

    virtual ~Network() = default;
    /// A block on that node's tip, now.
    virtual Block mine(std::size_t node) = 0;
    virtual void run(std::int64_t ms) = 0;
    [[nodiscard]] virtual std::int64_t nowMs() const = 0;
    [[nodiscard]] virtual Block tip(std::size_t node) const = 0;
    /// When its tip became what it is.
    [[nodiscard]] virtual std::int64_t tipSinceMs(std::size_t node) const = 0;
    /// Ends the links between those that are marked and the others …
    virtual void split(const std::vector<bool>& side) = 0;
    /// … and makes them again, the first at once, the last after that time.
    virtual void heal(std::int64_t withinMs) = 0;
    /// Messages so far.
    [[nodiscard]] virtual std::int64_t messages() const = 0;

    [[nodiscard]] const Topology& topology() const { return m_topology; }
    [[nodiscard]] const std::vector<Made>& made() const { return m_made; }
    [[nodiscard]] bool isOneTip() const {
        for (std::size_t node = 1; node < m_topology.nodes; ++node) {
            if (tip(node) != tip(0)) return false;
        }
        return true;
    }

protected:
    explicit Network(Topology topology) : m_topology(std::move(topology)) {}
    Block make(Block parent) {
        m_made.push_back({parent, m_made[parent].height + 1});
        return m_made.size() - 1;
    }

    Topology m_topology;
    std::vector<Made> m_made{{}};
};

} // namespace sim
