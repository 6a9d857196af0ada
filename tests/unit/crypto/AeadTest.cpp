#include "crypto/Aead.h"
#include "support/Hex.h"
#include "support/TestProgram.h"

using support::hexOf;
using support::unhex;

class AeadTest : public QObject {
    Q_OBJECT
private slots:
    void opensKnownAnswers_data();
    void opensKnownAnswers();
    void opensWhatItSealed_data();
    void opensWhatItSealed();
    void sealsDifferentlyEachTime();
    void refusesAnyChangedBit();
    void refusesAnotherKeyOrOtherAssociatedBytes();
    void refusesTooShortTexts();
};

const util::Bytes kKey(32, 0x42);

// The cases of the GCM specification (McGrew and Viega) for 256-bit keys, written as nonce, ciphertext, tag.
void AeadTest::opensKnownAnswers_data() {
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<QByteArray>("sealed");
    QTest::addColumn<QByteArray>("associated");
    QTest::addColumn<QByteArray>("plain");
    const QByteArray zeroKey(64, '0');
    const QByteArray zeroNonce(24, '0');
    QTest::newRow("empty") << zeroKey << zeroNonce + "530f8afbc74536b9a963b4f1c4cb738b" << QByteArray()
                           << QByteArray();
    QTest::newRow("one block") << zeroKey
                               << zeroNonce +
                                      "cea7403d4d606b6e074ec5d3baf39d18d0d1c8a799996bf0265b98b5d48ab919"
                               << QByteArray() << QByteArray(32, '0');
    QTest::newRow("associated bytes")
        << QByteArray("feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308")
        << QByteArray("cafebabefacedbaddecaf888"
                      "522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa"
                      "8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662"
                      "76fc6ece0f4e1768cddf8853bb2d551b")
        << QByteArray("feedfacedeadbeeffeedfacedeadbeefabaddad2")
        << QByteArray("d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a72"
                      "1c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39");
}

void AeadTest::opensKnownAnswers() {
    QFETCH(QByteArray, key);
    QFETCH(QByteArray, sealed);
    QFETCH(QByteArray, associated);
    QFETCH(QByteArray, plain);
    const auto opened = crypto::unseal(unhex(key.toStdString()), unhex(sealed.toStdString()),
                                       unhex(associated.toStdString()));
    QVERIFY(opened);
    QCOMPARE(hexOf(*opened), plain);
}

void AeadTest::opensWhatItSealed_data() {
    QTest::addColumn<int>("size");
    for (const int size : {0, 1, 15, 16, 17, 1000, 100000})
        QTest::addRow("%d bytes", size) << size;
}

void AeadTest::opensWhatItSealed() {
    QFETCH(int, size);
    const util::Bytes plain(static_cast<std::size_t>(size), 0x5a);
    const util::Bytes associated = unhex("0102");
    const util::Bytes sealed = crypto::seal(kKey, plain, associated);
    QCOMPARE(sealed.size(), plain.size() + 12 + 16);
    const auto opened = crypto::unseal(kKey, sealed, associated);
    QVERIFY(opened);
    QVERIFY(std::equal(opened->begin(), opened->end(), plain.begin(), plain.end()));
}

void AeadTest::sealsDifferentlyEachTime() {
    const util::Bytes plain(32, 1);
    const auto first = crypto::seal(kKey, plain, {});
    const auto second = crypto::seal(kKey, plain, {});
    QVERIFY(!std::equal(first.begin(), first.begin() + 12, second.begin())); // the nonce
    QVERIFY(!std::equal(first.begin() + 12, first.end(), second.begin() + 12));
}

void AeadTest::refusesAnyChangedBit() {
    const util::Bytes sealed = crypto::seal(kKey, unhex("00112233"), {});
    for (std::size_t bit = 0; bit < sealed.size() * 8; ++bit) {
        util::Bytes changed = sealed;
        changed[bit / 8] = static_cast<std::uint8_t>(changed[bit / 8] ^ (1u << (bit % 8)));
        QVERIFY2(!crypto::unseal(kKey, changed, {}), QByteArray::number(quint64{bit}));
    }
}

void AeadTest::refusesAnotherKeyOrOtherAssociatedBytes() {
    const util::Bytes sealed = crypto::seal(kKey, unhex("00112233"), unhex("aa"));
    util::Bytes other = kKey;
    other[31] ^= 1;
    QVERIFY(!crypto::unseal(other, sealed, unhex("aa")));
    QVERIFY(!crypto::unseal(util::ByteView(kKey).first(31), sealed, unhex("aa")));
    QVERIFY(!crypto::unseal(kKey, sealed, unhex("ab")));
    QVERIFY(!crypto::unseal(kKey, sealed, {}));
    QVERIFY(crypto::unseal(kKey, sealed, unhex("aa")));
}

void AeadTest::refusesTooShortTexts() {
    const util::Bytes sealed = crypto::seal(kKey, unhex("00112233"), {});
    for (std::size_t size = 0; size < sealed.size(); ++size)
        QVERIFY(!crypto::unseal(kKey, util::ByteView(sealed).first(size), {}));
}

CAIRN_TEST(AeadTest)
#include "AeadTest.moc"
