#include "net/address/Dialler.h"
#include "net/address/HostAddress.h"
#include "support/TestProgram.h"

using namespace net;

namespace {

std::uint64_t zero(std::uint64_t) {
    return 0;
}

/// The same numbers in every run.
AddressBook::Random stepping() {
    return [state = std::uint64_t{88172645463325252}](std::uint64_t bound) mutable {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        return state % bound;
    };
}

constexpr std::int64_t kUnixNow = 2'000'000'000;

void hear(AddressBook& book, const char* text) {
    const wire::NetAddress address = *netAddressFrom(QLatin1String(text));
    QVERIFY2(book.add({std::uint32_t(kUnixNow), 9, address}, address, kUnixNow), text);
}

} // namespace

class DiallerTest : public QObject {
    Q_OBJECT
private slots:
    void dialsByHandAtOnce();
    void waitsLongerEachTime();
    void spreadsThoseWhoComeBack();
    void startsAnewAfterSuccess();
    void hurriesAndPostpones();
    void forgets();
    void keepsTheNumberOfThoseHeardOf();
    void takesOneOfAGroup();
    void takesManyOfALan();
    void leavesOutWhatIsOut();
    void givesFailuresTime();
    void takesOneAtATime();
    void leavesOutWhoGivesNoWitness();
};

void DiallerTest::dialsByHandAtOnce() {
    Dialler dialler;
    dialler.add(1, 100);
    dialler.add(2, 100);
    QVERIFY(dialler.due(99).empty());
    QVERIFY((dialler.due(100) == std::vector<PeerId>{1, 2}));
    QVERIFY(dialler.due(1'000'000).empty()); // they are being dialled
    QVERIFY(!dialler.nextTryMs(1));
}

void DiallerTest::waitsLongerEachTime() {
    Dialler dialler;
    dialler.add(1, 0);
    std::int64_t now = 0;
    std::vector<std::int64_t> waits;
    for (int i = 0; i < 12; ++i) {
        QCOMPARE(dialler.due(now).size(), std::size_t(1));
        dialler.failed(1, now, zero);
        waits.push_back(*dialler.nextTryMs(1) - now);
        QVERIFY(dialler.due(now + waits.back() - 1).empty());
        now += waits.back();
    }
    QVERIFY((waits == std::vector<std::int64_t>{5'000, 10'000, 20'000, 40'000, 60'000, 60'000, 60'000, 60'000,
                                                60'000, 60'000, 60'000, 60'000}));
}

