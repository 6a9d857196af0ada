#include "crypto/PublicKey.h"
#include "crypto/PrivateKey.h"
#include "crypto/Sha256.h"
#include "support/Hex.h"
#include "support/TestProgram.h"
#include "support/Vectors.h"

#include <map>
#include <utility>

using crypto::PublicKey;
using support::hexOf;
using support::unhex;

class PublicKeyTest : public QObject {
    Q_OBJECT
private slots:
    void readsBothForms();
    void refusesWhatIsNoPoint_data();
    void refusesWhatIsNoPoint();
    void agreesWithWycheproofOnEcdsa();
    void agreesWithBip340OnSchnorr();
    void tellsKeysApartThatShareAPlace();
    void refusesWhatIsNoPointAgain();
    void verifiesHybridKeys();
    void verifiesHighS();
    void verifiesOldEncodings();
    void refusesNumbersOutOfRange();
    void refusesWrongSizes();
    void tellsStrictDer_data();
    void tellsStrictDer();
    void tellsLowS_data();
    void tellsLowS();
};

// The generator in its forms.
const std::string kX = "79be667ef9dcbbac55a06295ce870b07029bfcdb2dce28d959f2815b16f81798";
const std::string kY = "483ada7726a3c4655da4fbfc0e1108a8fd17b448a68554199c47d08ffb10d4b8";

// Half the order, and the number above it.
const std::string kHalfOrder = "7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a0";
const std::string kAboveHalf = "7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a1";

static crypto::PrivateKey generatorKey() {
    util::Bytes one(32, 0);
    one.back() = 1;
    return crypto::PrivateKey::parse(one).value();
}

void PublicKeyTest::readsBothForms() {
    const auto compressed = PublicKey::parse(unhex("02" + kX));
    const auto full = PublicKey::parse(unhex("04" + kX + kY));
    QVERIFY(compressed);
    QVERIFY(full);
    QVERIFY(*compressed == *full);
    QCOMPARE(hexOf(full->compressed()), QByteArray::fromStdString("02" + kX));
    const auto negated = PublicKey::parse(unhex("03" + kX));
    QVERIFY(negated);
    QVERIFY(!(*negated == *full));
}

void PublicKeyTest::refusesWhatIsNoPoint_data() {
    QTest::addColumn<QByteArray>("hex");
    const auto row = [](const char* name, const std::string& hex) {
        QTest::newRow(name) << QByteArray::fromStdString(hex);
    };
    row("empty", "");
    row("infinity", "00");
    row("x only", kX);
    row("unknown head", "05" + kX);
    row("hybrid", "06" + kX + kY);
    row("compressed head on a full point", "02" + kX + kY);
    row("full head on a compressed point", "04" + kX);
    row("cut", "02" + kX.substr(2));
    row("too long", "02" + kX + "00");
    row("x not on the curve", "02" + std::string(62, '0') + "05");
    row("x above the field", "02" + std::string(64, 'f'));
    row("y of another point", "04" + kX + kX);
}

void PublicKeyTest::refusesWhatIsNoPoint() {
    QFETCH(QByteArray, hex);
    QVERIFY(!PublicKey::parse(unhex(hex.toStdString())));
}

void PublicKeyTest::agreesWithWycheproofOnEcdsa() {
    const auto vectors =
        support::readJsonVectors(QStringLiteral("wycheproof_ecdsa_secp256k1_sha256_bitcoin.json"));
    NEEDS_DATA(vectors);
    int valid = 0;
    int invalid = 0;
    for (const auto& group : vectors->at("testGroups")) {
        const util::Bytes key = unhex(group.at("publicKey").at("uncompressed").get<std::string>());
        for (const auto& test : group.at("tests")) {
            const util::Bytes signature = unhex(test.at("sig").get<std::string>());
            const auto hash = crypto::sha256(unhex(test.at("msg").get<std::string>()));
            const bool expected = test.at("result") == "valid";
            const bool accepted = crypto::isStrictDer(signature) && crypto::hasLowS(signature) &&
                                  crypto::verifyEcdsa(key, signature, hash);
            QVERIFY2(accepted == expected, test.dump().c_str());
            ++(expected ? valid : invalid);
        }
    }
    qInfo("%d valid and %d invalid signatures", valid, invalid);
    QCOMPARE(valid, 162);
    QCOMPARE(invalid, 301);
}

void PublicKeyTest::agreesWithBip340OnSchnorr() {
    const auto vectors = support::readVectors(QStringLiteral("bip340_schnorr.csv"));
    NEEDS_DATA(vectors);
    int cases = 0;
    for (const QByteArray& line : vectors->split('\n').mid(1)) {
        const auto columns = line.trimmed().split(',');
        if (columns.size() < 7) continue;
        const bool verified =
            crypto::verifySchnorr(unhex(columns[2].toStdString()), unhex(columns[5].toStdString()),
                                  unhex(columns[4].toStdString()));
        QVERIFY2(verified == (columns[6] == "TRUE"), line);
        ++cases;
    }
    qInfo("%d cases", cases);
    QCOMPARE(cases, 19);
}

