#include "net/relay/FeeNews.h"
#include "support/TestProgram.h"

#include <QtTest>

#include <set>

class FeeNewsTest : public QObject {
    Q_OBJECT

private slots:
    void tellsAtOnceAndThenOnlyNews() {
        net::FeeNews fee(1);
        QCOMPARE(fee.sent(), -1);
        QCOMPARE(fee.due(1'000, 1'000, 0), std::optional<std::int64_t>(1'000));
        QCOMPARE(fee.sent(), 1'000);
        for (std::int64_t nowMs = 0; nowMs < std::int64_t{24} * 3'600'000; nowMs += 60'000)
            QVERIFY(!fee.due(1'000, 1'000, nowMs));
    }

    /// A fee that falls all the time is told seldom; a jump within minutes.
    void aJumpIsToldSoonAndADriftSeldom() {
        int told = 0;
        for (std::uint64_t seed = 1; seed <= 40; ++seed) {
            net::FeeNews fee(seed);
            QVERIFY(fee.due(1'000, 1'000, 0));
            std::int64_t nowMs = 0;
            while (!fee.due(50'000, 1'000, nowMs))
                nowMs += 1'000;
            QVERIFY2(nowMs <= 300'000, qPrintable(QStringLiteral("seed %1: %2").arg(seed).arg(nowMs)));
            const std::int64_t until = nowMs + 3'600'000;
            double minimum = 50'000;
            for (; nowMs < until; nowMs += 1'000) {
                minimum *= 0.99999;
                if (fee.due(std::int64_t(minimum), 1'000, nowMs)) ++told;
            }
        }
        QVERIFY2(told <= 40 * 12, qPrintable(QString::number(told)));
    }

    void isRoundedSoThatLinksCannotBeCompared() {
        std::set<std::int64_t> said;
        for (std::uint64_t seed = 1; seed <= 50; ++seed) {
            net::FeeNews fee(seed);
            const auto value = fee.due(12'345, 1'000, 0);
            QVERIFY(value);
            QVERIFY(*value >= 11'223 && *value <= 13'579);
            said.insert(*value);
        }
        QCOMPARE(said.size(), std::size_t(2));
        QVERIFY(!said.contains(12'345));
    }

    void isNeverBelowWhatIsPassedOn() {
        for (std::uint64_t seed = 1; seed <= 20; ++seed) {
            net::FeeNews fee(seed);
            QCOMPARE(fee.due(100, 100, 0), std::optional<std::int64_t>(100));
            net::FeeNews full(seed);
            QVERIFY(*full.due(105, 100, 0) >= 100);
            net::FeeNews free(seed);
            QCOMPARE(free.due(0, 0, 0), std::optional<std::int64_t>(0));
        }
    }
};

CAIRN_TEST(FeeNewsTest)
#include "FeeNewsTest.moc"
