#pragma once

#include "net/PeerLog.h"
#include "net/PeerManager.h"
#include "net/address/AddressGossip.h"
#include "net/address/BanList.h"
#include "net/address/Dialler.h"
#include "net/address/InboundSlots.h"
#include "net/link/Link.h"
#include "net/link/PolledPeer.h"

#include <QTimer>

namespace net {

/// The parts of PeerManager and what is known of each peer. In four files: the API (PeerManager.cpp), who is
/// dialled (PeerDialling.cpp), how it is found out what speaks there (PeerFinding.cpp), and what comes from
/// connections (PeerConnections.cpp).
struct PeerManager::Impl {
    /// A peer: by hand or of the card for as long as it is not removed, others while they are connected.
    struct Row {
        PeerId id = 0;
        QString host;
        quint16 port = 0;
        PeerOrigin origin = PeerOrigin::Seed;
        bool isHeardOf = false; ///< gone when its connection is
        bool isOver = false;    ///< was for one link, and has had it
        bool dialledIn = false;
        bool asksHello = false;                 ///< an HTTP address: its hello says where the links are
        bool isPatient = false;                 ///< nothing came at once the last time, and no HTTP either
        quint16 linkPort = 0;                   ///< told by its hello; 0: `port`
        std::int64_t polledUntilMs = INT64_MIN; ///< its links could not be reached
        PeerFault linkFault = PeerFault::None;  ///< in this try
        HttpCall* call = nullptr;               ///< asks for its hello
        bool wasTold = false;                   ///< to the node, as connected
        PeerConnection* connection = nullptr;
        Link* link = nullptr; ///< the same, where it is one
        wire::NetAddress remote;
        PeerInfo last; ///< what is shown while it is not connected

        [[nodiscard]] bool isKept() const { return !dialledIn && !isHeardOf; }
        [[nodiscard]] bool isByHand() const { return isKept() && origin >= PeerOrigin::CommandLine; }
        /// Takes no place of those that are heard of.
        [[nodiscard]] bool isExtra() const { return isKept() && origin >= PeerOrigin::Once; }
        [[nodiscard]] bool isBusy() const { return connection != nullptr || call != nullptr; }
        [[nodiscard]] QString address() const;
    };

    Impl(PeerManager& owner, const util::Clock& clock, Options options, BlockReader reader);
    ~Impl();

    // --- rows
    Row* find(PeerId id);
    Row* findAddress(const QString& host, quint16 port);
    Row& add(Row row);
    void erase(PeerId id);
    [[nodiscard]] PeerInfo infoOf(const Row& row) const;
    [[nodiscard]] int countOf(PeerOrigin origin) const;

    // --- dialling
    void tick();
    void forgetThoseThatAreOver();
    void dialDue();
    void dialHeardOf();
    void dial(Row& row);
    void dialLink(Row& row);
    void askHello(Row& row);
    void onHello(PeerId id, const HttpResult& result);
    void onHelloOf(Row& row, const Hello& theirs);
    void poll(Row& row, const Hello& theirs);
    void upgrade(PeerId id, quint16 port);
    void notOfUs(Row& row, const Hello& theirs);
    void giveUp(Row& row, PeerState state, PeerFault fault);
    void becomeSelf(Row& row);
    [[nodiscard]] bool isOwn(const wire::NetAddress& address) const;
    bool isOwnNonce(std::uint64_t nonce);
    /// An address that its node told itself goes into the book.
    void meet(const wire::NetAddress& address);

    // --- connections
    void watch(Row& row, PeerConnection* connection, Link* link);
    /// Another row leads to the same node.
    [[nodiscard]] bool hasAnother(const Row& row) const;
    void onShookHands(PeerId id, const PeerFacts& facts);
    void onReceived(PeerId id, const PeerConnection::Messages& messages, std::size_t bytes);
    void onEnded(PeerId id, const ConnectionEnd& how);
    void onKeptEnded(Row& row, PeerInfo last, const ConnectionEnd& how);
    void onAddresses(PeerId id, const wire::Addresses& addresses);
    void onAddressesAsked(PeerId id);
    void end(Row& row, Misbehaviour reason, std::optional<consensus::Rejection> rejection = {});
    void endAll(const std::function<bool(const Row&)>& which, Misbehaviour reason);
    void punish(Row& row, const DropPeer& drop);
    void resumeAll();
    void gossip();
    [[nodiscard]] std::vector<InboundSlots::Occupant> occupants() const;
    /// A ban came: those it is about go, and nobody of them is dialled.
    void applyBans();

    void changed() { isChanged = true; }
    void remember() { isToBeStored = true; }
    [[nodiscard]] std::int64_t nowMs() const { return clock.steadyMs(); }
    [[nodiscard]] std::int64_t now() const { return clock.now(); }

    PeerManager& self;
    const util::Clock& clock;
    Options options;
    Hello hello;
    bool isActive = true;
    PeerLog log;
    PeerBudget budget;
    UploadLimit upload;
    BanList bans;
    AddressBook book;
    AddressGossip addressGossip;
    Dialler dialler;
    InboundSlots inbound;
    Link::Environment environment;
    Link::Options linkOptions;
    PolledPeer::Options pollOptions;
    AddressBook::Random random;
    std::map<PeerId, Row> rows;
    std::vector<wire::NetAddress> ownAddresses; ///< found to lead to this node
    TokenBucket heardHellos{1, 20};
    PeerId nextId = 1;
    QTimer timer;
    bool isChanged = false;
    bool isToBeStored = false;
    std::int64_t lastStoredMs = 0;
};

} // namespace net
