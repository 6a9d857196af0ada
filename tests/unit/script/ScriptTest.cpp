#include "script/Script.h"
#include "support/TestProgram.h"

#include "support/Hex.h"

using script::Opcode;
using script::OperationReader;
using script::ScriptBuilder;
using support::hexOf;
using support::unhex;

class ScriptTest : public QObject {
    Q_OBJECT
private slots:
    void readsOperations();
    void stopsWhereAPushBreaksOff_data();
    void stopsWhereAPushBreaksOff();
    void pushesShortest_data();
    void pushesShortest();
    void writesNumbers_data();
    void writesNumbers();
    void tellsUnspendable();
    void tellsPushOnly_data();
    void tellsPushOnly();
    void countsSigOps_data();
    void countsSigOps();
    void writesText_data();
    void writesText();
    void namesOpcodes();
};

void ScriptTest::readsOperations() {
    const auto script = unhex("76"
                              "02aabb"
                              "4c01cc"
                              "4d0100dd"
                              "4e01000000ee"
                              "00"
                              "51");
    OperationReader reader(script);
    std::string seen;
    while (const auto operation = reader.next())
        seen +=
            std::to_string(static_cast<int>(operation->opcode)) + ':' + util::toHex(operation->pushed) + ' ';
    QCOMPARE(seen, std::string("118: 2:aabb 76:cc 77:dd 78:ee 0: 81: "));
    QVERIFY(!reader.broken());
    QCOMPARE(reader.position(), script.size());
}

void ScriptTest::stopsWhereAPushBreaksOff_data() {
    QTest::addColumn<std::string>("tail");
    for (const char* tail : {"01", "02aa", "4b", "4c", "4c01", "4c02aa", "4d", "4d01", "4d0100", "4d0200aa",
                             "4e", "4e010000", "4e01000000", "4effffffffaa"})
        QTest::newRow(tail) << std::string(tail);
}

void ScriptTest::stopsWhereAPushBreaksOff() {
    QFETCH(std::string, tail);
    const auto script = unhex("51" + tail);
    OperationReader reader(script);
    QVERIFY(reader.next());
    QVERIFY(!reader.next());
    QVERIFY(reader.broken());
    QCOMPARE(reader.position(), std::size_t{1});
    QVERIFY(!reader.next());
}

void ScriptTest::pushesShortest_data() {
    QTest::addColumn<util::Bytes>("bytes");
    QTest::addColumn<QByteArray>("start");
    QTest::newRow("nothing") << util::Bytes() << QByteArray("00");
    QTest::newRow("zero byte") << util::Bytes{0} << QByteArray("0100");
    QTest::newRow("one") << util::Bytes{1} << QByteArray("51");
    QTest::newRow("sixteen") << util::Bytes{16} << QByteArray("60");
    QTest::newRow("seventeen") << util::Bytes{17} << QByteArray("0111");
    QTest::newRow("minus one") << util::Bytes{0x81} << QByteArray("4f");
    QTest::newRow("two bytes") << util::Bytes{1, 0} << QByteArray("020100");
    QTest::newRow("75") << util::Bytes(75, 1) << QByteArray("4b01");
    QTest::newRow("76") << util::Bytes(76, 1) << QByteArray("4c4c01");
    QTest::newRow("255") << util::Bytes(255, 1) << QByteArray("4cff01");
    QTest::newRow("256") << util::Bytes(256, 1) << QByteArray("4d000101");
    QTest::newRow("65535") << util::Bytes(65535, 1) << QByteArray("4dffff01");
    QTest::newRow("65536") << util::Bytes(65536, 1) << QByteArray("4e0000010001");
}

void ScriptTest::pushesShortest() {
    QFETCH(util::Bytes, bytes);
    QFETCH(QByteArray, start);
    const auto script = ScriptBuilder().push(bytes).take();
    QVERIFY(hexOf(script).startsWith(start));
    OperationReader reader(script);
    const auto operation = reader.next();
    QVERIFY(operation);
    QCOMPARE(reader.position(), script.size());
    if (operation->isPushOfBytes()) QCOMPARE(hexOf(operation->pushed), hexOf(bytes));
}

