#pragma once

#include "rest/cairn/EventRing.h"
#include "rest/http/HttpTypes.h"

#include "node/Node.h"

#include <QObject>
#include <QSet>
#include <QTimer>

#include <map>
#include <memory>

namespace rest {

/// What happens in the node, as a stream of events: `block`, `reorg`, `tx`, `removed`, `difficulty`,
/// `mining`, `peer`. Blocks and transactions come one by one, in order; the others tell of the newest state.
/// Owned by ApiService. Thread: io.
class EventFeed : public QObject {
    Q_OBJECT
public:
    explicit EventFeed(node::Node& node);
    ~EventFeed() override;

    struct Subscription {
        std::optional<QByteArray> lastId; ///< go on behind it; nothing: from now
        QSet<QByteArray> types;           ///< empty: all
    };
    /// Null when too many listen already.
    std::shared_ptr<BodyStream> subscribe(const Subscription& subscription);

private:
    class Stream;
    void listen(const node::ChainFeed& feed);
    void add(const QByteArray& type, const QByteArray& json);
    void look();
    void heartbeat();

    node::Node& m_node;
    EventRing m_ring;
    QObject* m_ear; ///< listens on the node thread, and is deleted there
    std::vector<std::weak_ptr<Stream>> m_streams;
    QTimer m_heartbeat;
    QTimer m_wake; ///< many events at once wake the listeners once
    std::uint32_t m_bits = 0;
    std::optional<node::MiningStatus> m_mining;
    std::map<quint64, net::PeerState> m_peers;
};

} // namespace rest
