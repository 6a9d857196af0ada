#include "primitives/Hash256.h"
#include "primitives/Transaction.h"
#include "support/TestProgram.h"

#include <set>
#include <sys/wait.h>
#include <unistd.h>
#include <unordered_set>

using primitives::BlockHash;
using primitives::TxId;

class Hash256Test : public QObject {
    Q_OBJECT
private slots:
    void mixesDifferentlyInEveryRun(); // first: nothing may have drawn the seed yet
    void keepsMeaningsApart();
    void showsReversedHex();
    void refusesOtherText_data();
    void refusesOtherText();
    void takesBytesInWireOrder();
    void isNullByDefault();
    void comparesBytes();
    void mixesEveryBit();
    void worksInUnorderedContainers();
};

/// What a fresh process makes of 32 zeros.
static std::size_t hashInChild() {
    int ends[2];
    if (pipe(ends) != 0) return 0;
    const pid_t child = fork();
    if (child == 0) {
        const std::size_t value = primitives::hashOf(util::Bytes(32, 0));
        _exit(write(ends[1], &value, sizeof value) == sizeof value ? 0 : 1);
    }
    std::size_t value = 0;
    const bool complete = read(ends[0], &value, sizeof value) == sizeof value;
    close(ends[0]);
    close(ends[1]);
    waitpid(child, nullptr, 0);
    return complete ? value : 0;
}

void Hash256Test::mixesDifferentlyInEveryRun() {
    const std::size_t first = hashInChild();
    const std::size_t second = hashInChild();
    QVERIFY(first != 0 && second != 0);
    QVERIFY(first != second);
}

const std::string kHex = "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1eff";

void Hash256Test::keepsMeaningsApart() {
    static_assert(!std::is_convertible_v<TxId, BlockHash>);
    static_assert(!std::is_convertible_v<TxId, primitives::WtxId>);
    static_assert(!std::is_convertible_v<util::ByteArray<32>, TxId>);
    QVERIFY(TxId::fromHex(kHex)->bytes() == BlockHash::fromHex(kHex)->bytes());
}

void Hash256Test::showsReversedHex() {
    const TxId id = TxId::fromHex(kHex).value();
    QCOMPARE(id.bytes().front(), std::uint8_t{0xff});
    QCOMPARE(id.bytes().back(), std::uint8_t{0x00});
    QCOMPARE(id.toHex(), kHex);
}

void Hash256Test::refusesOtherText_data() {
    QTest::addColumn<QByteArray>("text");
    const QByteArray good = QByteArray::fromStdString(kHex);
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("short") << good.chopped(2);
    QTest::newRow("long") << good + "00";
    QTest::newRow("odd") << good.chopped(1);
    QTest::newRow("no hex") << good.chopped(1) + "g";
    QTest::newRow("prefix") << "0x" + good.chopped(2);
}

void Hash256Test::refusesOtherText() {
    QFETCH(QByteArray, text);
    QVERIFY(!TxId::fromHex(text.toStdString()));
}

void Hash256Test::takesBytesInWireOrder() {
    util::Bytes bytes(32, 0);
    bytes[0] = 0xab;
    const TxId id = TxId::fromBytes(bytes);
    QVERIFY(id.toHex().ends_with("ab"));
    QCOMPARE(id.view().front(), std::uint8_t{0xab});
}

void Hash256Test::isNullByDefault() {
    QVERIFY(TxId().isNull());
    QVERIFY(!TxId::fromHex(kHex)->isNull());
    QVERIFY(primitives::OutPoint().isNull());
    QVERIFY(!(primitives::OutPoint{TxId(), 0}.isNull()));
    QVERIFY(!(primitives::OutPoint{TxId::fromHex(kHex).value()}.isNull()));
}

void Hash256Test::comparesBytes() {
    util::Bytes bytes(32, 0);
    const TxId zero = TxId::fromBytes(bytes);
    bytes[0] = 1;
    const TxId first = TxId::fromBytes(bytes);
    bytes[0] = 0;
    bytes[31] = 0xff;
    const TxId last = TxId::fromBytes(bytes);
    QVERIFY(zero < last);
    QVERIFY(last < first); // in wire order, not as numbers
    QVERIFY(first == first);
    QVERIFY((primitives::OutPoint{zero, 2} < primitives::OutPoint{last, 1}));
    QVERIFY((primitives::OutPoint{zero, 1} < primitives::OutPoint{zero, 2}));
}

void Hash256Test::mixesEveryBit() {
    std::set<std::size_t> seen;
    const util::Bytes zeros(32, 0);
    for (std::size_t bit = 0; bit < 256; ++bit) {
        util::Bytes bytes = zeros;
        bytes[bit / 8] = static_cast<std::uint8_t>(1u << (bit % 8));
        seen.insert(primitives::hashOf(bytes));
    }
    for (std::uint32_t bit = 0; bit < 32; ++bit)
        seen.insert(primitives::hashOf(zeros, std::uint32_t{1} << bit));
    seen.insert(primitives::hashOf(zeros));
    QCOMPARE(seen.size(), std::size_t{256 + 32 + 1});
    QCOMPARE(primitives::hashOf(zeros, 5), primitives::hashOf(zeros, 5));
}

void Hash256Test::worksInUnorderedContainers() {
    std::unordered_set<primitives::OutPoint> points;
    const TxId id = TxId::fromHex(kHex).value();
    for (std::uint32_t i = 0; i < 1000; ++i)
        points.insert({id, i});
    points.insert({id, 7});
    QCOMPARE(points.size(), std::size_t{1000});
    QVERIFY(points.contains({id, 999}));
    QVERIFY(!points.contains({TxId(), 999}));
    std::size_t longest = 0;
    for (std::size_t bucket = 0; bucket < points.bucket_count(); ++bucket)
        longest = std::max(longest, points.bucket_size(bucket));
    QVERIFY2(longest < 12, QByteArray::number(quint64{longest}));
}

CAIRN_TEST(Hash256Test)
#include "Hash256Test.moc"
