#include "crypto/Bech32.h"
#include "support/Hex.h"
#include "support/TestProgram.h"
#include "support/Vectors.h"

using crypto::Bech32Encoding;
using support::hexOf;
using support::unhex;

class Bech32Test : public QObject {
    Q_OBJECT
private slots:
    void readsPublishedTexts_data();
    void readsPublishedTexts();
    void refusesPublishedBadTexts_data() { readsPublishedTexts_data(); }
    void refusesPublishedBadTexts();
    void readsPublishedAddresses();
    void followsBip350OnOldAddresses();
    void refusesPublishedBadAddresses();
    void agreesWithCoreOnAllNetworks();
    void refusesBadCoreAddresses();
    void refusesAnyChangedCharacter();
    void refusesAnotherPrefix();
    void writesEveryVersionAndSize();
    void refusesPaddingThatIsNotZero();
};

static QByteArray lower(const std::string& text) {
    return QByteArray::fromStdString(text).toLower();
}

/// Prefix and script of a published address: "tb", "0014…".
static std::string prefixOf(const std::string& address) {
    return lower(address.substr(0, address.rfind('1'))).toStdString();
}

/// The script that pays to a witness program: version opcode, length, program.
static QByteArray scriptHex(const crypto::SegwitProgram& decoded) {
    const int opcode = decoded.version == 0 ? 0 : 0x50 + decoded.version;
    util::Bytes script = {static_cast<std::uint8_t>(opcode),
                          static_cast<std::uint8_t>(decoded.program.size())};
    script.insert(script.end(), decoded.program.begin(), decoded.program.end());
    return hexOf(script);
}

void Bech32Test::readsPublishedTexts_data() {
    QTest::addColumn<QString>("file");
    QTest::addColumn<Bech32Encoding>("encoding");
    QTest::newRow("BIP 173") << QStringLiteral("bip173_bech32.json") << Bech32Encoding::Bech32;
    QTest::newRow("BIP 350") << QStringLiteral("bip350_bech32m.json") << Bech32Encoding::Bech32m;
}

void Bech32Test::readsPublishedTexts() {
    QFETCH(QString, file);
    QFETCH(Bech32Encoding, encoding);
    const auto vectors = support::readJsonVectors(file);
    NEEDS_DATA(vectors);
    int cases = 0;
    for (const auto& row : vectors->at("valid")) {
        const auto text = row.get<std::string>();
        const auto decoded = crypto::decodeBech32(text);
        QVERIFY2(decoded, text.c_str());
        QCOMPARE(decoded->encoding, encoding);
        QCOMPARE(QByteArray::fromStdString(crypto::encodeBech32(encoding, decoded->prefix, decoded->values)),
                 lower(text));
        ++cases;
    }
    QCOMPARE(cases, 7);
}

void Bech32Test::refusesPublishedBadTexts() {
    QFETCH(QString, file);
    QFETCH(Bech32Encoding, encoding);
    const auto vectors = support::readJsonVectors(file);
    NEEDS_DATA(vectors);
    int cases = 0;
    for (const auto& row : vectors->at("invalid")) {
        const util::Bytes bytes = unhex(row.at("hex").get<std::string>());
        const auto decoded = crypto::decodeBech32(util::asText(bytes));
        QVERIFY2(!decoded || decoded->encoding != encoding, row.at("reason").get<std::string>().c_str());
        ++cases;
    }
    QVERIFY(cases >= 12);
}

void Bech32Test::readsPublishedAddresses() {
    const auto vectors = support::readJsonVectors(QStringLiteral("bip350_bech32m.json"));
    NEEDS_DATA(vectors);
    int cases = 0;
    for (const auto& row : vectors->at("valid_segwit")) {
        const auto address = row.at("address").get<std::string>();
        const std::string prefix = prefixOf(address);
        const auto decoded = crypto::decodeSegwit(prefix, address);
        QVERIFY2(decoded, address.c_str());
        QCOMPARE(decoded->version, row.at("witness_version").get<int>());
        QCOMPARE(scriptHex(*decoded), QByteArray::fromStdString(row.at("scriptPubKey").get<std::string>()));
        QCOMPARE(QByteArray::fromStdString(crypto::encodeSegwit(prefix, decoded->version, decoded->program)),
                 lower(address));
        ++cases;
    }
    QCOMPARE(cases, 8);
}

void Bech32Test::followsBip350OnOldAddresses() {
    const auto vectors = support::readJsonVectors(QStringLiteral("bip173_bech32.json"));
    NEEDS_DATA(vectors);
    int cases = 0;
    for (const auto& row : vectors->at("valid_segwit_bip173_superseded_for_v1plus")) {
        const auto address = row.at("address").get<std::string>();
        const bool stillValid = row.at("witness_version").get<int>() == 0;
        QCOMPARE(crypto::decodeSegwit(prefixOf(address), address).has_value(), stillValid);
        ++cases;
    }
    QCOMPARE(cases, 6);
}

