#include "node/mining/MiningService.h"
#include "support/FakeClock.h"
#include "support/MemoryNode.h"
#include "support/MempoolBench.h"
#include "support/TestProgram.h"

#include <QPromise>

#include <future>

using node::MiningPause;
using test::MemoryNode;

class MiningServiceTest : public QObject {
    Q_OBJECT
private slots:
    void restsOnBatteryIfItShould();
    void restsWhileTheWindowIsUsed();
    void minesWithoutAWindow();
    void restsWithoutPayments();
    void restsWithoutAnAddress();
    void minesForAJobInSpiteOfLimits();
    void remembersTheSwitch();
    void keepsWhatTheApiSaid();
    void takesTheEasierTargetWhenItsTimeHasCome();
    void answersAJobThatTakesTooLong();
    void takesTheKernelOfTheSetting();
    void givesNewPaymentsToTheMiner();
    void joinsJobs();
    void restsWhileTheChainIsAheadOfTheClock();
    void knowsWhenASearchIsOver();
};

namespace {

/// A mining service over an engine in memory, on the test's own thread, whose blocks are too hard to find.
struct Bench {
    explicit Bench(bool pays = true) {
        consensus::NetworkCard card;
        card.name = "Hard";
        card.rules.powLimitBits = 0x1d00ffff;
        card.rules.initialBits = 0x1800ffff;
        genesisTime = card.rules.genesisTime;
        set("mining_threads", "1");
        engine = std::make_unique<node::Engine>(
            node::Engine::Config{consensus::paramsFromCard(card), QString(), settings, clock}, feed);
        started = engine->open().has_value() && QDir().mkpath(folder.filePath(QStringLiteral("BAT0")));
        write("type", "Battery");
        write("status", "Full");
        makeService();
        if (pays) service->setRewardScript({0x51});
    }
    void makeService() {
        service = std::make_unique<node::MiningService>(*engine, clock, settings, folder.path());
    }
    void set(const char* key, const char* text) {
        QVERIFY(settings.set(QLatin1String(key), QLatin1String(text), node::SettingSource::File));
        if (service) service->applySettings(settings);
    }
    void write(const char* name, const char* text) const {
        QFile file(folder.filePath(QStringLiteral("BAT0/") + QLatin1String(name)));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    }
    [[nodiscard]] std::shared_ptr<const node::MiningStatus> status() const {
        return service->published().get();
    }
    [[nodiscard]] bool rests(MiningPause why) const {
        return !status()->working && !status()->statistics.running && status()->pause == why;
    }
    [[nodiscard]] bool works() const {
        return status()->working && status()->statistics.running && status()->pause == MiningPause::None;
    }

    QTemporaryDir folder;
    std::shared_ptr<support::FakeClock> clock = std::make_shared<support::FakeClock>();
    node::Settings settings;
    node::ChainFeed feed;
    std::unique_ptr<node::Engine> engine;
    std::unique_ptr<node::MiningService> service;
    bool started = false;
    std::int64_t genesisTime = 0;
};

} // namespace

void MiningServiceTest::restsOnBatteryIfItShould() {
    Bench bench;
    QVERIFY(bench.started);
    bench.service->setEnabled(true);
    bench.write("status", "Discharging");
    QVERIFY(bench.works()); // it was not asked to care
    bench.set("mining_pause_on_battery", "on");
    QVERIFY(bench.rests(MiningPause::OnBattery));
    bench.write("status", "Charging");
    bench.clock->advance(5);
    QTRY_VERIFY(bench.works());
    bench.write("status", "Discharging");
    bench.clock->advance(5);
    QTRY_VERIFY(bench.rests(MiningPause::OnBattery));
    bench.set("mining_pause_on_battery", "off");
    QVERIFY(bench.works());
}

void MiningServiceTest::restsWhileTheWindowIsUsed() {
    Bench bench;
    QVERIFY(bench.started);
    bench.set("mining_idle_minutes", "5");
    bench.service->setEnabled(true);
    QVERIFY(bench.works());
    bench.service->noteInput();
    QVERIFY(bench.rests(MiningPause::UserActive));
    bench.clock->advance(4 * 60);
    bench.service->noteInput();
    bench.clock->advance(4 * 60);
    bench.service->setRewardScript({0x52}); // looks again
    QVERIFY(bench.rests(MiningPause::UserActive));
    bench.clock->advance(61);
    QTRY_VERIFY(bench.works());
}

void MiningServiceTest::minesWithoutAWindow() {
    Bench bench;
    QVERIFY(bench.started);
    bench.set("mining_idle_minutes", "1440");
    bench.service->setEnabled(true);
    QVERIFY(bench.works());
}

