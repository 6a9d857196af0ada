#pragma once

#include "net/link/Hello.h"
#include "net/link/PeerConnection.h"
#include "net/link/PeerTraffic.h"
#include "net/link/SendQueue.h"
#include "net/wire/Codec.h"

class QTcpSocket;

namespace net {

/// One TCP connection that speaks Bitcoin's protocol, whoever dialled: framing, handshake, pings,
/// back-pressure in both directions. It answers nothing of the chain: what is not its own goes in order to
/// the node. Owned by PeerManager. Thread: io.
class Link : public PeerConnection {
    Q_OBJECT
public:
    /// Reads a block's wire form (with witness) off this thread; empty when it is not there.
    using BlockReader = std::function<QFuture<util::Bytes>(const primitives::BlockHash&)>;
    struct Options {
        wire::Magic magic{};
        int connectMs = 10'000;
        int firstByteMs = 0; ///< for who was dialled to say something at all; 0: as for shaking hands
        int handshakeMs = 60'000;
        int pingMs = 2 * 60'000;
        int silenceMs = 20 * 60'000;           ///< without a byte, or without an answer to a ping
        int unfinishedMs = 20 * 60'000;        ///< from a message's first byte to its last
        int writeMs = 2 * 60'000;              ///< without reading a byte of what waits for it …
        int tightWriteMs = 10'000;             ///< … while too much waits for others too
        qint64 readAtOnce = 256 * 1024;        ///< and what Qt holds for us
        qint64 unwritten = 512 * 1024;         ///< in Qt's hands: above, nothing more is written
        std::size_t strangerPayload = 100'000; ///< of a message before the hands are shaken
    };
    /// What links share. Outlives them.
    struct Environment {
        const util::Clock& clock;
        const Hello& self;
        PeerBudget& budget;
        UploadLimit& upload;
        BlockReader reader;
        std::function<bool(std::uint64_t nonce)> isOwnNonce;
    };

    /// A connection that somebody else made.
    Link(PeerId id, Environment& environment, const Options& options, std::unique_ptr<QTcpSocket> socket,
         QObject* parent = nullptr);
    /// One that is made here.
    Link(PeerId id, Environment& environment, const Options& options, const QString& host, quint16 port,
         QObject* parent = nullptr);
    ~Link() override;

    void send(wire::Message message) override;
    void serve(const primitives::BlockHash& block, bool withWitness) override;
    void handled(std::size_t bytes) override;
    void tick() override;
    void resume() override;
    void end(const ConnectionEnd& how) override;
    void fill(PeerInfo& info) const override;
    [[nodiscard]] bool isReady() const override { return m_stage == Stage::Ready; }

    [[nodiscard]] bool dialledIn() const { return m_facts.dialledIn; }
    [[nodiscard]] std::uint64_t nonce() const { return m_nonce; }
    [[nodiscard]] std::int64_t sinceMs() const { return m_sinceMs; } ///< of the steady clock
    /// Both ends; without a host before it is connected.
    [[nodiscard]] const wire::NetAddress& remote() const { return m_remote; }
    [[nodiscard]] const wire::NetAddress& local() const { return m_local; }
    [[nodiscard]] std::int64_t lowestPingMs() const { return m_lowestPingMs; }
    /// Measures the time to it now.
    void ping() {
        if (m_stage == Stage::Ready) sendPing();
    }
    /// In the form that the peer reads.
    void sendAddresses(std::vector<wire::TimedAddress> list);

protected:
    [[nodiscard]] std::int64_t now() const override { return m_env.clock.now(); }

signals:
    void addressesCame(const net::wire::Addresses& addresses);
    void addressesAsked();

private:
    enum class Stage { Connecting, AwaitingVersion, AwaitingVerack, Ready, Ended };
    struct Handler;

    Link(PeerId id, Environment& environment, const Options& options, QTcpSocket* socket, bool dialledIn,
         QObject* parent);
    void begin();
    void sendVersion();
    void becomeReady();
    void readSome();
    void drain();
    void take(wire::Received received, std::vector<wire::Message>& batch);
    void onBadFrame(wire::WireError error);
    void give(std::vector<wire::Message>& batch, std::size_t& bytes);
    void onVersion(const wire::Version& message);
    void onPong(const wire::Pong& message);
    void misbehaved(Misbehaviour what);
    [[nodiscard]] bool mayRead();
    void readLater();
    void write(const wire::Message& message);
    void writeFrame(const std::string& command, std::size_t count, const util::Bytes& bytes);
    void flush();
    void countUnwritten();
    void startReading(const ServeBlock& order);
    void writeBlock(const ServeBlock& order, const util::Bytes& bytes);
    void sendPing();
    void onSocketError();
    [[nodiscard]] std::int64_t unixMs() const {
        return m_sinceUnix * 1000 + (m_env.clock.steadyMs() - m_sinceMs);
    }

    PeerId m_id;
    Environment& m_env;
    Options m_options;
    QTcpSocket* m_socket; // child
    Stage m_stage = Stage::Connecting;
    wire::NetAddress m_remote, m_local;
    wire::FrameReader m_frames;
    SendQueue m_queue;
    IntakeRates m_rates;
    TokenBucket m_malformed{0.1, 50};
    TrafficLog m_traffic;
    PeerFacts m_facts;
    std::vector<wire::Message> m_early; ///< from before its verack, for the node
    std::int32_t m_protocol = 0;        ///< the older of both
    std::uint64_t m_run = 0;            ///< the first number that it told
    std::uint64_t m_nonce;
    bool m_wantsAddrV2 = false;
    bool m_isReadingBlock = false;
    bool m_readsLater = false;
    std::int64_t m_clockOffset = 0;
    std::int64_t m_sinceMs;
    std::int64_t m_sinceUnix;
    std::int64_t m_connectedMs;
    std::int64_t m_lastReadMs;
    std::int64_t m_lastWriteMs; ///< or when nothing waited
    std::int64_t m_unfinishedSinceMs = -1;
    std::uint64_t m_pingNonce = 0;
    std::int64_t m_pingSentMs = 0;
    std::int64_t m_pingMeasuredMs = 0; ///< the same by the clock of what is shown
    std::int64_t m_pingMs = -1, m_lowestPingMs = -1;
    std::int64_t m_feeFilter = 0;
    bool m_highBandwidthTo = false, m_highBandwidthFrom = false;
};

} // namespace net
