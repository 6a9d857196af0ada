#include "net/lobby/LobbySchedule.h"
#include "net/Dice.h"
#include "support/TestProgram.h"

#include <vector>

using net::LobbySchedule;

namespace {

/// When it told, over so long; `wishEveryMs` 0: nobody asks.
std::vector<std::int64_t> tellings(std::uint64_t seed, std::int64_t ms, std::int64_t wishEveryMs) {
    net::Dice dice(seed);
    const auto random = [&](std::uint64_t bound) { return dice.below(bound); };
    LobbySchedule schedule;
    schedule.begin(0, random);
    std::vector<std::int64_t> out;
    for (std::int64_t now = 0; now < ms; now += 10) {
        if (wishEveryMs != 0 && now % wishEveryMs == 0) schedule.wished(now, random);
        if (schedule.isDue(now, random)) out.push_back(now);
    }
    return out;
}

} // namespace

class LobbyScheduleTest : public QObject {
    Q_OBJECT
private slots:
    void tellsNothingBeforeThereIsSomething() {
        LobbySchedule schedule;
        const auto none = [](std::uint64_t) { return std::uint64_t{0}; };
        QVERIFY(!schedule.isDue(0, none));
        QVERIFY(!schedule.isDue(1'000'000'000, none));
    }
    void tellsAtOnceAndThenNowAndThen() {
        const auto times = tellings(1, 600'000, 0);
        QVERIFY(times.front() < LobbySchedule::kSoonMs + 10);
        for (std::size_t i = 1; i < times.size(); ++i) {
            const std::int64_t gap = times[i] - times[i - 1];
            QVERIFY2(gap >= 7'500 && gap <= 12'510, qPrintable(QString::number(gap)));
        }
        QVERIFY(tellings(2, 600'000, 0) != times); // no common beat
    }
    void answersAWishSoon() {
        const auto random = [](std::uint64_t bound) { return bound - 1; };
        LobbySchedule schedule;
        schedule.begin(0, random);
        QVERIFY(schedule.isDue(500, random));
        schedule.wished(5'000, random);
        QVERIFY(!schedule.isDue(5'400, random));
        QVERIFY(schedule.isDue(5'500, random));
    }
    /// However many wish, nobody makes it talk all the time.
    void isNotHurriedBeyondItsGap() {
        const auto times = tellings(3, 60'000, 10);
        QVERIFY(times.size() > 20);
        for (std::size_t i = 1; i < times.size(); ++i)
            QVERIFY(times[i] - times[i - 1] >= LobbySchedule::kGapMs);
    }
};

CAIRN_TEST(LobbyScheduleTest)
#include "LobbyScheduleTest.moc"
