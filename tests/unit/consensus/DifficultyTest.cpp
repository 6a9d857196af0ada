#include "consensus/Difficulty.h"
#include "support/TestProgram.h"

#include "consensus/Target.h"

using consensus::Uint256;

class DifficultyTest : public QObject {
    Q_OBJECT
private slots:
    void setsATargetAtMultiplesOfTheInterval();
    void neverRetargetsOnRegtest();
    void measuresTheWholeIntervalAndLessInTheFirst_data();
    void measuresTheWholeIntervalAndLessInTheFirst();
    void scalesTheTargetByTime_data();
    void scalesTheTargetByTime();
    void growsWithTheMeasuredTime();
    void computesInFullWidth();
    void keepsTheTargetWithNothingToMeasure();
    void countsABorderAtMostTenBlocksAhead();
    void allowsMinimumAfterTheWait();
};

namespace {

constexpr std::uint32_t kLimit = 0x1f00ffff;

consensus::ChainParams paramsWith(std::int32_t interval, std::int32_t blockTime,
                                  std::uint32_t limit = kLimit) {
    consensus::NetworkCard card;
    card.name = "Lab";
    card.rules.difficultyAdjustmentInterval = interval;
    card.rules.targetBlockTime = blockTime;
    card.rules.powLimitBits = card.rules.initialBits = limit;
    return consensus::paramsFromCard(card);
}

Uint256 targetOf(std::uint32_t bits) {
    return consensus::targetFromBits(bits).value();
}

} // namespace

