#include "app/Session.h"

#include "node/OnResult.h"
#include "rest/json/MiningWords.h"
#include "util/Log.h"

namespace app {

using node::onResult;

namespace {

QString endpointText(const QString& url) {
    return url.isEmpty() ? QStringLiteral("off") : url;
}

} // namespace

Session::Session(Prepared prepared, const Options& options)
    : m_options(options), m_lock(std::move(prepared.lock)),
      m_node(std::make_unique<node::Node>(std::move(prepared.config))) {}

Session::~Session() {
    m_api.reset();
    m_node.reset();
}

void Session::start() {
    connect(m_node.get(), &node::Node::stopped, this, [](node::DiskProblem problem) {
        util::logError("node", rest::diskProblemSentence(problem).toStdString());
    });
    connect(m_node.get(), &node::Node::stopRequested, this, [this] { stop(); });
    onResult(m_node->start(), this, [this](const Result<void, node::StartError>& started) {
        if (!started) return stop(endingOf(started.error()));
        const bool task = m_options.stopAfterImport || m_options.verify || !m_options.exportFile.isEmpty();
        if (task)
            runTask();
        else
            startApi();
    });
}

void Session::startApi() {
    m_api = std::make_unique<rest::ApiService>(
        *m_node, rest::ApiService::Options{.needsPeerPort = m_options.needsPeerPort});
    onResult(m_api->start(), this, [this](const Result<node::ApiEndpoints, rest::ApiProblem>& started) {
        if (!started) return stop(endingOf(started.error()));
        announceReady();
        if (!m_options.importFile.isEmpty()) runImport();
        if (m_options.rescanFrom) runRescan();
    });
}

void Session::announceReady() {
    const node::ApiEndpoints endpoints = m_node->api().endpoints();
    emit ready(QStringLiteral("ready api=%1 peer=%2 network=%3 height=%4\n")
                   .arg(endpointText(endpoints.api), endpointText(endpoints.peer),
                        QString::fromStdString(m_node->params().name()))
                   .arg(m_node->chain().status()->tip.height));
}

void Session::runTask() {
    if (!m_options.importFile.isEmpty())
        runImport();
    else if (!m_options.exportFile.isEmpty())
        runExport();
    else
        runVerify();
}

void Session::runImport() {
    onResult(
        m_node->chain().importBlocks(m_options.importFile), this, [this](const node::ImportReport& report) {
            if (report.interrupted && report.blocksRead == 0) {
                return stop(
                    {2, QStringLiteral("--import-blocks: %1 cannot be read.").arg(m_options.importFile)});
            }
            if (report.truncatedTail)
                util::logWarning("import", "the file ends within a block; everything before it was read");
            util::logInfo("import",
                          std::to_string(report.blocksAccepted) + " of " + std::to_string(report.blocksRead) +
                              " blocks taken, " + std::to_string(report.blocksRejected) + " refused, " +
                              std::to_string(report.blocksParked) + " without the blocks they build on");
            if (report.diskProblem) {
                const QString problem =
                    QStringLiteral("--import-blocks: %1").arg(rest::diskProblemSentence(*report.diskProblem));
                if (m_options.stopAfterImport) return stop({1, problem});
                util::logError("import", problem.toStdString());
            }
            if (!m_options.stopAfterImport) return;
            onResult(m_node->chain().summary(), this, [this, report](node::Summary summary) {
                summary.blocksRead = report.blocksRead;
                summary.blocksAccepted = report.blocksAccepted;
                summary.blocksRejected = report.blocksRejected;
                summary.seconds = report.seconds;
                emit printed(QString::fromUtf8(summaryLine(summary)));
                if (report.blocksEarly > 0)
                    stop({1, QStringLiteral(
                                 "--import-blocks: this computer's clock is behind the blocks in %1, so "
                                 "%2 were not taken. Set the clock and import again.")
                                 .arg(m_options.importFile)
                                 .arg(report.blocksEarly + report.blocksParked)});
                else if (!m_options.exportFile.isEmpty())
                    runExport();
                else
                    stop();
            });
        });
}

void Session::runRescan() {
    const auto done = [this](const std::optional<std::optional<std::int32_t>>& level) {
        if (!level || !*level)
            return util::logWarning("wallet", "there is no wallet for --rescan, or it was closed");
        onResult(m_node->chain().summary(), this, [this](const node::Summary& summary) {
            emit printed(QString::fromUtf8(summaryLine(summary)));
        });
    };
    onResult(m_node->wallet().rescan(*m_options.rescanFrom), this, done);
}

void Session::runExport() {
    onResult(m_node->chain().exportBlocks(m_options.exportFile), this,
             [this](const Result<std::int64_t, node::ExportProblem>& written) {
                 if (!written) return stop({1, exportSentence(written.error(), m_options.exportFile)});
                 util::logInfo("export", std::to_string(*written) + " blocks written");
                 if (m_options.verify)
                     runVerify();
                 else
                     stop();
             });
}

void Session::runVerify() {
    onResult(m_node->chain().verify(), this, [this](const node::VerifyReport& report) {
        emit printed(QString::fromUtf8(summaryLine(report.summary)));
        if (!report.problem) return stop();
        stop({5, verifySentence(*report.problem, m_node->paths())});
    });
}

void Session::stop(const Ending& how) {
    if (m_stopping) return;
    m_stopping = true;
    m_api.reset();
    onResult(m_node->stop(), this, [this, how] {
        m_lock.reset();
        emit ended(how);
    });
}

} // namespace app

#include "moc_Session.cpp"
