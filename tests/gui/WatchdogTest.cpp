#include "GuiTest.h"
#include "Measure.h"
#include "support/MemoryNode.h"
#include "support/RegtestChain.h"

#include "chain/BlockFile.h"
#include "gui/Format.h"
#include "gui/MainWindow.h"
#include "gui/theme/Theme.h"
#include "node/OnResult.h"
#include "support/TestProgram.h"

#include <QApplication>
#include <QThread>

#include <algorithm>
#include <map>
#include <memory>
#include <ranges>
#include <vector>

namespace {

constexpr int kBlocks = 5'000;
constexpr int kMinedOn = 20;
/// The promise: no turn of the event loop takes longer, measured as Measure.h says.
constexpr double kPromiseMs = 5;
/// What is slow by itself is slow in every round through the pages, and in every window that is opened; a
/// single turn may be disturbed, or be the first of the program that needs a font or an icon.
constexpr int kRounds = 3;
constexpr double kDisturbed = 2;

struct Turn {
    double ms;
    QString what;
};

/// Measures every event that the event loop hands out.
class WatchedApplication : public QApplication {
public:
    using QApplication::QApplication;
    bool notify(QObject* receiver, QEvent* event) override {
        // Qt sends the events of every thread through here; the promise is about this one.
        if (QThread::currentThread() != thread() || stage.isEmpty() || m_depth > 0)
            return QApplication::notify(receiver, event);
        ++m_depth;
        const QObject* const owner = receiver->parent();
        const QString what = QStringLiteral("%1: event %2 to %3 of %4")
                                 .arg(stage)
                                 .arg(event->type())
                                 .arg(QLatin1String(receiver->metaObject()->className()),
                                      QLatin1String(owner ? owner->metaObject()->className() : "nothing"));
        const double start = test::threadMs();
        const bool handled = QApplication::notify(receiver, event);
        const double took = test::threadMs() - start;
        --m_depth;
        ++turns;
        double& worst = worstOfStage[stage][round];
        worst = std::max(worst, took);
        slowest.push_back({took, what});
        std::ranges::sort(slowest, std::ranges::greater(), &Turn::ms);
        if (slowest.size() > kShown) slowest.pop_back();
        return handled;
    }
    QString stage; ///< what is being done; empty: nothing is measured
    int turns = 0;
    int round = 0;                                         ///< 0: what is done once
    std::map<QString, std::map<int, double>> worstOfStage; ///< milliseconds, by round
    std::vector<Turn> slowest;                             ///< the slowest first

private:
    static constexpr std::size_t kShown = 25;
    int m_depth = 0;
};

} // namespace

class WatchdogTest : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { (void)gui::theme(); } // before the first widget, as the program does
    void nothingIsSlowWhileAChainIsImportedAndMinedOn();

private:
    static QString writeChain(const QString& folder);
    void openEveryPage(gui::MainWindow& window, const QString& stage);
    std::unique_ptr<gui::MainWindow> lookFirst(node::Node& node, bool isPatient);
    void checkQuietest(double slowness);

    std::vector<double> m_references; ///< milliseconds, measured between the turns
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

/// By the event loop, as a click or a key does it.
void WatchdogTest::openEveryPage(gui::MainWindow& window, const QString& stage) {
    auto& application = *static_cast<WatchedApplication*>(QCoreApplication::instance());
    for (int page = 0; page <= static_cast<int>(gui::PageId::Help); ++page) {
        application.stage = stage.arg(page + 1);
        QMetaObject::invokeMethod(
            &window, [&window, page] { window.setCurrentPage(page); }, Qt::QueuedConnection);
        QTest::qWait(300);
        m_references.push_back(test::referenceMs());
    }
}

/// A new window, until every page was seen: as fast as somebody clicks, or when all pages are prepared.
std::unique_ptr<gui::MainWindow> WatchdogTest::lookFirst(node::Node& node, bool isPatient) {
    auto& application = *static_cast<WatchedApplication*>(QCoreApplication::instance());
    std::unique_ptr<gui::MainWindow> window;
    const auto open = [&] {
        window = std::make_unique<gui::MainWindow>(node);
        window->resize(1280, 720);
        window->show();
    };
    application.stage = QStringLiteral("opening the window");
    QMetaObject::invokeMethod(this, open, Qt::QueuedConnection);
    QTest::qWait(300);
    if (isPatient) (void)QTest::qWaitFor([&] { return window->isPrepared(); }, 60'000);
    openEveryPage(*window, isPatient ? QStringLiteral("first look at page %1, prepared")
                                     : QStringLiteral("first look at page %1"));
    return window;
}

void WatchdogTest::nothingIsSlowWhileAChainIsImportedAndMinedOn() {
    failOnWarnings();
    auto& application = *static_cast<WatchedApplication*>(QCoreApplication::instance());
    test::MemoryNode node;
    const QString file = writeChain(node.folder());
    QVERIFY(!file.isEmpty());
    QVERIFY(node.start());
    std::unique_ptr<gui::MainWindow> window;
    for (application.round = 1; application.round <= 2 * kRounds; ++application.round)
        window = lookFirst(*node, application.round > kRounds);
    application.round = 0;
    openEveryPage(*window, QStringLiteral("second look at page %1"));
    application.stage = QStringLiteral("import");
    const auto report = test::MemoryNode::answer(node->chain().importBlocks(file));
    QCOMPARE(report.blocksAccepted, std::int64_t{kBlocks} + 1); // with genesis
    QVERIFY(node.waitForWallet());
    application.stage = QStringLiteral("mining");
    node->mining().change({.enabled = true, .threads = {}, .mode = {}});
    QVERIFY(
        QTest::qWaitFor([&] { return node->chain().status()->tip.height >= kBlocks + kMinedOn; }, 60'000));
    for (application.round = 2 * kRounds + 1; application.round <= 3 * kRounds; ++application.round)
        openEveryPage(*window, QStringLiteral("page %1 while mining"));
    application.round = 0;
    node->mining().change({.enabled = false, .threads = {}, .mode = {}});
    application.stage.clear();
    const double slowness = test::slownessOf(m_references);
    qInfo("%d turns; this thread is %.2f times as slow as on a core of its own; the slowest turns:",
          application.turns, slowness);
    for (const Turn& turn : application.slowest)
        qInfo("%6.2f ms %s", turn.ms, qPrintable(turn.what));
    QVERIFY(application.turns > kBlocks);
    for (const Turn& turn : application.slowest)
        QVERIFY2(turn.ms <= slowness * kDisturbed * kPromiseMs, qPrintable(turn.what));
    checkQuietest(slowness);
}

/// What is slow by itself is slow each time that it is done.
void WatchdogTest::checkQuietest(double slowness) {
    for (const auto& [stage, rounds] : static_cast<WatchedApplication*>(qApp)->worstOfStage) {
        if (rounds.contains(0)) continue; // done once
        const double quietest = std::ranges::min(rounds | std::views::values);
        qInfo("%.2f ms at best: %s", quietest, qPrintable(stage));
        QVERIFY2(quietest <= slowness * kPromiseMs, qPrintable(stage));
    }
}

CAIRN_TEST_UNDER(WatchedApplication, WatchdogTest)
#include "WatchdogTest.moc"
