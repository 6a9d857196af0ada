#pragma once

#include "net/PeerManager.h"
#include "net/PeerTypes.h"

#include <QObject>
#include <QUrl>

#include <deque>
#include <functional>
#include <memory>

namespace net {

/// All that PeerManager knows of one peer, whichever side dialled. Owned by PeerManager. Thread: io.
struct PeerLink {
    PeerId id = 0;
    QUrl url;     ///< empty: it only dials in
    QString host; ///< the address it calls from, or that of the URL
    bool saved = false;
    bool ready = false; ///< `peerReady` was told
    bool dialling = false;
    bool called = false; ///< it reached us at our port
    Hello hello;         ///< its last one
    PeerState state = PeerState::Connecting;
    QString lastError;
    std::int64_t lastSeen = 0;
    std::int64_t nextTry = 0; ///< unix seconds; 0: now
    std::int64_t nextHello = 0;
    int failures = 0;
    std::int64_t pingMs = -1;
    std::int64_t bytesIn = 0;
    std::int64_t bytesOut = 0;
    /// For the next `announce` answer or `wait` reply.
    Announcement queuedNews;
    std::deque<Order> queuedOrders;
    quint64 ticket = 0; ///< of the parked wait; 0: none
    std::function<void(Result<PeerReply, PeerRefusal>)> parked;
    std::int64_t parkedSinceMs = 0;
    /// Dies with the connection: requests under way end with it.
    std::unique_ptr<QObject> requests;

    [[nodiscard]] bool canBeDialled() const { return !url.isEmpty(); }
    [[nodiscard]] PeerInfo info() const;
    /// Adds news to those that wait, within the protocol's bounds: newer headers replace older ones.
    void queue(const Announcement& news);
    /// What waits, up to the bounds of one reply.
    PeerReply takeQueued();
    [[nodiscard]] bool hasQueued() const { return !queuedNews.isEmpty() || !queuedOrders.empty(); }
    /// Answers the parked wait, if there is one, with what waits.
    void answerParked();
};

} // namespace net
