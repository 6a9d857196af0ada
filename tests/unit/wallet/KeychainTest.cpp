#include "wallet/Keychain.h"
#include "support/TestProgram.h"

#include "script/Address.h"
#include "script/OutputType.h"
#include "support/Hex.h"
#include "support/Vectors.h"
#include "wallet/Mnemonic.h"

using support::hexOf;
using wallet::KeyChain;
using wallet::Keychain;
using wallet::KeyPath;

class KeychainTest : public QObject {
    Q_OBJECT
private slots:
    void derivesTheAddressesOfBip84();
    void derivesTheAddressesOfOtherWallets();
    void looksAheadBeyondTheLastHandedOut();
    void looksAheadBeyondTheLastUsed();
    void findsOnlyItsOwnScripts();
    void keepsTheCurrentAddressUntilUsed();
    void skipsWhatAStrangerUsed();
    void collectsWhatChanged();
    void rollsBack();
    void restoresWhatWasCollected();
    void restoresRowsWithGaps();
    void refusesForeignRows();
    void restoresAMillionAddresses();
    void givesPublicKeysOfAnyIndex();
    void listsAddressesByWhatTheyAreFor();
    void tellsOwnScriptsInOrder();
};

namespace {

constexpr std::uint32_t kLookAhead = 5;

script::AddressFormat format(const std::string& prefix = "cairn") {
    script::AddressFormat out;
    out.bech32Prefix = prefix;
    return out;
}

crypto::ExtendedPublicKey accountOf(const std::string& words, const std::string& passphrase,
                                    const std::vector<std::uint32_t>& path) {
    const auto seed = wallet::seedFromMnemonic(words, passphrase);
    return crypto::ExtendedPrivateKey::fromSeed(seed).value().derive(path).value().publicKey();
}

Keychain testKeychain() {
    return {accountOf("zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo wrong", "", wallet::accountPath()),
            format(), kLookAhead};
}

/// The script at this index, looked up by deriving it with another keychain that looks far ahead.
util::Bytes scriptAt(KeyChain chain, std::uint32_t index) {
    Keychain far(testKeychain().account(), format(), index + 1);
    for (std::uint32_t i = 0; i < index; ++i)
        far.handOut(chain, 1, {});
    return far.next(chain).scriptPubKey;
}

std::vector<std::uint32_t> pathFrom(const std::string& text) {
    std::vector<std::uint32_t> out;
    for (const QString& step : QString::fromStdString(text).split('/').mid(1)) {
        const bool hardened = step.endsWith('\'');
        out.push_back(QString(step).remove('\'').toUInt() | (hardened ? crypto::kHardened : 0));
    }
    return out;
}

} // namespace

void KeychainTest::derivesTheAddressesOfBip84() {
    const auto vectors = support::readJsonVectors("bip84_vectors.json");
    NEEDS_DATA(vectors);
    const auto account = accountOf((*vectors)["mnemonic"], "", pathFrom((*vectors)["account"]["path"]));
    QCOMPARE(account.toBase58({0x04b24746, 0}), (*vectors)["account"]["zpub"].get<std::string>());
    Keychain keychain(account, format("bc"), kLookAhead);
    for (const auto& row : (*vectors)["addresses"]) {
        const auto path = pathFrom(row["path"]);
        const KeyPath place{static_cast<KeyChain>(path[3]), path[4]};
        QCOMPARE(hexOf(keychain.publicKey(place).value().compressed()),
                 QByteArray::fromStdString(row["pubkey"]));
        const auto* address = keychain.findByText(row["address"]);
        QVERIFY(address != nullptr);
        QVERIFY(address->path == place);
        QCOMPARE(address->address, row["address"].get<std::string>());
    }
}

