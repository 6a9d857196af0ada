#pragma once

#include "node/Board.h"
#include "node/Resident.h"
#include "node/mining/MiningService.h"

#include <atomic>

namespace node {

/// What of the miner is to change; the rest stays.
struct MiningRequest {
    std::optional<bool> enabled;
    std::optional<int> threads;
    std::optional<mining::MiningMode> mode;
    std::optional<int> percent = {};
    std::optional<bool> pauseOnBattery = {};
    std::optional<int> idleMinutes = {};
};

/// The miner, for everybody else. Copies are the same miner. Thread: any.
class MiningAccess {
public:
    /// Needs: the thread outlives it.
    MiningAccess(const ServiceThread& nodeThread, BoardRef<MiningStatus> board);

    [[nodiscard]] std::shared_ptr<const MiningStatus> status() const { return m_board->get(); }
    /// Until the program ends, or the setting of the same name changes. The future ends when it has happened.
    QFuture<void> change(MiningRequest request) const;
    /// Somebody uses the window: mining may pause for that.
    void noteInput() const;
    /// Mines exactly one block (joins a running job). `script`: where the reward goes; nothing = where those
    /// of the miner go.
    struct Job {
        quint64 id = 0;
        QFuture<MinedBlock> result;
    };
    Job mineOne(std::optional<util::Bytes> script, int timeoutMs) const;
    void cancel(quint64 job) const;

    // --- for Node ---
    void applySettings(const Settings& settings) const;
    void setRewardScript(util::Bytes script) const;
    /// Thread: node.
    void start(Engine& engine, std::shared_ptr<util::Clock> clock, const Settings& settings,
               QString powerFolder) const;
    /// Switches it on where the settings, or the last run, say so. Thread: node.
    void resume(const Settings& settings) const;
    /// Stops hashing; who waits for a block is told. Thread: node.
    void stop() const;
    void close() const { m_service.clear(); }

private:
    Resident<MiningService> m_service;
    BoardRef<MiningStatus> m_board;
    std::shared_ptr<std::atomic<quint64>> m_nextJob = std::make_shared<std::atomic<quint64>>(1);
};

} // namespace node
