#include "script/ScriptNumber.h"
#include "support/TestProgram.h"

#include "support/Hex.h"

using support::hexOf;
using support::unhex;

class ScriptNumberTest : public QObject {
    Q_OBJECT
private slots:
    void readsBackWhatItWrites();
    void readsLongForms_data();
    void readsLongForms();
    void refusesLongNumbers();
};

void ScriptNumberTest::readsBackWhatItWrites() {
    int numbers = 0;
    for (int shift = 0; shift < 32; ++shift) {
        for (const std::int64_t offset : {-1, 0, 1}) {
            for (const std::int64_t sign : {-1, 1}) {
                const std::int64_t value = sign * ((std::int64_t{1} << shift) + offset);
                const auto read = script::parseNumber(script::numberBytes(value), true, 5);
                QVERIFY(read);
                QCOMPARE(*read, value);
                ++numbers;
            }
        }
    }
    QCOMPARE(numbers, 32 * 6);
    QCOMPARE(script::numberBytes(0), util::Bytes());
    QCOMPARE(hexOf(script::numberBytes(-255)), QByteArray("ff80"));
}

void ScriptNumberTest::readsLongForms_data() {
    QTest::addColumn<std::string>("hex");
    QTest::addColumn<int>("value");
    QTest::newRow("zero") << std::string("00") << 0;
    QTest::newRow("negative zero") << std::string("80") << 0;
    QTest::newRow("one") << std::string("0100") << 1;
    QTest::newRow("minus one") << std::string("010080") << -1;
    QTest::newRow("127") << std::string("7f000000") << 127;
    QTest::newRow("-127") << std::string("7f80") << -127;
}

void ScriptNumberTest::readsLongForms() {
    QFETCH(std::string, hex);
    QFETCH(int, value);
    const auto lax = script::parseNumber(unhex(hex), false);
    QVERIFY(lax);
    QCOMPARE(*lax, std::int64_t{value});
    const auto minimal = script::parseNumber(unhex(hex), true);
    QVERIFY(!minimal);
    QCOMPARE(minimal.error(), script::ScriptError::ScriptNum);
}

void ScriptNumberTest::refusesLongNumbers() {
    QVERIFY(script::parseNumber(unhex("ffffff7f"), true));
    QVERIFY(!script::parseNumber(unhex("0000008000"), true));
    QVERIFY(script::parseNumber(unhex("0000008000"), true, script::kLockTimeNumberSize));
    QVERIFY(!script::parseNumber(unhex("000000000100"), false, script::kLockTimeNumberSize));
}

CAIRN_TEST(ScriptNumberTest)
#include "ScriptNumberTest.moc"
