#include "net/link/SendQueue.h"
#include "support/TestProgram.h"

using namespace net;

class SendQueueTest : public QObject {
    Q_OBJECT
private slots:
    void keepsTheOrder();
    void isBusyAndThenFull();
    void countsItems();
    void forgetsWhatWasTaken();
};

void SendQueueTest::keepsTheOrder() {
    SendQueue queue;
    QVERIFY(queue.push(wire::Message(wire::Pong{1})));
    QVERIFY(queue.push(ServeBlock{1, {}, true}));
    QVERIFY(queue.push(wire::Message(wire::Pong{2})));
    QCOMPARE(std::get<wire::Pong>(std::get<wire::Message>(*queue.pop())).nonce, std::uint64_t(1));
    QVERIFY(std::holds_alternative<ServeBlock>(*queue.pop()));
    QCOMPARE(std::get<wire::Pong>(std::get<wire::Message>(*queue.pop())).nonce, std::uint64_t(2));
    QVERIFY(!queue.pop() && queue.isEmpty());
}

void SendQueueTest::isBusyAndThenFull() {
    SendQueue queue({10'000, 100'000, 1'000});
    const wire::Message inventory(wire::Inventory{std::vector<wire::InventoryItem>(100)});
    int busyAt = 0;
    int pushed = 0;
    while (queue.push(inventory)) {
        ++pushed;
        if (queue.isBusy() && busyAt == 0) busyAt = pushed;
    }
    QVERIFY2(busyAt > 1 && busyAt < 5, qPrintable(QString::number(busyAt)));
    QVERIFY2(pushed > 20 && pushed < 30, qPrintable(QString::number(pushed)));
}

void SendQueueTest::countsItems() {
    SendQueue queue({10'000, 1'000'000'000, 1'000});
    for (int i = 0; i < 1'000; ++i)
        QVERIFY(queue.push(ServeBlock{}));
    QVERIFY(!queue.push(ServeBlock{}));
}

void SendQueueTest::forgetsWhatWasTaken() {
    SendQueue queue;
    for (int i = 0; i < 100; ++i)
        QVERIFY(queue.push(wire::Message(wire::Headers{std::vector<primitives::BlockHeader>(2'000)})));
    QVERIFY(queue.isBusy() && queue.bytes() > 100 * 2'000 * 80);
    while (queue.pop()) {
    }
    QCOMPARE(queue.bytes(), std::size_t(0));
    QVERIFY(!queue.isBusy());
}

CAIRN_TEST(SendQueueTest)
#include "SendQueueTest.moc"
