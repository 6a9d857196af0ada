#pragma once

#include "net/PeerTypes.h"
#include "util/Clock.h"
#include "util/Result.h"

#include <QObject>
#include <QUrl>

#include <functional>
#include <memory>

namespace net {

/// Who we are, for `hello`; kept fresh by the engine.
struct LocalState {
    Hello hello; ///< nonce and port filled in by PeerManager
};

/// What a caller of `wait` or `announce` gets back.
struct PeerReply {
    Announcement news;
    std::vector<Order> orders;
};

/// Why a caller is turned away: an HTTP status and a sentence.
struct PeerRefusal {
    int status = 400;
    QString sentence;
};

/// All connections to other nodes: dials, repeats with back-off, keeps a `wait` open, sends orders as HTTP
/// requests, and serves those who dial in (called by rest::PeerRoutes on the same thread). Knows no chain: it
/// moves messages. Owned by node::Node. Thread: io.
class PeerManager : public QObject {
    Q_OBJECT
public:
    struct Options {
        int maxPeers = 64;
        int maxDialIns = 64;
        qint64 maxReplyBytes = 9 * 1024 * 1024;
        int deadlineMs = 30'000;
        int waitMs = 25'000;
        quint16 standardPort = 5001; ///< of an address that names none
    };
    PeerManager(const util::Clock& clock, Options options, QObject* parent = nullptr);
    ~PeerManager() override;

    void setLocalState(const LocalState& state);
    /// Port others can reach us at; 0 = they cannot, and those who called are let go.
    void setListenPort(quint16 port);
    /// Dials a peer ("http://host:port", "host:port", "host"); known ones are not dialled twice. Errors: a
    /// sentence.
    Result<PeerId, QString> addPeer(const QString& url, bool saved);
    void removePeer(PeerId peer);
    void ban(PeerId peer, int seconds, const QString& reason);
    /// Takes a ban back: it is dialled and let in again.
    void unban(PeerId peer);
    [[nodiscard]] std::vector<PeerInfo> peers() const;
    /// Addresses to keep over a restart.
    [[nodiscard]] QStringList savedPeers() const;

    // --- orders of the SyncManager ---
    void ask(PeerId peer, const Order& order);
    void announce(PeerId peer, const Announcement& news);
    void drop(PeerId peer, Misbehaviour reason, const QString& detail);
    /// The answer to an order that `ordered` told of.
    void deliver(PeerId peer, const Delivery& delivery);

    // --- those who dial in (io thread, from the HTTP server) ---
    /// `remoteHost`: the address the call comes from. Gives our hello.
    Result<Hello, PeerRefusal> onHello(const Hello& caller, const QString& remoteHost);
    Result<PeerReply, PeerRefusal> onAnnounce(std::uint64_t nonce, const Announcement& news);
    /// The reply may come later (≤ waitMs): `reply` is called once, on this thread. Gives a ticket to cancel
    /// with when the caller goes away.
    quint64 onWait(std::uint64_t nonce, std::function<void(Result<PeerReply, PeerRefusal>)> reply);
    void cancelWait(quint64 ticket);
    Result<void, PeerRefusal> onDeliver(std::uint64_t nonce, Delivery delivery);
    /// Bytes of a caller's request and of our answer, for its traffic; those of strangers are not counted.
    void onServed(std::uint64_t nonce, qint64 bytesIn, qint64 bytesOut);

signals:
    void peerReady(quint64 peer, const net::Hello& hello);
    void peerGone(quint64 peer);
    void announced(quint64 peer, const net::Announcement& news);
    void delivered(quint64 peer, const net::Delivery& delivery);
    void orderFailed(quint64 peer, const net::Order& order);
    /// A peer that cannot reach us gave us an order in an answer; `deliver` it.
    void ordered(quint64 peer, const net::Order& order);
    /// Something shown of a peer changed (coalesced to 4 a second).
    void peersChanged();

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace net

Q_DECLARE_METATYPE(net::Hello)
Q_DECLARE_METATYPE(net::Announcement)
Q_DECLARE_METATYPE(net::Delivery)
Q_DECLARE_METATYPE(net::Order)