void DifficultyTest::setsATargetAtMultiplesOfTheInterval() {
    const auto params = paramsWith(10, 10);
    QVERIFY(!consensus::retargetsAt(0, params));
    QVERIFY(!consensus::retargetsAt(9, params));
    QVERIFY(consensus::retargetsAt(10, params));
    QVERIFY(!consensus::retargetsAt(11, params));
    QVERIFY(consensus::retargetsAt(100, params));
    QVERIFY(consensus::retargetsAt(1, paramsWith(1, 10)));
    QCOMPARE(consensus::nextScheduledBits({11, 0x1e123456, 5'000, 0}, params), 0x1e123456U);
}

void DifficultyTest::neverRetargetsOnRegtest() {
    const auto params = consensus::regtestParams();
    for (const std::int32_t height : {1, 144, 2016, 4032})
        QVERIFY(!consensus::retargetsAt(height, params));
    QCOMPARE(consensus::nextScheduledBits({144, 0x207fffff, 1'400'000'000, 1'300'000'000}, params),
             0x207fffffU);
    QVERIFY(!consensus::mayUseMinimum(1'400'000'000, 1'300'000'000, params));
}

void DifficultyTest::measuresTheWholeIntervalAndLessInTheFirst_data() {
    QTest::addColumn<int>("interval");
    QTest::addColumn<int>("height");
    QTest::addColumn<int>("window");
    QTest::newRow("first of 10: from block 1 to block 9") << 10 << 10 << 8;
    QTest::newRow("second of 10: from block 9 to block 19") << 10 << 20 << 10;
    QTest::newRow("tenth of 10") << 10 << 100 << 10;
    QTest::newRow("first of 2: only block 1 is known") << 2 << 2 << 0;
    QTest::newRow("second of 2") << 2 << 4 << 2;
    QTest::newRow("first of 1") << 1 << 1 << 0;
    QTest::newRow("second of 1") << 1 << 2 << 0;
    QTest::newRow("third of 1") << 1 << 3 << 1;
    QTest::newRow("first of 2016") << 2016 << 2016 << 2014;
}

void DifficultyTest::measuresTheWholeIntervalAndLessInTheFirst() {
    QFETCH(int, interval);
    QFETCH(int, height);
    QFETCH(int, window);
    QCOMPARE(consensus::difficultyWindow(height, paramsWith(interval, 10)), window);
}

void DifficultyTest::scalesTheTargetByTime_data() {
    QTest::addColumn<qint64>("seconds");
    QTest::addColumn<quint32>("bits");
    // From bits 1e00ffff, 10 blocks of 10 s.
    QTest::newRow("as wanted") << qint64{100} << 0x1e00ffffU;
    QTest::newRow("twice as fast") << qint64{50} << 0x1d7fff80U;
    QTest::newRow("half as fast") << qint64{200} << 0x1e01fffeU;
    QTest::newRow("a quarter") << qint64{25} << 0x1d3fffc0U;
    QTest::newRow("faster than a quarter") << qint64{24} << 0x1d3fffc0U;
    QTest::newRow("no time") << qint64{0} << 0x1d3fffc0U;
    QTest::newRow("backwards") << qint64{-100'000} << 0x1d3fffc0U;
    QTest::newRow("four times") << qint64{400} << 0x1e03fffcU;
    QTest::newRow("slower than four times") << qint64{401} << 0x1e03fffcU;
    QTest::newRow("a day") << qint64{86'400} << 0x1e03fffcU;
}

void DifficultyTest::scalesTheTargetByTime() {
    QFETCH(qint64, seconds);
    QFETCH(quint32, bits);
    const consensus::DifficultyContext context{20, 0x1e00ffff, 1'760'000'000 + seconds, 1'760'000'000};
    QCOMPARE(consensus::nextScheduledBits(context, paramsWith(10, 10)), bits);
}

void DifficultyTest::growsWithTheMeasuredTime() {
    const auto params = paramsWith(7, 1);
    const Uint256 old = targetOf(0x1e0abcde);
    Uint256 last = 0;
    for (std::int64_t seconds = -5; seconds < 60; ++seconds) {
        const auto target = targetOf(consensus::nextScheduledBits({21, 0x1e0abcde, seconds, 0}, params));
        QVERIFY(target >= last);
        QVERIFY(target <= old * 4 && target >= old / 4 - (old >> 15) && target <= params.powLimit);
        last = target;
    }
    const auto limited = consensus::nextScheduledBits({21, kLimit, 60, 0}, params);
    QCOMPARE(limited, kLimit);
}

void DifficultyTest::computesInFullWidth() {
    const auto params = paramsWith(100'000, 86'400, 0x207fffff);
    const std::int64_t wanted = 100'000LL * 86'400;
    QCOMPARE(consensus::nextScheduledBits({300'000, 0x207fffff, wanted * 3 / 4, 0}, params), 0x205fffffU);
    QCOMPARE(consensus::nextScheduledBits({300'000, 0x207fffff, wanted * 4, 0}, params), 0x207fffffU);
    QCOMPARE(consensus::nextScheduledBits({300'000, 0x01010000, 0, 0}, params),
             0x01010000U); // a target is never 0
}

void DifficultyTest::keepsTheTargetWithNothingToMeasure() {
    QCOMPARE(consensus::nextScheduledBits({2, 0x1e00ffff, 1'760'000'000, 0}, paramsWith(2, 10)), 0x1e00ffffU);
    QCOMPARE(consensus::nextScheduledBits({1, 0x1e00ffff, 1'760'000'000, 0}, paramsWith(1, 10)), 0x1e00ffffU);
}

void DifficultyTest::countsABorderAtMostTenBlocksAhead() {
    const auto params = paramsWith(10, 7);
    QCOMPARE(consensus::borderTime(1'000, 1'000, params), 1'000);
    QCOMPARE(consensus::borderTime(1'070, 1'000, params), 1'070);
    QCOMPARE(consensus::borderTime(1'071, 1'000, params), 1'070);
    QCOMPARE(consensus::borderTime(8'200, 1'000, params), 1'070);
    QCOMPARE(consensus::borderTime(900, 1'000, params), 900); // behind its median: as it is
}

void DifficultyTest::allowsMinimumAfterTheWait() {
    auto params = paramsWith(10, 10);
    QVERIFY(!consensus::mayUseMinimum(1'200, 1'000, params));
    QVERIFY(consensus::mayUseMinimum(1'201, 1'000, params));
    QVERIFY(!consensus::mayUseMinimum(900, 1'000, params));
    params.card.rules.minDifficultyAfter = 0;
    QVERIFY(!consensus::mayUseMinimum(1'000'000, 1'000, params));
}

CAIRN_TEST(DifficultyTest)
#include "DifficultyTest.moc"
