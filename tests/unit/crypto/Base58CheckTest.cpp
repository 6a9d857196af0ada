#include "crypto/Base58Check.h"
#include "support/Hex.h"
#include "support/TestProgram.h"
#include "support/Vectors.h"

using crypto::decodeBase58Check;
using crypto::encodeBase58Check;
using support::hexOf;
using support::unhex;

class Base58CheckTest : public QObject {
    Q_OBJECT
private slots:
    void readsBackWhatItWrote();
    void agreesWithPublishedAddressesAndKeys();
    void refusesAnyChangedCharacter();
    void refusesTextsShorterThanTheCheck();
    void refusesMoreThanTheLimit();
};

const std::string kAddress = "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa"; // of the first block's coinbase
const util::Bytes kPayload = unhex("0062e907b15cbf27d5425399ebf6f0fb50ebb88f18");

void Base58CheckTest::readsBackWhatItWrote() {
    QCOMPARE(encodeBase58Check(kPayload), kAddress);
    QCOMPARE(hexOf(decodeBase58Check(kAddress).value()), hexOf(kPayload));
    for (std::size_t size = 0; size <= 128; ++size) {
        const util::Bytes payload(size, static_cast<std::uint8_t>(size));
        const auto decoded = decodeBase58Check(encodeBase58Check(payload));
        QVERIFY2(decoded == payload, QByteArray::number(quint64{size}));
    }
}

/// What Base58Check carries behind the version byte: the hash of a P2PKH or P2SH script, or a key and its
/// compression mark.
static std::optional<util::Bytes> carried(const nlohmann::json& row) {
    util::Bytes payload = unhex(row[1].get<std::string>());
    if (row[2]["isPrivkey"].get<bool>()) {
        if (row[2]["isCompressed"].get<bool>()) payload.push_back(1);
        return payload;
    }
    if (payload.size() == 25 && payload[0] == 0x76)
        return util::Bytes(payload.begin() + 3, payload.begin() + 23);
    if (payload.size() == 23 && payload[0] == 0xa9)
        return util::Bytes(payload.begin() + 2, payload.begin() + 22);
    return std::nullopt; // SegWit
}

void Base58CheckTest::agreesWithPublishedAddressesAndKeys() {
    const auto vectors = support::readJsonVectors(QStringLiteral("core_key_io_valid.json"));
    NEEDS_DATA(vectors);
    int cases = 0;
    for (const auto& row : *vectors) {
        const auto text = row[0].get<std::string>();
        const auto expected = carried(row);
        const auto decoded = decodeBase58Check(text);
        QCOMPARE(decoded.has_value(), expected.has_value());
        if (!expected) continue;
        QCOMPARE(hexOf(util::ByteView(*decoded).subspan(1)), hexOf(*expected));
        QCOMPARE(encodeBase58Check(*decoded), text);
        ++cases;
    }
    QVERIFY2(cases > 16, QByteArray::number(cases)); // more than the private keys
}

void Base58CheckTest::refusesAnyChangedCharacter() {
    for (std::size_t i = 0; i < kAddress.size(); ++i) {
        std::string changed = kAddress;
        changed[i] = changed[i] == '2' ? '3' : '2';
        QVERIFY2(!decodeBase58Check(changed), changed.c_str());
    }
    QVERIFY(!decodeBase58Check('1' + kAddress));
    QVERIFY(!decodeBase58Check(kAddress.substr(1)));
    QVERIFY(!decodeBase58Check(kAddress + ' '));
    QVERIFY(!decodeBase58Check(' ' + kAddress));
}

void Base58CheckTest::refusesTextsShorterThanTheCheck() {
    for (const char* text : {"", "1", "111", "1111", "2g"})
        QVERIFY2(!decodeBase58Check(text), text);
    QVERIFY(decodeBase58Check("3QJmnh").value().empty()); // the check of nothing
}

void Base58CheckTest::refusesMoreThanTheLimit() {
    QVERIFY(decodeBase58Check(kAddress, kPayload.size()));
    QVERIFY(!decodeBase58Check(kAddress, kPayload.size() - 1));
    QVERIFY(!decodeBase58Check(encodeBase58Check(util::Bytes(129, 7))));
    QVERIFY(!decodeBase58Check(std::string(1'000'000, 'z')));
}

CAIRN_TEST(Base58CheckTest)
#include "Base58CheckTest.moc"
