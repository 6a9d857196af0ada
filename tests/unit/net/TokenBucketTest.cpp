#include "net/TokenBucket.h"
#include "support/TestProgram.h"

using net::TokenBucket;

class TokenBucketTest : public QObject {
    Q_OBJECT
private slots:
    void givesABurstThenARate();
    void holdsNoMoreThanABurst();
    void keepsDebts();
    void allowsMoreOnce();
    void doesNotMindTimeThatGoesBack();
};

void TokenBucketTest::givesABurstThenARate() {
    TokenBucket bucket(0.1, 1000);
    QCOMPARE(bucket.take(700, 0), std::int64_t(700));
    QCOMPARE(bucket.take(700, 0), std::int64_t(300));
    QCOMPARE(bucket.take(1, 9'999), std::int64_t(0));
    QCOMPARE(bucket.take(5, 10'000), std::int64_t(1));
    QCOMPARE(bucket.take(5, 110'000), std::int64_t(5));
}

void TokenBucketTest::holdsNoMoreThanABurst() {
    TokenBucket bucket(10, 5);
    QCOMPARE(bucket.take(100, 1'000'000), std::int64_t(5));
}

void TokenBucketTest::keepsDebts() {
    TokenBucket bucket(10, 5);
    bucket.spend(5, 0);
    QVERIFY(!bucket.isInDebt(0));
    bucket.spend(20, 0);
    QVERIFY(bucket.isInDebt(1'999));
    QVERIFY(!bucket.isInDebt(2'000));
}

void TokenBucketTest::allowsMoreOnce() {
    TokenBucket bucket(1, 10);
    bucket.allow(1000);
    QCOMPARE(bucket.take(2000, 60'000), std::int64_t(1010));
    QCOMPARE(bucket.take(2000, 60'000), std::int64_t(0));
}

void TokenBucketTest::doesNotMindTimeThatGoesBack() {
    TokenBucket bucket(1, 1, 10'000);
    QCOMPARE(bucket.take(1, 0), std::int64_t(1));
    QCOMPARE(bucket.take(1, 10'000), std::int64_t(0));
    QCOMPARE(bucket.take(1, 11'000), std::int64_t(1));
}

CAIRN_TEST(TokenBucketTest)
#include "TokenBucketTest.moc"
