#pragma once

#include "net/PeerManager.h"
#include "node/Board.h"
#include "node/Resident.h"
#include "node/chain/Engine.h"

namespace node {

/// The other nodes, for everybody else. Copies are the same peers. Thread: any.
class PeerAccess {
public:
    using PeerList = std::vector<net::PeerInfo>;
    /// Opens the port for others, or closes it ("off"); gives where it listens (rest::ApiService).
    using Listener = std::function<Result<QString, PortProblem>(const QString& bind)>;

    /// Needs: thread and clock outlive it.
    PeerAccess(const ServiceThread& io, const Resident<Engine>& engine, BoardRef<PeerList> board);

    [[nodiscard]] std::shared_ptr<const PeerList> list() const { return m_board->get(); }
    /// Errors: a sentence.
    QFuture<Result<quint64, QString>> add(QString url) const;
    void remove(quint64 peer) const;
    void ban(quint64 peer, int seconds) const;
    void unban(quint64 peer) const;
    /// Asks every peer for its best chain and waits (at most `timeoutMs`) until level with the best.
    QFuture<ResolveReport> resolve(int timeoutMs = 30'000) const;

    // --- for rest, on the io thread ---
    [[nodiscard]] net::PeerManager& manager() const { return *m_manager.here(); }
    void setListener(Listener listener) const { *m_listener = std::move(listener); }

    // --- for Node ---
    /// Through the listener. On failure the port stays as it was.
    QFuture<Result<QString, PortProblem>> listen(QString bind) const;
    /// Who we are, fresh from the chain and the settings, for the peers.
    void tellHello() const;
    /// Dials the peers of the last run, the settings and the card. Thread: io.
    void start(const util::Clock& clock, const consensus::NetworkCard& card, QStringList connect,
               ChainFeed& feed) const;
    /// Thread: io.
    void close() const;

private:
    void link(net::PeerManager& manager) const;
    void publish(std::vector<net::PeerInfo> list) const;
    void save() const;

    Resident<net::PeerManager> m_manager;
    Resident<Engine> m_engine;
    BoardRef<PeerList> m_board;
    std::shared_ptr<Listener> m_listener = std::make_shared<Listener>(); ///< io thread
};

} // namespace node
