#include "crypto/Kdf.h"
#include "support/Hex.h"
#include "support/TestProgram.h"
#include "support/Vectors.h"

using crypto::ScryptCost;
using support::hexOf;

class KdfTest : public QObject {
    Q_OBJECT
private slots:
    void scryptAgreesWithRfc7914_data();
    void scryptAgreesWithRfc7914();
    void scryptGivesAsManyBytesAsAskedFor();
    void scryptRefusesCostsOutOfRange_data();
    void scryptRefusesCostsOutOfRange();
    void pbkdf2AgreesWithBip39();
    void pbkdf2AcceptsEmptyInput();
};

void KdfTest::scryptAgreesWithRfc7914_data() {
    QTest::addColumn<QByteArray>("passphrase");
    QTest::addColumn<QByteArray>("salt");
    QTest::addColumn<int>("n");
    QTest::addColumn<int>("r");
    QTest::addColumn<int>("p");
    QTest::addColumn<QByteArray>("key");
    QTest::newRow("empty") << QByteArray() << QByteArray() << 16 << 1 << 1
                           << QByteArray("77d6576238657b203b19ca42c18a0497f16b4844e3074ae8dfdffa3fede21442"
                                         "fcd0069ded0948f8326a753a0fc81f17e8d3e0fb2e0d3628cf35e20c38d18906");
    QTest::newRow("parallel") << QByteArray("password") << QByteArray("NaCl") << 1024 << 8 << 16
                              << QByteArray(
                                     "fdbabe1c9d3472007856e7190d01e9fe7c6ad7cbc8237830e77376634b373162"
                                     "2eaf30d92e22a3886ff109279d9830dac727afb94a83ee6d8360cbdfa2cc0640");
    QTest::newRow("large") << QByteArray("pleaseletmein") << QByteArray("SodiumChloride") << 16384 << 8 << 1
                           << QByteArray("7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2"
                                         "d5432955613f0fcf62d49705242a9af9e61e85dc0d651e40dfcf017b45575887");
}

void KdfTest::scryptAgreesWithRfc7914() {
    QFETCH(QByteArray, passphrase);
    QFETCH(QByteArray, salt);
    QFETCH(int, n);
    QFETCH(int, r);
    QFETCH(int, p);
    QFETCH(QByteArray, key);
    const ScryptCost cost{static_cast<std::uint64_t>(n), static_cast<std::uint32_t>(r),
                          static_cast<std::uint32_t>(p)};
    const auto made =
        crypto::scrypt(util::asBytes(passphrase.toStdString()), util::asBytes(salt.toStdString()), cost, 64);
    QCOMPARE(hexOf(made), key);
}

void KdfTest::scryptGivesAsManyBytesAsAskedFor() {
    const ScryptCost cost{16, 1, 1};
    QCOMPARE(hexOf(crypto::scrypt({}, {}, cost, 4)), QByteArray("77d65762"));
    QVERIFY(crypto::scrypt({}, {}, cost, 0).empty());
}

void KdfTest::scryptRefusesCostsOutOfRange_data() {
    QTest::addColumn<quint64>("n");
    QTest::addColumn<quint32>("r");
    QTest::addColumn<quint32>("p");
    QTest::newRow("no lanes") << quint64{16} << quint32{0} << quint32{1};
    QTest::newRow("no blocks") << quint64{16} << quint32{1} << quint32{0};
    QTest::newRow("n is 0") << quint64{0} << quint32{8} << quint32{1};
    QTest::newRow("n is 1") << quint64{1} << quint32{8} << quint32{1};
    QTest::newRow("n is no power of two") << quint64{24} << quint32{8} << quint32{1};
    QTest::newRow("2 GiB in lanes") << quint64{2} << quint32{1u << 23} << quint32{1};
    QTest::newRow("over 1 GiB") << (quint64{1} << 21) << quint32{8} << quint32{1};
    QTest::newRow("beyond 64 bits") << (quint64{1} << 63) << quint32{8} << quint32{1};
    QTest::newRow("product wraps round to little") << (quint64{1} << 57) << quint32{1} << quint32{1};
    QTest::newRow("work without end") << quint64{1024} << quint32{8} << quint32{1'000'000};
}

void KdfTest::scryptRefusesCostsOutOfRange() {
    QFETCH(quint64, n);
    QFETCH(quint32, r);
    QFETCH(quint32, p);
    QVERIFY(crypto::scrypt({}, {}, ScryptCost{n, r, p}, 32).empty());
}

void KdfTest::pbkdf2AgreesWithBip39() {
    const auto vectors = support::readJsonVectors(QStringLiteral("bip39_vectors.json"));
    NEEDS_DATA(vectors);
    int cases = 0;
    for (const auto& row : vectors->at("english")) {
        const auto mnemonic = row[1].get<std::string>();
        const auto seed =
            crypto::pbkdf2Sha512(util::asBytes(mnemonic), util::asBytes("mnemonicTREZOR"), 2048);
        QCOMPARE(hexOf(seed), QByteArray::fromStdString(row[2].get<std::string>()));
        ++cases;
    }
    QCOMPARE(cases, 24);
}

void KdfTest::pbkdf2AcceptsEmptyInput() {
    QCOMPARE(hexOf(crypto::pbkdf2Sha512({}, {}, 1)),
             QByteArray("6d2ecbbbfb2e6dcd7056faf9af6aa06eae594391db983279a6bf27e0eb228614"
                        "3ab0c996f33ca4b667e945829ea693340f2831797324e5f31df18ed171d18c97"));
}

CAIRN_TEST(KdfTest)
#include "KdfTest.moc"
