#pragma once

#include "net/PeerManager.h"
#include "node/Board.h"
#include "node/Resident.h"
#include "node/chain/ChainAccess.h"

namespace node {

/// The other nodes, for everybody else. Copies are the same peers. Thread: any.
class PeerAccess {
public:
    using PeerList = std::vector<net::PeerInfo>;
    /// Opens the port for others, or closes it ("off"); gives where it listens (rest::ApiService).
    using Listener = std::function<Result<QString, PortProblem>(const QString& bind)>;

    /// Needs: thread and clock outlive it.
    PeerAccess(const ServiceThread& io, const ChainAccess& chain, BoardRef<PeerList> board);

    /// As it was published last, a quarter of a second ago at most.
    [[nodiscard]] std::shared_ptr<const PeerList> list() const { return m_board->get(); }
    /// The same for people: a row a program, however many links lead to it.
    [[nodiscard]] std::shared_ptr<const PeerList> programs() const;
    /// As it is once all that came before is done.
    [[nodiscard]] QFuture<std::shared_ptr<const PeerList>> listNow() const;
    /// "host:port" or "http://host:port", API or peer address; tried now, and kept over restarts.
    QFuture<Result<quint64, net::AddPeerFault>> add(QString address, bool linkLocalToo = false) const;
    /// The same for one link only.
    QFuture<Result<quint64, net::AddPeerFault>> tryOnce(QString address) const;
    /// The same, as if the address had been heard of: it takes a place of those.
    QFuture<Result<quint64, net::AddPeerFault>> tryAsHeardOf(QString address) const;
    void remove(quint64 peer) const;
    /// Ends its link; one that was added is dialled again later.
    void disconnect(quint64 peer) const;
    /// All links end and none begins, or the network goes on.
    void setNetworkActive(bool active) const;
    [[nodiscard]] QFuture<bool> isNetworkActive() const;

    /// Measures the time to every peer anew.
    void ping() const;
    /// What was heard of other nodes.
    [[nodiscard]] QFuture<std::vector<net::AddressBook::Entry>> knownAddresses() const;

    // --- bans: an address or a subnet
    QFuture<BanOutcome> ban(QString subnet, std::int64_t untilUnix) const;
    QFuture<BanOutcome> unban(QString subnet) const;
    QFuture<void> clearBans() const;
    [[nodiscard]] QFuture<std::vector<net::BanInfo>> bans() const;
    /// The address of a peer, for `seconds`; its link ends.
    QFuture<BanOutcome> banPeer(quint64 peer, int seconds) const;

    /// Asks every peer for its best chain and waits (at most `timeoutMs`) until level with the best.
    QFuture<ResolveReport> resolve(int timeoutMs = 30'000) const;
    /// Asks one peer for a block whose header is known.
    QFuture<BlockFetch> fetchBlock(quint64 peer, primitives::BlockHash block) const;

    /// A block that a stranger gives over HTTP: as one from a link, only near our tip.
    QFuture<BlockSubmission> push(primitives::BlockRef block) const;

    // --- for rest, on the io thread ---
    /// Null before the start and once the node stops.
    [[nodiscard]] net::PeerManager* manager() const { return m_manager.here(); }
    void setListener(Listener listener) const { *m_listener = std::move(listener); }

    // --- for Node ---
    /// Through the listener. On failure the port stays as it was.
    QFuture<Result<QString, PortProblem>> listen(QString bind) const;
    /// Who we are, fresh from the chain and the settings, for the peers.
    void tellHello() const;
    /// Dials the peers of the last run, the settings and the card. Thread: io.
    void start(const util::Clock& clock, const consensus::ChainParams& params, QStringList connect) const;
    /// Thread: io.
    void close() const;

private:
    void link(net::PeerManager& manager) const;
    void publish() const;
    void save() const;

    Resident<net::PeerManager> m_manager;
    ChainAccess m_chain;
    BoardRef<PeerList> m_board;
    std::shared_ptr<Listener> m_listener = std::make_shared<Listener>(); ///< io thread
};

} // namespace node
