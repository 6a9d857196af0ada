#pragma once

#include "util/Bytes.h"

#include <array>
#include <atomic>
#include <cstdlib>
#include <memory>
#include <mutex>
#include <optional>

namespace util {

/// Yes or no for each of many 32-byte digests, in bounded memory: when the places a digest may take are full,
/// one of the others there is forgotten. Memory is used as the table fills. Needs: digests that nobody
/// outside can choose (salted), for they are spread by their own bytes. Thread: any.
class VerdictTable {
public:
    using Digest = ByteArray<32>;
    /// Rounded down to a power of two of places, at least one bucket of them.
    explicit VerdictTable(std::size_t maxBytes);

    [[nodiscard]] std::optional<bool> find(const Digest& digest) const;
    void add(const Digest& digest, bool verdict);
    [[nodiscard]] std::size_t size() const { return m_size.load(std::memory_order_relaxed); }
    [[nodiscard]] std::size_t capacity() const { return m_bucketCount * kBucketPlaces; }

private:
    /// The lowest bit of the last byte is the verdict; all zeros: free.
    using Place = ByteArray<32>;
    static constexpr std::size_t kBucketPlaces = 8;
    static constexpr std::size_t kLocks = 64;
    struct Free {
        void operator()(Place* places) const { std::free(places); }
    };
    [[nodiscard]] std::size_t bucketOf(const Digest& digest) const;
    [[nodiscard]] std::mutex& lockOf(std::size_t bucket) const { return m_locks[bucket % kLocks]; }

    std::size_t m_bucketCount;
    std::unique_ptr<Place[], Free> m_places; ///< from calloc: pages that were never written take no memory
    mutable std::array<std::mutex, kLocks> m_locks; ///< each guards every 64th bucket
    std::atomic<std::size_t> m_size{0};
};

} // namespace util
