#include "util/Clock.h"
#include "support/TestProgram.h"

class ClockTest : public QObject {
    Q_OBJECT
private slots:
    void tellsUnixSeconds();
    void steadyTimeGoesForwardInMilliseconds();
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

CAIRN_TEST(ClockTest)
#include "ClockTest.moc"
