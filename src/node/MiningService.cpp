#include "node/MiningService.h"

#include "consensus/Target.h"
#include "util/Log.h"

#include <QThread>

#include <algorithm>

namespace node {

namespace {

constexpr int kSampleMs = 500;
constexpr int kTemplateMs = 250; ///< a better template at most this often; a new tip at once
constexpr std::string_view kCoinbaseTag = "/Cairn/";

QString kernelName(const Settings& settings) {
    const QString name = settings.text(QStringLiteral("mining_kernel"));
    return name == QLatin1String("best") ? QString() : name;
}

} // namespace

MiningService::MiningService(Engine& engine, std::shared_ptr<util::Clock> clock, const Settings& settings)
    : m_engine(engine), m_clock(std::move(clock)), m_settings(settings),
      m_miner(*m_clock, [this](const primitives::BlockRef& block, std::uint64_t) {
          QMetaObject::invokeMethod(this, [this, block] { found(block); }, Qt::QueuedConnection);
      }),
      m_sampleTimer(this), m_templateTimer(this) {
    m_templateTimer.setSingleShot(true);
    connect(&m_sampleTimer, &QTimer::timeout, this, &MiningService::sample);
    connect(&m_templateTimer, &QTimer::timeout, this, &MiningService::update);
    connect(&m_engine, &Engine::tipChanged, this, &MiningService::update);
    connect(&m_engine, &Engine::mempoolChanged, this, [this] {
        if (!m_templateTimer.isActive()) m_templateTimer.start(kTemplateMs);
    });
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
    for (Job& job : m_jobs) {
        if (!job.promise) continue;
        MinedBlock result;
        result.problem = QStringLiteral("The node is stopping.");
        job.promise->addResult(result);
        job.promise->finish();
    }
    m_jobs.clear();
}

void MiningService::applySettings(const Settings& settings) {
    m_settings = settings;
    m_status.mode = settings.text(QStringLiteral("mining_mode")) == QLatin1String("when-waiting")
                        ? mining::MiningMode::WhenWaiting
                        : mining::MiningMode::Always;
    m_miner.setDuty(int(settings.number(QStringLiteral("mining_percent"))));
    update();
}

void MiningService::setEnabled(bool enabled) {
    if (m_status.enabled == enabled) return;
    m_status.enabled = enabled;
    update();
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
        if (const auto script = script::scriptFromAddress(address, m_engine.chain().params().addresses)) return *script;
    }
    return m_rewardScript;
}

bool MiningService::wantsToRun() const {
    if (!m_jobs.empty()) return true;
    if (!m_status.enabled) return false;
    return m_status.mode != mining::MiningMode::WhenWaiting || m_engine.mempool().size() > 0;
}

/// Brings miner and published status in line with switch, mode, jobs and template.
void MiningService::update() {
    if (m_taking) return;
    m_status.pausedReason.clear();
    const bool canPay = !payoutScript().empty();
    const bool run = wantsToRun() && canPay;
    if (m_status.enabled && !canPay) {
        m_status.pausedReason = QStringLiteral("There is no address that rewards could go to: open a wallet or set one.");
    } else if (m_status.enabled && !run) {
        m_status.pausedReason = QStringLiteral("Nothing is waiting; mining starts with the next payment.");
    }
    m_status.threads = threads();
    refreshTemplate();
    if (run && m_status.work) {
        m_miner.start(m_status.threads, kernelName(m_settings).toStdString());
        m_miner.setTemplate(m_status.work);
    } else if (m_miner.isRunning()) {
        m_miner.stop();
    }
    m_status.working = run;
    sample();
}

void MiningService::refreshTemplate() {
    const auto work = m_engine.makeTemplate(payoutScript(), kCoinbaseTag, true);
    if (work) m_status.work = *work;
    else m_status.work.reset();
}

void MiningService::found(const primitives::BlockRef& block) {
    // The news of the new tip comes back here before the jobs are told: no new work until they are.
    m_taking = true;
    const BlockSubmission outcome = m_engine.submitBlock(block);
    m_taking = false;
    if (outcome.kind == BlockSubmission::Kind::Accepted) {
        ++m_status.foundBlocks;
        finishJobs(block->header.hash(), m_engine.chain().tip().height());
        emit blockFound();
    } else {
        util::logInfo("mining", "a found block was not taken: " + outcome.reason.toStdString());
    }
    update();
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
        result.problem = QStringLiteral("There is no wallet open and no address given, so the reward would go nowhere.");
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
    m_status.statistics = m_miner.statistics();
    const double rate = m_status.working ? m_status.statistics.hashesPerSecond : 0;
    m_status.bestHashesPerSecond = std::max(m_status.bestHashesPerSecond, rate);
    m_status.expectedSeconds = 0;
    if (m_status.work) {
        const double hashesPerBlock = consensus::workOf(m_status.work->block.header.bits).toDouble();
        if (rate > 0) m_status.expectedSeconds = hashesPerBlock / rate;
        const std::uint64_t hashes = m_status.statistics.hashes;
        m_status.expectedBlocks += double(hashes - m_lastHashes) / hashesPerBlock;
        m_lastHashes = hashes;
    }
    m_published.set(std::make_shared<const MiningStatus>(m_status));
    emit statusChanged();
}

} // namespace node
