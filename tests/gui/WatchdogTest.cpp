#include "GuiTest.h"
#include "support/MemoryNode.h"
#include "support/RegtestChain.h"

#include "chain/BlockFile.h"
#include "gui/Format.h"
#include "gui/MainWindow.h"
#include "gui/theme/Theme.h"
#include "node/OnResult.h"

#include <QApplication>
#include <QThread>

#include <algorithm>
#include <ctime>
#include <vector>

namespace {

constexpr int kBlocks = 5'000;
constexpr int kMinedOn = 20;
/// The promise is 5 ms, and half of all repaints have to keep it on whatever runs this. A page that is painted for the first time,
/// or whose cards change their sizes, takes 7 to 9 ms in software, twice that beside a miner on the same core: no single turn is
/// held to the promise, but to a bound that catches what blocks: disk, locks, long lists. What is measured is the time of the
/// processor, not of the wall, so that other programs on the computer count as little as can be.
constexpr double kPromiseMs = 5;
constexpr double kMostMs = 30;

double threadMs() {
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

/// Measures every event that the event loop hands out.
class WatchedApplication : public QApplication {
public:
    using QApplication::QApplication;
    bool notify(QObject* receiver, QEvent* event) override {
        // Qt sends the events of every thread through here; the promise is about this one.
        if (QThread::currentThread() != thread() || !watching || m_depth > 0) return QApplication::notify(receiver, event);
        ++m_depth;
        const QString what = QStringLiteral("%1 to %2").arg(event->type()).arg(QLatin1String(receiver->metaObject()->className()));
        const double start = threadMs();
        const bool handled = QApplication::notify(receiver, event);
        const double took = threadMs() - start;
        --m_depth;
        ++turns;
        if (event->type() == QEvent::UpdateRequest) repaints.push_back(took);
        if (took > longest) {
            longest = took;
            longestTurn = what;
        }
        return handled;
    }
    bool watching = false;
    int turns = 0;
    std::vector<double> repaints; ///< milliseconds
    double longest = 0;
    QString longestTurn;

private:
    int m_depth = 0;
};

} // namespace

class WatchdogTest : public QObject {
    Q_OBJECT
private slots:
    void nothingIsSlowWhileAChainIsImportedAndMinedOn();

private:
    static QString writeChain(const QString& folder);
};

QString WatchdogTest::writeChain(const QString& folder) {
    const consensus::ChainParams params = consensus::regtestParams();
    support::RegtestChain chain(params);
    const QString path = folder + QStringLiteral("/blocks.dat");
    auto writer = chain::BlockFileWriter::create(path.toStdString(), params.magic);
    if (!writer) return {};
    if (!writer->add(*params.genesis)) return {};
    for (const primitives::BlockRef& block : chain.mineMany(params.genesisHash, kBlocks)) {
        if (!writer->add(*block)) return {};
    }
    return writer->finish() ? path : QString();
}

void WatchdogTest::nothingIsSlowWhileAChainIsImportedAndMinedOn() {
    failOnWarnings();
    auto& application = *static_cast<WatchedApplication*>(QCoreApplication::instance());
    test::MemoryNode node;
    const QString file = writeChain(node.folder());
    QVERIFY(!file.isEmpty());
    QVERIFY(node.start());
    gui::MainWindow window(*node);
    window.resize(1280, 720);
    window.show();
    for (int page = 0; page <= static_cast<int>(gui::PageId::Settings); ++page) { // every page is laid out once
        window.setCurrentPage(page);
        QTest::qWait(200);
    }
    window.setCurrentPage(0);
    QTest::qWait(300);
    application.watching = true;
    const auto report = test::MemoryNode::answer(node->importBlocks(file));
    QCOMPARE(report.blocksAccepted, std::int64_t{kBlocks} + 1); // with genesis
    QVERIFY(node.waitForWallet());
    node->setMining({.enabled = true, .threads = {}, .mode = {}});
    QVERIFY(QTest::qWaitFor([&] { return node->chainStatus()->tip.height >= kBlocks + kMinedOn; }, 60'000));
    window.openPage(gui::PageId::Mining);
    QTest::qWait(1'500);
    node->setMining({.enabled = false, .threads = {}, .mode = {}});
    application.watching = false;
    qInfo("%d turns, the longest %.2f ms: %s", application.turns, application.longest, qPrintable(application.longestTurn));
    auto& repaints = application.repaints;
    QVERIFY(!repaints.empty());
    std::ranges::sort(repaints);
    const double median = repaints[repaints.size() / 2];
    const auto over = std::ranges::count_if(repaints, [](double ms) { return ms > kPromiseMs; });
    qInfo("%zu repaints, half of them below %.2f ms, %td above %.0f ms", repaints.size(), median, over, kPromiseMs);
    QVERIFY(median <= kPromiseMs);
    QVERIFY2(application.longest <= kMostMs, qPrintable(application.longestTurn));
}

int main(int argc, char** argv) {
    WatchedApplication application(argc, argv);
    (void)gui::theme(); // before the first widget, as the program does
    WatchdogTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "WatchdogTest.moc"
