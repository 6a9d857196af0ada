#include "crypto/ExtendedKey.h"
#include "support/TestProgram.h"

#include "support/Hex.h"
#include "support/Vectors.h"

using crypto::ExtendedPrivateKey;
using crypto::ExtendedPublicKey;
using support::unhex;

class ExtendedKeyTest : public QObject {
    Q_OBJECT
private slots:
    void derivesThePublishedKeys();
    void derivesPublicChildrenWithoutThePrivateKey();
    void refusesInvalidTexts();
    void refusesHardenedPublicChildren();
    void refusesToGoDeeperThanTheFormat();
    void refusesSeedsOfOtherLengths();
    void usesTestNetworkVersions();
};

namespace {

constexpr crypto::ExtendedVersions kMainVersions{0x0488b21e, 0x0488ade4};

} // namespace

void ExtendedKeyTest::derivesThePublishedKeys() {
    const auto vectors = support::readJsonVectors("bip32_vectors.json");
    NEEDS_DATA(vectors);
    int chains = 0;
    for (const auto& vector : (*vectors)["valid"]) {
        const auto master = ExtendedPrivateKey::fromSeed(unhex(vector["seed"].get<std::string>())).value();
        for (const auto& chain : vector["chains"]) {
            const auto key = master.derive(chain["indices"].get<std::vector<std::uint32_t>>()).value();
            const auto xprv = chain["xprv"].get<std::string>();
            QCOMPARE(key.toBase58(kMainVersions), xprv);
            QCOMPARE(ExtendedPrivateKey::fromBase58(xprv, kMainVersions).value().toBase58(kMainVersions),
                     xprv);
            const auto xpub = chain["xpub"].get<std::string>();
            QCOMPARE(key.publicKey().toBase58(kMainVersions), xpub);
            QCOMPARE(ExtendedPublicKey::fromBase58(xpub, kMainVersions).value().toBase58(kMainVersions),
                     xpub);
            ++chains;
        }
    }
    QCOMPARE(chains, 17);
}

void ExtendedKeyTest::derivesPublicChildrenWithoutThePrivateKey() {
    const auto parent = ExtendedPrivateKey::fromSeed(unhex("000102030405060708090a0b0c0d0e0f")).value();
    for (const std::uint32_t number : {0U, 1U, 77U, 0x7fffffffU}) {
        const auto fromPrivate = parent.child(number).value().publicKey();
        const auto fromPublic = parent.publicKey().child(number).value();
        QCOMPARE(fromPublic.toBase58(), fromPrivate.toBase58());
    }
}

void ExtendedKeyTest::refusesInvalidTexts() {
    const auto vectors = support::readJsonVectors("bip32_vectors.json");
    NEEDS_DATA(vectors);
    for (const auto& row : (*vectors)["invalid"]) {
        const auto text = row["key"].get<std::string>();
        const auto reason = row["reason"].get<std::string>();
        QVERIFY2(!ExtendedPublicKey::fromBase58(text, kMainVersions), reason.c_str());
        QVERIFY2(!ExtendedPrivateKey::fromBase58(text, kMainVersions), reason.c_str());
    }
    QVERIFY(!ExtendedPublicKey::fromBase58("", kMainVersions));
    QVERIFY(!ExtendedPublicKey::fromBase58(std::string(100'000, 'x'), kMainVersions));
    const auto key = ExtendedPrivateKey::fromSeed(util::Bytes(16, 1)).value();
    QVERIFY(!ExtendedPublicKey::fromBase58(key.publicKey().toBase58(), kMainVersions)); // another network
    QVERIFY(!ExtendedPublicKey::fromBase58(key.toBase58(), {}));                        // a private key
    QVERIFY(!ExtendedPrivateKey::fromBase58(key.publicKey().toBase58(), {}));           // a public one
    QVERIFY(ExtendedPrivateKey::fromBase58(key.toBase58(), {}));
}

void ExtendedKeyTest::refusesHardenedPublicChildren() {
    const auto key = ExtendedPrivateKey::fromSeed(util::Bytes(16, 1)).value().publicKey();
    QVERIFY(!key.child(crypto::kHardened));
    QVERIFY(!key.child(0xffffffff));
}

void ExtendedKeyTest::refusesToGoDeeperThanTheFormat() {
    auto key = ExtendedPrivateKey::fromSeed(util::Bytes(16, 1)).value();
    key.depth = 255;
    QVERIFY(!key.child(0));
    QVERIFY(!key.publicKey().child(0));
}

void ExtendedKeyTest::refusesSeedsOfOtherLengths() {
    QVERIFY(!ExtendedPrivateKey::fromSeed(util::Bytes(15)));
    QVERIFY(!ExtendedPrivateKey::fromSeed(util::Bytes(65)));
    QVERIFY(ExtendedPrivateKey::fromSeed(util::Bytes(64)));
}

void ExtendedKeyTest::usesTestNetworkVersions() {
    const auto key = ExtendedPrivateKey::fromSeed(util::Bytes(16, 1)).value();
    QVERIFY(key.toBase58().starts_with("tprv"));
    QVERIFY(key.publicKey().toBase58().starts_with("tpub"));
}

CAIRN_TEST(ExtendedKeyTest)
#include "ExtendedKeyTest.moc"
