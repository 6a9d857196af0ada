#pragma once

#include "util/Bytes.h"

#include <vector>

namespace net {

/// The hashes noted last, in bounded memory: at least `kept` of them and at most twice as many; then the
/// older ones are forgotten together. A salted fingerprint stands for each, so that nobody outside can make
/// two meet, and one in many millions of millions meets by chance.
class RecentHashes {
public:
    RecentHashes(std::size_t kept, std::uint64_t seed) : m_kept(kept), m_seed(seed) {}

    void add(util::ByteView hash32);
    [[nodiscard]] bool contains(util::ByteView hash32) const;
    void clear();
    /// Memory taken.
    [[nodiscard]] std::size_t bytes() const;

private:
    /// Fingerprints by open addressing; 0 is a free place.
    class Table {
    public:
        void add(std::uint64_t fingerprint);
        [[nodiscard]] bool contains(std::uint64_t fingerprint) const;
        [[nodiscard]] std::size_t count() const { return m_count; }
        [[nodiscard]] std::size_t places() const { return m_places.size(); }

    private:
        [[nodiscard]] std::size_t placeOf(std::uint64_t fingerprint) const;
        void grow();

        std::vector<std::uint64_t> m_places; ///< a power of two of them, at most half used
        std::size_t m_count = 0;
    };
    [[nodiscard]] std::uint64_t fingerprintOf(util::ByteView hash32) const;

    std::size_t m_kept;
    std::uint64_t m_seed;
    Table m_newer, m_older;
};

} // namespace net
