#include "net/relay/RecentHashes.h"

#include "crypto/SipHash.h"
#include "util/Require.h"

#include <cstring>
#include <utility>

namespace net {

std::size_t RecentHashes::Table::placeOf(std::uint64_t fingerprint) const {
    std::size_t place = fingerprint & (m_places.size() - 1);
    while (m_places[place] != 0 && m_places[place] != fingerprint)
        place = (place + 1) & (m_places.size() - 1);
    return place;
}

void RecentHashes::Table::grow() {
    const std::vector<std::uint64_t> old =
        std::exchange(m_places, std::vector<std::uint64_t>(m_places.empty() ? 16 : m_places.size() * 2));
    for (const std::uint64_t fingerprint : old) {
        if (fingerprint != 0) m_places[placeOf(fingerprint)] = fingerprint;
    }
}

void RecentHashes::Table::add(std::uint64_t fingerprint) {
    if (m_places.size() < (m_count + 1) * 2) grow();
    std::uint64_t& place = m_places[placeOf(fingerprint)];
    if (place == 0) ++m_count;
    place = fingerprint;
}

bool RecentHashes::Table::contains(std::uint64_t fingerprint) const {
    return !m_places.empty() && m_places[placeOf(fingerprint)] != 0;
}

std::uint64_t RecentHashes::fingerprintOf(util::ByteView hash32) const {
    require(hash32.size() == 32);
    crypto::SipHash<1, 3> hash(m_seed, ~m_seed);
    for (std::size_t i = 0; i < 32; i += sizeof(std::uint64_t)) {
        std::uint64_t word = 0;
        std::memcpy(&word, hash32.data() + i, sizeof(word));
        hash.add(word);
    }
    const std::uint64_t fingerprint = hash.finish();
    return fingerprint != 0 ? fingerprint : 1;
}

void RecentHashes::add(util::ByteView hash32) {
    const std::uint64_t fingerprint = fingerprintOf(hash32);
    if (m_newer.contains(fingerprint)) return;
    if (m_newer.count() >= m_kept) m_older = std::exchange(m_newer, {});
    m_newer.add(fingerprint);
}

bool RecentHashes::contains(util::ByteView hash32) const {
    const std::uint64_t fingerprint = fingerprintOf(hash32);
    return m_newer.contains(fingerprint) || m_older.contains(fingerprint);
}

void RecentHashes::clear() {
    m_newer = {};
    m_older = {};
}

std::size_t RecentHashes::bytes() const {
    return (m_newer.places() + m_older.places()) * sizeof(std::uint64_t);
}

} // namespace net
