#include "node/chain/ResolveJob.h"

namespace node {

namespace {
constexpr int kLookMs = 50;
constexpr int kQuietLooks = 3; ///< looks in a row that found nothing to do
} // namespace

ResolveJob::ResolveJob(Engine& engine, std::function<bool()> isConnecting, int timeoutMs,
                       std::shared_ptr<QPromise<ResolveReport>> promise)
    : QObject(&engine.peers()), m_engine(engine), m_isConnecting(std::move(isConnecting)),
      m_promise(std::move(promise)),
      m_startTip(engine.peers().takeTipBeforePeers().value_or(engine.view().chain().tip().hash())),
      m_timer(this), m_deadline(this) {
    connect(&m_timer, &QTimer::timeout, this, &ResolveJob::look);
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, &ResolveJob::finish);
    m_timer.start(kLookMs);
    m_deadline.start(timeoutMs);
    m_engine.peers().lookForBetterChain();
}

void ResolveJob::look() {
    const bool busy = m_isConnecting() || !m_engine.peers().isIdle();
    m_quietLooks = busy ? 0 : m_quietLooks + 1;
    if (m_quietLooks >= kQuietLooks) finish();
}

void ResolveJob::finish() {
    m_timer.stop();
    m_deadline.stop();
    const ChainView view = m_engine.view();
    const chain::ChainState& chain = view.chain();
    ResolveReport report;
    report.tip = {chain.tip().height(), chain.tip().hash()};
    report.replaced = chain.tip().hash() != m_startTip;
    report.forkHeight = chain.tip().height();
    if (const chain::HeaderEntry* start = chain.headers().find(m_startTip);
        start != nullptr && report.replaced) {
        const chain::HeaderEntry* fork = chain::HeaderTree::fork(start, &chain.tip());
        report.forkHeight = fork->height();
        for (const auto* entry = start; entry != fork; entry = entry->parent)
            report.disconnected.push_back(entry->hash());
        for (const auto* entry = &chain.tip(); entry != fork; entry = entry->parent)
            report.connected.push_back(entry->hash());
        std::reverse(report.connected.begin(), report.connected.end());
    }
    (void)m_engine.peers().takeTipBeforePeers(); // what came during this job is told now
    m_promise->addResult(report);
    m_promise->finish();
    deleteLater();
}

} // namespace node

#include "moc_ResolveJob.cpp"
