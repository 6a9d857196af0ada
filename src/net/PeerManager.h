#pragma once

#include "net/PeerInfo.h"
#include "net/address/AddressBook.h"
#include "net/link/Hello.h"
#include "util/Clock.h"

#include <QFuture>
#include <QHostAddress>
#include <QObject>

#include <functional>
#include <memory>

class QTcpSocket;

namespace net {

/// Who we are: for `version`, `hello` and what differs in a stranger's. Kept fresh by the node.
struct LocalState {
    Hello hello; ///< port filled in by PeerManager
};

/// Where an address to dial comes from.
enum class PeerOrigin {
    Seed,        ///< of the card, or gossip: one of many
    CommandLine, ///< `--connect`: kept for this run
    ByHand,      ///< the user or a registration: kept over restarts
};

enum class AddPeerFault { BadAddress, LinkLocal, Full, Banned };

/// All links to other nodes: dials with back-off, lets those who dial in have a slot or not, keeps the bans
/// and the addresses heard of, and carries messages between links and the node. Knows no chain. Made of Link,
/// PolledPeer, Dialler, InboundSlots, BanList, AddressBook and PeerBudget. Owned by node::PeerAccess. Thread:
/// io.
class PeerManager : public QObject {
    Q_OBJECT
public:
    struct Options {
        wire::Magic magic{};
        quint16 standardPort = 5001; ///< of an address that names none
        int maxDialled = 10;         ///< of addresses heard of; those by hand come on top …
        int maxByHand = 64;          ///< … up to here
        int maxDialledIn = 64;
        int maxDialledInPerAddress = 8; ///< not counted on loopback
        bool listensToGossip = true;
        std::int64_t maxUploadBytes = 0; ///< a day, for old blocks; 0: no limit
        int handshakeMs = 60'000;        ///< to say who one is
    };
    /// Reads a block's wire form (with witness) off this thread; empty when it is not there.
    using BlockReader = std::function<QFuture<util::Bytes>(const primitives::BlockHash&)>;

    PeerManager(const util::Clock& clock, Options options, BlockReader reader, QObject* parent = nullptr);
    ~PeerManager() override;

    void setLocalState(const LocalState& state);
    /// Port others can reach us at; 0 = they cannot, and those who dialled in are let go.
    void setListenPort(quint16 port);
    [[nodiscard]] const Hello& localHello() const;
    /// False: all links end, nothing is dialled, nobody let in.
    void setNetworkActive(bool active);
    [[nodiscard]] bool isNetworkActive() const;

    /// Dials a peer ("http://host:port", "host:port", "host"; API or peer address); a known one is not
    /// dialled twice, but tried now. Link-local addresses only with `linkLocalToo`.
    Result<PeerId, AddPeerFault> addPeer(const QString& address, PeerOrigin origin,
                                         bool linkLocalToo = false);
    void removePeer(PeerId peer);
    /// Ends its link; a peer by hand is dialled again later.
    void disconnectPeer(PeerId peer, Misbehaviour reason = Misbehaviour::StoppedByUser);
    /// Measures the time to every peer anew.
    void pingAll();
    [[nodiscard]] const util::Clock& clock() const;
    [[nodiscard]] std::vector<PeerInfo> peers() const;
    /// Addresses of the peers by hand, to keep over a restart.
    [[nodiscard]] QStringList savedPeers() const;

    // --- bans (an address "1.2.3.4" or a subnet "10.0.0.0/8"; IPv6 too)
    /// False: no address. Loopback only by hand.
    bool ban(const QString& subnet, std::int64_t untilUnix, bool byHand);
    bool unban(const QString& subnet);
    void clearBans();
    [[nodiscard]] std::vector<BanInfo> bans() const;
    void setBans(const std::vector<BanInfo>& bans); ///< of the last run
    [[nodiscard]] AddressBook& addresses();

    // --- the node's side
    void carryOut(const std::vector<PeerOrder>& orders);
    /// The node is through with that many bytes of what `received` gave: the link may read on.
    void handled(PeerId peer, std::size_t bytes);

    // --- the port
    /// A connection that begins with the magic (nothing of it was read yet).
    void adopt(std::unique_ptr<QTcpSocket> socket);
    /// Whether a caller at that address is let in at all (bans), also over HTTP.
    [[nodiscard]] bool isBanned(const QHostAddress& address) const;
    /// A node that polls us said hello, and where it can be polled itself.
    void heard(const QHostAddress& from, const Hello& caller);
    /// A node of this network says in the local network that it listens there. Only addresses of local
    /// networks (and this computer) are taken.
    void heardNearby(const wire::NetAddress& address);

signals:
    void connected(quint64 peer, const net::PeerFacts& facts);
    void gone(quint64 peer);
    void received(quint64 peer, std::shared_ptr<const std::vector<net::wire::Message>> messages,
                  std::size_t bytes);
    /// Something shown of a peer changed (coalesced to 4 a second).
    void peersChanged();
    /// Bans or addresses or peers by hand changed: to be stored.
    void memoryChanged();

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace net
