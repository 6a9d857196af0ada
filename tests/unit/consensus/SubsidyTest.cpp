#include "consensus/Subsidy.h"

#include "consensus/ChainParams.h"

#include <QtTest>

class SubsidyTest : public QObject {
    Q_OBJECT
private slots:
    void halvesAtTheInterval();
    void endsAtZero();
    void neverHalvesWithoutAnInterval();
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
    QCOMPARE(consensus::subsidyAt(2'000'000'000, rules), rules.blockReward);
}

void SubsidyTest::addsUpToBitcoinsSupply() {
    consensus::Rules rules;
    rules.halvingInterval = 210'000;
    std::int64_t sum = 0;
    for (std::int32_t height = 0; height < 14'000'000; height += 1'000)
        sum += 1'000 * consensus::subsidyAt(height, rules).satoshi();
    QCOMPARE(sum, 2'099'999'997'690'000);
}

QTEST_GUILESS_MAIN(SubsidyTest)
#include "SubsidyTest.moc"
