#pragma once

#include "consensus/Uint256.h"
#include "primitives/BlockHeader.h"

#include <array>
#include <optional>
#include <span>
#include <string_view>

namespace mining {

/// SHA-256d over 80-byte headers that differ in the last four bytes. Pure.
struct Kernel {
    std::string_view name; ///< "portable", "AVX2", "SHA-NI", "AVX-512", "ARMv8-SHA2"
    bool (*isSupported)(); ///< by this processor
    /// Hashes nonces first … first + count - 1 (wrapping around) and calls nothing: gives the first nonce
    /// whose hash meets `targetLe` (32 bytes, little endian number), where it ends. `best` is lowered to the
    /// lowest hash seen; null = none yet. `count` is a multiple of 64.
    std::optional<std::uint32_t> (*scan)(const struct ScanJob& job, std::uint32_t first, std::uint32_t count,
                                         primitives::BlockHash& best);
};

/// A header prepared for scanning: state after its first 64 bytes and the words of the rest.
struct ScanJob {
    explicit ScanJob(const primitives::BlockHeader& header, const consensus::Uint256& target);
    primitives::BlockHeader header;
    std::array<std::uint32_t, 8> midstate{};
    std::array<std::uint32_t, 3> tail{}; ///< last 12 bytes before the nonce, as big endian words
    util::ByteArray<32> targetLe{};
};

/// Every kernel built in, portable last; only supported ones may be called.
std::span<const Kernel> allKernels();
/// The kernel with this name, or the fastest one supported here (measured once, a few milliseconds) for an
/// empty name.
const Kernel& kernelFor(std::string_view name = {});

} // namespace mining
