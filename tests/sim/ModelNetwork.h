#pragma once

#include "sim/Network.h"

#include <array>
#include <queue>

namespace sim {

/// What the nodes of RealNetwork do to one another's blocks, and nothing else: three peers that brought the
/// last blocks send the next one unasked (one way), the others name it and are asked (three ways); what does
/// not connect is asked for from its fork on (headers, then sixteen blocks a round trip); first seen wins
/// among equals. SimulationTest holds it against the real ones; it then goes where they do not.
class ModelNetwork : public Network {
public:
    ModelNetwork(Topology topology, std::size_t blockBytes, std::int64_t bytesPerMs);

    Block mine(std::size_t node) override;
    void run(std::int64_t ms) override;
    [[nodiscard]] std::int64_t nowMs() const override { return m_nowMs; }
    [[nodiscard]] Block tip(std::size_t node) const override { return m_nodes[node].tip; }
    [[nodiscard]] std::int64_t tipSinceMs(std::size_t node) const override { return m_nodes[node].sinceMs; }
    void split(const std::vector<bool>& side) override;
    void heal(std::int64_t withinMs) override;
    [[nodiscard]] std::int64_t messages() const override { return m_messages; }

private:
    /// One direction of a wire; `reverse` is the other.
    struct Way {
        std::uint32_t from = 0, to = 0;
        std::int64_t latencyMs = 0;
        bool isUnasked = false; ///< the receiver wants blocks as they are
        bool isUp = true;
    };
    struct Node {
        Block tip = 0;
        std::int64_t sinceMs = 0;
        Block asked = 0; ///< on its way here because it was asked for
        std::array<std::uint32_t, 3>
            givers{}; ///< ways towards us that send unasked, the latest last; 0: none
    };
    enum class Kind : std::uint8_t { Named, Body, LinkUp };
    struct Event {
        std::int64_t atMs = 0;
        std::uint64_t order = 0;
        Kind kind = Kind::Named;
        std::uint32_t way = 0;
        Block block = 0;
        bool operator<(const Event& other) const {
            return atMs != other.atMs ? atMs > other.atMs : order > other.order;
        }
    };

    void post(std::int64_t atMs, Kind kind, std::uint32_t way, Block block);
    void named(std::uint32_t way, Block block);
    void body(std::uint32_t way, Block block);
    void become(std::size_t node, Block block, std::uint32_t from);
    void tell(std::uint32_t way, Block block);
    void askUnasked(Node& node, std::uint32_t way);
    /// How many blocks lie between what that node has and `block`. Cost: the blocks apart.
    [[nodiscard]] std::int32_t missing(std::size_t node, Block block) const;
    [[nodiscard]] static std::uint32_t reverse(std::uint32_t way) { return way ^ 1U; }
    [[nodiscard]] std::int64_t bodyMs(std::int64_t blocks) const {
        return blocks * std::int64_t(m_blockBytes) / m_bytesPerMs;
    }

    std::size_t m_blockBytes;
    std::int64_t m_bytesPerMs;
    std::int64_t m_nowMs = 0;
    std::uint64_t m_lastEvent = 0;
    std::int64_t m_messages = 0;
    std::vector<Node> m_nodes;
    std::vector<Way> m_ways;               ///< two a wire, side by side; 0 and 1 stand for none
    std::vector<std::uint32_t> m_firstWay; ///< of a node in `m_waysOut`
    std::vector<std::uint32_t> m_waysOut;
    std::priority_queue<Event> m_events;
};

} // namespace sim
