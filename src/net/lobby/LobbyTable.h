#pragma once

#include "net/TokenBucket.h"
#include "net/lobby/LobbyMessage.h"
#include "net/wire/Messages.h"

#include <functional>
#include <map>
#include <vector>

namespace net {

/// A node that was heard in the local network. A claim: it is shown, and may be dialled, nothing more.
struct LobbyEntry {
    LobbyNews news;
    wire::NetAddress address;             ///< where it says that it can be dialled
    std::int64_t firstMs = 0, lastMs = 0; ///< when it was heard, of the steady clock
};

/// What was heard, bounded in every way: news of one computer and of all at a rate, as many nodes of one
/// computer and of all, each for a while. When it is full a newcomer takes the place of anyone, so that
/// nobody holds it for long. Pure: time and randomness are passed in. Owned by Lobby.
class LobbyTable {
public:
    struct Options {
        std::size_t most = 64;
        std::size_t mostOfHost = 8;
        std::size_t mostHosts = 256; ///< whose rates are remembered; those beyond share one
        std::int64_t lifeMs = 35'000;
        double newsASecond = 1, newsAtOnce = 8; ///< of one computer
        double allNewsASecond = 50, allAtOnce = 100;
    };
    enum class Verdict {
        New,
        Known,
        TooOften,
        TooMany,   ///< of that computer
        NoAddress, ///< nobody can dial it
    };
    /// Even over 0 … bound - 1.
    using Random = std::function<std::uint64_t(std::uint64_t bound)>;

    explicit LobbyTable(Options options)
        : m_options(options), m_all(options.allNewsASecond, options.allAtOnce),
          m_others(options.newsASecond, options.newsAtOnce) {}
    LobbyTable() : LobbyTable(Options()) {}

    /// Whether that computer may be listened to now; counts as one datagram of it.
    bool mayTell(const wire::NetAddress& host, std::int64_t nowMs);
    /// Needs: `mayTell` was asked. The port of `host` means nothing.
    Verdict heard(const wire::NetAddress& host, const LobbyNews& news, std::int64_t nowMs,
                  const Random& random);
    /// True: somebody was not heard for long, and is gone.
    bool expire(std::int64_t nowMs);
    void clear() { m_entries.clear(); }
    /// By name, then address.
    [[nodiscard]] std::vector<LobbyEntry> all() const;

private:
    TokenBucket& bucketOf(const wire::NetAddress& host, std::int64_t nowMs);

    struct Host {
        TokenBucket tokens;
        std::int64_t lastMs = 0;
    };
    Options m_options;
    TokenBucket m_all, m_others;
    std::map<util::Bytes, Host> m_hosts;
    std::map<wire::NetAddress, LobbyEntry> m_entries;
};

} // namespace net
