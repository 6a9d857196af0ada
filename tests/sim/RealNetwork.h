#pragma once

#include "sim/Network.h"

#include <memory>

namespace sim {

/// The program's own nodes but for sockets and disk: chain, mempool, exchange. `blockBytes`: what of a block
/// travels a hop, about. Memory: 1 MB a node.
class RealNetwork : public Network {
public:
    RealNetwork(Topology topology, std::size_t blockBytes, std::int64_t bytesPerMs, std::uint64_t seed);
    ~RealNetwork() override;

    Block mine(std::size_t node) override;
    void run(std::int64_t ms) override;
    [[nodiscard]] std::int64_t nowMs() const override;
    [[nodiscard]] Block tip(std::size_t node) const override;
    [[nodiscard]] std::int64_t tipSinceMs(std::size_t node) const override;
    void split(const std::vector<bool>& side) override;
    void heal(std::int64_t withinMs) override;
    [[nodiscard]] std::int64_t messages() const override;
    /// Links that a node ended because of the other one: there is no reason for any.
    [[nodiscard]] std::size_t drops() const;

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace sim