/// Two keys that the cache of unpacked points keeps in one place, by their last ten bits.
static std::pair<crypto::PrivateKey, crypto::PrivateKey> twoOfOnePlace() {
    std::map<int, crypto::PrivateKey> seen;
    for (std::uint8_t number = 1;; ++number) {
        const auto secret = crypto::PrivateKey::parse(crypto::sha256(util::Bytes{number})).value();
        const auto key = secret.publicKey().compressed();
        const auto [other, isNew] = seen.emplace((key[31] & 3) << 8 | key[32], secret);
        if (!isNew) return {other->second, secret};
    }
}

void PublicKeyTest::tellsKeysApartThatShareAPlace() {
    const auto [first, second] = twoOfOnePlace();
    const auto hash = crypto::sha256(unhex("01"));
    const auto ofFirst = first.signEcdsa(hash);
    const auto ofSecond = second.signEcdsa(hash);
    for (int round = 0; round < 2; ++round) {
        QVERIFY(crypto::verifyEcdsa(first.publicKey().compressed(), ofFirst, hash));
        QVERIFY(!crypto::verifyEcdsa(second.publicKey().compressed(), ofFirst, hash));
        QVERIFY(crypto::verifyEcdsa(second.publicKey().compressed(), ofSecond, hash));
        QVERIFY(!crypto::verifyEcdsa(first.publicKey().compressed(), ofSecond, hash));
    }
    auto negated = first.publicKey().compressed(); // same x, same place
    negated[0] ^= 1;
    QVERIFY(crypto::verifyEcdsa(first.publicKey().compressed(), ofFirst, hash));
    QVERIFY(!crypto::verifyEcdsa(negated, ofFirst, hash));
}

void PublicKeyTest::refusesWhatIsNoPointAgain() {
    const auto hash = crypto::sha256(unhex("01"));
    const auto signature = generatorKey().signEcdsa(hash);
    const auto schnorr = generatorKey().signSchnorr(hash);
    const util::Bytes zeros(33, 0);
    const util::Bytes offCurve = unhex("02" + std::string(62, '0') + "05");
    for (int round = 0; round < 2; ++round) {
        for (const util::Bytes& key : {zeros, offCurve}) {
            QVERIFY(!crypto::verifyEcdsa(key, signature, hash));
            QVERIFY(!crypto::verifySchnorr(util::ByteView(key).last(32), schnorr, hash));
        }
    }
}

void PublicKeyTest::verifiesHybridKeys() {
    const auto hash = crypto::sha256(unhex("01"));
    const auto signature = generatorKey().signEcdsa(hash);
    QVERIFY(crypto::verifyEcdsa(unhex("02" + kX), signature, hash));
    QVERIFY(crypto::verifyEcdsa(unhex("04" + kX + kY), signature, hash));
    QVERIFY(crypto::verifyEcdsa(unhex("06" + kX + kY), signature, hash)); // y is even
    QVERIFY(!crypto::verifyEcdsa(unhex("07" + kX + kY), signature, hash));
    QVERIFY(!crypto::verifyEcdsa(unhex("05" + kX + kY), signature, hash));
}

/// A signature that verifies for the generator key and `hash`: `s` becomes order - s, as anyone may change
/// it.
static util::Bytes highTwin(const util::Bytes& low) {
    const auto order = unhex("fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141");
    const std::size_t sizeOfR = low[3];
    const std::size_t head = 4 + sizeOfR + 2;
    util::Bytes s(low.begin() + static_cast<std::ptrdiff_t>(head), low.end());
    s.insert(s.begin(), 32 - s.size(), 0);
    int borrow = 0;
    for (std::size_t i = 32; i-- > 0;) {
        const int difference = order[i] - s[i] - borrow;
        borrow = difference < 0;
        s[i] = static_cast<std::uint8_t>(difference + 256 * borrow);
    }
    util::Bytes out(low.begin(), low.begin() + static_cast<std::ptrdiff_t>(head));
    out[head - 1] = 33;
    out.push_back(0);
    out.insert(out.end(), s.begin(), s.end());
    out[1] = static_cast<std::uint8_t>(out.size() - 2);
    return out;
}

void PublicKeyTest::verifiesHighS() {
    const auto hash = crypto::sha256(unhex("02"));
    const auto low = generatorKey().signEcdsa(hash);
    const auto high = highTwin(low);
    QVERIFY(crypto::hasLowS(low));
    QVERIFY(crypto::isStrictDer(high));
    QVERIFY(!crypto::hasLowS(high));
    QVERIFY(crypto::verifyEcdsa(unhex("02" + kX), high, hash));
}

