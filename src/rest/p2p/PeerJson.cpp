#include "rest/p2p/PeerJson.h"

namespace rest {

const char* toString(net::PeerState state) {
    using enum net::PeerState;
    switch (state) {
    case Connecting:
        return "connecting";
    case InStep:
        return "in-step";
    case CatchingUp:
        return "catching-up";
    case Behind:
        return "behind";
    case OtherBranch:
        return "other-branch";
    case WrongNetwork:
        return "wrong-network";
    case Self:
        return "self";
    case Unreachable:
        return "unreachable";
    case Banned:
        return "banned";
    }
    return "unknown";
}

void writePeer(JsonWriter& json, const net::PeerInfo& peer) {
    json.beginObject()
        .member("id", peer.id)
        .member("node", peer.address)
        .member("status", toString(peer.state))
        .member("dialled_in", peer.dialledIn)
        .member("agent", peer.agent)
        .member("name", peer.name)
        .member("height", peer.height)
        .member("tip", peer.tip)
        .member("chainwork", consensus::toHex(peer.chainWork))
        .member("ping_ms", peer.pingMs)
        .member("bytes_in", peer.bytesIn)
        .member("bytes_out", peer.bytesOut)
        .member("last_seen", peer.lastSeen);
    if (peer.lastError.isEmpty())
        json.key("error").null();
    else
        json.member("error", peer.lastError);
    json.endObject();
}

void writePeerAddresses(JsonWriter& json, const char* name, const std::vector<net::PeerInfo>& peers) {
    json.key(name).beginArray();
    for (const net::PeerInfo& peer : peers) {
        if (peer.dialledIn || peer.state == net::PeerState::WrongNetwork ||
            peer.state == net::PeerState::Self)
            continue;
        json.value(peer.address);
    }
    json.endArray();
}

} // namespace rest
