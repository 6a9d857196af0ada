#pragma once

#include "mining/HashWindow.h"
#include "mining/Miner.h"
#include "node/NodeTypes.h"
#include "node/chain/Engine.h"

#include <QObject>
#include <QPromise>
#include <QTimer>

#include <functional>
#include <memory>
#include <mutex>
#include <vector>

namespace node {

/// A block found on `parent` comes too late: the best chain has gone on from there by more than one block, or
/// by one that is `lastOwn`. (One block of somebody else's may still lose against it.)
[[nodiscard]] bool isSearchOver(const chain::ChainState& chain, const primitives::BlockHash& parent,
                                const primitives::BlockHash& lastOwn);

/// The mining switch: gives the miner its templates, hands found blocks to the chain, runs mine-one-block
/// jobs, samples the counters. Made and destroyed by Node. Thread: node.
class MiningService : public QObject {
    Q_OBJECT
public:
    /// `powerFolder`: see `powerFrom`.
    MiningService(Engine& engine, std::shared_ptr<util::Clock> clock, const Settings& settings,
                  QString powerFolder);
    ~MiningService() override;

    void applySettings(const Settings& settings);
    void setEnabled(bool enabled);
    /// The switch as it was left; kept with the chain.
    [[nodiscard]] bool wasEnabled() const;
    /// Somebody uses the window.
    void noteInput();
    void setThreads(int threads);
    void setMode(mining::MiningMode mode);
    void setLimits(const MiningLimits& limits);
    [[nodiscard]] const MiningLimits& limits() const { return m_status.limits; }
    /// Where rewards go when no address is set; an empty script means there is nowhere yet.
    void setRewardScript(const util::Bytes& script);

    /// A job that ends with the next block found here. It goes on after `timeoutMs` (the future then says not
    /// found) until a block is found or it is cancelled.
    void startJob(quint64 id, std::optional<util::Bytes> script, int timeoutMs,
                  std::shared_ptr<QPromise<MinedBlock>> promise);
    void cancelJob(quint64 id);

    [[nodiscard]] const util::Published<MiningStatus>& published() const { return m_published; }
    void close();

signals:
    void statusChanged();

private:
    struct Job {
        quint64 id = 0;
        std::optional<util::Bytes> script;
        std::shared_ptr<QPromise<MinedBlock>> promise; ///< null once answered
        std::int64_t startMs = 0;
        std::int64_t deadlineMs = 0;
        std::uint64_t startHashes = 0;
    };
    void update();
    void refreshTemplate();
    void templateSoon();
    [[nodiscard]] MiningPause pauseNow() const;
    [[nodiscard]] bool isBehind() const;
    [[nodiscard]] bool hasEasierWork() const;
    void lookAtPower();
    /// A mining thread has put something into `m_found`.
    void customEvent(QEvent* event) override;
    void found(const primitives::BlockRef& block);
    void sample();
    void finishJobs(const primitives::BlockHash& hash, std::int32_t height);
    void failJobs(MineProblem problem, const QString& reason = {});
    void failJobsByDisk();
    [[nodiscard]] std::int64_t earliestTime() const;
    [[nodiscard]] util::Bytes payoutScript() const;
    [[nodiscard]] int threads() const;

    Engine& m_engine;
    std::shared_ptr<util::Clock> m_clock;
    Settings m_settings;
    bool m_hasSettings = false;
    std::mutex m_foundMutex; ///< a lock that every tool sees; the event only wakes
    std::vector<primitives::BlockRef> m_found;
    mining::Miner m_miner;
    util::Published<MiningStatus> m_published;
    MiningStatus m_status;
    QTimer m_sampleTimer;
    QTimer m_templateTimer;
    std::vector<Job> m_jobs;
    util::Bytes m_rewardScript;
    QString m_powerFolder;
    std::optional<std::int64_t> m_inputMs;   ///< of the last input in the window
    std::optional<std::int64_t> m_refusedMs; ///< when a found block was refused last
    primitives::BlockHash m_taken;           ///< the last block of ours that became the tip
    std::int64_t m_powerMs = 0;              ///< when the power was looked at
    double m_templateMs = 0;                 ///< how long the last template took
    bool m_taking = false;                   ///< a found block is being given to the engine
    int m_threads = 0;                       ///< 0: the setting's
    std::uint64_t m_lastHashes = 0;
    mining::HashWindow m_window;
};

} // namespace node