void DiallerTest::spreadsThoseWhoComeBack() {
    Dialler dialler;
    dialler.add(1, 0);
    dialler.failed(1, 0, [](std::uint64_t bound) { return bound - 1; });
    QCOMPARE(*dialler.nextTryMs(1), std::int64_t(3'750));
}

void DiallerTest::startsAnewAfterSuccess() {
    Dialler dialler;
    dialler.add(1, 0);
    for (int i = 0; i < 5; ++i)
        dialler.failed(1, 0, zero);
    dialler.succeeded(1);
    dialler.lost(1, 0, zero);
    QCOMPARE(*dialler.nextTryMs(1), std::int64_t(5'000));
}

void DiallerTest::hurriesAndPostpones() {
    Dialler dialler;
    dialler.add(1, 0);
    (void)dialler.due(0);
    dialler.postpone(1, 0, 3'600'000);
    QVERIFY(dialler.due(3'599'999).empty());
    dialler.add(1, 5); // known: as it was
    QVERIFY(dialler.due(3'599'999).empty());
    dialler.hurry(1, 10);
    QCOMPARE(dialler.due(10).size(), std::size_t(1));
}

void DiallerTest::forgets() {
    Dialler dialler;
    dialler.add(1, 0);
    dialler.remove(1);
    dialler.failed(1, 0, zero);
    dialler.hurry(1, 0);
    QVERIFY(dialler.due(1'000'000).empty());
    QVERIFY(!dialler.nextTryMs(1));
}

void DiallerTest::keepsTheNumberOfThoseHeardOf() {
    Dialler dialler({3});
    AddressBook book(7);
    hear(book, "8.1.0.1:5001");
    Dialler::Surroundings around;
    around.heardOf = 3;
    QVERIFY(!dialler.heardOf(book, around, kUnixNow, 0, stepping()));
    around.heardOf = 2;
    QVERIFY(dialler.heardOf(book, around, kUnixNow, 0, stepping()));
    QVERIFY(!dialler.heardOf(AddressBook(1), around, kUnixNow, 10'000, stepping()));
}

void DiallerTest::takesOneOfAGroup() {
    AddressBook book(7);
    hear(book, "8.1.0.1:5001");
    hear(book, "8.1.77.2:5001");
    hear(book, "8.2.0.1:5001");
    Dialler::Surroundings around;
    around.connected = {*netAddressFrom(QStringLiteral("8.1.3.3:44444"))};
    const auto random = stepping();
    for (int i = 0; i < 20; ++i) {
        Dialler dialler;
        const auto found = dialler.heardOf(book, around, kUnixNow, 0, random);
        QVERIFY(found);
        QCOMPARE(textOf(*found), QStringLiteral("8.2.0.1:5001"));
    }
}

void DiallerTest::takesManyOfALan() {
    AddressBook book(7);
    hear(book, "192.168.1.2:5001");
    hear(book, "192.168.1.3:5001");
    hear(book, "127.0.0.1:6001");
    hear(book, "127.0.0.1:6002");
    Dialler::Surroundings around;
    std::set<QString> found;
    const auto random = stepping();
    for (int i = 0; i < 4; ++i) {
        Dialler dialler;
        const auto one = dialler.heardOf(book, around, kUnixNow, 0, random);
        QVERIFY(one);
        found.insert(textOf(*one));
        around.connected.push_back(*one);
    }
    QCOMPARE(found.size(), std::size_t(4));
}

void DiallerTest::leavesOutWhatIsOut() {
    AddressBook book(7);
    hear(book, "8.1.0.1:5001");
    hear(book, "8.2.0.1:5001");
    Dialler::Surroundings around;
    around.isOut = [](const wire::NetAddress& address) {
        return textOf(address).startsWith(QLatin1String("8.1."));
    };
    const auto random = stepping();
    for (int i = 0; i < 20; ++i)
        QCOMPARE(textOf(*Dialler().heardOf(book, around, kUnixNow, 0, random)),
                 QStringLiteral("8.2.0.1:5001"));
    around.isOut = [](const wire::NetAddress&) { return true; };
    QVERIFY(!Dialler().heardOf(book, around, kUnixNow, 0, random));
}

void DiallerTest::givesFailuresTime() {
    AddressBook book(7);
    hear(book, "8.1.0.1:5001");
    hear(book, "8.2.0.1:5001");
    book.failed(*netAddressFrom(QStringLiteral("8.1.0.1:5001")), kUnixNow - 60);
    const auto random = stepping();
    for (int i = 0; i < 20; ++i)
        QCOMPARE(textOf(*Dialler().heardOf(book, {}, kUnixNow, 0, random)), QStringLiteral("8.2.0.1:5001"));
    // Where there is nothing else, it is tried again soon, but not at once.
    book.remove(*netAddressFrom(QStringLiteral("8.2.0.1:5001")));
    QVERIFY(Dialler().heardOf(book, {}, kUnixNow, 0, random));
    QVERIFY(!Dialler().heardOf(book, {}, kUnixNow - 55, 0, random));
}

void DiallerTest::takesOneAtATime() {
    AddressBook book(7);
    hear(book, "8.1.0.1:5001");
    Dialler dialler;
    QVERIFY(dialler.heardOf(book, {}, kUnixNow, 0, stepping()));
    QVERIFY(!dialler.heardOf(book, {}, kUnixNow, 499, stepping()));
    QVERIFY(dialler.heardOf(book, {}, kUnixNow, 500, stepping()));
}

void DiallerTest::leavesOutWhoGivesNoWitness() {
    AddressBook book(7);
    const wire::NetAddress address = *netAddressFrom(QStringLiteral("8.1.0.1:5001"));
    QVERIFY(book.add({std::uint32_t(kUnixNow), wire::kServiceNetwork, address}, address, kUnixNow));
    QVERIFY(!Dialler().heardOf(book, {}, kUnixNow, 0, stepping()));
}

CAIRN_TEST(DiallerTest)
#include "DiallerTest.moc"
