#pragma once

#include "node/chain/ChainKeeper.h"
#include "node/chain/ChainMark.h"
#include "node/chain/ChainView.h"
#include "node/chain/PeerBridge.h"
#include "node/mining/TemplateMaker.h"
#include "node/settings/Settings.h"
#include "storage/ChainDatabase.h"
#include "util/WorkerPool.h"

#include <QTimer>

#include <memory>

namespace node {

/// The parts of the node thread, made in order over one chain database and taken down in reverse: it has no
/// job but that. Made and destroyed by Node. Thread: node.
class Engine {
public:
    struct Config {
        consensus::ChainParams params;
        QString databasePath; ///< empty: in memory
        Settings settings;
        std::shared_ptr<util::Clock> clock;
    };
    /// Needs: the feed outlives it.
    Engine(Config config, ChainFeed& feed);
    ~Engine();
    Engine(const Engine&) = delete;
    Engine& operator=(const Engine&) = delete;

    /// The parts below are there once this went well. Call once.
    Result<void, StartError> open();
    /// Writes what is pending (mempool included). Nothing may be called after it.
    void close();
    void applySettings(const Settings& settings);
    /// Does at once what is done from time to time: drops what is too old, writes what waits.
    void hurry();
    /// The branch that the brake holds back; nothing: none is.
    [[nodiscard]] std::optional<HeldBranch> heldBranch() const;
    /// We stay on our chain at this fork: kept over restarts.
    void declineHeldBranch();
    /// What falls due with time; twice a second.
    void tick();
    /// The program ended before without closing the database.
    [[nodiscard]] bool wasInterrupted() const { return m_database->wasInterrupted(); }
    /// The chain database's path as ChainReader wants it.
    [[nodiscard]] QString databasePath() const { return m_database->path(); }

    [[nodiscard]] ChainFeed& feed() const { return m_feed; }
    [[nodiscard]] ChainView view() const;
    /// Small values that are kept with the chain.
    [[nodiscard]] storage::StateStore& state() const { return m_database->state(); }
    [[nodiscard]] StoreHealth& health() const;
    [[nodiscard]] ChainKeeper& blocks() const;
    [[nodiscard]] MempoolKeeper& waiting() const;
    [[nodiscard]] TemplateMaker& templates() const;
    [[nodiscard]] PeerBridge& peers() const;

private:
    struct Parts;
    Result<void, StartError> keepCard();
    void comeBack();
    void applyBrake();

    Config m_config;
    ChainFeed& m_feed;
    util::WorkerPool m_verifyPool;
    std::unique_ptr<storage::ChainDatabase> m_database;
    std::unique_ptr<chain::ChainState> m_chain;
    std::unique_ptr<Parts> m_parts;
    std::unique_ptr<ChainMarkKeeper> m_mark; ///< null: nothing on disk
    QTimer m_tickTimer;                      ///< sync time-outs, expiry
    bool m_wasInStep = false; ///< this chain was level with the time once: from then on the brake works
    int m_ticks = 0;
};

} // namespace node
