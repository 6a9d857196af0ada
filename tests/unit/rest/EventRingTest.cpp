#include "rest/cairn/EventRing.h"
#include "support/TestProgram.h"

using namespace rest;

class EventRingTest : public QObject {
    Q_OBJECT
private slots:
    void numbersWithoutGap();
    void tellsWhenTooMuchWasMissed();
    void knowsItsOwnIds();
    void writesEvents();
};

void EventRingTest::numbersWithoutGap() {
    EventRing ring("run", 100);
    QVERIFY(ring.after(0, 10)->empty());
    for (int i = 1; i <= 5; ++i)
        ring.add("block", QByteArray::number(i));
    const auto events = ring.after(2, 10);
    QCOMPARE(events->size(), std::size_t(3));
    QCOMPARE(events->front().number, quint64(3));
    QCOMPARE(events->back().json, QByteArray("5"));
    QCOMPARE(ring.after(0, 2)->size(), std::size_t(2));
    QVERIFY(ring.after(5, 10)->empty());
    QVERIFY(!ring.after(6, 10)); // not there yet: an id of nobody
}

void EventRingTest::tellsWhenTooMuchWasMissed() {
    EventRing ring("run", 3);
    for (int i = 1; i <= 10; ++i)
        ring.add("tx", {});
    QCOMPARE(ring.newest(), quint64(10));
    QVERIFY(!ring.after(6, 10));
    QCOMPARE(ring.after(7, 10)->front().number, quint64(8));
}

void EventRingTest::knowsItsOwnIds() {
    const EventRing ring("abc", 3);
    QCOMPARE(ring.numberOf(ring.idOf(42)).value_or(0), quint64(42));
    for (const char* id : {"", "42", "abc", "abc-", "abc-x", "abd-42", "abc--1"})
        QVERIFY2(!ring.numberOf(id), id);
}

void EventRingTest::writesEvents() {
    QCOMPARE(encodeEvent("r-1", "block", "{\"a\":1}"),
             QByteArray("id: r-1\nevent: block\ndata: {\"a\":1}\n\n"));
    QCOMPARE(encodeEvent("r-0", {}, {}), QByteArray("id: r-0\n\n"));
    QCOMPARE(encodeEvent("r-2", "x", "a\r\nb"),
             QByteArray("id: r-2\nevent: x\ndata: a\ndata: b\n\n")); // nothing breaks out of its field
}

CAIRN_TEST(EventRingTest)
#include "EventRingTest.moc"