void ScriptTest::writesNumbers_data() {
    QTest::addColumn<qint64>("value");
    QTest::addColumn<QByteArray>("hex");
    QTest::newRow("0") << qint64{0} << QByteArray("00");
    QTest::newRow("-1") << qint64{-1} << QByteArray("4f");
    QTest::newRow("1") << qint64{1} << QByteArray("51");
    QTest::newRow("16") << qint64{16} << QByteArray("60");
    QTest::newRow("17") << qint64{17} << QByteArray("0111");
    QTest::newRow("127") << qint64{127} << QByteArray("017f");
    QTest::newRow("128") << qint64{128} << QByteArray("028000");
    QTest::newRow("-128") << qint64{-128} << QByteArray("028080");
    QTest::newRow("-2") << qint64{-2} << QByteArray("0182");
    QTest::newRow("500000") << qint64{500000} << QByteArray("0320a107");
    QTest::newRow("least") << std::numeric_limits<qint64>::min() << QByteArray("09000000000000008080");
}

void ScriptTest::writesNumbers() {
    QFETCH(qint64, value);
    QFETCH(QByteArray, hex);
    QCOMPARE(hexOf(ScriptBuilder().number(value).take()), hex);
}

void ScriptTest::tellsUnspendable() {
    QVERIFY(script::isUnspendable(unhex("6a")));
    QVERIFY(!script::isUnspendable(unhex("516a")));
    QVERIFY(!script::isUnspendable({}));
    QVERIFY(!script::isUnspendable(util::Bytes(10'000, 0x51)));
    QVERIFY(script::isUnspendable(util::Bytes(10'001, 0x51)));
}

void ScriptTest::tellsPushOnly_data() {
    QTest::addColumn<std::string>("hex");
    QTest::addColumn<bool>("pushOnly");
    QTest::newRow("empty") << std::string() << true;
    QTest::newRow("pushes, OP_RESERVED, OP_16") << std::string("0001aa4c01bb4f5060") << true;
    QTest::newRow("OP_NOP") << std::string("5161") << false;
    QTest::newRow("cut") << std::string("5102aa") << false;
}

void ScriptTest::tellsPushOnly() {
    QFETCH(std::string, hex);
    QFETCH(bool, pushOnly);
    QCOMPARE(script::isPushOnly(unhex(hex)), pushOnly);
}

void ScriptTest::countsSigOps_data() {
    QTest::addColumn<std::string>("hex");
    QTest::addColumn<int>("legacy");
    QTest::addColumn<int>("accurate");
    QTest::newRow("none") << std::string("5152") << 0 << 0;
    QTest::newRow("checks") << std::string("acadac") << 3 << 3;
    QTest::newRow("multisig of 3") << std::string("53ae") << 20 << 3;
    QTest::newRow("multisig of 16, verified") << std::string("60af") << 20 << 16;
    QTest::newRow("multisig of a push") << std::string("0103ae") << 20 << 20;
    QTest::newRow("multisig of OP_0") << std::string("00ae") << 20 << 20;
    QTest::newRow("first of all") << std::string("ae") << 20 << 20;
    QTest::newRow("inside of a push") << std::string("02acac") << 0 << 0;
    QTest::newRow("up to where it breaks off") << std::string("ac05acacac") << 1 << 1;
    QTest::newRow("CHECKSIGADD does not count") << std::string("ba") << 0 << 0;
}

void ScriptTest::countsSigOps() {
    QFETCH(std::string, hex);
    QFETCH(int, legacy);
    QFETCH(int, accurate);
    QCOMPARE(script::countSigOps(unhex(hex), false), std::int64_t{legacy});
    QCOMPARE(script::countSigOps(unhex(hex), true), std::int64_t{accurate});
}

void ScriptTest::writesText_data() {
    QTest::addColumn<std::string>("hex");
    QTest::addColumn<QByteArray>("core");
    QTest::addColumn<QByteArray>("esplora");
    const auto row = [](const char* name, const char* hex, const char* core, const char* esplora) {
        QTest::newRow(name) << std::string(hex) << QByteArray(core) << QByteArray(esplora);
    };
    row("empty", "", "", "");
    row("P2PKH", "76a914000102030405060708090a0b0c0d0e0f1011121388ac",
        "OP_DUP OP_HASH160 000102030405060708090a0b0c0d0e0f10111213 OP_EQUALVERIFY OP_CHECKSIG",
        "OP_DUP OP_HASH160 OP_PUSHBYTES_20 000102030405060708090a0b0c0d0e0f10111213 OP_EQUALVERIFY "
        "OP_CHECKSIG");
    row("small numbers", "004f5160", "0 -1 1 16", "OP_0 OP_PUSHNUM_NEG1 OP_PUSHNUM_1 OP_PUSHNUM_16");
    row("short pushes are numbers", "01810180020080", "-1 0 0",
        "OP_PUSHBYTES_1 81 OP_PUSHBYTES_1 80 OP_PUSHBYTES_2 0080");
    row("four and five bytes", "04ffffffff051122334455", "-2147483647 1122334455",
        "OP_PUSHBYTES_4 ffffffff OP_PUSHBYTES_5 1122334455");
    row("PUSHDATA", "4c01aa4c00", "-42 0", "OP_PUSHDATA1 aa OP_PUSHDATA1");
    row("lock times", "b0b1b2b3", "OP_NOP1 OP_CHECKLOCKTIMEVERIFY OP_CHECKSEQUENCEVERIFY OP_NOP4",
        "OP_NOP1 OP_CLTV OP_CSV OP_NOP4");
    row("unknown", "babbfeff", "OP_CHECKSIGADD OP_UNKNOWN OP_UNKNOWN OP_INVALIDOPCODE",
        "OP_CHECKSIGADD OP_RETURN_187 OP_RETURN_254 OP_INVALIDOPCODE");
    row("bytes missing", "5103aa", "1 [error]", "OP_PUSHNUM_1 OP_PUSHBYTES_3 <push past end>");
    row("length missing", "514d01", "1 [error]", "OP_PUSHNUM_1<unexpected end>");
    row("nothing but a cut push", "03aa", "[error]", "OP_PUSHBYTES_3 <push past end>");
    row("nothing but a cut length", "4c", "[error]", "<unexpected end>");
    row("long push cut", "4c05aa", "[error]", "OP_PUSHDATA1 <push past end>");
}

void ScriptTest::writesText() {
    QFETCH(std::string, hex);
    QFETCH(QByteArray, core);
    QFETCH(QByteArray, esplora);
    QCOMPARE(QByteArray::fromStdString(script::toAsm(unhex(hex))), core);
    QCOMPARE(QByteArray::fromStdString(script::toEsploraAsm(unhex(hex))), esplora);
}

void ScriptTest::namesOpcodes() {
    const auto name = [](int value) { return script::toString(static_cast<Opcode>(value)); };
    QCOMPARE(name(0x00), std::string("OP_0"));
    QCOMPARE(name(0x4e), std::string("OP_PUSHDATA4"));
    QCOMPARE(name(0x4f), std::string("OP_1NEGATE"));
    QCOMPARE(name(0x50), std::string("OP_RESERVED"));
    QCOMPARE(name(0x51), std::string("OP_1"));
    QCOMPARE(name(0x60), std::string("OP_16"));
    QCOMPARE(name(0x61), std::string("OP_NOP"));
    QCOMPARE(script::toString(Opcode::Tuck), std::string("OP_TUCK"));
    QCOMPARE(script::toString(Opcode::Size), std::string("OP_SIZE"));
    QCOMPARE(script::toString(Opcode::NotEqual0), std::string("OP_0NOTEQUAL"));
    QCOMPARE(script::toString(Opcode::Within), std::string("OP_WITHIN"));
    QCOMPARE(script::toString(Opcode::CheckMultiSigVerify), std::string("OP_CHECKMULTISIGVERIFY"));
    QCOMPARE(script::toString(Opcode::Nop10), std::string("OP_NOP10"));
    QCOMPARE(script::toString(Opcode::CheckSigAdd), std::string("OP_CHECKSIGADD"));
    QCOMPARE(name(0xbb), std::string("OP_UNKNOWN"));
    QCOMPARE(name(0x05), std::string("OP_UNKNOWN"));
    QSet<QString> names;
    for (int value = 0x61; value <= 0xba; ++value)
        names.insert(QString::fromStdString(name(value)));
    QCOMPARE(names.size(), 0xba - 0x61 + 1);
}

CAIRN_TEST(ScriptTest)
#include "ScriptTest.moc"
