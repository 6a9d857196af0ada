#include "util/VerdictTable.h"

#include "util/Require.h"

#include <algorithm>
#include <bit>
#include <cstring>

namespace util {

namespace {

constexpr std::uint8_t kVerdictBit = 1;

/// A digest as it lies in the table, with its verdict.
VerdictTable::Digest placed(VerdictTable::Digest digest, bool verdict) {
    digest.back() = static_cast<std::uint8_t>((digest.back() & ~kVerdictBit) | (verdict ? kVerdictBit : 0));
    return digest;
}

bool isFree(const VerdictTable::Digest& place) {
    return place == VerdictTable::Digest{};
}

bool isSame(const VerdictTable::Digest& place, const VerdictTable::Digest& digest) {
    return placed(place, false) == placed(digest, false);
}

} // namespace

VerdictTable::VerdictTable(std::size_t maxBytes)
    : m_bucketCount(std::bit_floor(std::max<std::size_t>(maxBytes / (kBucketPlaces * sizeof(Place)), 1))),
      m_places(static_cast<Place*>(std::calloc(m_bucketCount * kBucketPlaces, sizeof(Place)))) {
    require(m_places != nullptr);
}

std::size_t VerdictTable::bucketOf(const Digest& digest) const {
    std::uint64_t number = 0;
    std::memcpy(&number, digest.data(), sizeof number);
    return static_cast<std::size_t>(number) & (m_bucketCount - 1);
}

std::optional<bool> VerdictTable::find(const Digest& digest) const {
    const std::size_t bucket = bucketOf(digest);
    const Place* const first = &m_places[bucket * kBucketPlaces];
    const std::lock_guard lock(lockOf(bucket));
    const Place* const found =
        std::find_if(first, first + kBucketPlaces, [&](const Place& place) { return isSame(place, digest); });
    if (found == first + kBucketPlaces || isFree(*found)) return std::nullopt;
    return (found->back() & kVerdictBit) != 0;
}

void VerdictTable::add(const Digest& digest, bool verdict) {
    const std::size_t bucket = bucketOf(digest);
    Place* const first = &m_places[bucket * kBucketPlaces];
    const std::lock_guard lock(lockOf(bucket));
    Place* place = std::find_if(first, first + kBucketPlaces,
                                [&](const Place& other) { return isFree(other) || isSame(other, digest); });
    // Which one gives way is left to chance, that is to bytes of the digest that did not choose the bucket.
    if (place == first + kBucketPlaces)
        place = first + digest[16] % kBucketPlaces;
    else if (isFree(*place))
        m_size.fetch_add(1, std::memory_order_relaxed);
    *place = placed(digest, verdict);
}

} // namespace util
