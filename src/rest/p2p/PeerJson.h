#pragma once

#include "net/PeerTypes.h"
#include "rest/json/JsonWriter.h"

namespace rest {

/// "in-step", "catching-up" …
const char* toString(net::PeerState state);
/// One peer as an object.
void writePeer(JsonWriter& json, const net::PeerInfo& peer);
/// A member with the addresses of all peers that are not refused.
void writePeerAddresses(JsonWriter& json, const char* name, const std::vector<net::PeerInfo>& peers);

} // namespace rest