void MiningServiceTest::restsWithoutPayments() {
    Bench bench;
    QVERIFY(bench.started);
    bench.set("mining_mode", "when-waiting");
    bench.service->setEnabled(true);
    QVERIFY(bench.rests(MiningPause::NothingWaiting));
    bench.set("mining_mode", "always");
    QVERIFY(bench.works());
    bench.service->setEnabled(false);
    QVERIFY(bench.rests(MiningPause::None));
}

void MiningServiceTest::restsWhileTheChainIsAheadOfTheClock() {
    Bench bench;
    QVERIFY(bench.started);
    const std::int64_t genesisTime = bench.engine->view().chain().tip().record.header.time;
    bench.clock->setNow(genesisTime - 60);
    bench.service->setEnabled(true);
    QVERIFY(bench.rests(MiningPause::AheadOfClock));
    QCOMPARE(qint64{bench.status()->pauseUntil}, qint64{genesisTime + 1});
    // Somebody who asks for a block still gets one, as long as the network would take it …
    auto promise = std::make_shared<QPromise<node::MinedBlock>>();
    promise->start();
    bench.service->startJob(1, {}, 1'000'000, promise);
    QVERIFY(bench.status()->working);
    bench.service->cancelJob(1);
    // … and is told at once when it would not.
    bench.clock->setNow(genesisTime - 3 * 60 * 60);
    auto refused = std::make_shared<QPromise<node::MinedBlock>>();
    refused->start();
    bench.service->startJob(2, {}, 1'000'000, refused);
    QVERIFY(refused->future().isFinished());
    QCOMPARE(refused->future().result().problem, node::MineProblem::AheadOfClock);
    bench.clock->setNow(genesisTime + 1);
    QTRY_VERIFY(bench.works());
}

void MiningServiceTest::restsWithoutAnAddress() {
    Bench bench(false);
    QVERIFY(bench.started);
    bench.service->setEnabled(true);
    QVERIFY(bench.rests(MiningPause::NoAddress));
    bench.service->setRewardScript({0x51});
    QVERIFY(bench.works());
}

void MiningServiceTest::minesForAJobInSpiteOfLimits() {
    Bench bench;
    QVERIFY(bench.started);
    bench.set("mining_idle_minutes", "5");
    bench.service->noteInput();
    auto promise = std::make_shared<QPromise<node::MinedBlock>>();
    promise->start();
    bench.service->startJob(7, {}, 1'000'000, promise);
    QVERIFY(bench.status()->working && bench.status()->statistics.running);
    bench.service->cancelJob(7);
    QVERIFY(!bench.status()->working && promise->future().isFinished());
    QVERIFY(!promise->future().result().found);
}

void MiningServiceTest::remembersTheSwitch() {
    Bench bench;
    QVERIFY(bench.started);
    QVERIFY(!bench.service->wasEnabled());
    bench.service->setEnabled(true);
    bench.service.reset(); // the program ends while it mines
    bench.makeService();
    QVERIFY(bench.service->wasEnabled() && !bench.status()->enabled);
    bench.service->setEnabled(true);
    bench.service->setEnabled(false);
    bench.makeService();
    QVERIFY(!bench.service->wasEnabled());
}

void MiningServiceTest::keepsWhatTheApiSaid() {
    Bench bench;
    QVERIFY(bench.started);
    bench.service->setMode(mining::MiningMode::WhenWaiting);
    bench.service->setThreads(2);
    bench.service->setLimits({.percent = 30, .pauseOnBattery = true, .idleMinutes = 9});
    bench.set("transaction_fee", "0.00020000"); // another setting
    QVERIFY(bench.status()->mode == mining::MiningMode::WhenWaiting);
    QCOMPARE(bench.status()->threads, 2);
    QVERIFY((bench.status()->limits == node::MiningLimits{30, true, 9}));
    bench.set("mining_percent", "60");
    QVERIFY((bench.status()->limits == node::MiningLimits{60, true, 9}));
}

// On a network that lost its large miners, the one that is left must not go on at a target it never meets.
void MiningServiceTest::takesTheEasierTargetWhenItsTimeHasCome() {
    Bench bench;
    QVERIFY(bench.started);
    bench.clock->setNow(bench.genesisTime + 150);
    bench.service->setEnabled(true);
    QVERIFY(bench.works());
    QCOMPARE(bench.status()->work->block.header.bits, 0x1800ffffU);
    bench.clock->advance(50);               // 200 seconds after the parent: not yet
    bench.service->setRewardScript({0x52}); // looks again
    QCOMPARE(bench.status()->work->block.header.bits, 0x1800ffffU);
    bench.clock->advance(1);
    QTRY_COMPARE(bench.status()->work->block.header.bits, 0x1d00ffffU);
    QVERIFY(bench.works());
}

