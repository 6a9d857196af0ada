#include "mining/HashWindow.h"
#include "support/TestProgram.h"

class HashWindowTest : public QObject {
    Q_OBJECT
private slots:
    void isNothingBeforeTwoSamples();
    void evensOutWhatJumps();
    void forgetsWhatIsOlderThanAMinute();
    void startsAnewAfterARest();
};

void HashWindowTest::isNothingBeforeTwoSamples() {
    mining::HashWindow window;
    QCOMPARE(window.rate(), 0.0);
    window.add(500, 1'000);
    QCOMPARE(window.rate(), 0.0);
    window.add(9'500, 1'100); // too near to say anything
    QCOMPARE(window.rate(), 0.0);
    window.add(1'500, 2'000);
    QCOMPARE(window.rate(), 1'000.0);
}

void HashWindowTest::evensOutWhatJumps() {
    mining::HashWindow window;
    std::uint64_t hashes = 0;
    for (int second = 0; second <= 30; ++second) {
        window.add(hashes, second * 1'000);
        hashes += second % 2 == 0 ? 2'000 : 0; // 2 000 in one second, nothing in the next
    }
    QCOMPARE(window.rate(), 1'000.0);
}

void HashWindowTest::forgetsWhatIsOlderThanAMinute() {
    mining::HashWindow window;
    std::uint64_t hashes = 0;
    for (int second = 0; second <= 200; ++second) {
        window.add(hashes, second * 1'000);
        hashes += second < 100 ? 5'000 : 1'000;
    }
    QCOMPARE(window.rate(), 1'000.0);
}

void HashWindowTest::startsAnewAfterARest() {
    mining::HashWindow window;
    window.add(0, 0);
    window.add(1'000, 1'000);
    window.clear();
    window.add(1'000, 600'000); // the rest counts for nothing
    window.add(3'000, 601'000);
    QCOMPARE(window.rate(), 2'000.0);
}

CAIRN_TEST(HashWindowTest)
#include "HashWindowTest.moc"
