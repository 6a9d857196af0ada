#include "script/Address.h"
#include "support/TestProgram.h"

#include "crypto/Base58Check.h"
#include "crypto/Bech32.h"
#include "script/OutputType.h"
#include "support/Hex.h"
#include "support/Vectors.h"

#include <algorithm>
#include <map>

using script::AddressError;
using script::AddressFormat;

class AddressTest : public QObject {
    Q_OBJECT
private slots:
    void readsAndWritesEveryType();
    void refusesWhatIsNoAddress();
    void writesTheAddressesOfBip341();
    void namesTheMistake_data();
    void namesTheMistake();
    void hasNoneForOtherScripts();
};

namespace {

const AddressFormat kMain{.bech32Prefix = "bc", .pubKeyHash = 0, .scriptHash = 5, .privateKey = 128};
const AddressFormat kTest{.bech32Prefix = "tb"};
const AddressFormat kRegtest{.bech32Prefix = "bcrt"};
const std::map<std::string, AddressFormat> kChains = {
    {"main", kMain}, {"testnet4", kTest}, {"signet", kTest}, {"regtest", kRegtest}};

std::string caseFlipped(std::string text) {
    for (char& c : text) {
        if (c >= 'a' && c <= 'z')
            c = static_cast<char>(c - 'a' + 'A');
        else if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c - 'A' + 'a');
    }
    return text;
}

} // namespace

void AddressTest::readsAndWritesEveryType() {
    const auto vectors = support::readJsonVectors("core_key_io_valid.json");
    NEEDS_DATA(vectors);
    int addresses = 0;
    int keys = 0;
    for (const auto& row : *vectors) {
        const std::string text = row[0];
        const AddressFormat& format = kChains.at(row[2]["chain"]);
        const auto script = script::scriptFromAddress(text, format);
        if (row[2]["isPrivkey"].get<bool>()) {
            QVERIFY2(!script && script.error() == AddressError::WrongLength, text.c_str());
            ++keys;
            continue;
        }
        QVERIFY2(script, text.c_str());
        QCOMPARE(support::hexOf(*script).toStdString(), row[1].get<std::string>());
        QCOMPARE(script::toAddress(*script, format).value_or(""), text);
        const auto flipped = script::scriptFromAddress(caseFlipped(text), format);
        QCOMPARE(flipped.has_value(), row[2].value("tryCaseFlip", false));
        if (flipped) QCOMPARE(*flipped, *script);
        ++addresses;
    }
    qInfo("%d addresses, %d private keys refused", addresses, keys);
    QCOMPARE(addresses, 54);
    QCOMPARE(keys, 16);
}

void AddressTest::refusesWhatIsNoAddress() {
    const auto vectors = support::readJsonVectors("core_key_io_invalid.json");
    NEEDS_DATA(vectors);
    int cases = 0;
    for (const auto& row : *vectors) {
        const std::string text = row[0];
        for (const auto& [name, format] : kChains)
            QVERIFY2(!script::scriptFromAddress(text, format), (text + " on " + name).c_str());
        ++cases;
    }
    qInfo("%d cases", cases);
    QCOMPARE(cases, 70);
}

void AddressTest::writesTheAddressesOfBip341() {
    const auto vectors = support::readJsonVectors("bip341_wallet.json");
    NEEDS_DATA(vectors);
    int cases = 0;
    for (const auto& row : (*vectors)["scriptPubKey"]) {
        const auto script = support::unhex(row["expected"]["scriptPubKey"].get<std::string>());
        QCOMPARE(script::toAddress(script, kMain).value_or(""),
                 row["expected"]["bip350Address"].get<std::string>());
        ++cases;
    }
    QCOMPARE(cases, 7);
}

void AddressTest::namesTheMistake_data() {
    QTest::addColumn<std::string>("text");
    QTest::addColumn<AddressError>("error");
    const util::Bytes hash20(20, 7);
    util::Bytes payload{0};
    payload.insert(payload.end(), hash20.begin(), hash20.end());
    const std::string base58 = crypto::encodeBase58Check(payload);
    const std::string bech32 = crypto::encodeSegwit("bcrt", 0, hash20);
    std::string typo = bech32;
    typo.back() = typo.back() == 'q' ? 'p' : 'q';
    QTest::newRow("nothing") << std::string() << AddressError::Malformed;
    QTest::newRow("words") << std::string("not an address") << AddressError::Malformed;
    QTest::newRow("typing error") << typo << AddressError::Malformed;
    QTest::newRow("Base58 of another network") << base58 << AddressError::WrongNetwork;
    QTest::newRow("Bech32 of another network")
        << crypto::encodeSegwit("bc", 0, hash20) << AddressError::WrongNetwork;
    payload[0] = kRegtest.pubKeyHash;
    payload.pop_back();
    QTest::newRow("Base58 of 19 bytes") << crypto::encodeBase58Check(payload) << AddressError::WrongLength;
    const auto values = crypto::decodeBech32(bech32)->values;
    QTest::newRow("version 0 in Bech32m")
        << crypto::encodeBech32(crypto::Bech32Encoding::Bech32m, "bcrt", values) << AddressError::Malformed;
    QTest::newRow("version 0 of 12 bytes")
        << crypto::encodeBech32(crypto::Bech32Encoding::Bech32, "bcrt", util::Bytes(21, 0))
        << AddressError::WrongLength;
    QTest::newRow("version 17") << crypto::encodeBech32(crypto::Bech32Encoding::Bech32m, "bcrt",
                                                        util::Bytes(33, 17))
                                << AddressError::WrongLength;
    QTest::newRow("no version") << crypto::encodeBech32(crypto::Bech32Encoding::Bech32, "bcrt", {})
                                << AddressError::WrongLength;
}

void AddressTest::namesTheMistake() {
    QFETCH(std::string, text);
    QFETCH(AddressError, error);
    const auto script = script::scriptFromAddress(text, kRegtest);
    QVERIFY(!script);
    QCOMPARE(script.error(), error);
}

void AddressTest::hasNoneForOtherScripts() {
    for (const char* hex : {"", "51", "6a0100", "0002aabb", "a914"})
        QVERIFY(!script::toAddress(support::unhex(hex), kRegtest));
    util::Bytes key(35, 2);
    key[0] = 33;
    key[34] = 0xac;
    QCOMPARE(script::outputTypeOf(key), script::OutputType::PubKey);
    QVERIFY(!script::toAddress(key, kRegtest));
    QCOMPARE(script::toAddress(support::unhex("51024e73"), kMain).value_or(""),
             std::string("bc1pfeessrawgf"));
}

CAIRN_TEST(AddressTest)
#include "AddressTest.moc"
