#pragma once

#include "net/PeerTypes.h"
#include "net/TokenBucket.h"
#include "net/address/AddressBook.h"

#include <map>
#include <set>

namespace net {

/// Addresses between nodes: what peers tell goes into the book at a rate that nobody can exceed, news of a
/// few are passed on to one or two others, and who asks is answered once.   Source: Bitcoin Core's rules.
/// Pure. Owned by PeerManager. Thread: io.
class AddressGossip {
public:
    using Random = AddressBook::Random;
    /// To be sent to a peer.
    struct Outgoing {
        PeerId peer = 0;
        std::vector<wire::TimedAddress> addresses;
    };

    AddressGossip(AddressBook& book, std::uint64_t secret) : m_book(book), m_secret(secret) {}

    void connected(PeerId peer, const wire::NetAddress& address, bool dialledIn, std::int64_t nowMs);
    void gone(PeerId peer) { m_peers.erase(peer); }
    /// What a peer told. True: the book has grown.
    bool received(PeerId peer, const wire::Addresses& message, std::int64_t nowUnix, std::int64_t nowMs);
    /// The answer to `getaddr`; empty when there is none.
    std::vector<wire::TimedAddress> asked(PeerId peer, std::int64_t nowUnix, const Random& random);
    /// Our own address as that peer sees it, to be told to it, once a day.
    void announceSelf(PeerId peer, const wire::NetAddress& self, std::uint64_t services,
                      std::int64_t nowUnix);
    /// What a peer told so far: taken, and above the rate.
    struct Told {
        std::int64_t taken = 0;
        std::int64_t aboveRate = 0;
    };
    [[nodiscard]] Told toldBy(PeerId peer) const;
    /// What is due to be sent.
    std::vector<Outgoing> takeOutgoing(std::int64_t nowMs, const Random& random);

private:
    struct Peer {
        wire::NetAddress address;
        bool dialledIn = false;
        TokenBucket tokens{0.1, 1000};
        Told told = {};
        bool wasAnswered = false;
        bool awaitsAnswer = false; ///< to our getaddr: what comes is not passed on
        std::int64_t selfToldAt = 0;
        std::int64_t nextSendMs = 0;
        std::map<wire::NetAddress, wire::TimedAddress> outgoing;
        std::set<wire::NetAddress> known; ///< told or heard; emptied when it is long
    };
    void relay(PeerId from, const wire::TimedAddress& address, std::int64_t nowUnix);
    void queue(Peer& peer, const wire::TimedAddress& address);

    AddressBook& m_book;
    std::uint64_t m_secret;
    std::map<PeerId, Peer> m_peers;
    std::vector<wire::TimedAddress>
        m_cached; ///< an answer of the last day, so that a book cannot be read out
    std::int64_t m_cachedUntil = 0;
};

} // namespace net
