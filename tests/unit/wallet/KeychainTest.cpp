#include "wallet/Keychain.h"
#include "support/TestProgram.h"

#include "script/Address.h"
#include "script/OutputType.h"
#include "support/Hex.h"
#include "support/Vectors.h"
#include "wallet/Accounts.h"
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
    void derivesTheMultisigsOfOtherWallets();
    void hasTheAccountsOfBips49And86();
    void findsScriptsOfEveryForm_data();
    void findsScriptsOfEveryForm();
    void replacesTheActiveDescriptor();
    void renewsADescriptorItHas();
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
constexpr std::uint32_t kReceiveId = 0, kChangeId = 1; // descriptors

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

Keychain keychainOf(const crypto::ExtendedPublicKey& account, script::AddressFormat addresses = format(),
                    std::uint32_t lookAhead = kLookAhead) {
    Keychain out({std::move(addresses), {}}, lookAhead);
    const bool restored = out.restore(wallet::accountRows(account.toBase58()), {});
    return restored ? std::move(out) : Keychain({}, 0);
}

crypto::ExtendedPublicKey testAccount() {
    return accountOf("zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo wrong", "", wallet::accountPath());
}

Keychain testKeychain() {
    return keychainOf(testAccount());
}

std::vector<wallet::StoredDescriptor> testRows() {
    return wallet::accountRows(testAccount().toBase58());
}

/// The script at this index, looked up with another keychain that looks far ahead.
util::Bytes scriptAt(std::uint32_t descriptor, std::uint32_t index) {
    return keychainOf(testAccount(), format(), index + 1).scriptAt({descriptor, index});
}

