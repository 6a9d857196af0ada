#pragma once

#include "consensus/TxRules.h"

#include <memory>

namespace chain {

/// Coins by outpoint in one flat array, for CoinCache. An entry holds its coin, script included unless that
/// is unusually long, so that most coins take no memory of their own; places are tried one after the other
/// from the one that the (salted) hash names, led by two bytes a place. When its owner asks for room, it
/// forgets by second chance: a hand goes round, spares once what was used since it last came by, and takes
/// the next. Three quarters of the memory are for the array, one for long scripts. Thread: node.
class CoinTable {
public:
    enum Mark : std::uint8_t {
        Fresh = 1, ///< the store has no row of it
        Used = 2,  ///< asked for since the hand came by
    };

    /// What is known of one outpoint. Holds until the table changes.
    class Entry {
    public:
        [[nodiscard]] primitives::OutPoint outpoint() const;
        /// None: it is spent.
        [[nodiscard]] bool hasCoin() const { return (m_marks & kHasCoin) != 0; }
        /// Needs: it has one. Reuses the memory of `out`.
        void copyCoin(consensus::Coin& out) const;
        [[nodiscard]] bool has(Mark mark) const { return (m_marks & mark) != 0; }
        void set(Mark mark) { m_marks = static_cast<std::uint8_t>(m_marks | mark); }
        void clear(Mark mark) { m_marks = static_cast<std::uint8_t>(m_marks & ~mark); }

    private:
        friend class CoinTable;
        static constexpr std::uint8_t kHasCoin = 128;
        /// Fills the entry to 88 bytes; longer than every script of one key or one hash.
        static constexpr std::size_t kInPlace = 37;

        [[nodiscard]] bool isOf(const primitives::OutPoint& outpoint) const {
            return m_index == outpoint.index && m_txid == outpoint.txid.bytes();
        }
        [[nodiscard]] bool hasLongScript() const { return hasCoin() && m_scriptSize > kInPlace; }
        [[nodiscard]] std::uint8_t* longScript() const;

        // Without initial values: memory of places that were never used is never touched.
        util::ByteArray<32> m_txid;
        std::uint32_t m_index;
        std::uint32_t m_code; ///< height * 2 + whether from a coinbase
        std::int64_t m_value;
        std::uint16_t m_scriptSize;
        std::uint8_t m_marks;
        util::ByteArray<kInPlace> m_script; ///< or a pointer to a longer one
    };

    /// An empty table takes no memory.
    explicit CoinTable(std::size_t maxBytes);
    ~CoinTable() { clear(); }
    CoinTable(const CoinTable&) = delete;
    CoinTable& operator=(const CoinTable&) = delete;

    /// Null: nothing is known of it.   Cost: one hash; a few bytes looked at, and rarely more than one entry.
    [[nodiscard]] Entry* find(const primitives::OutPoint& outpoint) const;
    /// Without a coin where `coin` is null.   Needs: nothing is known of it (a bug otherwise).
    /// Cost: now and then all entries move to a larger array. Goes beyond the bound when it must.
    Entry& add(const primitives::OutPoint& outpoint, const consensus::Coin* coin);
    void setCoin(Entry& entry, const consensus::Coin& coin);
    void dropCoin(Entry& entry);
    void remove(Entry& entry);
    void clear();

    /// Forgets coins, those first that were not used lately, until there is room for one more. False where
    /// there never can be.
    bool makeRoomFor(const consensus::Coin& coin);
    /// More is here than belongs into the bound.
    [[nodiscard]] bool isFull() const;
    [[nodiscard]] std::size_t size() const { return m_size; }
    /// The memory it has allocated.
    [[nodiscard]] std::size_t bytes() const;

    /// In no order that means something. `visit` must not change the table.
    template <class Visit>
    void forEach(const Visit& visit) const {
        for (std::size_t place = 0; place < m_capacity; ++place) {
            if (m_tags[place] != kFree) visit(m_entries[place]);
        }
    }

private:
    static constexpr std::uint8_t kFree = 0;
    static constexpr std::uint8_t kFar = 255;
    static constexpr std::size_t kPlaceBytes = sizeof(Entry) + 2; ///< with its tag and distance

    [[nodiscard]] std::uint64_t hashOf(const primitives::OutPoint& outpoint) const;
    [[nodiscard]] std::size_t homeOf(std::uint64_t hash) const;
    [[nodiscard]] std::size_t after(std::size_t place) const {
        return place + 1 < m_capacity ? place + 1 : 0;
    }
    [[nodiscard]] std::size_t distance(std::size_t from, std::size_t to) const {
        return to >= from ? to - from : to + m_capacity - from;
    }
    [[nodiscard]] std::size_t awayFromHome(std::size_t place) const;
    std::size_t occupy(std::uint64_t hash);
    void resize(std::size_t capacity);
    void removeAt(std::size_t place);
    void forgetOne(bool withLongScript);

    /// Each table has an order of its own: entries that come in the order of another, smaller one would heap
    /// up in one corner.
    std::uint64_t m_mix;
    std::size_t m_mostPlaces;
    std::size_t m_mostHeapBytes;
    std::unique_ptr<Entry[]> m_entries;
    std::unique_ptr<std::uint8_t[]> m_tags; ///< one a place: free, or seven bits of the hash
    std::unique_ptr<std::uint8_t[]> m_away; ///< one a place: how far from home, kFar and more as kFar
    std::size_t m_capacity = 0;
    std::size_t m_size = 0;
    std::size_t m_heapBytes = 0; ///< of long scripts
    std::size_t m_hand = 0;
};

} // namespace chain
