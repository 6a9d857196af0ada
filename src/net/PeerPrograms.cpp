#include "net/PeerPrograms.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace net {

namespace {

bool mayHaveTwin(const PeerInfo& link) {
    return link.isConnected() && link.run != 0 && !link.remote.host.empty();
}

auto programOf(const PeerInfo& link) {
    return std::tuple(link.run, link.remote.kind, link.remote.host);
}

/// No word of the chain yet, or none for long.
bool isVague(PeerState state) {
    return state == PeerState::Checking || state == PeerState::Quiet;
}

/// What is known of its chain, by the link that knows more.
void takeChain(PeerInfo& row, const PeerInfo& twin) {
    const bool knowsMore = twin.chainWork > row.chainWork || (isVague(row.state) && !isVague(twin.state));
    if (!knowsMore) return;
    row.state = twin.state;
    row.height = twin.height;
    row.commonHeight = twin.commonHeight;
    row.tip = twin.tip;
    row.chainWork = twin.chainWork;
    row.presyncHeight = twin.presyncHeight;
}

void addTraffic(std::map<QString, PeerTraffic>& to, const std::map<QString, PeerTraffic>& from) {
    for (const auto& [command, traffic] : from) {
        to[command].bytes += traffic.bytes;
        to[command].messages += traffic.messages;
    }
}

void takeTwin(PeerInfo& row, const PeerInfo& twin) {
    row.twin = twin.id;
    takeChain(row, twin);
    row.blocksInFlight += twin.blocksInFlight;
    row.inFlightHeights.insert(row.inFlightHeights.end(), twin.inFlightHeights.begin(),
                               twin.inFlightHeights.end());
    row.connectedSince = std::min(row.connectedSince, twin.connectedSince);
    row.lastSent = std::max(row.lastSent, twin.lastSent);
    row.lastReceived = std::max(row.lastReceived, twin.lastReceived);
    row.lastBlock = std::max(row.lastBlock, twin.lastBlock);
    row.lastTransaction = std::max(row.lastTransaction, twin.lastTransaction);
    row.bytesIn += twin.bytesIn;
    row.bytesOut += twin.bytesOut;
    addTraffic(row.sentByCommand, twin.sentByCommand);
    addTraffic(row.receivedByCommand, twin.receivedByCommand);
}

} // namespace

std::vector<PeerInfo> programsOf(const std::vector<PeerInfo>& links) {
    std::vector<PeerInfo> out;
    std::map<decltype(programOf(PeerInfo{})), PeerId> dialled;
    for (const PeerInfo& link : links)
        if (!link.dialledIn && mayHaveTwin(link)) dialled.try_emplace(programOf(link), link.id);
    std::map<PeerId, const PeerInfo*> twins; // by the link that we dialled
    for (const PeerInfo& link : links) {
        const auto ours = link.dialledIn && mayHaveTwin(link) ? dialled.find(programOf(link)) : dialled.end();
        const bool isTwin = ours != dialled.end() && twins.try_emplace(ours->second, &link).second;
        if (!isTwin) out.push_back(link);
    }
    for (PeerInfo& row : out) {
        const auto twin = twins.find(row.id);
        if (twin != twins.end()) takeTwin(row, *twin->second);
    }
    return out;
}

} // namespace net
