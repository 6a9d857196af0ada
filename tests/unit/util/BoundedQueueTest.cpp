#include "util/BoundedQueue.h"
#include "support/TestProgram.h"

#include <atomic>
#include <thread>

using util::BoundedQueue;

class BoundedQueueTest : public QObject {
    Q_OBJECT
private slots:
    void handsOnInOrder() {
        BoundedQueue<int> queue(2);
        std::thread giver([&queue] {
            for (int i = 0; i < 10'000; ++i)
                queue.push(i);
            queue.close();
        });
        int wanted = 0;
        while (const auto item = queue.pop())
            QCOMPARE(*item, wanted++);
        QCOMPARE(wanted, 10'000);
        giver.join();
    }

    void holdsNoMoreThanItsBound() {
        BoundedQueue<int> queue(3);
        std::atomic<int> given{0};
        std::thread giver([&] {
            while (queue.push(0))
                ++given;
        });
        int taken = 0;
        for (; taken < 1'000; ++taken) {
            QVERIFY(queue.pop());
            QVERIFY(given <= taken + 1 + 3); // taken, and waiting
        }
        queue.close();
        giver.join();
    }

    void closingKeepsWhatIsInside() {
        BoundedQueue<std::unique_ptr<int>> queue(2);
        QVERIFY(queue.push(std::make_unique<int>(7)));
        queue.close();
        QVERIFY(!queue.push(std::make_unique<int>(8)));
        QCOMPARE(**queue.pop(), 7);
        QVERIFY(!queue.pop());
    }
};

CAIRN_TEST(BoundedQueueTest)
#include "BoundedQueueTest.moc"
