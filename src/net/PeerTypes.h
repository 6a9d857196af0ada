#pragma once

#include "consensus/Uint256.h"
#include "primitives/Block.h"

#include <QMetaType>
#include <QString>

#include <cstdint>
#include <vector>

namespace net {

constexpr int kProtocolVersion = 1;
constexpr auto kAgent = "/Cairn:0.1.0/";

/// A peer for as long as the program runs.
using PeerId = std::uint64_t;

/// How a node introduces itself (`GET /p2p/v1/hello`, and the query of that request).
struct Hello {
    int protocol = kProtocolVersion;
    primitives::BlockHash genesis;
    QString magic;           ///< 8 hex digits
    std::uint64_t nonce = 0; ///< drawn at start: meeting one's own means self
    QString agent;           ///< "/Cairn:0.1.0/"
    QString name;            ///< what the node calls itself (see cleanName); empty: nothing
    QString network;         ///< name on the card
    QString
        rulesJson; ///< canonical rules, to name the difference to a stranger; empty from a foreign program
    std::int64_t time = 0; ///< unix seconds
    std::int32_t height = 0;
    primitives::BlockHash tip;
    consensus::Uint256 chainWork;
    std::int64_t feeFilter = 0; ///< satoshi per kvB
    bool listens = false;       ///< others can reach it …
    quint16 port = 0;           ///< … at this port of the address it calls from
};

enum class PeerState {
    Connecting,   ///< no answer yet
    InStep,       ///< same tip, or level in work
    CatchingUp,   ///< it has more work: headers or blocks are being fetched from it
    Behind,       ///< it has less work, on our branch
    OtherBranch,  ///< its tip is on a branch that is not ours
    WrongNetwork, ///< refused: another genesis
    Self,         ///< it is this node
    Unreachable,  ///< failed; tried again later
    Banned,
};

/// What the window and `GET /api/v1/peers` show of a peer. A plain value.
struct PeerInfo {
    PeerId id = 0;
    QString address; ///< "host:port", or the remote host of one that dialled in
    bool dialledIn = false;
    bool listens = false;
    bool saved = false; ///< added by the user or registered: tried again after a restart
    QString agent;
    QString name;        ///< what it calls itself, unchecked; empty: nothing
    bool called = false; ///< it reached us at our port
    PeerState state = PeerState::Connecting;
    std::int32_t height = -1;
    primitives::BlockHash tip;
    consensus::Uint256 chainWork;
    std::int64_t pingMs = -1;
    std::int64_t bytesIn = 0;
    std::int64_t bytesOut = 0;
    std::int64_t lastSeen = 0; ///< unix seconds
    std::int64_t nextTry = 0;  ///< unix seconds; 0 = connected
    std::int32_t blocksInFlight = 0;
    QString lastError; ///< a sentence; empty = none
};

/// What one node asks of another; the same three questions travel as HTTP requests to a peer that can be
/// reached, and as orders in the answers of `announce` and `wait` to one that only dials out (it answers with
/// `deliver`).
struct Order {
    enum class Kind : std::uint8_t { Headers = 1, Blocks = 2, Transactions = 3 };
    Kind kind = Kind::Headers;
    std::vector<primitives::BlockHash> hashes; ///< Headers: the locator. Blocks: which ones, at most 16
    std::vector<primitives::WtxId> wtxids;     ///< Transactions: at most 100
    bool operator==(const Order&) const = default;
};

/// News for a peer: at most 8 headers that end with the tip, at most 1 000 transaction ids.
struct Announcement {
    std::vector<primitives::BlockHeader> headers;
    std::vector<primitives::WtxId> wtxids;
    [[nodiscard]] bool isEmpty() const { return headers.empty() && wtxids.empty(); }
};

/// What answers an order.
struct Delivery {
    Order::Kind kind = Order::Kind::Headers;
    std::vector<primitives::BlockHeader> headers; ///< at most 2 000
    std::vector<primitives::BlockRef> blocks;
    std::vector<primitives::TransactionRef> transactions;
};

/// Why a peer is dropped or blamed. Rules say what is wrong; Penalties decides the price.
enum class Misbehaviour {
    MalformedMessage,
    InvalidHeader,
    HeadersDoNotConnect,
    InvalidBlock,
    WrongNetwork,
};

} // namespace net

Q_DECLARE_METATYPE(net::PeerInfo)
