#include "net/link/PeerBudget.h"
#include "support/TestProgram.h"

using namespace net;

class PeerBudgetTest : public QObject {
    Q_OBJECT
private slots:
    void boundsAPeer();
    void boundsAllOfThem();
    void neverStarvesAPeer();
    void forgetsWhoHasGone();
    void findsWhoHoldsMostWithoutEnd();
    void tellsWhenTooMuchWaits();
    void slowsDownWhoSendsTooMuch();
    void boundsUploadADay();
};

void PeerBudgetTest::boundsAPeer() {
    PeerBudget budget({100, 1000, 1000, 1000});
    budget.given(1, 99);
    QVERIFY(budget.mayRead(1));
    budget.given(1, 1);
    QVERIFY(!budget.mayRead(1) && budget.mayRead(2));
    budget.handled(1, 50);
    QVERIFY(budget.mayRead(1));
    QCOMPARE(budget.total(), std::size_t(50));
}

void PeerBudgetTest::boundsAllOfThem() {
    PeerBudget budget({100, 150, 1000, 1000});
    budget.given(1, 90);
    budget.given(2, 60);
    QVERIFY(budget.isFull() && !budget.mayRead(1) && !budget.mayRead(2));
    budget.handled(2, 1);
    QVERIFY(!budget.isFull() && budget.mayRead(1) && budget.mayRead(2));
}

void PeerBudgetTest::neverStarvesAPeer() {
    PeerBudget budget({100, 150, 1000, 1000});
    budget.given(1, 1000);
    QVERIFY(budget.mayRead(2)); // the node has nothing of it
    budget.given(2, 1);
    QVERIFY(!budget.mayRead(2));
}

void PeerBudgetTest::forgetsWhoHasGone() {
    PeerBudget budget;
    budget.given(1, 10);
    budget.setUnfinished(1, 20);
    budget.setUnwritten(1, 30);
    QCOMPARE(budget.total(), std::size_t(60));
    budget.forget(1);
    QCOMPARE(budget.total(), std::size_t(0));
    budget.handled(1, 10); // the node comes late
    budget.forget(1);
    QCOMPARE(budget.total(), std::size_t(0));
    budget.given(2, 10);
    budget.handled(2, 1000); // more than was given
    QCOMPARE(budget.total(), std::size_t(0));
}

void PeerBudgetTest::findsWhoHoldsMostWithoutEnd() {
    PeerBudget budget({100, 150, 1000, 1000});
    budget.setUnfinished(1, 300);
    budget.setUnfinished(2, 600);
    QCOMPARE(budget.largestUnfinished(), PeerId(0));
    budget.setUnfinished(3, 200);
    QCOMPARE(budget.largestUnfinished(), PeerId(2));
    budget.setUnfinished(2, 0);
    QCOMPARE(budget.largestUnfinished(), PeerId(0));
}

void PeerBudgetTest::tellsWhenTooMuchWaits() {
    PeerBudget budget({100, 150, 1000, 1000});
    budget.setUnwritten(1, 600);
    budget.setUnwritten(2, 400);
    QVERIFY(!budget.isTight());
    budget.setUnwritten(2, 401);
    QVERIFY(budget.isTight());
    budget.setUnwritten(1, 0);
    QVERIFY(!budget.isTight());
}

void PeerBudgetTest::slowsDownWhoSendsTooMuch() {
    IntakeRates rates;
    const wire::Headers headers{std::vector<primitives::BlockHeader>(2000)};
    for (int i = 0; i < 100; ++i)
        rates.count(headers, 0);
    QVERIFY(!rates.isExhausted(0)); // a chain of 200 000 blocks
    rates.count(headers, 0);
    QVERIFY(rates.isExhausted(0) && rates.isExhausted(99));
    QVERIFY(!rates.isExhausted(100));
    IntakeRates asking;
    for (int i = 0; i <= 5'000; ++i)
        asking.count(wire::GetHeaders{}, 0);
    QVERIFY(asking.isExhausted(0));
    IntakeRates pinging;
    for (int i = 0; i < 100'000; ++i)
        pinging.count(wire::Ping{}, 0);
    QVERIFY(!pinging.isExhausted(0));
}

void PeerBudgetTest::boundsUploadADay() {
    UploadLimit none(0);
    QVERIFY(none.take(std::int64_t(1) << 50, 5));
    UploadLimit limit(100);
    QVERIFY(limit.take(60, 1'000'000));
    QVERIFY(!limit.take(60, 1'000'000));
    QVERIFY(limit.take(40, 1'086'399));
    QVERIFY(!limit.take(1, 1'086'399));
    QVERIFY(limit.take(100, 1'086'400));
}

CAIRN_TEST(PeerBudgetTest)
#include "PeerBudgetTest.moc"
