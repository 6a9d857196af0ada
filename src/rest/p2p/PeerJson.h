#pragma once

#include "net/PeerInfo.h"
#include "rest/json/JsonWriter.h"

namespace rest {

/// One object: a peer and how this node stands with it.
void writePeer(JsonWriter& json, const net::PeerInfo& peer);
/// The addresses that others can be told: of peers that can be dialled, ourselves left out.
void writePeerAddresses(JsonWriter& json, const char* name, const std::vector<net::PeerInfo>& peers);

} // namespace rest
