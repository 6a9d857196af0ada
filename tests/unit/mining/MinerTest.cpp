#include "mining/Miner.h"
#include "support/TestProgram.h"

#include "consensus/MerkleTree.h"
#include "consensus/Target.h"
#include "mining/ExtraNonce.h"
#include "mining/NonceScanner.h"
#include "support/MiningWork.h"

#include <atomic>
#include <mutex>
#include <set>

/// Real threads with easy targets. Time is only waited for, never measured.
class MinerTest : public QObject {
    Q_OBJECT
private slots:
    void minesATrivialTemplate_data();
    void minesATrivialTemplate();
    void restsAfterAFind();
    void minesTheNextTemplate();
    void switchesFromAHardTemplate();
    void countsHashes();
    void stopsWhileHashing();
    void stopsWhileResting();
    void stopsWhilePausedByDuty();
    void dropsTheTemplateWhenStopped();
    void keepsItsThreadsWhenStartedTheSame();
    void changesTheNumberOfThreads();
    void givesThreadsTheirOwnExtraNonces();
    void measuresARate();
};

namespace {

struct Finds {
    void add(const primitives::BlockRef& block, std::uint64_t id) {
        const std::lock_guard lock(mutex);
        blocks.push_back(block);
        ids.push_back(id);
        ++count;
    }
    std::mutex mutex;
    std::vector<primitives::BlockRef> blocks;
    std::vector<std::uint64_t> ids;
    std::atomic<int> count = 0;
};

struct MinerRig {
    util::SystemClock clock;
    Finds finds;
    mining::Miner miner{
        clock, [this](const primitives::BlockRef& block, std::uint64_t id) { finds.add(block, id); }};
};

mining::BlockTemplateRef work(const consensus::Uint256& target, std::uint64_t id) {
    return std::make_shared<const mining::BlockTemplate>(support::miningWork(target, id, 2));
}

} // namespace

void MinerTest::minesATrivialTemplate_data() {
    QTest::addColumn<QString>("kernel");
    for (const mining::Kernel& kernel : mining::allKernels()) {
        if (kernel.isSupported())
            QTest::newRow(kernel.name.data())
                << QString::fromUtf8(kernel.name.data(), static_cast<qsizetype>(kernel.name.size()));
    }
}

void MinerTest::minesATrivialTemplate() {
    QFETCH(QString, kernel);
    MinerRig rig;
    rig.miner.start(2, kernel.toStdString());
    const auto target = support::targetOfBits(10);
    rig.miner.setTemplate(work(target, 7));
    QTRY_COMPARE(rig.finds.count.load(), 1);
    rig.miner.stop();
    const primitives::Block& block = *rig.finds.blocks.front();
    QVERIFY(consensus::meetsTarget(block.header.hash(), target));
    QCOMPARE(block.header.merkleRoot, consensus::merkleRoot(block).root);
    QCOMPARE(block.transactions.size(), std::size_t{3});
    QVERIFY(block.header.time >= 1'000'100);
    QCOMPARE(rig.finds.ids.front(), 7U);
}

void MinerTest::restsAfterAFind() {
    MinerRig rig;
    rig.miner.start(3);
    rig.miner.setTemplate(work(support::easiestTarget(), 1));
    QTRY_COMPARE(rig.finds.count.load(), 1);
    QTest::qWait(30);
    const std::uint64_t hashes = rig.miner.statistics().hashes;
    QTest::qWait(30);
    QCOMPARE(rig.miner.statistics().hashes, hashes);
    QCOMPARE(rig.finds.count.load(), 1);
}

