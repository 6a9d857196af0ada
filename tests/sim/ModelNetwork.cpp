#include "sim/ModelNetwork.h"

#include <algorithm>
#include <utility>

namespace sim {

namespace {

constexpr std::int32_t kHeadersTold = 8; ///< more are named by the tip alone
constexpr std::int32_t kBlocksARoundTrip = 16;
constexpr std::size_t kOverhead = 190; ///< of a block: header, the rest of its coinbase

} // namespace

ModelNetwork::ModelNetwork(Topology topology, std::size_t blockBytes, std::int64_t bytesPerMs)
    : Network(std::move(topology)), m_blockBytes(blockBytes + kOverhead), m_bytesPerMs(bytesPerMs),
      m_nodes(m_topology.nodes), m_ways(2), m_firstWay(m_topology.nodes + 1) {
    for (const Topology::Wire& wire : m_topology.wires) {
        const auto a = std::uint32_t(wire.dialler), b = std::uint32_t(wire.listener);
        m_ways.push_back({a, b, wire.latencyMs});
        m_ways.push_back({b, a, wire.latencyMs});
    }
    for (std::size_t way = 2; way < m_ways.size(); ++way)
        ++m_firstWay[m_ways[way].from + 1];
    for (std::size_t node = 0; node < m_topology.nodes; ++node)
        m_firstWay[node + 1] += m_firstWay[node];
    m_waysOut.resize(m_ways.size() - 2);
    std::vector<std::uint32_t> next(m_firstWay.begin(), m_firstWay.end() - 1);
    for (std::uint32_t way = 2; way < m_ways.size(); ++way)
        m_waysOut[next[m_ways[way].from]++] = way;
}

void ModelNetwork::post(std::int64_t atMs, Kind kind, std::uint32_t way, Block block) {
    m_events.push({atMs, ++m_lastEvent, kind, way, block});
}

Network::Block ModelNetwork::mine(std::size_t node) {
    const Block block = make(m_nodes[node].tip);
    become(node, block, 0);
    return block;
}

void ModelNetwork::run(std::int64_t ms) {
    const std::int64_t end = m_nowMs + ms;
    while (!m_events.empty() && m_events.top().atMs <= end) {
        const Event event = m_events.top();
        m_events.pop();
        m_nowMs = event.atMs;
        Way& way = m_ways[event.way];
        if (event.kind == Kind::LinkUp) {
            way.isUp = true;
            tell(event.way, m_nodes[way.from].tip);
        } else if (way.isUp) {
            event.kind == Kind::Named ? named(event.way, event.block) : body(event.way, event.block);
        }
    }
    m_nowMs = end;
}

std::int32_t ModelNetwork::missing(std::size_t node, Block block) const {
    Block ours = m_nodes[node].tip, theirs = block;
    std::int32_t count = 0;
    while (ours != theirs) {
        if (m_made[theirs].height >= m_made[ours].height) {
            theirs = m_made[theirs].parent;
            ++count;
        } else {
            ours = m_made[ours].parent;
        }
    }
    return count;
}

void ModelNetwork::tell(std::uint32_t way, Block block) {
    const Way& out = m_ways[way];
    ++m_messages;
    const bool isWhole = out.isUnasked && m_made[m_nodes[out.to].tip].height + 1 >= m_made[block].height;
    const std::int64_t leaves = m_nowMs + (isWhole ? bodyMs(1) : 0);
    post(leaves + out.latencyMs, isWhole ? Kind::Body : Kind::Named, way, block);
}

void ModelNetwork::named(std::uint32_t way, Block block) {
    const Way& in = m_ways[way];
    Node& node = m_nodes[in.to];
    if (m_made[block].height <= m_made[node.tip].height || node.asked == block) return;
    const std::int32_t count = missing(in.to, block);
    node.asked = block;
    const std::int64_t roundTrips =
        (count > kHeadersTold ? 1 : 0) + (count + kBlocksARoundTrip - 1) / kBlocksARoundTrip;
    m_messages += 2 * roundTrips;
    post(m_nowMs + roundTrips * 2 * in.latencyMs + bodyMs(count), Kind::Body, way, block);
}

void ModelNetwork::body(std::uint32_t way, Block block) {
    const Way& in = m_ways[way];
    const Node& node = m_nodes[in.to];
    if (m_made[block].height <= m_made[node.tip].height) return;
    if (node.asked != block && missing(in.to, block) > 1) // its parents are not here
        named(way, block);
    else
        become(in.to, block, way);
}

void ModelNetwork::become(std::size_t index, Block block, std::uint32_t from) {
    Node& node = m_nodes[index];
    node.tip = block;
    node.sinceMs = m_nowMs;
    if (from != 0) askUnasked(node, from);
    for (std::uint32_t at = m_firstWay[index]; at < m_firstWay[index + 1]; ++at) {
        const std::uint32_t way = m_waysOut[at];
        if (way != reverse(from) && m_ways[way].isUp) tell(way, block);
    }
}

void ModelNetwork::askUnasked(Node& node, std::uint32_t way) {
    auto& givers = node.givers;
    const auto known = std::ranges::find(givers, way);
    if (known != givers.end()) {
        std::rotate(known, known + 1, givers.end());
        return;
    }
    m_messages += 2;
    m_ways[givers.front()].isUnasked = false;
    std::rotate(givers.begin(), givers.begin() + 1, givers.end());
    givers.back() = way;
    m_ways[way].isUnasked = true;
}

void ModelNetwork::split(const std::vector<bool>& side) {
    for (std::uint32_t way = 2; way < m_ways.size(); ++way) {
        if (side[m_ways[way].from] == side[m_ways[way].to]) continue;
        m_ways[way].isUp = m_ways[way].isUnasked = false;
        std::ranges::replace(m_nodes[m_ways[way].to].givers, way, 0U);
    }
}

void ModelNetwork::heal(std::int64_t withinMs) {
    std::vector<std::uint32_t> cut;
    for (std::uint32_t way = 2; way < m_ways.size(); ++way) {
        if (!m_ways[way].isUp) cut.push_back(way);
    }
    for (std::size_t i = 0; i < cut.size(); ++i) {
        const std::int64_t after = withinMs * std::int64_t(i / 2) / std::int64_t(cut.size() / 2);
        post(m_nowMs + after, Kind::LinkUp, cut[i], 0);
    }
}

} // namespace sim