void KeychainTest::derivesTheAddressesOfOtherWallets() {
    const auto vectors = support::readJsonVectors("electrum_bip39_wallets.json");
    NEEDS_DATA(vectors);
    int cases = 0;
    for (const char* part : {"singlesig_accounts", "root_key_version_bytes"}) {
        for (const auto& row : (*vectors)[part]) {
            if (row["script_type"] != "p2wpkh" || !row["passphrase_utf8_hex"].get<std::string>().empty())
                continue;
            const auto account = accountOf(row["mnemonic"], "", pathFrom(row["account_path"]));
            Keychain keychain(account, format(row["network"] == "mainnet" ? "bc" : "tb"), kLookAhead);
            QCOMPARE(keychain.next(KeyChain::Receive).address, row["receive_0"].get<std::string>());
            QCOMPARE(keychain.next(KeyChain::Change).address, row["change_0"].get<std::string>());
            ++cases;
        }
    }
    QVERIFY(cases >= 3);
}

void KeychainTest::looksAheadBeyondTheLastHandedOut() {
    Keychain keychain = testKeychain();
    const auto far = scriptAt(KeyChain::Receive, kLookAhead);
    QVERIFY(keychain.find(scriptAt(KeyChain::Receive, kLookAhead - 1)) != nullptr);
    QVERIFY(keychain.find(far) == nullptr);
    keychain.handOut(KeyChain::Receive, 1, {});
    QVERIFY(keychain.find(far) != nullptr);
    QVERIFY(keychain.find(scriptAt(KeyChain::Change, kLookAhead)) == nullptr);
}

void KeychainTest::looksAheadBeyondTheLastUsed() {
    Keychain keychain = testKeychain();
    QVERIFY(keychain.markUsed({KeyChain::Receive, 3}));
    QVERIFY(!keychain.markUsed({KeyChain::Receive, 3}));
    QVERIFY(!keychain.markUsed({KeyChain::Receive, 1}));
    QVERIFY(keychain.find(scriptAt(KeyChain::Receive, 3 + kLookAhead)) != nullptr);
    QVERIFY(keychain.find(scriptAt(KeyChain::Receive, 4 + kLookAhead)) == nullptr);
    QCOMPARE(keychain.next(KeyChain::Receive).path.index, 4U);
}

void KeychainTest::findsOnlyItsOwnScripts() {
    const Keychain keychain = testKeychain();
    util::Bytes script = scriptAt(KeyChain::Receive, 0);
    QVERIFY(keychain.find(script) != nullptr);
    QVERIFY(keychain.find({}) == nullptr);
    QVERIFY(keychain.find(util::ByteView(script).first(21)) == nullptr);
    script[21] ^= 1;
    QVERIFY(keychain.find(script) == nullptr);
    script = scriptAt(KeyChain::Receive, 0);
    script[0] = 0x51; // version 1 with the same 20 bytes is somebody else's script
    QVERIFY(keychain.find(script) == nullptr);
    QVERIFY(keychain.findByText("cairn1nonsense") == nullptr);
}

void KeychainTest::keepsTheCurrentAddressUntilUsed() {
    Keychain keychain = testKeychain();
    QVERIFY(keychain.current() == nullptr);
    keychain.handOut(KeyChain::Receive, 1, "for Ann");
    QVERIFY(keychain.current() == nullptr);
    const auto second = keychain.handOut(KeyChain::Receive, 1, {});
    const auto third = keychain.handOut(KeyChain::Receive, 1, {});
    QCOMPARE(keychain.current()->address, second.address);
    keychain.markUsed(second.path);
    QCOMPARE(keychain.current()->address, third.address);
    keychain.setLabel(third.path, "for Ben");
    QVERIFY(keychain.current() == nullptr);
}

void KeychainTest::skipsWhatAStrangerUsed() {
    Keychain keychain = testKeychain();
    keychain.markUsed({KeyChain::Receive, 0});
    QCOMPARE(keychain.handOut(KeyChain::Receive, 1, {}).path.index, 1U);
    keychain.markUsed({KeyChain::Receive, 4});
    // Indexes 2 and 3 may have been given to somebody by a lost copy of this wallet.
    QCOMPARE(keychain.handOut(KeyChain::Receive, 1, {}).path.index, 5U);
}

