#pragma once

#include "net/PeerInfo.h"
#include "net/link/PeerBudget.h"
#include "util/Clock.h"

#include <QFuture>
#include <QObject>

#include <functional>
#include <memory>

namespace net {

/// How a connection ended.
struct ConnectionEnd {
    PeerFault fault = PeerFault::None;
    std::optional<DropPeer> drop{}; ///< with PeerFault::Misbehaved
    bool isSelf = false;
    bool wasReady = false; ///< it had shaken hands
};

/// One peer that is talked to, in whichever language. Owned by PeerManager. Thread: io.
class PeerConnection : public QObject {
    Q_OBJECT
public:
    using Messages = std::shared_ptr<const std::vector<wire::Message>>;
    using QObject::QObject;

    /// In the order of the calls. Messages before the hands are shaken are dropped.
    virtual void send(wire::Message message) = 0;
    virtual void serve(const primitives::BlockHash& block, bool withWitness) = 0;
    /// The node is through with that many bytes of what `received` gave.
    virtual void handled(std::size_t bytes) = 0;
    /// What it sent was new here and kept.
    void gave(Gift gift) { (gift == Gift::Block ? m_lastBlock : m_lastTransaction) = now(); }
    [[nodiscard]] std::int64_t lastBlock() const { return m_lastBlock; } ///< unix seconds; 0: none
    [[nodiscard]] std::int64_t lastTransaction() const { return m_lastTransaction; }
    /// Looks at the clock; several times a second.
    virtual void tick() = 0;
    /// Reads on, where the budget was what held it up.
    virtual void resume() = 0;
    /// Ends it now. `ended` follows before this returns, unless it was told before.
    virtual void end(const ConnectionEnd& how) = 0;
    virtual void fill(PeerInfo& info) const = 0;
    [[nodiscard]] virtual bool isReady() const = 0;

protected:
    [[nodiscard]] virtual std::int64_t now() const = 0;

signals:
    void shookHands(const net::PeerFacts& facts);
    void received(const net::PeerConnection::Messages& messages, std::size_t bytes);
    void ended(const net::ConnectionEnd& how);

private:
    std::int64_t m_lastBlock = 0, m_lastTransaction = 0;
};

} // namespace net
