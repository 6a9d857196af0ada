#pragma once

#include "consensus/Uint256.h"
#include "net/PeerTypes.h"

#include <QMetaType>
#include <QString>

#include <map>

namespace net {

enum class PeerState {
    Connecting,   ///< no answer yet
    Checking,     ///< it has shaken hands; its headers are being read
    InStep,       ///< same tip, or level in work
    CatchingUp,   ///< it has more work, checked: blocks are being fetched
    Behind,       ///< it has less work, on our branch
    OtherBranch,  ///< its tip is on a branch that is not ours
    Held,         ///< its branch has more work, and the brake holds it back
    Quiet,        ///< nothing came from it for long
    ClockDiffers, ///< its blocks are from a time that has not come yet here: see clockOffset
    WrongNetwork, ///< refused: another genesis
    Self,         ///< it is this node
    Unreachable,  ///< tried again later: see nextTry
    Banned,
};

/// Why a peer is not connected, or was dropped. The front ends find the words.
enum class PeerFault {
    None,
    Refused, ///< nobody listens there
    TimedOut,
    HostUnknown,
    NetworkError, ///< any other of the operating system
    Closed,       ///< it ended the link
    ClosedAtOnce, ///< … before it said who it is
    NotANode,     ///< something answers there, but no node
    TooOld,       ///< its protocol
    Same,         ///< the node of another row
    Misbehaved,   ///< see `misbehaviour`
    Full,         ///< no slot is free
};

/// A rule in which two networks differ.
struct RuleDifference {
    QString rule; ///< its key on the card
    QString ours, theirs;
    bool operator==(const RuleDifference&) const = default;
};

/// One message of a link, for its picture.
struct PeerMessageNote {
    std::int64_t timeMs = 0; ///< unix milliseconds
    bool isOurs = false;     ///< we sent it
    QString command;
    std::int32_t count = 0; ///< headers, ids, addresses in it
    std::int64_t bytes = 0;
    std::int32_t times = 1; ///< the same, in a row
};

/// Bytes and messages of one command.
struct PeerTraffic {
    std::int64_t bytes = 0;
    std::int64_t messages = 0;
};

/// What the window and the API show of a peer. A plain value.
struct PeerInfo {
    PeerId id = 0;
    QString address;         ///< "host:port"
    QString localAddress;    ///< our end of its link; empty: none
    wire::NetAddress remote; ///< its end of the link; without a host: none
    /// Drawn when its program began, as it tells, unchecked: only for showing. 0: not told.
    std::uint64_t run = 0;
    PeerId twin = 0; ///< see programsOf
    bool dialledIn = false;
    bool isPolled = false; ///< speaks HTTP only
    bool saved = false;    ///< added by the user or registered: tried again after a restart
    bool isByHand = false; ///< `--connect`, the window, the API
    bool isOnce = false;   ///< by hand for one link
    QString agent;
    QString name; ///< what it calls itself, unchecked; empty: nothing
    PeerFacts facts;
    PeerState state = PeerState::Connecting;
    // From checked headers; -1 and null while none are known.
    std::int32_t height = -1;
    std::int32_t commonHeight = -1;
    primitives::BlockHash tip;
    consensus::Uint256 chainWork;
    std::int32_t blocksInFlight = 0;
    std::vector<std::int32_t> inFlightHeights;
    std::int32_t presyncHeight = -1;
    // The link.
    std::int64_t connectedSince = 0; ///< unix seconds; 0 = not connected
    std::int64_t lastSent = 0, lastReceived = 0, lastBlock = 0, lastTransaction = 0;
    std::int64_t bytesIn = 0, bytesOut = 0;
    std::map<QString, PeerTraffic> sentByCommand, receivedByCommand;
    std::int64_t pingMs = -1, lowestPingMs = -1;
    std::int64_t pingWaitMs = -1;   ///< of a ping not answered yet
    std::int64_t clockOffset = 0;   ///< its clock less ours, seconds
    std::int64_t feeFilter = 0;     ///< satoshi per kvB
    std::int64_t toAnnounce = 0;    ///< transactions that it is told of next
    std::int64_t announcedUpTo = 0; ///< of our mempool's arrivals, the last that it may know of
    std::int64_t addressesTaken = 0, addressesAboveRate = 0;
    bool highBandwidthTo = false, highBandwidthFrom = false;
    std::int64_t nextTry = 0; ///< unix seconds; 0: connected, or now
    PeerFault fault = PeerFault::None;
    std::optional<DropPeer> drop;              ///< with PeerFault::Misbehaved
    QString otherNetwork;                      ///< WrongNetwork: what it calls its network
    std::vector<RuleDifference> differences;   ///< WrongNetwork: the rules that differ, where it tells them
    std::vector<PeerMessageNote> lastMessages; ///< 50 at most, oldest first

    [[nodiscard]] bool isConnected() const { return connectedSince != 0; }
};

/// An address or subnet that is kept out.
struct BanInfo {
    QString subnet;                    ///< "1.2.3.4/32"
    std::int64_t since = 0, until = 0; ///< unix seconds
    bool byHand = false;
};

} // namespace net

Q_DECLARE_METATYPE(net::PeerFacts)
Q_DECLARE_METATYPE(net::PeerInfo)
