#include "rest/p2p/PeerJson.h"

#include "rest/p2p/PeerWords.h"

namespace rest {

void writePeer(JsonWriter& json, const net::PeerInfo& peer) {
    json.beginObject()
        .member("id", peer.id)
        .member("node", peer.address)
        .member("status", toString(peer.state))
        .member("dialled_in", peer.dialledIn)
        .member("language", peer.isPolled ? "http" : "bitcoin")
        .member("agent", peer.agent)
        .member("name", peer.name)
        .member("height", peer.height)
        .member("common_height", peer.commonHeight)
        .member("tip", peer.tip)
        .member("chainwork", consensus::toHex(peer.chainWork))
        .member("ping_ms", peer.pingMs)
        .member("clock_offset", peer.clockOffset)
        .member("bytes_in", peer.bytesIn)
        .member("bytes_out", peer.bytesOut)
        .member("connected_since", peer.connectedSince)
        .member("last_seen", peer.lastReceived)
        .member("next_try", peer.nextTry);
    if (const QString trouble = troubleOf(peer); trouble.isEmpty())
        json.key("error").null();
    else
        json.member("error", trouble);
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
