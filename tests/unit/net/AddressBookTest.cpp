#include "net/address/AddressBook.h"
#include "net/address/HostAddress.h"
#include "support/TestProgram.h"

#include <random>
#include <set>

using namespace net;

namespace {

constexpr std::int64_t kBookNow = 2'000'000'000;
constexpr std::int64_t kBookDay = 24 * 60 * 60;

wire::NetAddress bookAddress(const QString& text) {
    return *netAddressFrom(text);
}

wire::NetAddress numbered(std::uint32_t number, quint16 port = 5001) {
    return netAddressOf(QHostAddress(quint32(0x14000000) + number * 65'537), port); // each of another /16
}

wire::TimedAddress heardNow(const wire::NetAddress& address) {
    return {std::uint32_t(kBookNow), 9, address};
}

AddressBook::Random bookRandom(unsigned seed) {
    return [engine = std::mt19937_64(seed)](std::uint64_t bound) mutable { return engine() % bound; };
}

} // namespace

class AddressBookTest : public QObject {
    Q_OBJECT
private slots:
    void remembersWhatItHears();
    void refusesWhatNobodyCanDial_data();
    void refusesWhatNobodyCanDial();
    void agesHearsay();
    void keepsTriedApart();
    void forgetsTheHopeless();
    void isNotFilledByOneSource();
    void choosesEvenlyAndSparesFailures();
    void samplesAPart();
    void staysInBounds();
    void survivesWriting();
    void refusesWhatIsNoBook();
};

void AddressBookTest::remembersWhatItHears() {
    AddressBook book(1);
    const auto address = bookAddress(QStringLiteral("8.8.1.1:5001"));
    const auto source = bookAddress(QStringLiteral("9.9.9.9:1"));
    QVERIFY(book.add(heardNow(address), source, kBookNow));
    QVERIFY(!book.add(heardNow(address), source, kBookNow));
    QCOMPARE(book.size(), std::size_t(1));
    QCOMPARE(book.find(address)->source, source);
    QCOMPARE(book.find(address)->services, std::uint64_t(9));
    // Seen again later, with another service.
    wire::TimedAddress again = heardNow(address);
    again.time += 7200;
    again.services = 1024;
    QVERIFY(!book.add(again, source, kBookNow + 7200));
    QCOMPARE(book.find(address)->services, std::uint64_t(1033));
    QCOMPARE(book.find(address)->time, kBookNow + 7200);
    book.remove(address);
    QCOMPARE(book.size(), std::size_t(0));
    QVERIFY(!book.select(kBookNow, bookRandom(1)));
}

void AddressBookTest::refusesWhatNobodyCanDial_data() {
    QTest::addColumn<QString>("text");
    for (const char* text : {"0.0.0.0:1", "255.255.255.255:1", "224.0.0.1:1", "169.254.1.1:1", "8.8.8.8:0",
                             "192.0.2.1:1", "[::]:1", "[fe80::1]:1", "[ff02::1]:1", "[2001:db8::1]:1"})
        QTest::newRow(text) << QString::fromLatin1(text);
}

void AddressBookTest::refusesWhatNobodyCanDial() {
    QFETCH(QString, text);
    AddressBook book(1);
    QVERIFY(!book.add(heardNow(bookAddress(text)), numbered(1), kBookNow));
    QVERIFY(
        !book.add(heardNow({wire::NetAddress::Kind::TorV3, util::Bytes(32, 1), 1}), numbered(1), kBookNow));
    QCOMPARE(book.size(), std::size_t(0));
}

void AddressBookTest::agesHearsay() {
    AddressBook book(1);
    QVERIFY(book.add(heardNow(numbered(1)), numbered(9), kBookNow, 7200));
    QCOMPARE(book.find(numbered(1))->time, kBookNow - 7200);
    wire::TimedAddress future = heardNow(numbered(2));
    future.time += 3600;
    QVERIFY(book.add(future, numbered(9), kBookNow));
    QCOMPARE(book.find(numbered(2))->time, kBookNow - 5 * kBookDay);
    QVERIFY(book.add({5, 1, numbered(3)}, numbered(9), kBookNow));
    QCOMPARE(book.find(numbered(3))->time, kBookNow - 5 * kBookDay);
}

void AddressBookTest::keepsTriedApart() {
    AddressBook book(1);
    QVERIFY(book.add(heardNow(numbered(1)), numbered(9), kBookNow));
    QVERIFY(!book.find(numbered(1))->isTried);
    book.tried(numbered(1), kBookNow);
    book.failed(numbered(1), kBookNow);
    QCOMPARE(book.find(numbered(1))->failures, 1);
    book.succeeded(numbered(1), 1033, kBookNow + 5);
    const auto entry = book.find(numbered(1));
    QVERIFY(entry->isTried);
    QCOMPARE(entry->failures, 0);
    QCOMPARE(entry->services, std::uint64_t(1033));
    QCOMPARE(entry->lastSuccess, kBookNow + 5);
    book.succeeded(numbered(2), 9, kBookNow); // dialled by hand, heard of by nobody
    QVERIFY(book.find(numbered(2))->isTried);
    QCOMPARE(book.size(), std::size_t(2));
    book.seen(numbered(1), kBookNow + 7200);
    QCOMPARE(book.find(numbered(1))->time, kBookNow + 7200);
}

void AddressBookTest::forgetsTheHopeless() {
    AddressBook book(1);
    QVERIFY(book.add(heardNow(numbered(1)), numbered(9), kBookNow));
    for (int i = 0; i < 2; ++i)
        book.failed(numbered(1), kBookNow + i * 600);
    QVERIFY(book.find(numbered(1)));
    book.failed(numbered(1), kBookNow + 1800);
    QVERIFY(!book.find(numbered(1)));

    AddressBook::Entry entry;
    entry.time = kBookNow - 31 * kBookDay;
    QVERIFY(AddressBook::isHopeless(entry, kBookNow));
    entry.lastTry = kBookNow - 30; // being tried
    QVERIFY(!AddressBook::isHopeless(entry, kBookNow));
    entry = {};
    entry.time = kBookNow;
    entry.lastSuccess = kBookNow - 8 * kBookDay;
    entry.failures = 9;
    QVERIFY(!AddressBook::isHopeless(entry, kBookNow));
    entry.failures = 10;
    QVERIFY(AddressBook::isHopeless(entry, kBookNow));
}

void AddressBookTest::isNotFilledByOneSource() {
    AddressBook book(0x1234567);
    // Three honest ones, each from a source of its own.
    for (std::uint32_t i = 0; i < 3; ++i)
        QVERIFY(book.add(heardNow(numbered(i, 6001)), numbered(40'000 + i), kBookNow));
    const wire::NetAddress liar = bookAddress(QStringLiteral("66.66.1.1:1"));
    for (std::uint32_t i = 0; i < 50'000; ++i)
        book.add(heardNow(numbered(i)), liar, kBookNow);
    // Sixteen buckets of sixty-four.
    QVERIFY2(book.size() <= 16 * AddressBook::kBucketSize + 3, qPrintable(QString::number(book.size())));
    QVERIFY(book.size() > 8 * AddressBook::kBucketSize);
    for (std::uint32_t i = 0; i < 3; ++i)
        QVERIFY(book.find(numbered(i, 6001)));
}

void AddressBookTest::choosesEvenlyAndSparesFailures() {
    AddressBook book(3);
    for (std::uint32_t i = 0; i < 20; ++i)
        QVERIFY(book.add(heardNow(numbered(i)), numbered(1000 + i), kBookNow));
    for (std::uint32_t i = 20; i < 24; ++i)
        book.succeeded(numbered(i), 9, kBookNow - 3600);
    book.failed(numbered(5), kBookNow);
    book.failed(numbered(5), kBookNow);
    const std::int64_t later = kBookNow + 3600;
    book.tried(numbered(6), later - 60);
    std::map<wire::NetAddress, int> counts;
    const auto random = bookRandom(4);
    for (int i = 0; i < 8'000; ++i)
        ++counts[book.select(later, random)->address];
    int triedOnes = 0;
    for (std::uint32_t i = 20; i < 24; ++i)
        triedOnes += counts[numbered(i)];
    QVERIFY2(triedOnes > 3'500 && triedOnes < 4'500, qPrintable(QString::number(triedOnes)));
    QVERIFY(counts[numbered(5)] < counts[numbered(4)] * 3 / 4 && counts[numbered(5)] > 0);
    QVERIFY(counts[numbered(6)] < counts[numbered(4)] / 5);
}

void AddressBookTest::samplesAPart() {
    AddressBook book(3);
    for (std::uint32_t i = 0; i < 10; ++i)
        QVERIFY(book.add(heardNow(numbered(i)), numbered(1000 + i), kBookNow));
    QCOMPARE(book.sample(kBookNow, bookRandom(1)).size(), std::size_t(10)); // a small one gives all
    QCOMPARE(book.sample(kBookNow + 40 * kBookDay, bookRandom(1)).size(), std::size_t(0));
    for (std::uint32_t i = 10; i < 3'000; ++i)
        book.add(heardNow(numbered(i)), numbered(1000 + i), kBookNow);
    const auto sample = book.sample(kBookNow, bookRandom(1));
    QCOMPARE(sample.size(), book.size() * 23 / 100);
    std::set<wire::NetAddress> different;
    for (const wire::TimedAddress& each : sample)
        different.insert(each.address);
    QCOMPARE(different.size(), sample.size());
}

void AddressBookTest::staysInBounds() {
    AddressBook book(3);
    for (std::uint32_t i = 0; i < 30'000; ++i) {
        book.add(heardNow(numbered(i)), numbered(i / 3), kBookNow);
        if (i % 3 == 0) book.succeeded(numbered(i), 9, kBookNow + std::int64_t(i) * 10);
    }
    constexpr std::size_t kPlaces =
        (AddressBook::kNewBuckets + AddressBook::kTriedBuckets) * AddressBook::kBucketSize;
    QVERIFY(book.size() <= kPlaces && book.size() > kPlaces / 2);
    for (const AddressBook::Entry& each : book.all())
        book.remove(each.address);
    QCOMPARE(book.size(), std::size_t(0));
    QVERIFY(book.add(heardNow(numbered(1)), numbered(1), kBookNow)); // every place is free again
}

void AddressBookTest::survivesWriting() {
    AddressBook book(0xfeed);
    for (std::uint32_t i = 0; i < 500; ++i) {
        book.add(heardNow(numbered(i)), numbered(i / 7), kBookNow);
        if (i % 5 == 0) book.succeeded(numbered(i), 1033, kBookNow + i);
        if (i % 7 == 0) book.failed(numbered(i), kBookNow + i);
    }
    book.succeeded(bookAddress(QStringLiteral("[2a00::7]:5001")), 9, kBookNow);
    const auto again = AddressBook::load(book.serialize());
    QVERIFY(again);
    QVERIFY(again->all() == book.all());
    QCOMPARE(again->serialize(), book.serialize());
}

void AddressBookTest::refusesWhatIsNoBook() {
    AddressBook book(1);
    book.add(heardNow(numbered(1)), numbered(2), kBookNow);
    const util::Bytes good = book.serialize();
    for (std::size_t length = 0; length < good.size(); ++length)
        QVERIFY(!AddressBook::load(util::ByteView(good).first(length)));
    util::Bytes more = good;
    more.push_back(0);
    QVERIFY(!AddressBook::load(more));
    util::Bytes newer = good;
    newer[0] = 2;
    QCOMPARE(AddressBook::load(newer).error(), AddressBook::LoadError::NewerVersion);
    std::mt19937 random(7);
    for (int i = 0; i < 20'000; ++i) {
        util::Bytes bytes = good;
        bytes[1 + random() % (bytes.size() - 1)] = std::uint8_t(random());
        if (const auto loaded = AddressBook::load(bytes)) QVERIFY(loaded->size() <= 1);
    }
}

CAIRN_TEST(AddressBookTest)
#include "AddressBookTest.moc"
