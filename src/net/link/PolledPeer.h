#pragma once

#include "net/link/Hello.h"
#include "net/link/HttpCall.h"
#include "net/link/PeerConnection.h"
#include "net/link/PeerTraffic.h"

#include <deque>
#include <set>

namespace net {

/// A node that speaks HTTP only: it is asked at intervals, and what it answers comes out as the messages that
/// a link would bring; new blocks are pushed to it. One call at a time, so many a second at most, whatever it
/// answers. Owned by PeerManager. Thread: io.
class PolledPeer : public PeerConnection {
    Q_OBJECT
public:
    struct Options {
        int pollMs = 5'000;
        HttpCall::Limits call{30'000, 1024 * 1024};
        HttpCall::Limits blocks{60'000, 9 * 1024 * 1024};
        int callsPerSecond = 20; ///< and five times as many at once
        int maxFailures = 3;     ///< in a row
    };
    struct Environment {
        const util::Clock& clock;
        const Hello& self;
        PeerBudget& budget;
    };

    /// `hello`: what it said when it was found. Starts with the first `tick`.
    PolledPeer(PeerId id, Environment environment, const Options& options, const QString& host, quint16 port,
               const Hello& hello, QObject* parent = nullptr);
    ~PolledPeer() override;

    void send(wire::Message message) override;
    void serve(const primitives::BlockHash& block, bool withWitness) override;
    void handled(std::size_t bytes) override;
    void tick() override;
    void resume() override { next(); }
    void end(const ConnectionEnd& how) override;
    void fill(PeerInfo& info) const override;
    [[nodiscard]] bool isReady() const override { return m_isReady && !m_hasEnded; }

protected:
    [[nodiscard]] std::int64_t now() const override { return m_env.clock.now(); }

signals:
    /// Its hello says that links are taken at that port.
    void listensAt(quint16 port);
    /// Its hello is of another network.
    void changedNetwork(const net::Hello& hello);

private:
    struct Job {
        enum class Kind { Hello, Mempool, Headers, Blocks, Transactions, Push };
        Kind kind = Kind::Hello;
        QByteArray body;
        std::vector<primitives::BlockHash> blocks;
        std::vector<primitives::WtxId> wtxids;
    };

    void addJob(Job job);
    void push(const primitives::Block& block);
    void addItems(const std::vector<wire::InventoryItem>& items);
    void poll();
    void next();
    void start(Job job);
    void onAnswer(const Job& job, const HttpResult& result);
    void onHello(const HttpResult& result);
    void onMempool(const QByteArray& body);
    void onHeaders(const QByteArray& body);
    void onBlocks(const Job& job, const QByteArray& body);
    void onTransactions(const Job& job, const QByteArray& body);
    void onFailure(const Job& job, const HttpResult& result);
    void notFound(const Job& job);
    void learn(const Hello& hello);
    void give(std::vector<wire::Message> messages, std::size_t bytes);
    void misbehaved(Misbehaviour what);
    [[nodiscard]] std::int64_t unixMs() const {
        return m_sinceUnix * 1000 + (m_env.clock.steadyMs() - m_sinceMs);
    }

    PeerId m_id;
    Environment m_env;
    Options m_options;
    QString m_host;
    quint16 m_port;
    Hello m_hello;
    PeerFacts m_facts;
    TrafficLog m_traffic;
    TokenBucket m_calls;
    std::deque<Job> m_jobs;
    HttpCall* m_call = nullptr;              ///< the one under way
    std::set<primitives::WtxId> m_announced; ///< what its mempool held the last time
    std::size_t m_blocksAtOnce;
    std::size_t m_pushes = 0;  ///< of the jobs
    bool m_takesBlocks = true; ///< as far as is known
    bool m_isReady = false;
    bool m_hasEnded = false;
    int m_failures = 0;
    std::int64_t m_nextPollMs = 0;
    std::int64_t m_sinceMs, m_sinceUnix;
    std::int64_t m_pingMs = -1, m_lowestPingMs = -1;
    std::int64_t m_clockOffset = 0;
};

} // namespace net
