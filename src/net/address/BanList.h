#pragma once

#include "net/PeerInfo.h"
#include "util/Bytes.h"

#include <QHostAddress>

namespace net {

/// Addresses and subnets that are kept out for a time. Pure. Owned by PeerManager. Thread: io.
class BanList {
public:
    /// "1.2.3.4", "10.0.0.0/8", "2001:db8::/32", as it is kept: the bits behind the prefix are zero. Nothing:
    /// no such text.
    static std::optional<QString> normalised(const QString& subnet);

    /// A longer ban of the same subnet stays; one by hand is not made one that is not. False: no subnet, or
    /// it would keep this computer out of itself and was not set by hand, or it is full.
    bool add(const QString& subnet, std::int64_t now, std::int64_t until, bool byHand);
    bool remove(const QString& subnet);
    void clear() { m_bans.clear(); }
    [[nodiscard]] bool isBanned(const QHostAddress& host, std::int64_t now) const;
    /// Those that are not over, the newest last.
    [[nodiscard]] std::vector<BanInfo> all(std::int64_t now) const;
    void restore(const std::vector<BanInfo>& bans, std::int64_t now);
    /// True: some were over, and are gone.
    bool prune(std::int64_t now);

private:
    struct Ban {
        util::ByteArray<16> base{}; ///< of IPv6; IPv4 is mapped into it
        int prefix = 128;
        BanInfo info;
    };
    std::vector<Ban> m_bans;
};

} // namespace net
