#include "GuiTest.h"
#include "Measure.h"
#include "support/LargeNode.h"
#include "support/TestProgram.h"

#include "gui/MainWindow.h"
#include "gui/network/NetworkPage.h"
#include "gui/network/PeersView.h"
#include "gui/wallet/ActivityView.h"
#include "gui/widgets/DataTable.h"
#include "gui/widgets/SearchField.h"

#include <QThread>

#include <algorithm>
#include <functional>
#include <malloc.h>
#include <map>
#include <memory>

namespace {

constexpr double kPromisePerNewsMs = 5; // of the window's thread
constexpr int kNewsMs = 260; // a little more than the quarter second that news are held together for

/// How much of what. CAIRN_GROWTH=long asks for the whole.
struct Extent {
    test::LargeNode::Size size;
    int newsPerTab = 10;
    int newsForMemory = 500;
};

Extent extentWanted() {
    if (qEnvironmentVariable("CAIRN_GROWTH") != QLatin1String("long"))
        return {{.blocks = 2'000, .waiting = 500, .peers = 16}};
    return {{.blocks = 20'000, .waiting = 5'000, .peers = 64}, 40, 10'000};
}

/// Adds up what the window's thread spends on its events.
class CountingApplication : public QApplication {
public:
    using QApplication::QApplication;
    bool notify(QObject* receiver, QEvent* event) override {
        const bool isPainted = event->type() == QEvent::Paint; // within the window's own event, told apart
        if (QThread::currentThread() != thread() || (m_depth > 0 && !isPainted))
            return QApplication::notify(receiver, event);
        const std::pair what(static_cast<int>(event->type()), nameOf(*receiver, isPainted));
        ++m_depth;
        const double start = test::threadMs();
        const bool handled = QApplication::notify(receiver, event);
        const double took = test::threadMs() - start;
        --m_depth;
        if (m_depth == 0) spentMs += took;
        m_spentOn[what].add(took);
        return handled;
    }
    static constexpr std::size_t kTold = 22;
    double spentMs = 0;

    /// What most of it went to since the last call.
    QString tellMost() {
        std::vector<std::pair<double, QString>> all;
        for (const auto& [what, spent] : std::exchange(m_spentOn, {}))
            all.emplace_back(spent.ms, QStringLiteral("%1 ms %2 × event %3 to %4")
                                           .arg(spent.ms, 0, 'f', 1)
                                           .arg(spent.times)
                                           .arg(what.first)
                                           .arg(what.second));
        std::ranges::sort(all, std::ranges::greater());
        QStringList most;
        for (std::size_t i = 0; i < std::min<std::size_t>(all.size(), kTold); ++i)
            most << all[i].second;
        return most.join(QStringLiteral("\n      "));
    }

private:
    static QString nameOf(const QObject& receiver, bool isPainted) {
        const QString kind = QLatin1String(receiver.metaObject()->className());
        if (!isPainted) return kind;
        const QObject* parent = receiver.parent();
        return QStringLiteral("%1 %2 of %3")
            .arg(kind, receiver.objectName(), QLatin1String(parent ? parent->metaObject()->className() : ""));
    }
    int m_depth = 0;
    struct Spent {
        void add(double more) {
            ms += more;
            ++times;
        }
        double ms = 0;
        int times = 0;
    };
    std::map<std::pair<int, QString>, Spent> m_spentOn; ///< by kind of event and receiver
};

} // namespace

/// What news cost when there is much of everything: nothing may grow with the number of things that are not
/// looked at.
class GrowthTest : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void cleanupTestCase();
    void newsAreCheapOnEveryTab();
    void memoryStaysFlat();

private:
    struct Tab {
        const char* name;
        std::function<void()> open;
    };
    [[nodiscard]] std::vector<Tab> tabs();
    void filterActivity(const QString& text);
    void tellAll();

    Extent m_extent = extentWanted();
    std::unique_ptr<test::LargeNode> m_node;
    std::unique_ptr<gui::MainWindow> m_window;
};

void GrowthTest::initTestCase() {
    failOnWarnings();
    (void)gui::theme(); // before the first widget, as the program does
    m_node = std::make_unique<test::LargeNode>(m_extent.size);
    QVERIFY(m_node->start());
    QVERIFY((*m_node)->wallet().status()->historySize >= m_extent.size.blocks - 100);
    m_window = std::make_unique<gui::MainWindow>(**m_node);
    m_window->resize(1280, 800);
    m_window->show();
}

void GrowthTest::cleanupTestCase() {
    m_window.reset();
    m_node.reset();
}

void GrowthTest::filterActivity(const QString& text) {
    m_window->openActivity();
    m_window->findChild<gui::ActivityView*>()->findChild<gui::SearchField*>()->setText(text);
}

std::vector<GrowthTest::Tab> GrowthTest::tabs() {
    gui::MainWindow* window = m_window.get();
    const auto page = [window](gui::PageId id) { return [window, id] { window->openPage(id); }; };
    const auto network = [window](int tab) {
        return [window, tab] {
            window->openPage(gui::PageId::Network);
            window->page(static_cast<int>(gui::PageId::Network))->setTab(tab);
        };
    };
    const auto wallet = [window](int tab) {
        return [window, tab] {
            window->openPage(gui::PageId::Wallet);
            window->page(static_cast<int>(gui::PageId::Wallet))->setTab(tab);
        };
    };
    return {
        {"Home", page(gui::PageId::Home)},
        {"Wallet, Activity", [this] { filterActivity({}); }},
        {"Wallet, Activity, filtered by a text", [this] { filterActivity(QStringLiteral("1")); }},
        {"Wallet, Send",
         [this, window] {
             filterActivity({});
             window->openSend();
         }},
        {"Wallet, Receive", [window] { window->openReceive(); }},
        {"Wallet, Coins", wallet(3)},
        {"Wallet, Addresses", wallet(4)},
        {"Wallet, Sign", wallet(5)},
        {"Explorer, chain", page(gui::PageId::Explorer)},
        {"Explorer, block", [window] { window->openHeight(111); }},
        {"Explorer, address", [this, window] { window->openAddress(m_node->address()); }},
        {"Mining", page(gui::PageId::Mining)},
        {"Network, peers", network(gui::NetworkPage::Peers)},
        {"Network, a peer chosen",
         [this, peers = network(gui::NetworkPage::Peers)] {
             peers();
             m_window->findChild<gui::PeersView*>()->table()->selectRow(0);
         }},
        {"Network, map", network(gui::NetworkPage::Map)},
        {"Network, near", network(gui::NetworkPage::Near)},
        {"Network, blocked", network(gui::NetworkPage::Blocked)},
        {"Network, doctor", network(gui::NetworkPage::Doctor)},
        {"API", page(gui::PageId::Api)},
        {"Settings", page(gui::PageId::Settings)},
    };
}

void GrowthTest::newsAreCheapOnEveryTab() {
    auto& application = *static_cast<CountingApplication*>(QCoreApplication::instance());
    std::vector<double> references;
    struct Cost {
        QString tab;
        double ms;
    };
    std::vector<Cost> costs;
    for (const Tab& tab : tabs()) { // what is made at the first look
        tab.open();
        QTest::qWait(kNewsMs);
    }
    QVERIFY(QTest::qWaitFor([&] { return m_window->isPrepared(); }, 30'000)); // and in quiet turns after it
    for (const Tab& tab : tabs()) {
        tab.open();
        QTest::qWait(2 * kNewsMs);
        std::vector<double> spent;
        (void)application.tellMost();
        const double processStart = test::processMs();
        for (int news = 0; news < m_extent.newsPerTab; ++news) {
            const double start = application.spentMs;
            QVERIFY(m_node->grow());
            QTest::qWait(kNewsMs);
            spent.push_back(application.spentMs - start);
            references.push_back(test::referenceMs());
        }
        // What a news costs by itself it costs every time; the others were disturbed.
        costs.push_back({QLatin1String(tab.name), std::ranges::min(spent)});
        qInfo("%-38s %6.2f ms a news in the window's thread, %7.2f ms in all threads", tab.name,
              costs.back().ms, (test::processMs() - processStart) / m_extent.newsPerTab);
        qInfo("    most of it: %s", qPrintable(application.tellMost()));
    }
    const double slowness = test::slownessOf(references);
    qInfo("%d blocks and addresses, %d payments waiting, %d peers; this thread is %.2f times as slow as on a "
          "core of its own",
          m_extent.size.blocks, m_extent.size.waiting, m_extent.size.peers, slowness);
    for (const Cost& cost : costs)
        QVERIFY2(cost.ms <= slowness * kPromisePerNewsMs,
                 qPrintable(QStringLiteral("%1: %2 ms a news").arg(cost.tab).arg(cost.ms)));
}

/// Everything is told anew, as after a block; the wallet's status is another one.
void GrowthTest::tellAll() {
    node::Node& node = **m_node;
    (void)test::MemoryNode::answer(node.wallet().lock());
    emit node.tipChanged({});
    emit node.chainStatusChanged();
    emit node.mempoolChanged();
    emit node.miningChanged();
    emit node.walletChanged();
    emit node.peersChanged();
    QCoreApplication::processEvents();
}

void GrowthTest::memoryStaysFlat() {
    const auto all = tabs();
    const auto inUse = [] {
        malloc_trim(0);
        return static_cast<double>(mallinfo2().uordblks) / 1e6;
    };
    const auto round = [&](int news) {
        for (int i = 0; i < news; ++i) {
            if (i % std::max<int>(1, news / static_cast<int>(all.size())) == 0) {
                all[static_cast<std::size_t>(i) * all.size() / static_cast<std::size_t>(news)].open();
                QTest::qWait(50);
            }
            tellAll();
        }
        m_window->openPage(gui::PageId::Home);
        QTest::qWait(2 * kNewsMs);
    };
    round(m_extent.newsForMemory / 5); // what is kept for good is here now
    const double before = inUse();
    round(m_extent.newsForMemory);
    const double after = inUse();
    qInfo("%d news: %.2f MB in use before, %.2f MB after", m_extent.newsForMemory, before, after);
    QVERIFY2(after - before < 2, qPrintable(QStringLiteral("%1 MB more").arg(after - before)));
}

CAIRN_TEST_UNDER(CountingApplication, GrowthTest)
#include "GrowthTest.moc"
