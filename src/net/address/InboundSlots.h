#pragma once

#include "net/PeerTypes.h"

namespace net {

/// Who of those that dial in is let in. Keeps nothing: the peers are passed in. When all slots are taken, one
/// that is of no use is let go for a newcomer; the useful, the near and the long-lived stay, each by a
/// measure of its own, so that no stranger has all of them in his hand.   Source: Bitcoin Core's rules. Pure.
class InboundSlots {
public:
    struct Options {
        int total = 64;
        int perHolder = 8; ///< of one address (IPv6: one /64); this computer's own are not counted
    };
    struct Occupant {
        PeerId id = 0;
        wire::NetAddress address;
        bool isReady = false; ///< it has shaken hands
        std::int64_t sinceMs = 0;
        std::int64_t lowestPingMs = -1;
        std::int64_t lastBlock = 0, lastTransaction = 0;
    };
    enum class Verdict { LetIn, Refused, InsteadOf };
    struct Decision {
        Verdict verdict = Verdict::LetIn;
        PeerId leaves = 0; ///< with InsteadOf
    };

    /// `salt` is secret: nobody else can tell which groups are kept.
    InboundSlots(Options options, std::uint64_t salt) : m_options(options), m_salt(salt) {}
    [[nodiscard]] Decision decide(const wire::NetAddress& newcomer,
                                  const std::vector<Occupant>& occupants) const;

private:
    [[nodiscard]] PeerId leaver(std::vector<Occupant> candidates) const;
    [[nodiscard]] std::uint64_t secretRank(const wire::NetAddress& address) const;

    Options m_options;
    std::uint64_t m_salt;
};

} // namespace net
