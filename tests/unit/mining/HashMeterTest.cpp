#include "mining/HashMeter.h"
#include "support/TestProgram.h"

class HashMeterTest : public QObject {
    Q_OBJECT
private slots:
    void dividesByTheTimeSinceTheLastSample();
    void repeatsTheRateForSamplesTooNear();
    void startsAnew();
};

void HashMeterTest::dividesByTheTimeSinceTheLastSample() {
    mining::HashMeter meter;
    meter.restart(100, 5'000);
    QCOMPARE(meter.sample(1'100, 6'000), 1'000.0);
    QCOMPARE(meter.sample(1'600, 6'250), 2'000.0);
    QCOMPARE(meter.sample(1'600, 7'250), 0.0);
}

void HashMeterTest::repeatsTheRateForSamplesTooNear() {
    mining::HashMeter meter;
    meter.restart(0, 0);
    QCOMPARE(meter.sample(500, 500), 1'000.0);
    QCOMPARE(meter.sample(9'500, 749), 1'000.0);
    QCOMPARE(meter.sample(1'500, 1'000), 2'000.0);
}

void HashMeterTest::startsAnew() {
    mining::HashMeter meter;
    meter.restart(0, 0);
    QCOMPARE(meter.sample(1'000, 1'000), 1'000.0);
    meter.restart(1'000, 60'000);
    QCOMPARE(meter.sample(1'000, 60'001), 0.0);
    QCOMPARE(meter.sample(1'300, 60'300), 1'000.0);
}

CAIRN_TEST(HashMeterTest)
#include "HashMeterTest.moc"
