#include "util/Clock.h"
#include "support/FakeClock.h"
#include "support/TestProgram.h"
#include "util/SettableClock.h"

class ClockTest : public QObject {
    Q_OBJECT
private slots:
    void tellsUnixSeconds();
    void steadyTimeGoesForwardInMilliseconds();
    void standsStillForWhatIsShown();
};

void ClockTest::tellsUnixSeconds() {
    const util::SystemClock clock;
    const qint64 before = QDateTime::currentSecsSinceEpoch();
    const std::int64_t now = clock.now();
    const qint64 after = QDateTime::currentSecsSinceEpoch();
    QVERIFY(now >= before);
    QVERIFY(now <= after);
}

void ClockTest::steadyTimeGoesForwardInMilliseconds() {
    const util::SystemClock clock;
    const std::int64_t start = clock.steadyMs();
    QTest::qSleep(20);
    const std::int64_t passed = clock.steadyMs() - start;
    QVERIFY2(passed >= 19, QByteArray::number(qint64{passed}));
}

/// While a time is set by hand, a jump is all that goes by; what waits for time to pass goes on.
void ClockTest::standsStillForWhatIsShown() {
    const auto real = std::make_shared<support::FakeClock>();
    util::SettableClock clock(real);
    const std::int64_t start = real->now();
    real->advanceMs(5);
    QCOMPARE(clock.measureMs(), std::int64_t(5));
    clock.set(start);
    real->advanceMs(700);
    QCOMPARE(clock.measureMs(), std::int64_t(5));
    QCOMPARE(clock.steadyMs(), std::int64_t(705));
    clock.set(start + 3);
    QCOMPARE(clock.measureMs(), std::int64_t(3005));
    clock.set(start); // back: nothing that went by comes again
    QCOMPARE(clock.measureMs(), std::int64_t(3005));
    clock.set(0);
    QCOMPARE(clock.measureMs(), std::int64_t(3705));
    QCOMPARE(clock.steadyMs(), std::int64_t(3705));
}

CAIRN_TEST(ClockTest)
#include "ClockTest.moc"