wallet::StoredDescriptor rowOf(const std::string& text, KeyChain chain = KeyChain::Receive) {
    wallet::StoredDescriptor out;
    out.text = text;
    out.chain = chain;
    out.isActive = true;
    return out;
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
    Keychain keychain = keychainOf(account, format("bc"));
    for (const auto& row : (*vectors)["addresses"]) {
        const auto path = pathFrom(row["path"]);
        const KeyPath place{path[3], path[4]};
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
    const std::map<std::string, std::pair<std::string, std::string>> forms = {
        {"p2pkh", {"pkh(", ")"}}, {"p2wpkh-p2sh", {"sh(wpkh(", "))"}}, {"p2wpkh", {"wpkh(", ")"}}};
    int cases = 0;
    for (const char* part : {"singlesig_accounts", "root_key_version_bytes"}) {
        for (const auto& row : (*vectors)[part]) {
            const auto form = forms.find(row["script_type"].get<std::string>());
            if (form == forms.end() || !row.contains("mnemonic")) continue;
            const auto passphrase = support::unhex(row["passphrase_utf8_hex"].get<std::string>());
            const QString normal = QString::fromUtf8(reinterpret_cast<const char*>(passphrase.data()),
                                                     qsizetype(passphrase.size()))
                                       .normalized(QString::NormalizationForm_KD);
            const auto account =
                accountOf(row["mnemonic"], normal.toStdString(), pathFrom(row["account_path"]));
            const bool isMain = row["network"] == "mainnet";
            script::AddressFormat addresses = format(isMain ? "bc" : "tb");
            if (isMain) addresses.pubKeyHash = 0, addresses.scriptHash = 5;
            Keychain keychain({addresses, {}}, kLookAhead);
            for (const auto& [chain, name] :
                 {std::pair(KeyChain::Receive, "receive_0"), std::pair(KeyChain::Change, "change_0")}) {
                const std::string text = form->second.first + account.toBase58() + '/' +
                                         std::to_string(int(chain)) + "/*" + form->second.second;
                const auto id = keychain.add(rowOf(text, chain)).value();
                QCOMPARE(keychain.next(id).address, row[name].get<std::string>());
                QVERIFY(keychain.find(keychain.next(id).scriptPubKey) != nullptr);
            }
            ++cases;
        }
    }
    QVERIFY(cases >= 4);
}

void KeychainTest::derivesTheMultisigsOfOtherWallets() {
    const auto vectors = support::readJsonVectors("electrum_bip39_wallets.json");
    NEEDS_DATA(vectors);
    int cases = 0;
    for (const auto& row : (*vectors)["multisig_2of2"]) {
        const bool isMain = row["network"] == "mainnet";
        script::AddressFormat addresses = format(isMain ? "bc" : "tb");
        if (isMain) addresses.pubKeyHash = 0, addresses.scriptHash = 5;
        Keychain keychain({addresses, {}}, kLookAhead);
        for (const auto& [chain, name] : {std::pair("/0/*", "receive_0"), std::pair("/1/*", "change_0")}) {
            std::string text = "sortedmulti(2";
            for (const auto& each : row["cosigners"])
                text += ',' + accountOf(each["mnemonic"], "", pathFrom(each["path"])).toBase58() + chain;
            text = row["script_type"] == "p2sh" ? "sh(" + text + "))" : "sh(wsh(" + text + ")))";
            const auto id = keychain.add(rowOf(text)).value();
            QCOMPARE(keychain.next(id).address, row[name].get<std::string>());
        }
        ++cases;
    }
    QCOMPARE(cases, 3);
}

void KeychainTest::hasTheAccountsOfBips49And86() {
    const auto bip49 = support::readJsonVectors("bip49_vectors.json");
    NEEDS_DATA(bip49);
    const auto seed = wallet::seedFromMnemonic((*bip49)["mnemonic"].get<std::string>(), "");
    const auto chains = wallet::accountChains(crypto::ExtendedPrivateKey::fromSeed(seed).value());
    QCOMPARE(chains.size(), std::size_t(8));
    Keychain keychain({format(), {}}, kLookAhead);
    for (const wallet::AccountChain& chain : chains)
        QVERIFY(keychain.add(rowOf(chain.text, chain.chain)).has_value());
    const auto id = keychain.active(wallet::AddressType::P2shSegwit, KeyChain::Receive).value();
    QCOMPARE(keychain.next(id).address, (*bip49)["addresses"][0]["address"].get<std::string>());

    const auto bip86 = support::readJsonVectors("bip86_vectors.json");
    NEEDS_DATA(bip86);
    const auto account = accountOf((*bip86)["mnemonic"], "", pathFrom((*bip86)["account"]["path"]));
    Keychain taproot({format("bc"), {}}, kLookAhead);
    for (const auto& row : (*bip86)["addresses"]) {
        const auto path = pathFrom(row["path"]);
        const auto text = "tr(" + account.toBase58() + '/' + std::to_string(path[3]) + "/*)";
        const auto number = taproot.add(rowOf(text)).value();
        QCOMPARE(support::hexOf(taproot.scriptAt({number, path[4]})),
                 QByteArray::fromStdString(row["scriptPubKey"].get<std::string>()));
    }
}

void KeychainTest::findsScriptsOfEveryForm_data() {
    QTest::addColumn<QString>("text");
    const QString key = QString::fromStdString(testAccount().toBase58()) + QStringLiteral("/0/*");
    for (const char* form : {"pk(%1)", "pkh(%1)", "wpkh(%1)", "sh(wpkh(%1))", "tr(%1)", "rawtr(%1)",
                             "multi(1,%1)", "sh(sortedmulti(1,%1))", "wsh(pkh(%1))", "sh(wsh(multi(1,%1)))"})
        QTest::newRow(form) << QString::fromLatin1(form).arg(key);
    QTest::newRow("addr") << QStringLiteral("addr(mrCDrCybB6J1vRfbwM5hemdJz73FwDBC8r)");
    QTest::newRow("raw") << QStringLiteral("raw(51)");
}

void KeychainTest::findsScriptsOfEveryForm() {
    QFETCH(QString, text);
    Keychain keychain = testKeychain();
    const auto id = keychain.add(rowOf(text.toStdString())).value();
    const auto script = keychain.scriptAt({id, 0});
    QVERIFY(!script.empty());
    const auto* found = keychain.find(script);
    QVERIFY(found != nullptr);
    QVERIFY(text.startsWith(QLatin1String("wpkh")) || found->path == (KeyPath{id, 0}));
    auto other = script;
    other.back() ^= 1;
    QVERIFY(keychain.find(other) == nullptr);
}

void KeychainTest::replacesTheActiveDescriptor() {
    Keychain keychain = testKeychain();
    keychain.accept();
    const auto other =
        accountOf("zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo wrong", "other", {1}).toBase58();
    const auto id = keychain.add(rowOf("wpkh(" + other + "/0/*)")).value();
    QCOMPARE(keychain.active(wallet::kUsualType, KeyChain::Receive).value(), id);
    QVERIFY(!keychain.row(kReceiveId)->isActive);
    QVERIFY(keychain.row(kChangeId)->isActive);
    QVERIFY(keychain.find(scriptAt(kReceiveId, 0)) != nullptr); // watched all the same
    wallet::WalletBatch batch;
    keychain.collect(batch);
    QCOMPARE(batch.descriptors.size(), std::size_t(2));
    keychain.rollback();
    QCOMPARE(keychain.active(wallet::kUsualType, KeyChain::Receive).value(), kReceiveId);
    QVERIFY(keychain.row(id) == nullptr);
    QVERIFY(keychain.rowOf(keychain.row(kReceiveId)->text) != nullptr);
}

void KeychainTest::renewsADescriptorItHas() {
    Keychain keychain = testKeychain();
    auto row = testRows()[0];
    row.rangeEnd = 40;
    row.next = 3;
    QCOMPARE(keychain.add(row).value(), kReceiveId);
    QCOMPARE(keychain.next(kReceiveId).path.index, 3U);
    QVERIFY(keychain.find(scriptAt(kReceiveId, 39)) != nullptr);
    row.rangeEnd = 10;
    keychain.add(row);
    QCOMPARE(keychain.row(kReceiveId)->rangeEnd, 40U);
    keychain.watchAhead(50);
    QVERIFY(keychain.find(scriptAt(kReceiveId, 52)) != nullptr);
    QVERIFY(keychain.find(scriptAt(kChangeId, 49)) != nullptr);
    QVERIFY(keychain.find(scriptAt(kReceiveId, 53)) == nullptr);
}

void KeychainTest::looksAheadBeyondTheLastHandedOut() {
    Keychain keychain = testKeychain();
    const auto far = scriptAt(kReceiveId, kLookAhead);
    QVERIFY(keychain.find(scriptAt(kReceiveId, kLookAhead - 1)) != nullptr);
    QVERIFY(keychain.find(far) == nullptr);
    keychain.handOut(kReceiveId, 1, {});
    QVERIFY(keychain.find(far) != nullptr);
    QVERIFY(keychain.find(scriptAt(kChangeId, kLookAhead)) == nullptr);
}

void KeychainTest::looksAheadBeyondTheLastUsed() {
    Keychain keychain = testKeychain();
    QVERIFY(keychain.markUsed({kReceiveId, 3}));
    QVERIFY(!keychain.markUsed({kReceiveId, 3}));
    QVERIFY(!keychain.markUsed({kReceiveId, 1}));
    QVERIFY(keychain.find(scriptAt(kReceiveId, 3 + kLookAhead)) != nullptr);
    QVERIFY(keychain.find(scriptAt(kReceiveId, 4 + kLookAhead)) == nullptr);
    QCOMPARE(keychain.next(kReceiveId).path.index, 4U);
}

void KeychainTest::findsOnlyItsOwnScripts() {
    const Keychain keychain = testKeychain();
    util::Bytes script = scriptAt(kReceiveId, 0);
    QVERIFY(keychain.find(script) != nullptr);
    QVERIFY(keychain.find({}) == nullptr);
    QVERIFY(keychain.find(util::ByteView(script).first(21)) == nullptr);
    script[21] ^= 1;
    QVERIFY(keychain.find(script) == nullptr);
    script = scriptAt(kReceiveId, 0);
    script[0] = 0x51; // version 1 with the same 20 bytes is somebody else's script
    QVERIFY(keychain.find(script) == nullptr);
    QVERIFY(keychain.findByText("cairn1nonsense") == nullptr);
}

void KeychainTest::keepsTheCurrentAddressUntilUsed() {
    Keychain keychain = testKeychain();
    QVERIFY(keychain.current() == nullptr);
    keychain.handOut(kReceiveId, 1, "for Ann");
    QVERIFY(keychain.current() == nullptr);
    const auto second = keychain.handOut(kReceiveId, 1, {});
    const auto third = keychain.handOut(kReceiveId, 1, {});
    QCOMPARE(keychain.current()->address, second.address);
    keychain.markUsed(second.path);
    QCOMPARE(keychain.current()->address, third.address);
    keychain.setLabel(third.path, "for Ben");
    QVERIFY(keychain.current() == nullptr);
}

void KeychainTest::skipsWhatAStrangerUsed() {
    Keychain keychain = testKeychain();
    keychain.markUsed({kReceiveId, 0});
    QCOMPARE(keychain.handOut(kReceiveId, 1, {}).path.index, 1U);
    keychain.markUsed({kReceiveId, 4});
    // Indexes 2 and 3 may have been given to somebody by a lost copy of this wallet.
    QCOMPARE(keychain.handOut(kReceiveId, 1, {}).path.index, 5U);
}

void KeychainTest::collectsWhatChanged() {
    Keychain keychain = testKeychain();
    wallet::WalletBatch batch;
    keychain.collect(batch);
    QVERIFY(batch.addresses.empty() && batch.descriptors.empty());
    keychain.handOut(kChangeId, 77, {});
    keychain.collect(batch);
    QCOMPARE(batch.addresses.size(), std::size_t(1));
    QCOMPARE(batch.addresses[0].handedOut, std::int64_t(77));
    QCOMPARE(batch.descriptors.size(), std::size_t(1));
    QCOMPARE(batch.descriptors[0].id, kChangeId);
    QCOMPARE(batch.descriptors[0].next, 1U);
    keychain.accept();
    wallet::WalletBatch nothing;
    keychain.collect(nothing);
    QVERIFY(nothing.addresses.empty() && nothing.descriptors.empty());
}

void KeychainTest::rollsBack() {
    Keychain keychain = testKeychain();
    const auto first = keychain.handOut(kReceiveId, 1, {});
    keychain.accept();
    keychain.setLabel(first.path, "wrong");
    keychain.markUsed(first.path);
    keychain.handOut(kReceiveId, 2, {});
    keychain.handOut(kChangeId, 2, {});
    keychain.rollback();
    QCOMPARE(keychain.handedOutOrUsed().size(), std::size_t(1));
    QVERIFY(keychain.current() != nullptr);
    QCOMPARE(keychain.next(kReceiveId).path.index, 1U);
    QCOMPARE(keychain.next(kChangeId).path.index, 0U);
    wallet::WalletBatch batch;
    keychain.collect(batch);
    QVERIFY(batch.addresses.empty() && batch.descriptors.empty());
}

void KeychainTest::restoresWhatWasCollected() {
    Keychain keychain = testKeychain();
    for (int i = 0; i < 4; ++i)
        keychain.handOut(kReceiveId, 10 + i, "label");
    keychain.markUsed({kChangeId, 2});
    wallet::WalletBatch batch;
    keychain.collect(batch);
    Keychain other = testKeychain();
    QVERIFY(other.restore(batch.descriptors, batch.addresses));
    QCOMPARE(other.next(kReceiveId).path.index, 4U);
    QCOMPARE(other.next(kChangeId).path.index, 3U);
    QCOMPARE(other.handedOutOrUsed().size(), std::size_t(5));
    QVERIFY(other.find(scriptAt(kReceiveId, 3 + kLookAhead)) != nullptr);
    QVERIFY(other.find(scriptAt(kChangeId, 1)) != nullptr);
}

void KeychainTest::restoresRowsWithGaps() {
    Keychain keychain = testKeychain();
    keychain.markUsed({kReceiveId, 4});
    wallet::WalletBatch batch;
    keychain.collect(batch);
    QCOMPARE(batch.addresses.size(), std::size_t(1));
    Keychain other = testKeychain();
    QVERIFY(other.restore(testRows(), batch.addresses)); // the row says more than the counter
    QCOMPARE(other.next(kReceiveId).path.index, 5U);
    QVERIFY(other.find(scriptAt(kReceiveId, 2)) != nullptr);
}

void KeychainTest::refusesForeignRows() {
    Keychain keychain = testKeychain();
    const auto good = keychain.handOut(kReceiveId, 1, {});
    auto row = good;
    row.scriptPubKey = {0x6a};
    QVERIFY(!testKeychain().restore(testRows(), {row}));
    row = good;
    row.path.index = 0xffffffff;
    QVERIFY(!testKeychain().restore(testRows(), {row}));
    row = good;
    row.path.descriptor = 2;
    QVERIFY(!testKeychain().restore(testRows(), {row}));
}

/// A miner or a shop of some years: a file with many addresses is no damaged one.
void KeychainTest::restoresAMillionAddresses() {
    constexpr std::uint32_t kCount = 1'000'100;
    std::vector<wallet::WalletAddress> rows(kCount);
    for (std::uint32_t i = 0; i < kCount; ++i) {
        util::ByteArray<20> program{};
        for (std::size_t byte = 0; byte < 4; ++byte)
            program[byte] = static_cast<std::uint8_t>(i >> (8 * byte));
        rows[i].path = {kReceiveId, i};
        rows[i].scriptPubKey = script::witnessPubKeyHashScript(program);
        rows[i].handedOut = 1;
        rows[i].used = true;
    }
    Keychain keychain = testKeychain();
    QVERIFY(keychain.restore(testRows(), rows));
    QCOMPARE(keychain.next(kReceiveId).path.index, kCount);
    QCOMPARE(keychain.ownScripts(kCount - 1).size(), std::size_t(1));
    QVERIFY(keychain.find(rows[kCount - 1].scriptPubKey) != nullptr);
}

void KeychainTest::givesPublicKeysOfAnyIndex() {
    const Keychain keychain = testKeychain();
    QVERIFY(keychain.publicKey({kReceiveId, 123'456}).has_value());
    QVERIFY(!keychain.publicKey({kReceiveId, crypto::kHardened}).has_value());
    QVERIFY(!keychain.publicKey({9, 0}).has_value());
}

void KeychainTest::listsAddressesByWhatTheyAreFor() {
    using wallet::AddressGroup;
    Keychain keychain = testKeychain();
    const auto mining = std::string(wallet::kRewardLabel);
    QVERIFY(keychain.unusedForMining() == nullptr);
    keychain.handOut(kReceiveId, 1, "rent");
    keychain.handOut(kReceiveId, 2, mining);
    keychain.handOut(kChangeId, 3, {});
    keychain.handOut(kReceiveId, 4, mining);
    keychain.markUsed({kReceiveId, 3}); // found by a rescan, never handed out
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
    keychain.markUsed({kReceiveId, 1});
    QVERIFY(keychain.revision() > before);
    QCOMPARE(keychain.unusedForMining()->path.index, 2U);
    keychain.setLabel({kReceiveId, 2}, "Bo"); // somebody's from now on
    QCOMPARE(indices(AddressGroup::Given), (QList<std::uint32_t>{3, 2, 0}));
    QVERIFY(keychain.unusedForMining() == nullptr);
}

void KeychainTest::tellsOwnScriptsInOrder() {
    Keychain keychain = testKeychain();
    QVERIFY(keychain.ownScripts(0).empty());
    keychain.handOut(kReceiveId, 1, {});
    keychain.handOut(kChangeId, 1, {});
    QCOMPARE(keychain.ownScripts(0).size(), std::size_t{2});
    keychain.markUsed({kReceiveId, 0}); // known already
    keychain.markUsed({kReceiveId, 2});
    const auto more = keychain.ownScripts(2);
    QCOMPARE(more.size(), std::size_t{1});
    QVERIFY(more.front() == scriptAt(kReceiveId, 2));
}

CAIRN_TEST(KeychainTest)
#include "KeychainTest.moc"
