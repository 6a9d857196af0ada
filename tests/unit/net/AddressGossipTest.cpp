#include "net/address/AddressGossip.h"
#include "net/address/HostAddress.h"
#include "support/TestProgram.h"

#include <random>

using namespace net;

namespace {

constexpr std::int64_t kGossipNow = 2'000'000'000;

wire::NetAddress gossiper(int number) {
    return netAddressOf(QHostAddress(quint32(0x15000000 + number * 65'536 + 1)), 5001);
}

wire::Addresses told(int from, int count, std::uint32_t time = std::uint32_t(kGossipNow)) {
    wire::Addresses out;
    for (int i = from; i < from + count; ++i)
        out.list.push_back({time, 9, gossiper(i)});
    return out;
}

std::uint64_t middle(std::uint64_t bound) {
    return bound / 2;
}

struct GossipFixture {
    AddressBook book{5};
    AddressGossip gossip{book, 6};
    /// Peers 1 … count, who dialled in.
    explicit GossipFixture(int count) {
        for (int i = 1; i <= count; ++i)
            gossip.connected(PeerId(i), gossiper(10'000 + i), true, 0);
    }
    std::map<PeerId, std::size_t> outgoing(std::int64_t nowMs) {
        std::map<PeerId, std::size_t> out;
        for (const auto& each : gossip.takeOutgoing(nowMs, middle))
            out[each.peer] += each.addresses.size();
        return out;
    }
};

} // namespace

class AddressGossipTest : public QObject {
    Q_OBJECT
private slots:
    void learnsAtARate();
    void learnsAnAnswerAtOnce();
    void passesNewsOnToTwo();
    void passesAnswersOnToNobody();
    void tellsNothingTwice();
    void answersOnceAndOnlyWhoDialledIn();
    void cachesTheAnswerOfALargeBook();
    void keepsPrivateAddressesPrivate();
    void tellsItsOwnAddressOnceADay();
    void forgetsWhoHasGone();
};

void AddressGossipTest::learnsAtARate() {
    GossipFixture f(1);
    QVERIFY(f.gossip.received(1, told(0, 900), kGossipNow, 0));
    f.gossip.received(1, told(900, 900), kGossipNow, 0);
    std::size_t known = 0;
    for (int i = 900; i < 1800; ++i)
        known += f.book.find(gossiper(i)).has_value();
    QVERIFY2(known <= 100, qPrintable(QString::number(known)));
    for (int i = 1000; i < 1800; ++i)
        QVERIFY(!f.book.find(gossiper(i)));
    f.gossip.received(1, told(2'000, 10), kGossipNow, 20'000); // two tokens more
    for (int i = 2'002; i < 2'010; ++i)
        QVERIFY(!f.book.find(gossiper(i)));
}

void AddressGossipTest::learnsAnAnswerAtOnce() {
    GossipFixture f(0);
    f.gossip.connected(1, gossiper(10'000), false, 0); // it was asked
    int late = 0;
    f.gossip.received(1, told(0, 1000), kGossipNow, 0);
    f.gossip.received(1, told(1000, 1000), kGossipNow, 0);
    for (int i = 1000; i < 2000; ++i)
        late += f.book.find(gossiper(i)).has_value();
    QVERIFY(late > 100);
}

void AddressGossipTest::passesNewsOnToTwo() {
    GossipFixture f(8);
    f.gossip.received(1, told(0, 1), kGossipNow, 0);
    const auto out = f.outgoing(0);
    QCOMPARE(out.size(), std::size_t(2));
    QVERIFY(!out.contains(1));
    // Old ones, and those of the future, are no news.
    f.gossip.received(1, told(1, 1, std::uint32_t(kGossipNow - 601)), kGossipNow, 0);
    f.gossip.received(1, told(2, 1, std::uint32_t(kGossipNow + 601)), kGossipNow, 0);
    QVERIFY(f.outgoing(1'000'000).empty());
}

void AddressGossipTest::passesAnswersOnToNobody() {
    GossipFixture f(8);
    f.gossip.received(1, told(0, 11), kGossipNow, 0);
    QVERIFY(f.outgoing(0).empty());
    f.gossip.connected(20, gossiper(20'000), false, 0); // asked: its first answer is none
    f.gossip.received(20, told(20, 5), kGossipNow, 0);
    QVERIFY(f.outgoing(0).empty());
    f.gossip.received(20, told(30, 5), kGossipNow, 0);
    QVERIFY(!f.outgoing(0).empty());
}

void AddressGossipTest::tellsNothingTwice() {
    GossipFixture f(2);
    f.gossip.received(1, told(0, 3), kGossipNow, 0);
    QCOMPARE(f.outgoing(0)[2], std::size_t(3));
    f.gossip.received(1, told(0, 3), kGossipNow, 0);
    QVERIFY(f.outgoing(1'000'000).empty());
    // And not back to who told it.
    f.gossip.received(2, told(5, 1), kGossipNow, 0);
    f.gossip.received(1, told(5, 1), kGossipNow, 0);
    const auto out = f.outgoing(2'000'000);
    QCOMPARE(out.size(), std::size_t(1));
}

void AddressGossipTest::answersOnceAndOnlyWhoDialledIn() {
    GossipFixture f(1);
    f.gossip.received(1, told(0, 15), kGossipNow, 0);
    f.gossip.connected(2, gossiper(20'000), true, 0);
    f.gossip.connected(3, gossiper(20'001), false, 0);
    QCOMPARE(f.gossip.asked(2, kGossipNow, middle).size(), std::size_t(15));
    QVERIFY(f.gossip.asked(2, kGossipNow, middle).empty());
    QVERIFY(f.gossip.asked(3, kGossipNow, middle).empty());
    QVERIFY(f.gossip.asked(99, kGossipNow, middle).empty());
}

void AddressGossipTest::cachesTheAnswerOfALargeBook() {
    AddressBook book(5);
    for (int i = 0; i < 2'000; ++i)
        book.add({std::uint32_t(kGossipNow), 9, gossiper(i)}, gossiper(i + 3), kGossipNow);
    AddressGossip gossip(book, 6);
    std::mt19937_64 engine(1);
    const AddressBook::Random random = [&](std::uint64_t bound) { return engine() % bound; };
    std::set<wire::NetAddress> seen;
    for (PeerId id = 1; id <= 50; ++id) {
        gossip.connected(id, gossiper(int(10'000 + id)), true, 0);
        for (const auto& each : gossip.asked(id, kGossipNow + std::int64_t(id), random))
            seen.insert(each.address);
    }
    QVERIFY2(seen.size() <= book.size() * 23 / 100, qPrintable(QString::number(seen.size())));
    gossip.connected(99, gossiper(10'099), true, 0);
    for (const auto& each : gossip.asked(99, kGossipNow + 30 * 60 * 60, random))
        seen.insert(each.address);
    QVERIFY(seen.size() > book.size() * 23 / 100);
}

void AddressGossipTest::keepsPrivateAddressesPrivate() {
    AddressBook book(5);
    AddressGossip gossip(book, 6);
    const auto lan = *netAddressFrom(QStringLiteral("192.168.1.5:5001"));
    const auto here = *netAddressFrom(QStringLiteral("127.0.0.1:5001"));
    gossip.connected(1, *netAddressFrom(QStringLiteral("192.168.1.2:4")), true, 0);
    gossip.connected(2, gossiper(1), true, 0);
    gossip.connected(3, *netAddressFrom(QStringLiteral("127.0.0.1:7777")), true, 0);
    const wire::Addresses both{{{std::uint32_t(kGossipNow), 9, lan}, {std::uint32_t(kGossipNow), 9, here}},
                               true};
    gossip.received(2, both, kGossipNow, 0);
    QCOMPARE(book.size(), std::size_t(0)); // a stranger far away knows nothing of our network
    gossip.received(1, both, kGossipNow, 0);
    QCOMPARE(book.size(), std::size_t(1));
    for (const auto& each : gossip.takeOutgoing(0, middle))
        QCOMPARE(each.peer, PeerId(3));
    QVERIFY(gossip.asked(2, kGossipNow, middle).empty());
    QCOMPARE(gossip.asked(3, kGossipNow, middle).size(), std::size_t(1));
}

void AddressGossipTest::tellsItsOwnAddressOnceADay() {
    GossipFixture f(1);
    const auto own = gossiper(77);
    f.gossip.announceSelf(1, own, 9, kGossipNow);
    QCOMPARE(f.outgoing(0)[1], std::size_t(1));
    f.gossip.announceSelf(1, own, 9, kGossipNow + 86'399);
    QVERIFY(f.outgoing(1'000'000).empty());
    f.gossip.announceSelf(1, own, 9, kGossipNow + 86'400);
    QCOMPARE(f.outgoing(2'000'000)[1], std::size_t(1));
    GossipFixture other(1);
    other.gossip.announceSelf(1, *netAddressFrom(QStringLiteral("192.168.1.5:5001")), 9, kGossipNow);
    QVERIFY(other.outgoing(0).empty()); // of no use out there
}

void AddressGossipTest::forgetsWhoHasGone() {
    GossipFixture f(2);
    f.gossip.received(1, told(0, 1), kGossipNow, 0);
    f.gossip.gone(2);
    QVERIFY(f.outgoing(0).empty());
    f.gossip.gone(1);
    QVERIFY(!f.gossip.received(1, told(5, 1), kGossipNow, 0));
}

CAIRN_TEST(AddressGossipTest)
#include "AddressGossipTest.moc"