void PublicKeyTest::verifiesOldEncodings() {
    const auto hash = crypto::sha256(unhex("03"));
    auto signature = generatorKey().signEcdsa(hash);
    signature[1] = 0; // nobody looked at the length of the sequence
    signature.push_back(0xee);
    QVERIFY(!crypto::isStrictDer(signature));
    QVERIFY(crypto::verifyEcdsa(unhex("02" + kX), signature, hash));
}

void PublicKeyTest::refusesNumbersOutOfRange() {
    const auto key = unhex("02" + kX);
    const auto hash = crypto::sha256(unhex("04"));
    const std::string order = "022100fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141";
    for (const std::string& hex :
         {"3026" + order + "020101", "3026020101" + order, std::string("3006020100020100"),
          "3045" + std::string("022000") + std::string(62, '1') + "022100" + std::string(64, 'f')})
        QVERIFY2(!crypto::verifyEcdsa(key, unhex(hex), hash), hex.c_str());
    QVERIFY(!crypto::verifyEcdsa(key, {}, hash));
}

void PublicKeyTest::refusesWrongSizes() {
    const auto hash = crypto::sha256(unhex("05"));
    const auto key = generatorKey();
    const auto ecdsa = key.signEcdsa(hash);
    const auto schnorr = key.signSchnorr(hash);
    QVERIFY(crypto::verifyEcdsa(unhex("02" + kX), ecdsa, hash));
    QVERIFY(!crypto::verifyEcdsa({}, ecdsa, hash));
    QVERIFY(!crypto::verifyEcdsa(unhex("02" + kX), ecdsa, util::ByteView(hash).first(31)));
    QVERIFY(crypto::verifySchnorr(unhex(kX), schnorr, hash));
    QVERIFY(!crypto::verifySchnorr(unhex("02" + kX), schnorr, hash));
    QVERIFY(!crypto::verifySchnorr({}, schnorr, hash));
    QVERIFY(!crypto::verifySchnorr(unhex(kX), util::ByteView(schnorr).first(63), hash));
    QVERIFY(!crypto::verifySchnorr(unhex(kX), {}, hash));
}

void PublicKeyTest::tellsStrictDer_data() {
    QTest::addColumn<QByteArray>("hex");
    QTest::addColumn<bool>("strict");
    const auto row = [](const char* name, const std::string& hex, bool strict) {
        QTest::newRow(name) << QByteArray::fromStdString(hex) << strict;
    };
    const std::string full(64, '1');
    const std::string high(64, 'f');
    row("shortest", "3006020101020101", true);
    row("32 bytes",
        "3044"
        "0220" +
            full + "0220" + full,
        true);
    row("33 bytes for a high bit",
        "3046"
        "022100" +
            high + "022100" + high,
        true);
    row("zeros", "3006020100020100", true);
    row("empty", "", false);
    row("too long",
        "3047"
        "022100" +
            high + "02220000" + high,
        false);
    row("no sequence", "3106020101020101", false);
    row("wrong length", "3007020101020101", false);
    row("bytes behind the end", "300602010102010100", false);
    row("bytes behind the end, counted", "300702010102010100", false);
    row("long length form", "30810602010102010100", false);
    row("R is no integer", "3006030101020101", false);
    row("S is no integer", "3006020101030101", false);
    row("R is empty", "30060200020201ff", false);
    row("S is empty",
        "300602020101"
        "0200",
        false);
    row("R is negative", "3006020181020101", false);
    row("S is negative", "3006020101020181", false);
    row("R is padded", "300702020001020101", false);
    row("S is padded", "300702010102020001", false);
    row("R reaches beyond", "3006020501020101", false);
    row("S reaches beyond", "3006020101020201", false);
    row("R takes all", "3006020401020101", false);
    row("high bit needs the zero",
        "3008"
        "02020080"
        "02020080",
        true);
}

void PublicKeyTest::tellsStrictDer() {
    QFETCH(QByteArray, hex);
    QFETCH(bool, strict);
    QCOMPARE(crypto::isStrictDer(unhex(hex.toStdString())), strict);
}

void PublicKeyTest::tellsLowS_data() {
    QTest::addColumn<QByteArray>("s");
    QTest::addColumn<bool>("low");
    QTest::newRow("half the order") << QByteArray::fromStdString(kHalfOrder) << true;
    QTest::newRow("above half") << QByteArray::fromStdString(kAboveHalf) << false;
    QTest::newRow("one") << QByteArray(62, '0') + "01" << true;
}

void PublicKeyTest::tellsLowS() {
    QFETCH(QByteArray, s);
    QFETCH(bool, low);
    const util::Bytes signature = unhex("30250201010220" + s.toStdString());
    QCOMPARE(crypto::hasLowS(signature), low);
}

CAIRN_TEST(PublicKeyTest)
#include "PublicKeyTest.moc"