void MinerTest::minesTheNextTemplate() {
    MinerRig rig;
    rig.miner.start(2);
    for (std::uint64_t id = 1; id <= 20; ++id) {
        rig.miner.setTemplate(work(support::targetOfBits(8), id));
        QTRY_COMPARE_WITH_TIMEOUT(rig.finds.count.load(), static_cast<int>(id), 10'000);
        QCOMPARE(rig.finds.ids.back(), id);
    }
}

void MinerTest::switchesFromAHardTemplate() {
    MinerRig rig;
    rig.miner.start(2);
    rig.miner.setTemplate(work(support::hardestTarget(), 1));
    QTRY_VERIFY(rig.miner.statistics().hashes > 0);
    rig.miner.setTemplate(work(support::easiestTarget(), 2));
    QTRY_COMPARE(rig.finds.count.load(), 1);
    QCOMPARE(rig.finds.ids.front(), 2U);
}

void MinerTest::countsHashes() {
    MinerRig rig;
    QCOMPARE(rig.miner.statistics().running, false);
    rig.miner.start(2, "portable");
    rig.miner.setTemplate(work(support::hardestTarget(), 5));
    QTRY_VERIFY(rig.miner.statistics().hashesPerSecond > 0);
    const mining::MinerStatistics numbers = rig.miner.statistics();
    QVERIFY(numbers.running);
    QCOMPARE(numbers.threads, 2);
    QCOMPARE(numbers.kernel, std::string("portable"));
    QCOMPARE(numbers.templateId, 5U);
    QVERIFY(numbers.hashes > 0);
    QTRY_VERIFY(!rig.miner.statistics().closest.isNull());
    QTRY_VERIFY(consensus::meetsTarget(rig.miner.statistics().closest, support::targetOfBits(4)));
    rig.miner.stop();
    const mining::MinerStatistics stopped = rig.miner.statistics();
    QVERIFY(stopped.hashes >= numbers.hashes);
    QCOMPARE(stopped.hashesPerSecond, 0.0);
    QCOMPARE(stopped.threads, 0);
}

void MinerTest::stopsWhileHashing() {
    MinerRig rig;
    for (int i = 0; i < 10; ++i) {
        rig.miner.start(2);
        rig.miner.setTemplate(work(support::hardestTarget(), static_cast<std::uint64_t>(i)));
        rig.miner.stop();
        QVERIFY(!rig.miner.isRunning());
    }
    QTRY_VERIFY(rig.miner.hasEnded());
    const std::uint64_t hashes = rig.miner.statistics().hashes;
    QTest::qWait(20);
    QCOMPARE(rig.miner.statistics().hashes, hashes);
}

void MinerTest::stopsWhileResting() {
    MinerRig rig;
    rig.miner.start(2);
    QTest::qWait(10);
    QVERIFY(!rig.miner.hasEnded());
    rig.miner.stop();
    QVERIFY(!rig.miner.isRunning());
    QTRY_VERIFY(rig.miner.hasEnded());
}

void MinerTest::stopsWhilePausedByDuty() {
    MinerRig rig;
    rig.miner.setDuty(1);
    rig.miner.start(2);
    rig.miner.setTemplate(work(support::hardestTarget(), 1));
    QTRY_VERIFY(rig.miner.statistics().hashes > 0);
    rig.miner.stop();
    QVERIFY(!rig.miner.isRunning());
    QTRY_VERIFY(rig.miner.hasEnded());
}

void MinerTest::dropsTheTemplateWhenStopped() {
    MinerRig rig;
    rig.miner.start(1);
    rig.miner.setTemplate(work(support::hardestTarget(), 1));
    QTRY_VERIFY(rig.miner.statistics().hashes > 0);
    rig.miner.stop();
    QTRY_VERIFY(rig.miner.hasEnded());
    const std::uint64_t hashes = rig.miner.statistics().hashes;
    rig.miner.start(1);
    QTest::qWait(20);
    QCOMPARE(rig.miner.statistics().hashes, hashes);
}

void MinerTest::keepsItsThreadsWhenStartedTheSame() {
    MinerRig rig;
    rig.miner.start(2);
    const auto easy = work(support::easiestTarget(), 1);
    rig.miner.setTemplate(easy);
    QTRY_COMPARE(rig.finds.count.load(), 1);
    rig.miner.start(2);
    rig.miner.setTemplate(easy);
    QTest::qWait(20);
    QCOMPARE(rig.finds.count.load(), 1);
}

void MinerTest::changesTheNumberOfThreads() {
    MinerRig rig;
    rig.miner.setTemplate(work(support::hardestTarget(), 1));
    for (const int threads : {1, 4, 2, 0}) {
        rig.miner.start(threads);
        QCOMPARE(rig.miner.statistics().threads, std::max(threads, 1));
        const std::uint64_t hashes = rig.miner.statistics().hashes;
        QTRY_VERIFY(rig.miner.statistics().hashes > hashes);
    }
}

void MinerTest::givesThreadsTheirOwnExtraNonces() {
    MinerRig rig;
    rig.miner.start(4);
    std::set<util::Bytes> scripts;
    for (std::uint64_t id = 1; id <= 30; ++id) {
        auto block = support::miningWork(support::targetOfBits(6), 1);
        block.id = id; // the same work again and again
        rig.miner.setTemplate(std::make_shared<const mining::BlockTemplate>(block));
        QTRY_COMPARE_WITH_TIMEOUT(rig.finds.count.load(), static_cast<int>(id), 10'000);
    }
    for (const auto& block : rig.finds.blocks)
        scripts.insert(block->transactions.front()->inputs().front().scriptSig);
    QCOMPARE(scripts.size(), std::size_t{30});
}

void MinerTest::measuresARate() {
    QVERIFY(mining::measureHashRate(2, 20) > 1'000.0);
}

CAIRN_TEST(MinerTest)
#include "MinerTest.moc"