void KeychainTest::collectsWhatChanged() {
    Keychain keychain = testKeychain();
    wallet::WalletBatch batch;
    keychain.collect(batch);
    QVERIFY(batch.addresses.empty() && batch.properties.empty());
    keychain.handOut(KeyChain::Change, 77, {});
    keychain.collect(batch);
    QCOMPARE(batch.addresses.size(), std::size_t(1));
    QCOMPARE(batch.addresses[0].handedOut, std::int64_t(77));
    QCOMPARE(batch.properties.size(), std::size_t(1));
    QCOMPARE(batch.properties[0].key, std::string("next_change"));
    QCOMPARE(std::string(util::asText(batch.properties[0].value)), std::string("1"));
    keychain.accept();
    wallet::WalletBatch nothing;
    keychain.collect(nothing);
    QVERIFY(nothing.addresses.empty() && nothing.properties.empty());
}

void KeychainTest::rollsBack() {
    Keychain keychain = testKeychain();
    const auto first = keychain.handOut(KeyChain::Receive, 1, {});
    keychain.accept();
    keychain.setLabel(first.path, "wrong");
    keychain.markUsed(first.path);
    keychain.handOut(KeyChain::Receive, 2, {});
    keychain.handOut(KeyChain::Change, 2, {});
    keychain.rollback();
    QCOMPARE(keychain.handedOutOrUsed().size(), std::size_t(1));
    QVERIFY(keychain.current() != nullptr);
    QCOMPARE(keychain.next(KeyChain::Receive).path.index, 1U);
    QCOMPARE(keychain.next(KeyChain::Change).path.index, 0U);
    wallet::WalletBatch batch;
    keychain.collect(batch);
    QVERIFY(batch.addresses.empty() && batch.properties.empty());
}

void KeychainTest::restoresWhatWasCollected() {
    Keychain keychain = testKeychain();
    for (int i = 0; i < 4; ++i)
        keychain.handOut(KeyChain::Receive, 10 + i, "label");
    keychain.markUsed({KeyChain::Change, 2});
    wallet::WalletBatch batch;
    keychain.collect(batch);
    Keychain other = testKeychain();
    QVERIFY(other.restore(batch.addresses, {4, 3}));
    QCOMPARE(other.next(KeyChain::Receive).path.index, 4U);
    QCOMPARE(other.next(KeyChain::Change).path.index, 3U);
    QCOMPARE(other.handedOutOrUsed().size(), std::size_t(5));
    QVERIFY(other.find(scriptAt(KeyChain::Receive, 3 + kLookAhead)) != nullptr);
    QVERIFY(other.find(scriptAt(KeyChain::Change, 1)) != nullptr);
}

void KeychainTest::restoresRowsWithGaps() {
    Keychain keychain = testKeychain();
    keychain.markUsed({KeyChain::Receive, 4});
    wallet::WalletBatch batch;
    keychain.collect(batch);
    QCOMPARE(batch.addresses.size(), std::size_t(1));
    Keychain other = testKeychain();
    QVERIFY(other.restore(batch.addresses, {0, 0})); // the row says more than the counter
    QCOMPARE(other.next(KeyChain::Receive).path.index, 5U);
    QVERIFY(other.find(scriptAt(KeyChain::Receive, 2)) != nullptr);
}

void KeychainTest::refusesForeignRows() {
    Keychain keychain = testKeychain();
    const auto good = keychain.handOut(KeyChain::Receive, 1, {});
    auto row = good;
    row.scriptPubKey = {0x6a};
    QVERIFY(!testKeychain().restore({row}, {1, 0}));
    row = good;
    row.path.index = 0xffffffff;
    QVERIFY(!testKeychain().restore({row}, {1, 0}));
    row = good;
    row.path.chain = static_cast<KeyChain>(2);
    QVERIFY(!testKeychain().restore({row}, {1, 0}));
    QVERIFY(!testKeychain().restore({}, {0xffffffff, 0}));
}

