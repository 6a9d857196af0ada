#include "chain/CoinTable.h"

#include "crypto/Random.h"
#include "util/Require.h"

#include <algorithm>
#include <cstring>
#include <type_traits>

namespace chain {

namespace {

constexpr std::size_t kFewestPlaces = 16;

/// Entries that an array takes before it grows; one place at least stays free and ends every search.
std::size_t usable(std::size_t capacity) {
    return capacity * 4 / 5;
}

std::size_t largerThan(std::size_t capacity, std::size_t most) {
    if (capacity < most) return std::min(std::max(2 * capacity, kFewestPlaces), most);
    return capacity + std::max(capacity / 4, kFewestPlaces); // beyond the bound in small steps
}

/// What the heap takes for so many bytes, with its own word in front, in steps of two.
std::size_t heapBytesOf(std::size_t size) {
    constexpr std::size_t kStep = 2 * sizeof(void*);
    return (size + sizeof(void*) + kStep - 1) / kStep * kStep;
}

std::uint8_t tagOf(std::uint64_t hash) {
    return static_cast<std::uint8_t>(0x80 | (hash & 0x7f));
}

} // namespace

static_assert(sizeof(CoinTable::Entry) == 88 && std::is_trivial_v<CoinTable::Entry>);

// --- entries ---

primitives::OutPoint CoinTable::Entry::outpoint() const {
    return {primitives::TxId(m_txid), m_index};
}

std::uint8_t* CoinTable::Entry::longScript() const {
    std::uint8_t* script = nullptr;
    std::memcpy(&script, m_script.data(), sizeof script);
    return script;
}

void CoinTable::Entry::copyCoin(consensus::Coin& out) const {
    require(hasCoin());
    const std::uint8_t* script = hasLongScript() ? longScript() : m_script.data();
    out.output.value = primitives::Amount(m_value);
    out.output.scriptPubKey.assign(script, script + m_scriptSize);
    out.height = static_cast<std::int32_t>(m_code >> 1);
    out.fromCoinbase = (m_code & 1) != 0;
}

void CoinTable::setCoin(Entry& entry, const consensus::Coin& coin) {
    const util::Bytes& script = coin.output.scriptPubKey;
    require(script.size() <= UINT16_MAX); // longer ones can never be spent, and are no coins
    dropCoin(entry);
    entry.m_code = static_cast<std::uint32_t>(coin.height) << 1 | (coin.fromCoinbase ? 1U : 0U);
    entry.m_value = coin.output.value.satoshi();
    entry.m_scriptSize = static_cast<std::uint16_t>(script.size());
    entry.m_marks = static_cast<std::uint8_t>(entry.m_marks | Entry::kHasCoin);
    if (!entry.hasLongScript()) {
        std::ranges::copy(script, entry.m_script.begin());
        return;
    }
    auto* copy = new std::uint8_t[script.size()];
    std::ranges::copy(script, copy);
    std::memcpy(entry.m_script.data(), &copy, sizeof copy);
    m_heapBytes += heapBytesOf(script.size());
}

void CoinTable::dropCoin(Entry& entry) {
    if (entry.hasLongScript()) {
        m_heapBytes -= heapBytesOf(entry.m_scriptSize);
        delete[] entry.longScript();
    }
    entry.m_marks = static_cast<std::uint8_t>(entry.m_marks & ~Entry::kHasCoin);
}

// --- places ---

CoinTable::CoinTable(std::size_t maxBytes)
    : m_mix(crypto::randomNumber() | 1), m_mostPlaces(maxBytes / 4 * 3 / kPlaceBytes),
      m_mostHeapBytes(maxBytes - m_mostPlaces * kPlaceBytes) {}

std::size_t CoinTable::bytes() const {
    return m_capacity * kPlaceBytes + m_heapBytes;
}

bool CoinTable::isFull() const {
    return m_size > usable(m_mostPlaces) || m_heapBytes > m_mostHeapBytes;
}

std::uint64_t CoinTable::hashOf(const primitives::OutPoint& outpoint) const {
    return std::hash<primitives::OutPoint>()(outpoint) * m_mix;
}

/// The upper bits of the hash; its lowest are the tag.
std::size_t CoinTable::homeOf(std::uint64_t hash) const {
    return static_cast<std::size_t>(static_cast<unsigned __int128>(hash) * m_capacity >> 64);
}

CoinTable::Entry* CoinTable::find(const primitives::OutPoint& outpoint) const {
    if (m_size == 0) return nullptr;
    const std::uint64_t hash = hashOf(outpoint);
    const std::uint8_t tag = tagOf(hash);
    for (std::size_t place = homeOf(hash); m_tags[place] != kFree; place = after(place)) {
        if (m_tags[place] == tag && m_entries[place].isOf(outpoint)) return &m_entries[place];
    }
    return nullptr;
}

/// Takes the first free place for a hash.
std::size_t CoinTable::occupy(std::uint64_t hash) {
    std::size_t place = homeOf(hash);
    std::size_t away = 0;
    for (; m_tags[place] != kFree; place = after(place))
        ++away;
    m_tags[place] = tagOf(hash);
    m_away[place] = static_cast<std::uint8_t>(std::min<std::size_t>(away, kFar));
    return place;
}

std::size_t CoinTable::awayFromHome(std::size_t place) const {
    if (m_away[place] != kFar) return m_away[place];
    return distance(homeOf(hashOf(m_entries[place].outpoint())), place);
}

CoinTable::Entry& CoinTable::add(const primitives::OutPoint& outpoint, const consensus::Coin* coin) {
    std::size_t capacity = m_capacity;
    while (usable(capacity) <= m_size)
        capacity = largerThan(capacity, m_mostPlaces);
    if (capacity != m_capacity) resize(capacity);
    require(find(outpoint) == nullptr);
    Entry& entry = m_entries[occupy(hashOf(outpoint))];
    ++m_size;
    entry.m_txid = outpoint.txid.bytes();
    entry.m_index = outpoint.index;
    entry.m_marks = 0;
    if (coin != nullptr) setCoin(entry, *coin);
    return entry;
}

void CoinTable::resize(std::size_t capacity) {
    const auto entries = std::exchange(m_entries, std::make_unique_for_overwrite<Entry[]>(capacity));
    const auto tags = std::exchange(m_tags, std::make_unique<std::uint8_t[]>(capacity));
    m_away = std::make_unique<std::uint8_t[]>(capacity);
    const std::size_t before = std::exchange(m_capacity, capacity);
    for (std::size_t old = 0; old < before; ++old) {
        if (tags[old] == kFree) continue;
        m_entries[occupy(hashOf(entries[old].outpoint()))] = entries[old];
    }
    m_hand = 0;
}

void CoinTable::remove(Entry& entry) {
    removeAt(static_cast<std::size_t>(&entry - m_entries.get()));
}

/// Entries behind it that were not at home move up, so that no search ends too early at the free place.
void CoinTable::removeAt(std::size_t place) {
    dropCoin(m_entries[place]);
    std::size_t hole = place;
    for (std::size_t next = after(place); m_tags[next] != kFree; next = after(next)) {
        const std::size_t away = awayFromHome(next);
        const std::size_t gap = distance(hole, next);
        if (away < gap) continue; // it would come before its home
        m_entries[hole] = m_entries[next];
        m_tags[hole] = m_tags[next];
        m_away[hole] = static_cast<std::uint8_t>(std::min<std::size_t>(away - gap, kFar));
        hole = next;
    }
    m_tags[hole] = kFree;
    if (--m_size == 0) clear();
}

void CoinTable::clear() {
    for (std::size_t place = 0; place < m_capacity; ++place) {
        if (m_tags[place] != kFree) dropCoin(m_entries[place]);
    }
    m_entries.reset();
    m_tags.reset();
    m_away.reset();
    m_capacity = m_size = m_hand = 0;
}

// --- room ---

bool CoinTable::makeRoomFor(const consensus::Coin& coin) {
    const std::size_t size = coin.output.scriptPubKey.size();
    const std::size_t heapBytes = size > Entry::kInPlace ? heapBytesOf(size) : 0;
    if (usable(m_mostPlaces) == 0 || heapBytes > m_mostHeapBytes) return false;
    while (m_size >= usable(m_mostPlaces))
        forgetOne(false);
    while (m_heapBytes + heapBytes > m_mostHeapBytes)
        forgetOne(true);
    return true;
}

void CoinTable::forgetOne(bool withLongScript) {
    for (;; m_hand = after(m_hand)) {
        if (m_tags[m_hand] == kFree) continue;
        Entry& entry = m_entries[m_hand];
        if (withLongScript && !entry.hasLongScript()) continue;
        if (!entry.has(Used)) return removeAt(m_hand);
        entry.clear(Used);
    }
}

} // namespace chain
