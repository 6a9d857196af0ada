#pragma once

#include "chain/mempool/Mempool.h"

namespace chain {

/// What a size has to pay at a rate, satoshi, rounded up.
std::int64_t feeAt(std::int64_t feePerKvB, std::int64_t vsize);
/// The outputs worth less than spending them costs at that rate.
std::vector<std::uint32_t> dustOf(const primitives::Transaction& transaction, std::int64_t dustFeePerKvB);
/// Version, weight, scripts and outputs of ordinary transactions. One output may be dust: see MempoolCheck
/// for what it costs.
Result<void, consensus::Rejection> checkStandard(const primitives::Transaction& transaction,
                                                 const MempoolOptions& options);
/// A transaction so short that it could pass for two nodes of a Merkle tree is refused, standard or not.
Result<void, consensus::Rejection> checkSmallest(const primitives::Transaction& transaction);
/// The coins of ordinary transactions (one an input, same order) and the witnesses that spend them.
Result<void, consensus::Rejection> checkStandardInputs(const primitives::Transaction& transaction,
                                                       const std::vector<consensus::Coin>& coins);

/// The minimum fee while the pool is full: goes up with what was put out, falls by half again and again.
class RollingMinimum {
public:
    RollingMinimum(std::int64_t stepPerKvB, std::int64_t halfLifeSeconds)
        : m_step(stepPerKvB), m_halfLife(halfLifeSeconds) {}
    /// Something that paid `feePerKvB` was put out.
    void raise(std::int64_t feePerKvB, std::int64_t now);
    /// Satoshi per 1000 virtual bytes; falls faster while the pool is at most half or a quarter full.
    [[nodiscard]] std::int64_t at(std::int64_t now, std::int64_t bytes, std::int64_t maxBytes) const;

private:
    std::int64_t m_step;
    std::int64_t m_halfLife;
    double m_feePerKvB = 0;
    std::int64_t m_since = 0;
};

} // namespace chain
