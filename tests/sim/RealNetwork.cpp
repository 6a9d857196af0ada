#include "sim/RealNetwork.h"

#include "support/VirtualNet.h"

namespace sim {

namespace {

constexpr int kPast = 12; ///< blocks of the last minutes, so that nobody takes itself to be in its first sync

/// Blocks that cost no work, as many as there are: the difficulty never changes, and most blocks is most
/// work.
consensus::ChainParams evenCard() {
    consensus::NetworkCard card;
    card.name = "Simulation";
    card.rules.powLimitBits = 0x207fffff;
    card.rules.initialBits = 0x207fffff;
    card.rules.difficultyAdjustmentInterval = 2'016;
    card.rules.minDifficultyAfter = 0;
    card.rules.genesisMessage = "made for the simulation";
    return consensus::paramsFromCard(card);
}

/// Notes when its tip changes.
class SimulatedNode final : public support::VirtualNode {
public:
    explicit SimulatedNode(support::VirtualNet& net) : VirtualNode(net), m_net(net) {}
    void received(net::PeerId peer, const net::wire::Message& message) override {
        VirtualNode::received(peer, message);
        note();
    }
    void tick() override {
        VirtualNode::tick();
        note();
    }
    void note() {
        if (tip == chain.tip().hash()) return;
        tip = chain.tip().hash();
        tipSinceMs = m_net.nowMs();
    }
    primitives::BlockHash tip;
    std::int64_t tipSinceMs = 0;

private:
    support::VirtualNet& m_net;
};

} // namespace

struct RealNetwork::Impl {
    Impl(std::size_t bytes, std::int64_t rate, std::uint64_t seed)
        : net(seed, evenCard()), blockBytes(bytes), bytesPerMs(rate) {}

    void begin(std::size_t count) {
        std::vector<primitives::BlockRef> past;
        primitives::BlockHash top = net.params.genesisHash;
        for (int i = 0; i < kPast; ++i) {
            past.push_back(net.maker.mineOn(top, {.time = net.unixTime() - 10 * (kPast - i)}));
            top = support::hashOf(past.back());
        }
        numbers.emplace(top, 0);
        for (std::size_t i = 0; i < count; ++i) {
            nodes.push_back(&net.add<SimulatedNode>());
            nodes.back()->give(past);
            nodes.back()->note();
        }
    }
    void connect(const Topology::Wire& wire) {
        net.connect(*nodes[wire.dialler], *nodes[wire.listener], wire.latencyMs, bytesPerMs);
    }

    support::VirtualNet net;
    std::size_t blockBytes;
    std::int64_t bytesPerMs;
    std::vector<SimulatedNode*> nodes;
    std::map<primitives::BlockHash, Block> numbers;
    std::vector<Topology::Wire> cut;
};

RealNetwork::RealNetwork(Topology topology, std::size_t blockBytes, std::int64_t bytesPerMs,
                         std::uint64_t seed)
    : Network(std::move(topology)), m_impl(std::make_unique<Impl>(blockBytes, bytesPerMs, seed)) {
    m_impl->begin(m_topology.nodes);
    for (const Topology::Wire& wire : m_topology.wires)
        m_impl->connect(wire);
    m_impl->net.run(3'000); // handshakes, first headers
}

RealNetwork::~RealNetwork() = default;

Network::Block RealNetwork::mine(std::size_t node) {
    SimulatedNode& miner = *m_impl->nodes[node];
    support::BlockPlan plan;
    plan.time = std::max(m_impl->net.unixTime(), miner.chain.tip().medianTime() + 1);
    plan.coinbaseScript.assign(m_impl->blockBytes, 0x51);
    const Block parent = tip(node);
    const primitives::BlockRef block = m_impl->net.maker.mineOn(miner.chain.tip().hash(), plan);
    const Block number = make(parent);
    m_impl->numbers.emplace(support::hashOf(block), number);
    miner.give({&block, 1});
    miner.note();
    return number;
}

void RealNetwork::run(std::int64_t ms) {
    m_impl->net.run(ms);
}

std::int64_t RealNetwork::nowMs() const {
    return m_impl->net.nowMs();
}

Network::Block RealNetwork::tip(std::size_t node) const {
    return m_impl->numbers.at(m_impl->nodes[node]->tip);
}

std::int64_t RealNetwork::tipSinceMs(std::size_t node) const {
    return m_impl->nodes[node]->tipSinceMs;
}

void RealNetwork::split(const std::vector<bool>& side) {
    for (const Topology::Wire& wire : m_topology.wires) {
        if (side[wire.dialler] == side[wire.listener]) continue;
        auto* link = m_impl->net.linkBetween(*m_impl->nodes[wire.dialler], *m_impl->nodes[wire.listener]);
        if (link == nullptr) continue;
        m_impl->net.disconnect(*link);
        m_impl->cut.push_back(wire);
    }
}

void RealNetwork::heal(std::int64_t withinMs) {
    const std::vector<Topology::Wire> cut = std::exchange(m_impl->cut, {});
    for (std::size_t i = 0; i < cut.size(); ++i) {
        const std::int64_t atMs = nowMs() + withinMs * std::int64_t(i) / std::int64_t(cut.size());
        m_impl->net.at(atMs, [this, wire = cut[i]] { m_impl->connect(wire); });
    }
}

std::int64_t RealNetwork::messages() const {
    return m_impl->net.messages;
}

std::size_t RealNetwork::drops() const {
    return m_impl->net.drops().size();
}

} // namespace sim
