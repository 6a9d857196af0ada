// A datagram of a stranger in the local network: what is taken comes back to the same bytes, and can be
// shown.
#include "net/PeerName.h"
#include "net/lobby/LobbyMessage.h"

#include <algorithm>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const util::ByteView datagram(data, size);
    const auto message = net::decodeLobby(datagram);
    if (!message) return 0;
    if (!std::ranges::equal(net::encodeLobby(*message), datagram)) std::abort();
    if (!*message) return 0;
    const net::LobbyNews& news = **message;
    if (news.name.isEmpty() || news.name != net::cleanName(news.name) || news.port == 0) std::abort();
    return 0;
}
