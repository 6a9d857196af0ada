#include "node/Resident.h"

#include "support/TestProgram.h"

#include <QSemaphore>
#include <QTest>

#include <atomic>

using node::Resident;
using node::ServiceThread;

namespace {

/// Tells where it was made and destroyed.
struct Guest {
    explicit Guest(std::atomic<QThread*>& end) : diedOn(end) {}
    ~Guest() { diedOn = QThread::currentThread(); }
    std::atomic<QThread*>& diedOn;
    QThread* madeOn = QThread::currentThread();
    int visits = 0;
};

} // namespace

class ServiceThreadTest : public QObject {
    Q_OBJECT
private slots:
    /// What was posted runs in order, on the thread.
    void runsInOrder() {
        const ServiceThread thread(QStringLiteral("test"));
        std::vector<int> seen;
        for (int i = 0; i < 100; ++i)
            thread.post([&seen, i] { seen.push_back(i); });
        QVERIFY(thread.call([&thread] { return thread.isCurrent(); }).result());
        QCOMPARE(seen.size(), std::size_t(100));
        QVERIFY(std::ranges::is_sorted(seen));
    }

    /// What was posted before the stop runs; what comes later is dropped and says so.
    void dropsWhatComesLate() {
        ServiceThread thread(QStringLiteral("test"));
        QSemaphore go;
        bool early = false;
        thread.post([&go] { go.acquire(); });
        thread.post([&early] { early = true; });
        std::thread stopper([&thread] { thread.stop(); });
        go.release();
        stopper.join();
        QVERIFY(early);
        bool late = false;
        const auto answer = thread.call([&late] { return late = true; });
        QVERIFY(answer.isFinished() && answer.isCanceled());
        QVERIFY(!late);
    }

    /// A task that is dropped may post another one on its way out.
    void dropsWithoutALock() {
        ServiceThread thread(QStringLiteral("test"));
        struct Poster {
            ServiceThread& thread;
            ~Poster() {
                thread.post([] {});
            }
        };
        QSemaphore quitting;
        thread.post([&] {
            quitting.release();
            QThread::msleep(20); // `stop` has posted its end by now, and what follows comes after it
        });
        std::thread stopper([&thread, &quitting] {
            quitting.acquire();
            thread.stop();
        });
        QThread::msleep(10);
        thread.post([poster = std::make_shared<Poster>(thread)] {});
        stopper.join();
        QVERIFY(!thread.isCurrent());
    }

    void livesOnItsThread() {
        std::atomic<QThread*> diedOn = nullptr;
        const ServiceThread thread(QStringLiteral("test"));
        const Resident<Guest> guest(thread);
        QVERIFY(guest.ask([](Guest& there) { return there.visits; }).isCanceled() ||
                guest.ask([](Guest&) { return 1; }).resultCount() == 0); // nobody is there yet
        thread.call([guest, &diedOn] { guest.settle(std::make_unique<Guest>(diedOn)); }).waitForFinished();
        const Resident<Guest> same = guest;
        same.tell([](Guest& there) { ++there.visits; });
        QCOMPARE(guest.ask([](Guest& there) { return there.visits; }).result(), 1);
        QThread* const made = guest.ask([](Guest& there) { return there.madeOn; }).result();
        QVERIFY(made != QThread::currentThread());
        thread.call([same] { same.clear(); }).waitForFinished();
        QCOMPARE(diedOn.load(), made);
    }

    /// Who was cleared in the middle of a start does not move in any more, and nobody finds it.
    void staysAwayOnceCleared() {
        std::atomic<QThread*> diedOn = nullptr;
        const ServiceThread thread(QStringLiteral("test"));
        const Resident<Guest> guest(thread);
        thread.call([guest] { guest.clear(); }).waitForFinished();
        thread.call([guest, &diedOn] { guest.settle(std::make_unique<Guest>(diedOn)); }).waitForFinished();
        QVERIFY(diedOn.load() != nullptr);
        bool told = false;
        guest.tell([&told](Guest&) { told = true; });
        auto asked = guest.ask([](Guest& there) { return there.visits; });
        asked.waitForFinished();
        QVERIFY(asked.isCanceled());
        QVERIFY(!told);
    }
};

CAIRN_TEST(ServiceThreadTest)
#include "ServiceThreadTest.moc"
