#include "crypto/PrivateKey.h"
#include "crypto/Base58Check.h"
#include "crypto/Sha256.h"
#include "support/Hex.h"
#include "support/TestProgram.h"
#include "support/Vectors.h"

using crypto::PrivateKey;
using support::hexOf;
using support::unhex;

class PrivateKeyTest : public QObject {
    Q_OBJECT
private slots:
    void acceptsOneToOrderMinusOne_data();
    void acceptsOneToOrderMinusOne();
    void refusesOtherSizes();
    void generatesDifferentKeys();
    void derivesPublishedPublicKeys();
    void signsEcdsaAsPublished();
    void signsEcdsaStrictlyAndLow();
    void signsSchnorr();
    void addsTweaksLikeThePublicKey();
    void refusesTweaksThatLeaveTheRange();
};

const std::string kOrder = "fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141";
const std::string kOrderMinusOne = "fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364140";
const std::string kOne = "0000000000000000000000000000000000000000000000000000000000000001";

static PrivateKey keyOf(const std::string& hex) {
    return PrivateKey::parse(unhex(hex)).value();
}

void PrivateKeyTest::acceptsOneToOrderMinusOne_data() {
    QTest::addColumn<QByteArray>("hex");
    QTest::addColumn<bool>("good");
    QTest::newRow("zero") << QByteArray(64, '0') << false;
    QTest::newRow("one") << QByteArray::fromStdString(kOne) << true;
    QTest::newRow("order - 1") << QByteArray::fromStdString(kOrderMinusOne) << true;
    QTest::newRow("order") << QByteArray::fromStdString(kOrder) << false;
    QTest::newRow("largest") << QByteArray(64, 'f') << false;
}

void PrivateKeyTest::acceptsOneToOrderMinusOne() {
    QFETCH(QByteArray, hex);
    QFETCH(bool, good);
    const auto key = PrivateKey::parse(unhex(hex.toStdString()));
    QCOMPARE(key.has_value(), good);
    if (key) QCOMPARE(hexOf(key->bytes()), hex);
}

void PrivateKeyTest::refusesOtherSizes() {
    for (const std::size_t size : {0, 31, 33, 64})
        QVERIFY(!PrivateKey::parse(util::Bytes(size, 1)));
}

void PrivateKeyTest::generatesDifferentKeys() {
    QVERIFY(PrivateKey::generate().bytes() != PrivateKey::generate().bytes());
}

void PrivateKeyTest::derivesPublishedPublicKeys() {
    QCOMPARE(hexOf(keyOf(kOne).publicKey().compressed()),
             QByteArray("0279be667ef9dcbbac55a06295ce870b07029bfcdb2dce28d959f2815b16f81798"));
    QCOMPARE(hexOf(keyOf(kOrderMinusOne).publicKey().compressed()),
             QByteArray("0379be667ef9dcbbac55a06295ce870b07029bfcdb2dce28d959f2815b16f81798"));
    const auto vectors = support::readVectors(QStringLiteral("bip340_schnorr.csv"));
    NEEDS_DATA(vectors);
    int cases = 0;
    for (const QByteArray& line : vectors->split('\n').mid(1)) {
        const auto columns = line.split(',');
        if (columns.size() < 7 || columns[1].isEmpty()) continue;
        const auto point = keyOf(columns[1].toStdString()).publicKey();
        QCOMPARE(hexOf(point.compressed()).mid(2), columns[2].toLower());
        ++cases;
    }
    QVERIFY2(cases >= 8, QByteArray::number(cases));
}

void PrivateKeyTest::signsEcdsaAsPublished() {
    const auto vectors = support::readJsonVectors(QStringLiteral("core_keys_signmessage.json"));
    NEEDS_DATA(vectors);
    const auto& part = vectors->at("deterministic_ecdsa");
    const auto message = part.at("message").get<std::string>();
    const auto hash = crypto::sha256d(util::asBytes(message));
    int cases = 0;
    for (const auto& row : part.at("signatures")) {
        const auto wif = crypto::decodeBase58Check(row.at("wif").get<std::string>());
        const auto key = PrivateKey::parse(util::ByteView(wif.value()).subspan(1, 32)).value();
        QCOMPARE(hexOf(key.signEcdsa(hash)), QByteArray::fromStdString(row.at("der").get<std::string>()));
        ++cases;
    }
    QCOMPARE(cases, 4);
}

void PrivateKeyTest::signsEcdsaStrictlyAndLow() {
    for (int i = 0; i < 50; ++i) {
        const PrivateKey key = PrivateKey::generate();
        const auto hash = crypto::sha256(key.bytes());
        const auto signature = key.signEcdsa(hash);
        QVERIFY(crypto::isStrictDer(signature));
        QVERIFY(crypto::hasLowS(signature));
        QVERIFY(crypto::verifyEcdsa(key.publicKey().compressed(), signature, hash));
        QVERIFY(signature == key.signEcdsa(hash)); // no chance in the nonce
        QVERIFY(!crypto::verifyEcdsa(key.publicKey().compressed(), signature, crypto::sha256(hash)));
    }
}

void PrivateKeyTest::signsSchnorr() {
    for (int i = 0; i < 20; ++i) {
        const PrivateKey key = PrivateKey::generate();
        const auto hash = crypto::sha256(key.bytes());
        const auto signature = key.signSchnorr(hash);
        const auto point = key.publicKey().compressed();
        QVERIFY(crypto::verifySchnorr(util::ByteView(point).subspan(1), signature, hash));
        QVERIFY(!crypto::verifySchnorr(util::ByteView(point).subspan(1), signature, crypto::sha256(hash)));
        QVERIFY(signature != key.signSchnorr(hash)); // auxiliary randomness
    }
}

void PrivateKeyTest::addsTweaksLikeThePublicKey() {
    const auto two = keyOf(kOne).tweakAdd(unhex(kOne)).value();
    QCOMPARE(hexOf(two.bytes()), QByteArray(63, '0') + '2');
    QCOMPARE(hexOf(two.publicKey().compressed()),
             QByteArray("02c6047f9441ed7d6d3045406e95c07cd85c778e4b8cef3ca7abac09b95c709ee5"));
    for (int i = 0; i < 20; ++i) {
        const PrivateKey key = PrivateKey::generate();
        const auto tweak = crypto::sha256(key.bytes());
        const auto child = key.tweakAdd(tweak).value();
        QVERIFY(child.publicKey() == key.publicKey().tweakAdd(tweak).value());
        QVERIFY(!(child.publicKey() == key.publicKey()));
    }
}

void PrivateKeyTest::refusesTweaksThatLeaveTheRange() {
    const PrivateKey one = keyOf(kOne);
    for (const std::string& tweak : {kOrderMinusOne, kOrder, std::string(64, 'f')}) { // the first makes zero
        QVERIFY(!one.tweakAdd(unhex(tweak)));
        QVERIFY(!one.publicKey().tweakAdd(unhex(tweak)));
    }
    for (const std::size_t size : {0, 31, 33}) {
        QVERIFY(!one.tweakAdd(util::Bytes(size, 1)));
        QVERIFY(!one.publicKey().tweakAdd(util::Bytes(size, 1)));
    }
}

CAIRN_TEST(PrivateKeyTest)
#include "PrivateKeyTest.moc"