void Bech32Test::refusesPublishedBadAddresses() {
    int cases = 0;
    for (const char* file : {"bip173_bech32.json", "bip350_bech32m.json"}) {
        const auto vectors = support::readJsonVectors(QString::fromLatin1(file));
        NEEDS_DATA(vectors);
        for (const auto& row : vectors->at("invalid_segwit")) {
            const auto address = row.at("address").get<std::string>();
            for (const char* prefix : {"bc", "tb"})
                QVERIFY2(!crypto::decodeSegwit(prefix, address), address.c_str());
            ++cases;
        }
    }
    QCOMPARE(cases, 25);
}

/// The letters in the other case.
static std::string flipped(std::string text) {
    for (char& c : text) {
        const auto letter = static_cast<unsigned char>(c);
        c = static_cast<char>(std::isupper(letter) ? std::tolower(letter) : std::toupper(letter));
    }
    return text;
}

void Bech32Test::agreesWithCoreOnAllNetworks() {
    const auto vectors = support::readJsonVectors(QStringLiteral("core_key_io_valid.json"));
    NEEDS_DATA(vectors);
    const std::map<std::string, std::string> prefixes = {
        {"main", "bc"}, {"testnet4", "tb"}, {"signet", "tb"}, {"regtest", "bcrt"}};
    int cases = 0;
    for (const auto& row : *vectors) {
        const auto address = row[0].get<std::string>();
        const std::string& prefix = prefixes.at(row[2]["chain"].get<std::string>());
        const auto decoded = crypto::decodeSegwit(prefix, address);
        QCOMPARE(decoded.has_value(), row[2].value("tryCaseFlip", false)); // marks the Bech32 rows
        if (!decoded) continue;
        QCOMPARE(scriptHex(*decoded), QByteArray::fromStdString(row[1].get<std::string>()));
        QVERIFY(crypto::decodeSegwit(prefix, flipped(address)));
        QCOMPARE(crypto::encodeSegwit(prefix, decoded->version, decoded->program), address);
        ++cases;
    }
    QVERIFY2(cases > 10, QByteArray::number(cases));
}

void Bech32Test::refusesBadCoreAddresses() {
    const auto vectors = support::readJsonVectors(QStringLiteral("core_key_io_invalid.json"));
    NEEDS_DATA(vectors);
    int cases = 0;
    for (const auto& row : *vectors) {
        const auto text = row[0].get<std::string>();
        for (const char* prefix : {"bc", "tb", "bcrt"})
            QVERIFY2(!crypto::decodeSegwit(prefix, text), text.c_str());
        ++cases;
    }
    QCOMPARE(cases, 70);
}

void Bech32Test::refusesAnyChangedCharacter() {
    const std::string address = "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4";
    QVERIFY(crypto::decodeSegwit("bc", address));
    for (std::size_t i = 0; i < address.size(); ++i) {
        for (const char other : std::string_view("qpzry9x8gf2tvdw0s3jn54khce6mua7lb1o ")) {
            std::string changed = address;
            if (changed[i] == other) continue;
            changed[i] = other;
            QVERIFY2(!crypto::decodeSegwit("bc", changed), changed.c_str());
        }
    }
}

void Bech32Test::refusesAnotherPrefix() {
    const std::string address = crypto::encodeSegwit("cairn", 1, util::Bytes(32, 3));
    QVERIFY(address.starts_with("cairn1p"));
    QVERIFY(crypto::decodeSegwit("cairn", address));
    QVERIFY(!crypto::decodeSegwit("bc", address));
    QVERIFY(!crypto::decodeSegwit("", address));
    QVERIFY(!crypto::decodeSegwit("cairn1", address));
}

void Bech32Test::writesEveryVersionAndSize() {
    for (int version = 0; version <= 16; ++version) {
        for (std::size_t size = 2; size <= 40; ++size) {
            const util::Bytes program(size, static_cast<std::uint8_t>(size * 7));
            const auto decoded = crypto::decodeSegwit("bc", crypto::encodeSegwit("bc", version, program));
            const bool allowed = version != 0 || size == 20 || size == 32;
            QCOMPARE(decoded.has_value(), allowed);
            if (!decoded) continue;
            QCOMPARE(decoded->version, version);
            QCOMPARE(hexOf(decoded->program), hexOf(program));
        }
    }
}

void Bech32Test::refusesPaddingThatIsNotZero() {
    util::Bytes values(1 + 4, 0); // version 2 and 20 bits: two bytes and four bits of padding
    values[0] = 2;
    QVERIFY(crypto::decodeSegwit("bc", crypto::encodeBech32(Bech32Encoding::Bech32m, "bc", values)));
    values[4] = 1;
    QVERIFY(!crypto::decodeSegwit("bc", crypto::encodeBech32(Bech32Encoding::Bech32m, "bc", values)));
    values[4] = 0;
    values.push_back(0); // 25 bits: a whole byte more and one bit
    QVERIFY(crypto::decodeSegwit("bc", crypto::encodeBech32(Bech32Encoding::Bech32m, "bc", values)));
    values.push_back(0); // 30 bits: six bits of padding, a value too many
    QVERIFY(!crypto::decodeSegwit("bc", crypto::encodeBech32(Bech32Encoding::Bech32m, "bc", values)));
}

CAIRN_TEST(Bech32Test)
#include "Bech32Test.moc"
