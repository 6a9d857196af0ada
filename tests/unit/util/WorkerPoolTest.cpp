#include "util/WorkerPool.h"
#include "support/TestProgram.h"

#include <atomic>
#include <latch>
#include <set>

using util::WorkerPool;

class WorkerPoolTest : public QObject {
    Q_OBJECT
private slots:
    void callsEveryNumberOnce_data();
    void callsEveryNumberOnce();
    void runsOnTheCallerWithoutThreads();
    void runsAtOnceOnCallerAndThreads();
    void acceptsAnEmptyBatch();
    void reportsAFailure_data();
    void reportsAFailure();
    void handsNothingOutAfterAFailure();
    void forgetsTheFailureOfTheLastBatch();
    void publishesWhatTheTasksWrote();
    void losesNoWakeUpOverManyBatches();
    void endsWithoutEverWorking();
    void worksWhileTheCallerDoesSomethingElse();
    void leavesAllToTheCallerWithoutThreads();
};

void WorkerPoolTest::callsEveryNumberOnce_data() {
    QTest::addColumn<int>("threads");
    QTest::addColumn<int>("count");
    for (const int threads : {0, 1, 2, 4})
        for (const int count : {1, 2, 3, 1000})
            QTest::addRow("%d threads, %d tasks", threads, count) << threads << count;
}

void WorkerPoolTest::callsEveryNumberOnce() {
    QFETCH(int, threads);
    QFETCH(int, count);
    WorkerPool pool(static_cast<std::size_t>(threads));
    QCOMPARE(pool.threads(), static_cast<std::size_t>(threads));
    std::vector<std::atomic<int>> calls(static_cast<std::size_t>(count));
    QVERIFY(pool.forEach(calls.size(), [&](std::size_t i) { return ++calls[i] > 0; }));
    for (const auto& number : calls)
        QCOMPARE(number.load(), 1);
}

void WorkerPoolTest::runsOnTheCallerWithoutThreads() {
    WorkerPool pool(0);
    std::vector<std::size_t> order;
    const auto caller = std::this_thread::get_id();
    QVERIFY(pool.forEach(3, [&](std::size_t i) {
        order.push_back(i);
        return std::this_thread::get_id() == caller;
    }));
    QVERIFY(order == (std::vector<std::size_t>{0, 1, 2}));
}

void WorkerPoolTest::runsAtOnceOnCallerAndThreads() {
    WorkerPool pool(2);
    std::latch together(3); // hangs unless three tasks run at the same time
    std::mutex mutex;
    std::set<std::thread::id> seen;
    QVERIFY(pool.forEach(3, [&](std::size_t) {
        together.arrive_and_wait();
        const std::lock_guard lock(mutex);
        seen.insert(std::this_thread::get_id());
        return true;
    }));
    QCOMPARE(seen.size(), std::size_t{3});
    QVERIFY(seen.contains(std::this_thread::get_id()));
}

void WorkerPoolTest::acceptsAnEmptyBatch() {
    WorkerPool pool(2);
    QVERIFY(pool.forEach(0, [](std::size_t) { return false; }));
}

void WorkerPoolTest::reportsAFailure_data() {
    QTest::addColumn<int>("threads");
    QTest::addColumn<int>("bad");
    for (const int threads : {0, 1, 3})
        for (const int bad : {0, 50, 99})
            QTest::addRow("%d threads, %d fails", threads, bad) << threads << bad;
}

void WorkerPoolTest::reportsAFailure() {
    QFETCH(int, threads);
    QFETCH(int, bad);
    WorkerPool pool(static_cast<std::size_t>(threads));
    QVERIFY(!pool.forEach(100, [&](std::size_t i) { return i != static_cast<std::size_t>(bad); }));
}

void WorkerPoolTest::handsNothingOutAfterAFailure() {
    WorkerPool alone(0);
    int calls = 0;
    QVERIFY(!alone.forEach(1000, [&](std::size_t i) {
        ++calls;
        return i != 4;
    }));
    QCOMPARE(calls, 5);

    WorkerPool pool(3);
    std::atomic<int> shared{0};
    QVERIFY(!pool.forEach(1'000'000, [&](std::size_t) {
        ++shared;
        return false;
    }));
    QVERIFY(shared <= 4); // at most one a thread was under way
}

void WorkerPoolTest::forgetsTheFailureOfTheLastBatch() {
    WorkerPool pool(2);
    QVERIFY(!pool.forEach(10, [](std::size_t) { return false; }));
    QVERIFY(pool.forEach(10, [](std::size_t) { return true; }));
}

void WorkerPoolTest::publishesWhatTheTasksWrote() {
    WorkerPool pool(3);
    for (std::size_t round = 1; round <= 200; ++round) {
        std::vector<std::size_t> plain(64); // no atomics: the pool itself must order the writes
        QVERIFY(pool.forEach(plain.size(), [&](std::size_t i) {
            plain[i] = i * round;
            return true;
        }));
        for (std::size_t i = 0; i < plain.size(); ++i)
            QCOMPARE(plain[i], i * round);
    }
}

void WorkerPoolTest::losesNoWakeUpOverManyBatches() {
    WorkerPool pool(2);
    for (int round = 0; round < 300; ++round) {
        std::latch together(3); // every thread must wake for every batch
        QVERIFY(pool.forEach(3, [&](std::size_t) {
            together.arrive_and_wait();
            return true;
        }));
    }
    std::atomic<std::size_t> calls{0};
    for (int round = 0; round < 5000; ++round)
        QVERIFY(pool.forEach(2, [&](std::size_t) { return ++calls > 0; }));
    QCOMPARE(calls.load(), std::size_t{10000});
}

void WorkerPoolTest::endsWithoutEverWorking() {
    for (int i = 0; i < 50; ++i) {
        const WorkerPool pool(3);
        QCOMPARE(pool.threads(), std::size_t{3});
    }
}

void WorkerPoolTest::worksWhileTheCallerDoesSomethingElse() {
    WorkerPool pool(2);
    for (int round = 0; round < 200; ++round) {
        std::latch begun(2); // hangs unless both threads begin before `finish`
        std::atomic<int> calls{0};
        const auto batch = pool.start(50, [&](std::size_t i) {
            if (i < 2) begun.count_down();
            return ++calls > 0;
        });
        begun.wait();
        QVERIFY(pool.finish(batch));
        QCOMPARE(calls.load(), 50);
    }
    const auto failing = pool.start(100, [](std::size_t i) { return i != 70; });
    QVERIFY(!pool.finish(failing));
}

void WorkerPoolTest::leavesAllToTheCallerWithoutThreads() {
    WorkerPool pool(0);
    int calls = 0;
    const auto batch = pool.start(3, [&](std::size_t) { return ++calls > 0; });
    QCOMPARE(calls, 0);
    QVERIFY(pool.finish(batch));
    QCOMPARE(calls, 3);
}

CAIRN_TEST(WorkerPoolTest)
#include "WorkerPoolTest.moc"
