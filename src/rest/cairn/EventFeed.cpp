#include "rest/cairn/EventFeed.h"

#include "consensus/Target.h"
#include "crypto/Random.h"
#include "rest/json/JsonWriter.h"
#include "rest/p2p/PeerJson.h"
#include "util/Hex.h"

namespace rest {

namespace {

constexpr std::size_t kKept = 4'096;
constexpr std::size_t kPerPiece = 64;
constexpr std::size_t kMaxStreams = 100;
constexpr int kHeartbeatMs = 15'000;
constexpr std::size_t kRunBytes = 6;

QByteArray blockJson(const node::BlockNews& block) {
    JsonWriter json;
    json.beginObject()
        .member("height", block.height)
        .member("hash", block.hash)
        .member("previous_hash", block.previous);
    json.member("timestamp", block.time)
        .member("tx_count", block.transactionCount)
        .member("size", block.sizeBytes)
        .member("weight", block.weight);
    json.endObject();
    return json.take();
}

QByteArray reorgJson(const node::ChainNews& news) {
    JsonWriter json;
    json.beginObject().member("fork_height", news.disconnected.back().height - 1);
    const auto hashes = [&](const char* name, const std::vector<node::BlockNews>& blocks) {
        json.key(name).beginArray();
        for (const node::BlockNews& block : blocks)
            json.value(block.hash);
        json.endArray();
    };
    hashes("disconnected", news.disconnected);
    hashes("connected", news.connected);
    json.endObject();
    return json.take();
}

QByteArray transactionJson(const primitives::Transaction& transaction, primitives::Amount fee) {
    JsonWriter json;
    json.beginObject()
        .member("txid", transaction.txid())
        .member("wtxid", transaction.wtxid())
        .member("vsize", transaction.vsize());
    json.amount("fee", fee).endObject();
    return json.take();
}

} // namespace

/// One listener: a place in the ring, and the call that waits for more.
class EventFeed::Stream final : public BodyStream {
public:
    Stream(const EventRing& ring, Subscription subscription)
        : m_ring(ring), m_types(std::move(subscription.types)), m_at(ring.newest()) {
        m_first = "retry: 1000\n\n";
        if (!subscription.lastId) {
            m_first += encodeEvent(ring.idOf(m_at), {}, {});
        } else if (const auto number = ring.numberOf(*subscription.lastId);
                   number && ring.after(*number, 0)) {
            m_at = *number;
        } else {
            m_first += reset();
        }
    }
    void next(std::function<void(Piece)> give) override {
        m_give = std::move(give);
        deliver();
    }
    void deliver() {
        if (!m_give) return;
        QByteArray text = std::exchange(m_first, QByteArray());
        const auto events = m_ring.after(m_at, kPerPiece);
        if (!events) {
            m_at = m_ring.newest(); // it reads too slowly
            text += reset();
        } else {
            for (const ApiEvent& event : *events) {
                m_at = event.number;
                if (m_types.isEmpty() || m_types.contains(event.type))
                    text += encodeEvent(m_ring.idOf(event.number), event.type, event.json);
            }
        }
        if (!text.isEmpty())
            give(text);
        else if (events && events->size() == kPerPiece)
            deliver(); // none of them wanted
    }
    void beat() {
        if (m_give) give(": \n\n");
    }

private:
    [[nodiscard]] QByteArray reset() const {
        return encodeEvent(m_ring.idOf(m_at), "reset",
                           R"({"reason":"Events were missed: ask for the state anew."})");
    }
    void give(const QByteArray& text) {
        auto call = std::exchange(m_give, nullptr);
        call({text, false, false});
    }
    const EventRing& m_ring;
    QSet<QByteArray> m_types;
    quint64 m_at;
    QByteArray m_first;
    std::function<void(Piece)> m_give;
};

EventFeed::EventFeed(node::Node& node)
    : m_node(node), m_ring(QByteArray::fromStdString(util::toHex(crypto::randomBytes(kRunBytes))), kKept),
      m_ear(new QObject), m_heartbeat(this), m_wake(this) {
    m_bits = node.chain().status()->nextBits;
    m_wake.setSingleShot(true);
    connect(&m_wake, &QTimer::timeout, this, [this] {
        for (const auto& weak : m_streams) {
            if (const auto stream = weak.lock()) stream->deliver();
        }
    });
    connect(&m_heartbeat, &QTimer::timeout, this, &EventFeed::heartbeat);
    m_heartbeat.start(kHeartbeatMs);
    for (auto signal :
         {&node::Node::chainStatusChanged, &node::Node::miningChanged, &node::Node::peersChanged}) {
        connect(&node, signal, this, &EventFeed::look);
    }
    listen(node.chain().feed());
    look();
}

/// The ear lives, and goes, on the thread that speaks to it: no connection is cut while it is used.
EventFeed::~EventFeed() {
    m_ear->deleteLater();
}

/// The texts are made on the node thread, and posted.
void EventFeed::listen(const node::ChainFeed& feed) {
    m_ear->moveToThread(feed.thread());
    const QPointer<EventFeed> self(this);
    const auto post = [self, &io = m_node.ioThread()](const char* type, const QByteArray& json) {
        io.post([self, type, json] {
            if (self) self->add(type, json);
        });
    };
    connect(&feed, &node::ChainFeed::chainChanged, m_ear, [post](const node::ChainNews& news) {
        if (!news.disconnected.empty()) post("reorg", reorgJson(news));
        for (const node::BlockNews& block : news.connected)
            post("block", blockJson(block));
    });
    connect(&feed, &node::ChainFeed::transactionAdded, m_ear,
            [post](const primitives::TransactionRef& transaction, primitives::Amount fee) {
                post("tx", transactionJson(*transaction, fee));
            });
    connect(&feed, &node::ChainFeed::transactionRemoved, m_ear, [post](const primitives::TxId& txid) {
        JsonWriter json;
        json.beginObject().member("txid", txid).endObject();
        post("removed", json.take());
    });
}

std::shared_ptr<BodyStream> EventFeed::subscribe(const Subscription& subscription) {
    std::erase_if(m_streams, [](const auto& weak) { return weak.expired(); });
    if (m_streams.size() >= kMaxStreams) return nullptr;
    auto stream = std::make_shared<Stream>(m_ring, subscription);
    m_streams.push_back(stream);
    return stream;
}

void EventFeed::add(const QByteArray& type, const QByteArray& json) {
    m_ring.add(type, json);
    if (!m_wake.isActive()) m_wake.start(0);
}

void EventFeed::heartbeat() {
    for (const auto& weak : m_streams) {
        if (const auto stream = weak.lock()) stream->beat();
    }
}

/// Tells what is new of the values that the node publishes.
void EventFeed::look() {
    const auto status = m_node.chain().status();
    if (status->nextBits != m_bits) {
        m_bits = status->nextBits;
        JsonWriter json;
        json.beginObject()
            .member("height", status->tip.height + 1)
            .member("bits", bitsText(m_bits))
            .member("difficulty", consensus::difficultyOf(m_bits))
            .endObject();
        add("difficulty", json.take());
    }
    const auto mining = m_node.mining().status();
    const bool same = m_mining && m_mining->enabled == mining->enabled &&
                      m_mining->working == mining->working && m_mining->threads == mining->threads &&
                      m_mining->mode == mining->mode;
    if (!same) {
        if (m_mining) {
            JsonWriter json;
            json.beginObject()
                .member("enabled", mining->enabled)
                .member("working", mining->working)
                .member("threads", mining->threads)
                .endObject();
            add("mining", json.take());
        }
        m_mining = *mining;
    }
    std::map<quint64, net::PeerState> states;
    const auto peers = m_node.peers().list();
    for (const net::PeerInfo& peer : *peers) {
        states[peer.id] = peer.state;
        const auto known = m_peers.find(peer.id);
        if (known != m_peers.end() && known->second == peer.state) continue;
        JsonWriter json;
        writePeer(json, peer);
        add("peer", json.take());
    }
    for (const auto& [id, state] : m_peers) {
        if (states.contains(id)) continue;
        JsonWriter json;
        json.beginObject().member("id", id).member("status", "gone").endObject();
        add("peer", json.take());
    }
    m_peers = std::move(states);
}

} // namespace rest

#include "moc_EventFeed.cpp"
