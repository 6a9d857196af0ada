#include "consensus/Subsidy.h"
#include "support/TestProgram.h"

#include "consensus/ChainParams.h"

class SubsidyTest : public QObject {
    Q_OBJECT
private slots:
    void halvesAtTheInterval();
    void endsAtZero();
    void neverHalvesWithoutAnInterval();
    void endsAtTwentyOneMillionCoins_data();
    void endsAtTwentyOneMillionCoins();
    void addsUpToBitcoinsSupply();
};

void SubsidyTest::halvesAtTheInterval() {
    const consensus::Rules rules = consensus::regtestParams().rules();
    QCOMPARE(consensus::subsidyAt(0, rules).satoshi(), 5'000'000'000);
    QCOMPARE(consensus::subsidyAt(149, rules).satoshi(), 5'000'000'000);
    QCOMPARE(consensus::subsidyAt(150, rules).satoshi(), 2'500'000'000);
    QCOMPARE(consensus::subsidyAt(299, rules).satoshi(), 2'500'000'000);
    QCOMPARE(consensus::subsidyAt(300, rules).satoshi(), 1'250'000'000);
}

void SubsidyTest::endsAtZero() {
    consensus::Rules rules;
    rules.halvingInterval = 1;
    QCOMPARE(consensus::subsidyAt(32, rules).satoshi(), 1);
    QCOMPARE(consensus::subsidyAt(33, rules).satoshi(), 0);
    for (const std::int32_t height : {62, 63, 64, 65, 1'000, 2'000'000'000})
        QCOMPARE(consensus::subsidyAt(height, rules).satoshi(), 0);
}

void SubsidyTest::neverHalvesWithoutAnInterval() {
    consensus::Rules rules;
    rules.halvingInterval = 0;
    QCOMPARE(consensus::subsidyAt(420'000, rules), rules.blockReward);
    QCOMPARE(consensus::subsidyAt(420'001, rules).satoshi(), 0);
    rules.blockReward = primitives::Amount(1);
    QCOMPARE(consensus::subsidyAt(2'000'000'000, rules).satoshi(), 1);
}

void SubsidyTest::endsAtTwentyOneMillionCoins_data() {
    QTest::addColumn<qint64>("reward");
    QTest::addColumn<int>("interval");
    QTest::addColumn<int>("last"); // height of the last block that gets anything
    constexpr qint64 kCoin = primitives::Amount::kCoin;
    QTest::newRow("in the first interval") << 1'000'000 * kCoin << 210'000 << 21;
    QTest::newRow("never halved, with a rest") << 800'000 * kCoin << 0 << 27;
    QTest::newRow("after a halving") << 1'000'000 * kCoin << 20 << 23;
    QTest::newRow("short of it") << 1'000'000 * kCoin << 10 << 469;
}

void SubsidyTest::endsAtTwentyOneMillionCoins() {
    QFETCH(qint64, reward);
    QFETCH(int, interval);
    QFETCH(int, last);
    consensus::Rules rules;
    rules.blockReward = primitives::Amount(reward);
    rules.halvingInterval = interval;
    primitives::Amount sum;
    int found = 0;
    for (std::int32_t height = 1; height <= 2'000; ++height) {
        const int halvings = interval == 0 ? 0 : std::min(height / interval, 63);
        const std::int64_t wanted =
            std::min<std::int64_t>(reward >> halvings, primitives::Amount::kMax - sum.satoshi());
        const primitives::Amount subsidy = consensus::subsidyAt(height, rules);
        QCOMPARE(subsidy.satoshi(), wanted);
        sum += subsidy;
        if (subsidy.satoshi() > 0) found = height;
    }
    QVERIFY(sum.inRange());
    QCOMPARE(found, last);
    for (const std::int32_t height : {1'000'000, 2'147'483'647})
        QCOMPARE(consensus::subsidyAt(height, rules).satoshi(), 0);
}

void SubsidyTest::addsUpToBitcoinsSupply() {
    consensus::Rules rules;
    rules.halvingInterval = 210'000;
    std::int64_t sum = 0;
    for (std::int32_t height = 0; height < 14'000'000; height += 1'000)
        sum += 1'000 * consensus::subsidyAt(height, rules).satoshi();
    QCOMPARE(sum, 2'099'999'997'690'000);
}

CAIRN_TEST(SubsidyTest)
#include "SubsidyTest.moc"
