#include "sim/Experiments.h"

#include "net/Dice.h"
#include "util/Require.h"

#include <algorithm>
#include <numeric>

namespace sim {

namespace {

constexpr std::int64_t kStepMs = 1'000;
constexpr std::int64_t kMostMs = 600'000;

double middle(std::vector<double> values) {
    std::ranges::sort(values);
    return values[values.size() / 2];
}

/// Runs until all have one tip, a minute or so at most.
bool settle(Network& network) {
    for (std::int64_t ms = 0; ms < kMostMs && !network.isOneTip(); ms += kStepMs)
        network.run(kStepMs);
    return network.isOneTip();
}

} // namespace

Spread spreadOf(Network& network, int before, int blocks, std::uint64_t seed) {
    net::Dice dice(seed);
    const std::size_t nodes = network.topology().nodes;
    std::vector<double> half, nineTenths, all, mean;
    std::int64_t messages = 0;
    for (int i = 0; i < before + blocks; ++i) {
        const std::int64_t start = network.nowMs();
        const std::int64_t sent = network.messages();
        network.mine(dice.below(nodes));
        require(settle(network));
        if (i < before) continue;
        std::vector<double> delays(nodes);
        for (std::size_t node = 0; node < nodes; ++node)
            delays[node] = double(network.tipSinceMs(node) - start);
        std::ranges::sort(delays);
        half.push_back(delays[nodes / 2]);
        nineTenths.push_back(delays[nodes * 9 / 10]);
        all.push_back(delays.back());
        mean.push_back(std::accumulate(delays.begin(), delays.end(), 0.0) / double(nodes));
        messages += network.messages() - sent;
    }
    return {middle(half), middle(nineTenths), middle(all), middle(mean),
            double(messages) / double(blocks) / double(nodes)};
}

Staleness stalenessOf(Network& network, std::int64_t intervalMs, int blocks, std::uint64_t seed) {
    net::Dice dice(seed);
    const std::size_t first = network.made().size();
    for (int i = 0; i < blocks; ++i) {
        network.run(dice.waitMs(intervalMs));
        network.mine(dice.below(network.topology().nodes));
    }
    settle(network);
    int used = 0;
    for (Network::Block block = network.tip(0); block >= first; block = network.made()[block].parent)
        ++used;
    return {blocks, blocks - used};
}

Reunion reunionOf(Network& network, double share, int blocks, std::int64_t linksMs, std::uint64_t seed) {
    net::Dice dice(seed);
    const std::size_t nodes = network.topology().nodes;
    const auto smaller = std::size_t(share * double(nodes));
    std::vector<bool> side(nodes, true);
    std::fill_n(side.begin(), smaller, false);
    Reunion out;
    network.split(side);
    for (int i = 0; i < blocks; ++i) {
        // As often as nodes are on each side, evenly: chance is not what is looked at here.
        const bool isLarger = double(out.mined[0]) >= share * double(i + 1) - 0.5;
        ++out.mined[isLarger ? 1 : 0];
        network.mine(isLarger ? smaller + dice.below(nodes - smaller) : dice.below(smaller));
        network.run(10 * kStepMs);
    }
    const std::int64_t start = network.nowMs();
    const Network::Block best = network.tip(nodes - 1);
    network.heal(linksMs);
    settle(network);
    std::vector<std::int64_t> changed;
    for (std::size_t node = 0; node < smaller; ++node)
        changed.push_back(network.tipSinceMs(node) - start);
    std::ranges::sort(changed);
    out.halfMs = changed[changed.size() / 2];
    out.allMs = network.isOneTip() ? changed.back() : -1;
    out.isLargerSidesTip = network.tip(0) == best;
    return out;
}

} // namespace sim