void MiningServiceTest::answersAJobThatTakesTooLong() {
    Bench bench;
    QVERIFY(bench.started);
    auto promise = std::make_shared<QPromise<node::MinedBlock>>();
    promise->start();
    bench.service->startJob(7, {}, 30'000, promise);
    bench.clock->advance(29);
    bench.service->setRewardScript({0x52}); // looks at the time
    QVERIFY(!promise->future().isFinished());
    bench.clock->advance(2);
    QTRY_VERIFY(promise->future().isFinished());
    QVERIFY(!promise->future().result().found);
    QCOMPARE(promise->future().result().seconds, 31.0);
    QVERIFY(bench.status()->working); // it goes on until it is cancelled
    bench.service->cancelJob(7);
    QVERIFY(!bench.status()->working);
}

void MiningServiceTest::takesTheKernelOfTheSetting() {
    Bench bench;
    QVERIFY(bench.started);
    QCOMPARE(bench.status()->kernel, std::string(mining::kernelFor().name));
    bench.service->setEnabled(true);
    bench.set("mining_kernel", "portable");
    QCOMPARE(bench.status()->kernel, std::string("portable"));
    QCOMPARE(bench.status()->statistics.kernel, std::string("portable"));
    const QStringList choices =
        QString::fromLatin1(node::settingRow(QStringLiteral("mining_kernel"))->choices)
            .split(QLatin1Char(','));
    for (const mining::Kernel& kernel : mining::allKernels())
        QVERIFY(choices.contains(QString::fromStdString(std::string(kernel.name))));
}

void MiningServiceTest::givesNewPaymentsToTheMiner() {
    MemoryNode node;
    QVERIFY(node.start());
    QVERIFY(node.mine(101));
    const auto before = node->mining().status()->work;
    QVERIFY(before && before->block.transactions.size() == 1);
    wallet::PaymentRequest request;
    util::Bytes somebody{0x00, 0x14};
    somebody.resize(22, 0x77);
    request.recipients.push_back({somebody, primitives::Amount(100'000)});
    const auto paid = MemoryNode::answer(node->wallet().pay(request, {}));
    QVERIFY(paid);
    const auto hasPayment = [&] {
        const auto work = node->mining().status()->work;
        return work && work->block.transactions.size() == 2 &&
               work->block.transactions[1]->txid() == paid->transaction->txid();
    };
    QTRY_VERIFY(hasPayment());
    QVERIFY(node->mining().status()->work->fees > primitives::Amount());
}

// Two at once get the same block, and it is one.
void MiningServiceTest::joinsJobs() {
    MemoryNode node;
    QVERIFY(node.start());
    std::promise<void> bothAsked;
    auto held = node->chain().ask([asked = bothAsked.get_future().share()](const node::ChainView&) {
        asked.wait(); // the node thread comes to neither before both are there
        return true;
    });
    const auto first = node->mining().mineOne(util::Bytes{0x51}, MemoryNode::kTimeoutMs);
    const auto second = node->mining().mineOne({}, MemoryNode::kTimeoutMs);
    bothAsked.set_value();
    const node::MinedBlock one = MemoryNode::answer(first.result);
    const node::MinedBlock other = MemoryNode::answer(second.result);
    QVERIFY(one.found && other.found);
    QCOMPARE(one.hash, other.hash);
    QTRY_COMPARE(node->chain().status()->tip.height, 1);
    QTRY_VERIFY(!node->mining().status()->working);
}

void MiningServiceTest::knowsWhenASearchIsOver() {
    support::MempoolBench bench;
    const chain::ChainState& chain = bench.memory.state();
    const chain::HeaderEntry& tip = chain.tip();
    const primitives::BlockHash nobody;
    QVERIFY(!node::isSearchOver(chain, tip.hash(), tip.hash()));
    QVERIFY(!node::isSearchOver(chain, tip.parent->hash(), nobody)); // somebody else's tip: still a race
    QVERIFY(node::isSearchOver(chain, tip.parent->hash(), tip.hash()));
    // A thread that slept through two blocks.
    QVERIFY(node::isSearchOver(chain, tip.parent->parent->hash(), tip.hash()));
    QVERIFY(node::isSearchOver(chain, tip.parent->parent->hash(), nobody));
    QVERIFY(!node::isSearchOver(chain, nobody, nobody)); // unknown: judged as any other block
}

CAIRN_TEST(MiningServiceTest)
#include "MiningServiceTest.moc"
