#include "node/mining/MiningService.h"

#include "consensus/BlockRules.h"
#include "consensus/Target.h"
#include "util/Log.h"

#include <QCoreApplication>
#include <QEvent>
#include <QThread>

#include <algorithm>

namespace node {

namespace {

constexpr int kSampleMs = 500;
/// New payments are in the miner's hands this soon, a new tip at once; where templates take long (many
/// payments), they take at most a tenth of the node's time.
constexpr int kTemplateMs = 25;
constexpr double kTemplateShare = 0.1;
constexpr int kPowerMs = 2'000;
constexpr std::int64_t kMinuteMs = 60'000;
constexpr std::int64_t kRestAfterRefusalMs = 10'000;
constexpr std::int32_t kFewBlocks = 2; ///< behind by so many, a node is not catching up but hearing news
constexpr auto kEnabledKey = "mining_enabled"; // in the chain's state

QString kernelName(const Settings& settings) {
    const QString name = settings.text(QStringLiteral("mining_kernel"));
    return name == QLatin1String("best") ? QString() : name;
}

} // namespace

bool isSearchOver(const chain::ChainState& chain, const primitives::BlockHash& parent,
                  const primitives::BlockHash& lastOwn) {
    const chain::HeaderEntry* entry = chain.headers().find(parent);
    if (!entry || !chain.isInBestChain(*entry)) return false;
    const std::int32_t since = chain.tip().height() - entry->height();
    return since > 1 || (since == 1 && chain.tip().hash() == lastOwn);
}

MiningService::MiningService(Engine& engine, std::shared_ptr<util::Clock> clock, const Settings& settings,
                             QString powerFolder)
    : m_engine(engine), m_clock(std::move(clock)), m_settings(settings),
      m_miner(*m_clock,
              [this](const primitives::BlockRef& block, std::uint64_t) {
                  {
                      const std::lock_guard lock(m_foundMutex);
                      m_found.push_back(block);
                  }
                  QCoreApplication::postEvent(this, new QEvent(QEvent::User));
              }),
      m_sampleTimer(this), m_templateTimer(this), m_powerFolder(std::move(powerFolder)) {
    m_templateTimer.setSingleShot(true);
    connect(&m_sampleTimer, &QTimer::timeout, this, &MiningService::sample);
    connect(&m_templateTimer, &QTimer::timeout, this, &MiningService::update);
    const ChainFeed& feed = m_engine.feed();
    connect(&feed, &ChainFeed::tipChanged, this, &MiningService::update);
    connect(&feed, &ChainFeed::transactionAdded, this, &MiningService::templateSoon);
    connect(&feed, &ChainFeed::mempoolChanged, this, &MiningService::templateSoon);
    m_status.availableThreads = std::max(1, QThread::idealThreadCount());
    m_sampleTimer.start(kSampleMs);
    applySettings(settings);
}

MiningService::~MiningService() {
    close();
}

void MiningService::close() {
    m_sampleTimer.stop();
    m_templateTimer.stop();
    m_miner.stop();
    failJobs(MineProblem::Stopping);
}

/// What the API or the command line has set meanwhile stays, unless just that setting changes.
void MiningService::applySettings(const Settings& settings) {
    const bool isFirst = !std::exchange(m_hasSettings, true);
    const Settings old = std::exchange(m_settings, settings);
    const auto changed = [&](const char* key) {
        return isFirst || old.text(QLatin1String(key)) != settings.text(QLatin1String(key));
    };
    if (changed("mining_mode")) {
        m_status.mode = settings.text(QStringLiteral("mining_mode")) == QLatin1String("when-waiting")
                            ? mining::MiningMode::WhenWaiting
                            : mining::MiningMode::Always;
    }
    if (changed("mining_threads")) m_threads = 0;
    MiningLimits limits = m_status.limits;
    if (changed("mining_percent")) limits.percent = int(settings.number(QStringLiteral("mining_percent")));
    if (changed("mining_pause_on_battery"))
        limits.pauseOnBattery = settings.flag(QStringLiteral("mining_pause_on_battery"));
    if (changed("mining_idle_minutes"))
        limits.idleMinutes = int(settings.number(QStringLiteral("mining_idle_minutes")));
    m_status.kernel = mining::kernelFor(kernelName(settings).toStdString()).name;
    setLimits(limits);
}

void MiningService::setLimits(const MiningLimits& limits) {
    m_status.limits = limits;
    m_miner.setDuty(limits.percent);
    m_powerMs = 0;
    lookAtPower();
    update();
}

void MiningService::setEnabled(bool enabled) {
    if (m_status.enabled == enabled) return;
    m_status.enabled = enabled;
    update();
    const auto stored =
        m_engine.state().put(QLatin1String(kEnabledKey), enabled ? QByteArray("1") : QByteArray("0"));
    if (!stored)
        util::logWarning("mining", "the switch was not written down: " + stored.error().what.toStdString());
}

bool MiningService::wasEnabled() const {
    const auto stored = m_engine.state().get(QLatin1String(kEnabledKey));
    return stored && *stored && **stored == "1";
}

void MiningService::noteInput() {
    m_inputMs = m_clock->steadyMs();
    if (pauseNow() != m_status.pause) update();
}

void MiningService::setThreads(int threads) {
    m_threads = std::clamp(threads, 1, 256);
    update();
}

void MiningService::setMode(mining::MiningMode mode) {
    m_status.mode = mode;
    update();
}

void MiningService::setRewardScript(const util::Bytes& script) {
    m_rewardScript = script;
    update();
}

int MiningService::threads() const {
    if (m_threads > 0) return m_threads;
    const auto set = int(m_settings.number(QStringLiteral("mining_threads")));
    return set > 0 ? set : std::max(1, m_status.availableThreads / 2);
}

util::Bytes MiningService::payoutScript() const {
    for (const Job& job : m_jobs) {
        if (job.script) return *job.script;
    }
    const std::string address = m_settings.text(QStringLiteral("mining_address")).toStdString();
    if (!address.empty()) {
        if (const auto script =
                script::scriptFromAddress(address, m_engine.view().chain().params().addresses))
            return *script;
    }
    return m_rewardScript;
}

bool MiningService::isBehind() const {
    const ChainStatus& chain = *m_engine.feed().status.get();
    return chain.sync.isFetching && chain.sync.targetHeight > chain.tip.height + kFewBlocks;
}

/// So long without a block that the next one may have the easiest target.
bool MiningService::hasEasierWork() const {
    return m_status.working && m_status.work && m_status.work->easierFrom != 0 &&
           m_clock->now() >= m_status.work->easierFrom;
}

/// The first second that the next block may carry (BIP 113).
std::int64_t MiningService::earliestTime() const {
    return m_engine.view().chain().nextContext().medianTime + 1;
}

MiningPause MiningService::pauseNow() const {
    if (!m_status.enabled) return MiningPause::None;
    if (m_engine.health().hasFailed()) return MiningPause::DiskFull;
    if (payoutScript().empty()) return MiningPause::NoAddress;
    if (m_refusedMs && m_clock->steadyMs() - *m_refusedMs < kRestAfterRefusalMs) return MiningPause::Refused;
    if (m_engine.feed().status.get()->importing) return MiningPause::Importing;
    if (isBehind()) return MiningPause::CatchingUp;
    if (earliestTime() > m_clock->now()) return MiningPause::AheadOfClock;
    if (m_status.power == Power::Battery) return MiningPause::OnBattery;
    const std::int64_t idleMs = m_status.limits.idleMinutes * kMinuteMs;
    if (m_inputMs && m_clock->steadyMs() - *m_inputMs < idleMs) return MiningPause::UserActive;
    if (m_status.mode == mining::MiningMode::WhenWaiting && m_engine.view().mempool().size() == 0)
        return MiningPause::NothingWaiting;
    return MiningPause::None;
}

void MiningService::lookAtPower() {
    const std::int64_t now = m_clock->steadyMs();
    if (!m_status.limits.pauseOnBattery) {
        m_status.power = Power::Unknown;
    } else if (m_powerMs == 0 || now - m_powerMs >= kPowerMs) {
        m_powerMs = now;
        m_status.power = powerFrom(m_powerFolder);
    }
}

/// Brings miner and published status in line with switch, limits, jobs and template. A job is somebody's own
/// wish for one block: limits do not hold it up.
void MiningService::update() {
    if (m_taking) return;
    m_status.pause = pauseNow();
    if (m_engine.health().hasFailed()) failJobsByDisk();
    m_status.pauseUntil = m_status.pause == MiningPause::AheadOfClock ? earliestTime() : 0;
    if (!m_jobs.empty() && earliestTime() > m_clock->now() + consensus::kMaxFutureSeconds)
        failJobs(MineProblem::AheadOfClock);
    const bool run = !payoutScript().empty() &&
                     (!m_jobs.empty() || (m_status.enabled && m_status.pause == MiningPause::None));
    m_status.threads = threads();
    // While blocks come by the thousand, nobody needs one on top of each.
    if (run || !(isBehind() || m_engine.feed().status.get()->importing)) refreshTemplate();
    if (run && m_status.work) {
        m_miner.start(m_status.threads, kernelName(m_settings).toStdString());
        m_miner.setTemplate(m_status.work);
    } else if (m_miner.isRunning()) {
        m_miner.stop();
    }
    m_status.working = run;
    sample();
}

void MiningService::templateSoon() {
    if (m_templateTimer.isActive()) return;
    m_templateTimer.start(std::max(kTemplateMs, int(m_templateMs / kTemplateShare)));
}

void MiningService::refreshTemplate() {
    const std::int64_t start = m_clock->steadyMs();
    const auto work = m_engine.templates().make(payoutScript(), m_engine.templates().coinbaseTag());
    m_templateMs = double(m_clock->steadyMs() - start);
    if (work)
        m_status.work = *work;
    else
        m_status.work.reset();
}

void MiningService::customEvent(QEvent* event) {
    QObject::customEvent(event);
    std::vector<primitives::BlockRef> blocks;
    {
        const std::lock_guard lock(m_foundMutex);
        blocks.swap(m_found);
    }
    for (const primitives::BlockRef& block : blocks)
        found(block);
}

void MiningService::found(const primitives::BlockRef& block) {
    // A thread that got no time tells late: its solution would only be a stale branch.
    if (isSearchOver(m_engine.view().chain(), block->header.previous, m_taken)) return update();
    // The news of the new tip comes back here before the jobs are told: no new work until they are.
    m_taking = true;
    const BlockSubmission outcome = m_engine.blocks().submit(block);
    m_taking = false;
    if (outcome.kind == BlockSubmission::Kind::Accepted) {
        ++m_status.foundBlocks;
        m_taken = block->header.hash();
        finishJobs(block->header.hash(), m_engine.view().chain().tip().height());
    } else {
        util::logInfo("mining", "a found block was not taken: " + outcome.reason.toStdString());
    }
    if (outcome.kind == BlockSubmission::Kind::Rejected ||
        outcome.kind == BlockSubmission::Kind::StoreFailed) {
        m_refusedMs = m_clock->steadyMs();
        if (outcome.kind == BlockSubmission::Kind::StoreFailed)
            failJobsByDisk();
        else
            failJobs(MineProblem::Refused, outcome.reason);
    }
    update();
}

void MiningService::failJobsByDisk() {
    failJobs(m_engine.health().isFull() ? MineProblem::DiskFull : MineProblem::DiskFailed, {});
}

void MiningService::failJobs(MineProblem problem, const QString& reason) {
    auto jobs = std::move(m_jobs);
    m_jobs.clear();
    for (Job& job : jobs) {
        if (!job.promise) continue;
        MinedBlock result;
        result.problem = problem;
        result.reason = reason;
        job.promise->addResult(result);
        job.promise->finish();
    }
}

void MiningService::finishJobs(const primitives::BlockHash& hash, std::int32_t height) {
    const std::uint64_t hashes = m_miner.statistics().hashes;
    auto jobs = std::move(m_jobs);
    m_jobs.clear();
    for (Job& job : jobs) {
        if (!job.promise) continue;
        MinedBlock result;
        result.found = true;
        result.hash = hash;
        result.height = height;
        result.hashes = hashes - job.startHashes;
        result.seconds = double(m_clock->steadyMs() - job.startMs) / 1000.0;
        job.promise->addResult(result);
        job.promise->finish();
    }
}

void MiningService::startJob(quint64 id, std::optional<util::Bytes> script, int timeoutMs,
                             std::shared_ptr<QPromise<MinedBlock>> promise) {
    Job job;
    job.id = id;
    job.script = std::move(script);
    job.promise = std::move(promise);
    job.startMs = m_clock->steadyMs();
    job.deadlineMs = job.startMs + timeoutMs;
    job.startHashes = m_miner.statistics().hashes;
    m_jobs.push_back(std::move(job));
    if (payoutScript().empty()) {
        MinedBlock result;
        result.problem = MineProblem::NoAddress;
        m_jobs.back().promise->addResult(result);
        m_jobs.back().promise->finish();
        m_jobs.pop_back();
        return;
    }
    update();
}

void MiningService::cancelJob(quint64 id) {
    std::erase_if(m_jobs, [&](Job& job) {
        if (job.id != id) return false;
        if (job.promise) {
            job.promise->addResult(MinedBlock{});
            job.promise->finish();
        }
        return true;
    });
    update();
}

void MiningService::sample() {
    const std::int64_t now = m_clock->steadyMs();
    for (Job& job : m_jobs) {
        if (!job.promise || now < job.deadlineMs) continue;
        MinedBlock late;
        late.seconds = double(now - job.startMs) / 1000.0;
        job.promise->addResult(late);
        job.promise->finish();
        job.promise.reset();
    }
    lookAtPower();
    if (m_status.pause != pauseNow() || hasEasierWork()) return update();
    m_status.statistics = m_miner.statistics();
    const double rate = m_status.working ? m_status.statistics.hashesPerSecond : 0;
    m_status.bestHashesPerSecond = std::max(m_status.bestHashesPerSecond, rate);
    if (m_status.working)
        m_window.add(m_status.statistics.hashes, now);
    else
        m_window.clear();
    m_status.meanHashesPerSecond = m_window.rate();
    m_status.expectedSeconds = 0;
    if (m_status.work) {
        const double hashesPerBlock = consensus::workOf(m_status.work->block.header.bits).toDouble();
        if (m_status.meanHashesPerSecond > 0)
            m_status.expectedSeconds = hashesPerBlock / m_status.meanHashesPerSecond;
        const std::uint64_t hashes = m_status.statistics.hashes;
        m_status.expectedBlocks += double(hashes - m_lastHashes) / hashesPerBlock;
        m_lastHashes = hashes;
    }
    m_published.set(std::make_shared<const MiningStatus>(m_status));
    emit statusChanged();
}

} // namespace node

#include "moc_MiningService.cpp"
