#pragma once

#include "primitives/Hash256.h"
#include "util/Bytes.h"
#include "util/Result.h"

#include <QString>

#include <optional>

namespace net {

/// What a node tells of itself in the local network: which network it is in, and where it is reached. Nothing
/// more, so that whoever listens learns nothing more.
struct LobbyNews {
    primitives::BlockHash network; ///< hash of its genesis block
    quint16 port = 0;              ///< for links and HTTP, at the address that the datagram came from
    QString name;                  ///< of the network, as `cleanName` leaves it
    bool operator==(const LobbyNews&) const = default;
};

/// One datagram: news, or the wish to hear some soon (nothing).
using LobbyMessage = std::optional<LobbyNews>;

enum class LobbyFault {
    NotOfUs,   ///< another program's
    Version,   ///< of a later form
    Malformed, ///< too short, bytes behind its end, no port, no network
    BadName,   ///< empty, too long, not UTF-8, or not as it may be shown
};

constexpr std::size_t kMaxLobbyMessage = 256;

/// "cairnLAN", version 1, then 0 for a wish, or 1 for news: 32 bytes of the hash, port (little endian),
/// length of the name (1 byte), name in UTF-8. Needs: a name as `cleanName` leaves it, not empty.
util::Bytes encodeLobby(const LobbyMessage& message);
/// What comes out is encoded to the same bytes.
Result<LobbyMessage, LobbyFault> decodeLobby(util::ByteView datagram);

} // namespace net
