#pragma once

#include "net/PeerTypes.h"

#include <map>
#include <set>
#include <unordered_map>

namespace net {

/// Who announced which transaction, and who is asked for it: one at a time, those that are preferred first,
/// else by a lot that nobody outside can foresee; another when one says no, goes, or does not answer. Pure.
/// Owned by TransactionRelay. Thread: node.
class TransactionRequests {
public:
    using Hash = util::ByteArray<32>; ///< a txid or a wtxid
    struct HashHash {
        std::size_t operator()(const Hash& hash) const { return primitives::hashOf(hash); }
    };
    struct Options {
        std::size_t maxPerPeer = 5'000;
        std::size_t maxInAll = 50'000; ///< beyond it, whoever has most gives way
        std::int64_t retryMs = 60'000; ///< an answer later than that comes too late
    };
    TransactionRequests(Options options, std::uint64_t seed) : m_options(options), m_seed(seed) {}

    /// That peer can give it; it may be asked from `readyMs` on. Once a peer and hash; false when there is no
    /// room.
    bool announced(PeerId peer, const Hash& hash, bool isWtxid, bool isPreferred, std::int64_t readyMs);
    /// What is to be asked of that peer now, in the order of its announcements. It counts as asked.
    [[nodiscard]] std::vector<wire::InventoryItem> ask(PeerId peer, std::int64_t nowMs);
    /// It was sent by that peer, or the peer does not have it.
    void answered(PeerId peer, const Hash& hash);
    /// It is here, or not wanted any more: nobody is asked.
    void settled(const Hash& hash);
    void gone(PeerId peer);

    /// Those that announced it and have not said no.
    [[nodiscard]] std::vector<PeerId> peersOf(const Hash& hash) const;
    [[nodiscard]] std::size_t announcedBy(PeerId peer) const;
    [[nodiscard]] std::size_t underWay(PeerId peer) const;
    [[nodiscard]] std::size_t size() const { return m_announcements.size(); }
    /// Memory taken, about.
    [[nodiscard]] std::size_t bytes() const;

private:
    enum class State {
        Waiting, ///< until its time
        Ready,
        Chosen, ///< ready, and the best of those that announced it
        Asked,
        Done,
    };
    struct Announcement {
        Hash hash;
        PeerId peer = 0;
        bool isWtxid = false;
        bool isPreferred = false;
        State state = State::Waiting;
        std::int64_t timeMs = 0; ///< when it is ready, or when the answer is overdue
        std::uint64_t lot = 0;
    };
    struct Peer {
        std::set<std::uint64_t> all; ///< numbers of announcements
        std::set<std::uint64_t> chosen;
        std::size_t asked = 0;
    };
    bool makeRoom(PeerId peer);
    void setState(std::uint64_t number, State state);
    void advance(std::int64_t nowMs);
    void choose(const Hash& hash);
    void erase(std::uint64_t number);
    [[nodiscard]] std::uint64_t lotOf(PeerId peer, const Hash& hash) const;
    [[nodiscard]] std::uint64_t numberOf(PeerId peer, const Hash& hash) const;

    Options m_options;
    std::uint64_t m_seed;
    std::uint64_t m_nextNumber = 1;
    std::map<std::uint64_t, Announcement> m_announcements; ///< by number, in order of arrival
    std::unordered_map<Hash, std::vector<std::uint64_t>, HashHash> m_byHash;
    std::unordered_map<PeerId, Peer> m_peers;
    std::set<std::pair<std::int64_t, std::uint64_t>> m_times; ///< of those that wait and those asked
};

} // namespace net