/// A miner or a shop of some years: a file with many addresses is no damaged one.
void KeychainTest::restoresAMillionAddresses() {
    constexpr std::uint32_t kCount = 1'000'100;
    std::vector<wallet::WalletAddress> rows(kCount);
    for (std::uint32_t i = 0; i < kCount; ++i) {
        util::ByteArray<20> program{};
        for (std::size_t byte = 0; byte < 4; ++byte)
            program[byte] = static_cast<std::uint8_t>(i >> (8 * byte));
        rows[i].path.index = i;
        rows[i].scriptPubKey = script::witnessPubKeyHashScript(program);
        rows[i].handedOut = 1;
        rows[i].used = true;
    }
    Keychain keychain = testKeychain();
    QVERIFY(keychain.restore(rows, {kCount, 0}));
    QCOMPARE(keychain.next(KeyChain::Receive).path.index, kCount);
    QCOMPARE(keychain.ownScripts(kCount - 1).size(), std::size_t(1));
    QVERIFY(keychain.find(rows[kCount - 1].scriptPubKey) != nullptr);
}

void KeychainTest::givesPublicKeysOfAnyIndex() {
    const Keychain keychain = testKeychain();
    QVERIFY(keychain.publicKey({KeyChain::Receive, 123'456}).has_value());
    QVERIFY(!keychain.publicKey({KeyChain::Receive, crypto::kHardened}).has_value());
    QVERIFY(!keychain.publicKey({static_cast<KeyChain>(9), 0}).has_value());
}

void KeychainTest::listsAddressesByWhatTheyAreFor() {
    using wallet::AddressGroup;
    Keychain keychain = testKeychain();
    const auto mining = std::string(wallet::kRewardLabel);
    QVERIFY(keychain.unusedForMining() == nullptr);
    keychain.handOut(KeyChain::Receive, 1, "rent");
    keychain.handOut(KeyChain::Receive, 2, mining);
    keychain.handOut(KeyChain::Change, 3, {});
    keychain.handOut(KeyChain::Receive, 4, mining);
    keychain.markUsed({KeyChain::Receive, 3}); // found by a rescan, never handed out
    const auto indices = [&keychain](AddressGroup group) {
        QList<std::uint32_t> out;
        for (const wallet::WalletAddress& address : keychain.group(group, 0, 100))
            out << address.path.index;
        return out;
    };
    QCOMPARE(indices(AddressGroup::Given), (QList<std::uint32_t>{3, 0}));
    QCOMPARE(indices(AddressGroup::Mining), (QList<std::uint32_t>{2, 1}));
    QCOMPARE(indices(AddressGroup::Change), (QList<std::uint32_t>{0}));
    QCOMPARE(keychain.group(AddressGroup::Mining, 1, 5).size(), std::size_t{1});
    QCOMPARE(keychain.groupSize(AddressGroup::Mining), std::size_t{2});
    QCOMPARE(keychain.unusedForMining()->path.index, 1U);
    const auto before = keychain.revision();
    keychain.markUsed({KeyChain::Receive, 1});
    QVERIFY(keychain.revision() > before);
    QCOMPARE(keychain.unusedForMining()->path.index, 2U);
    keychain.setLabel({KeyChain::Receive, 2}, "Bo"); // somebody's from now on
    QCOMPARE(indices(AddressGroup::Given), (QList<std::uint32_t>{3, 2, 0}));
    QVERIFY(keychain.unusedForMining() == nullptr);
}

void KeychainTest::tellsOwnScriptsInOrder() {
    Keychain keychain = testKeychain();
    QVERIFY(keychain.ownScripts(0).empty());
    keychain.handOut(KeyChain::Receive, 1, {});
    keychain.handOut(KeyChain::Change, 1, {});
    QCOMPARE(keychain.ownScripts(0).size(), std::size_t{2});
    keychain.markUsed({KeyChain::Receive, 0}); // known already
    keychain.markUsed({KeyChain::Receive, 2});
    const auto more = keychain.ownScripts(2);
    QCOMPARE(more.size(), std::size_t{1});
    QVERIFY(more.front() == scriptAt(KeyChain::Receive, 2));
}

CAIRN_TEST(KeychainTest)
#include "KeychainTest.moc"
