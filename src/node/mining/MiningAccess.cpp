#include "node/mining/MiningAccess.h"

namespace node {

MiningAccess::MiningAccess(const ServiceThread& nodeThread, BoardRef<MiningStatus> board)
    : m_service(nodeThread), m_board(std::move(board)) {}

QFuture<void> MiningAccess::change(MiningRequest request) const {
    return m_service.ask([request](MiningService& service) {
        if (request.threads) service.setThreads(*request.threads);
        if (request.mode) service.setMode(*request.mode);
        MiningLimits limits = service.limits();
        limits.percent = request.percent.value_or(limits.percent);
        limits.pauseOnBattery = request.pauseOnBattery.value_or(limits.pauseOnBattery);
        limits.idleMinutes = request.idleMinutes.value_or(limits.idleMinutes);
        if (limits != service.limits()) service.setLimits(limits);
        if (request.enabled) service.setEnabled(*request.enabled);
    });
}

void MiningAccess::noteInput() const {
    m_service.tell([](MiningService& service) { service.noteInput(); });
}

MiningAccess::Job MiningAccess::mineOne(std::optional<util::Bytes> script, int timeoutMs) const {
    auto promise = startedPromise<MinedBlock>();
    const Job job{(*m_nextJob)++, promise->future()};
    m_service.tell([id = job.id, script = std::move(script), timeoutMs, promise](MiningService& service) {
        service.startJob(id, script, timeoutMs, promise);
    });
    return job;
}

void MiningAccess::cancel(quint64 job) const {
    m_service.tell([job](MiningService& service) { service.cancelJob(job); });
}

void MiningAccess::applySettings(const Settings& settings) const {
    m_service.tell([settings](MiningService& service) { service.applySettings(settings); });
}

void MiningAccess::setRewardScript(util::Bytes script) const {
    m_service.tell([script = std::move(script)](MiningService& service) { service.setRewardScript(script); });
}

void MiningAccess::start(Engine& engine, std::shared_ptr<util::Clock> clock, const Settings& settings,
                         QString powerFolder) const {
    auto service =
        std::make_unique<MiningService>(engine, std::move(clock), settings, std::move(powerFolder));
    const auto publish = [board = m_board, made = service.get()] { board->set(made->published().get()); };
    QObject::connect(service.get(), &MiningService::statusChanged, service.get(), publish);
    publish();
    m_service.settle(std::move(service));
}

void MiningAccess::resume(const Settings& settings) const {
    MiningService* const service = m_service.here();
    if (service == nullptr) return;
    const QString start = settings.text(QStringLiteral("mine_at_start"));
    const bool resumes = start == QLatin1String("as-left") && service->wasEnabled();
    if (resumes || start == QLatin1String("on")) service->setEnabled(true);
}

void MiningAccess::stop() const {
    if (MiningService* const service = m_service.here()) service->close();
}

} // namespace node
