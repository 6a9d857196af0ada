#pragma once

#include "net/PeerTypes.h"
#include "net/address/AddressBook.h"

#include <functional>
#include <map>
#include <set>

namespace net {

/// What to dial next: peers by hand always, with a wait that grows with every failure; of the addresses heard
/// of as many as there are places for, each of another group. Pure: time and randomness are passed in. Owned
/// by PeerManager. Thread: io.
class Dialler {
public:
    struct Options {
        int maxHeardOf = 10;
        std::int64_t firstWaitMs = 5'000;  ///< doubles with every failure …
        std::int64_t mostWaitMs = 60'000;  ///< … up to here: who names a peer waits for it
        std::int64_t heardOfEveryMs = 500; ///< between two of them
    };
    /// Even over 0 … bound - 1.
    using Random = AddressBook::Random;

    explicit Dialler(Options options) : m_options(options) {}
    Dialler() : Dialler(Options()) {}

    // --- by hand
    void add(PeerId peer, std::int64_t nowMs);
    void remove(PeerId peer);
    /// Not before that much time, whatever else is said; and at once.
    void postpone(PeerId peer, std::int64_t nowMs, std::int64_t waitMs);
    void hurry(PeerId peer, std::int64_t nowMs);
    void failed(PeerId peer, std::int64_t nowMs, const Random& random);
    /// It has shaken hands: the next failure is the first one again.
    void succeeded(PeerId peer);
    /// Who is to be dialled now; they count as being dialled until `failed`, `postpone` or `lost`.
    std::vector<PeerId> due(std::int64_t nowMs);
    /// Its connection ended: dialled again after the first wait.
    void lost(PeerId peer, std::int64_t nowMs, const Random& random) { failed(peer, nowMs, random); }
    /// Of the steady clock; nothing: it is connected, being dialled, or not by hand.
    [[nodiscard]] std::optional<std::int64_t> nextTryMs(PeerId peer) const;

    // --- heard of
    struct Surroundings {
        std::vector<wire::NetAddress> connected;            ///< or being dialled, all of them
        int heardOf = 0;                                    ///< how many of those are addresses heard of
        std::function<bool(const wire::NetAddress&)> isOut; ///< banned, or our own
    };
    std::optional<wire::NetAddress> heardOf(const AddressBook& book, const Surroundings& around,
                                            std::int64_t nowUnix, std::int64_t nowMs, const Random& random);

private:
    struct Target {
        int failures = 0;
        std::int64_t nextMs = 0;
        bool isDialled = false;
    };
    Options m_options;
    std::map<PeerId, Target> m_targets;
    std::int64_t m_nextHeardOfMs = INT64_MIN;
};

} // namespace net
