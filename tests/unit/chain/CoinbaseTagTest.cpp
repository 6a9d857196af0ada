#include "chain/CoinbaseTag.h"

#include "consensus/BlockRules.h"
#include "script/Script.h"

#include "support/TestProgram.h"

#include <QtTest>

class CoinbaseTagTest : public QObject {
    Q_OBJECT
private slots:
    void writesTheName_data();
    void writesTheName();
    void readsItBack();
    void showsNothingOfForeignBytes_data();
    void showsNothingOfForeignBytes();
};

namespace {

primitives::Transaction coinbaseWith(const util::Bytes& script) {
    primitives::TransactionParts parts;
    parts.inputs.push_back({{}, script, primitives::kSequenceFinal, {}});
    parts.outputs.push_back({primitives::Amount(1), util::Bytes{0x51}});
    return primitives::Transaction(std::move(parts));
}

primitives::Transaction coinbaseSaying(std::string_view text) {
    script::ScriptBuilder builder;
    builder.number(7).push(util::asBytes(text)).push(util::Bytes(8));
    return coinbaseWith(builder.take());
}

} // namespace

void CoinbaseTagTest::writesTheName_data() {
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("tag");
    QTest::newRow("none") << QByteArray() << QByteArray("/Cairn/");
    QTest::newRow("plain") << QByteArray("mia") << QByteArray("/Cairn:mia/");
    QTest::newRow("slashes") << QByteArray("a/b") << QByteArray("/Cairn:ab/");
    QTest::newRow("only slashes") << QByteArray("//") << QByteArray("/Cairn/");
    QTest::newRow("long") << QByteArray(60, 'x') << "/Cairn:" + QByteArray(32, 'x') + '/';
    // 20 letters of two bytes each: cut between letters, not within one.
    QTest::newRow("umlauts") << QByteArray("ü").repeated(20)
                             << "/Cairn:" + QByteArray("ü").repeated(16) + '/';
    QTest::newRow("umlauts, odd") << QByteArray("aü") + QByteArray("ü").repeated(19)
                                  << "/Cairn:a" + QByteArray("ü").repeated(15) + '/';
}

void CoinbaseTagTest::writesTheName() {
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, tag);
    QCOMPARE(QByteArray::fromStdString(chain::coinbaseTag(name.toStdString())), tag);
    QVERIFY(tag.size() <= qsizetype(chain::kMaxCoinbaseTag));
}

void CoinbaseTagTest::readsItBack() {
    QCOMPARE(chain::finderName(coinbaseSaying(chain::coinbaseTag("mia"))), std::string("mia"));
    QCOMPARE(chain::finderName(coinbaseSaying(chain::coinbaseTag(""))), std::string());
    QCOMPARE(chain::finderName(coinbaseSaying("/pool of others/")), std::string("pool of others"));
}

void CoinbaseTagTest::showsNothingOfForeignBytes_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("no slashes") << QByteArray("mia");
    QTest::newRow("one slash") << QByteArray("/mia");
    QTest::newRow("control") << QByteArray("/Cairn:a\nb/");
    QTest::newRow("turns the writing") << QByteArray("/Cairn:a\u202eb/");
    QTest::newRow("no UTF-8") << QByteArray("/Cairn:\xff\xfe/");
    QTest::newRow("too long") << "/" + QByteArray(60, 'x') + "/";
    QTest::newRow("empty") << QByteArray("//");
}

void CoinbaseTagTest::showsNothingOfForeignBytes() {
    QFETCH(QByteArray, text);
    QCOMPARE(chain::finderName(coinbaseSaying(text.toStdString())), std::string());
    QCOMPARE(chain::finderName(coinbaseWith(util::Bytes{0x4c, 0xff, 0x2f})), std::string()); // breaks off
}

CAIRN_TEST(CoinbaseTagTest)
#include "CoinbaseTagTest.moc"
