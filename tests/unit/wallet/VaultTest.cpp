#include "wallet/Vault.h"
#include "support/TestProgram.h"

#include "wallet/Mnemonic.h"

using wallet::StoredSecret;
using wallet::Vault;
using wallet::VaultError;
using wallet::WalletSecret;

class VaultTest : public QObject {
    Q_OBJECT
private slots:
    void opensAPlainSecret();
    void staysLockedUntilUnlocked();
    void opensWithTheRightPassphrase_data();
    void opensWithTheRightPassphrase();
    void refusesAWrongPassphrase();
    void knowsNoPassphraseThatEndsInZero_data();
    void knowsNoPassphraseThatEndsInZero();
    void noticesEveryChangedByte();
    void isBoundToItsWallet();
    void noticesAnotherAccount();
    void refusesDamagedPlainSecrets();
    void changesThePassphrase();
    void takesEncryptionOff();
    void refusesChangesThatMakeNoSense();
    void refusesCostsOutOfRange();
    void sealsDifferentlyEachTime();
    void keepsDescriptors();
    void takesMoreDescriptors_data();
    void takesMoreDescriptors();
};

namespace {

constexpr crypto::ScryptCost kCheap{2, 1, 1};
const util::Bytes kAssociated{1, 2, 3};

WalletSecret testSecret(std::string_view wordPassphrase = {}) {
    return {wallet::secretText("zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo wrong"),
            wallet::secretText(wordPassphrase)};
}

crypto::ExtendedPublicKey accountOf(const WalletSecret& secret) {
    return wallet::accountKeyOf(secret).value().publicKey();
}

StoredSecret sealed(std::string_view passphrase) {
    return Vault::seal(testSecret(), passphrase, kCheap, kAssociated).value();
}

Vault opened(StoredSecret stored) {
    return Vault::open(std::move(stored), accountOf(testSecret()), kAssociated).value();
}

std::string text(const crypto::SecretString& secret) {
    return {secret.begin(), secret.end()};
}

} // namespace

void VaultTest::opensAPlainSecret() {
    const Vault vault = opened(sealed(""));
    QVERIFY(!vault.isEncrypted());
    QVERIFY(!vault.isLocked());
    QCOMPARE(text(vault.secret()->words), text(testSecret().words));
}

void VaultTest::staysLockedUntilUnlocked() {
    Vault vault = opened(sealed("open sesame"));
    QVERIFY(vault.isEncrypted());
    QVERIFY(vault.isLocked());
    QVERIFY(vault.secret() == nullptr);
    QVERIFY(vault.unlock("open sesame").has_value());
    QVERIFY(!vault.isLocked());
    QCOMPARE(text(vault.secret()->words), text(testSecret().words));
    vault.lock();
    QVERIFY(vault.isLocked());
    QVERIFY(vault.secret() == nullptr);
}

void VaultTest::opensWithTheRightPassphrase_data() {
    QTest::addColumn<QByteArray>("passphrase");
    QTest::addColumn<QByteArray>("wordPassphrase");
    QTest::newRow("short") << QByteArray("x") << QByteArray();
    QTest::newRow("long") << QByteArray(1000, 'p') << QByteArray("TREZOR");
    QTest::newRow("unicode") << QByteArray("\xc3\xa4 \xf0\x9f\x98\x80") << QByteArray("\xc3\xa4");
    QTest::newRow("with a zero byte")
        << QByteArray("a\0b", 3) << QByteArray("long enough not to lie inside the object");
}

void VaultTest::opensWithTheRightPassphrase() {
    QFETCH(QByteArray, passphrase);
    QFETCH(QByteArray, wordPassphrase);
    const WalletSecret secret = testSecret(wordPassphrase.toStdString());
    auto stored = Vault::seal(secret, passphrase.toStdString(), kCheap, kAssociated).value();
    Vault vault = Vault::open(std::move(stored), accountOf(secret), kAssociated).value();
    QVERIFY(vault.unlock(passphrase.toStdString()).has_value());
    QCOMPARE(text(vault.secret()->wordPassphrase), wordPassphrase.toStdString());
}

void VaultTest::refusesAWrongPassphrase() {
    Vault vault = opened(sealed("right"));
    for (const char* wrong : {"", "Right", "right ", "wrong"}) {
        QVERIFY(vault.unlock(wrong).error() == VaultError::WrongPassphrase);
        QVERIFY(vault.isLocked());
    }
}

void VaultTest::knowsNoPassphraseThatEndsInZero_data() {
    QTest::addColumn<QByteArray>("passphrase");
    QTest::addColumn<bool>("isAnother"); // than without its zero byte
    QTest::newRow("one") << QByteArray("right\0", 6) << false;
    QTest::newRow("three") << QByteArray("right\0\0\0", 8) << false;
    QTest::newRow("as long as a block") << QByteArray(63, 'p').append('\0') << false;
    QTest::newRow("longer than a block") << QByteArray(64, 'p').append('\0') << true;
    QTest::newRow("inside") << QByteArray("ri\0ght", 6) << true;
}

/// The first three would open what is sealed without the zero bytes, and the other way round.
void VaultTest::knowsNoPassphraseThatEndsInZero() {
    QFETCH(QByteArray, passphrase);
    QFETCH(bool, isAnother);
    const std::string given = passphrase.toStdString();
    QCOMPARE(Vault::seal(testSecret(), given, kCheap, kAssociated).has_value(), isAnother);
    Vault vault = opened(sealed(given.substr(0, given.find_last_not_of('\0') + 1)));
    const auto changed = opened(sealed("")).resealed("", given, kCheap);
    QCOMPARE(changed.has_value(), isAnother);
    if (isAnother) {
        QVERIFY(opened(*changed).unlock(given).has_value());
        return;
    }
    QVERIFY(changed.error() == VaultError::EndsInZero);
    QVERIFY(vault.unlock(given).error() == VaultError::EndsInZero);
    QVERIFY(vault.resealed(given, "new", kCheap).error() == VaultError::EndsInZero);
    QVERIFY(vault.isLocked());
}

void VaultTest::noticesEveryChangedByte() {
    const StoredSecret good = sealed("right");
    for (std::size_t i = 0; i < good.bytes.size(); ++i) {
        StoredSecret bad = good;
        bad.bytes[i] ^= 0x40;
        QVERIFY(!opened(bad).unlock("right").has_value());
    }
    for (std::size_t i = 0; i < good.kdf.size(); ++i) {
        if (i >= 2 && i < 16) continue; // higher costs: as wrong, only slower
        StoredSecret bad = good;
        bad.kdf[i] ^= 0x01;
        QVERIFY(!opened(bad).unlock("right").has_value());
    }
    for (std::size_t size = 0; size < good.bytes.size(); size += 7) {
        StoredSecret bad = good;
        bad.bytes.resize(size);
        QVERIFY(!opened(bad).unlock("right").has_value());
    }
    StoredSecret bad = good;
    bad.kdf.clear();
    QVERIFY(opened(bad).unlock("right").error() == VaultError::Damaged);
}

void VaultTest::isBoundToItsWallet() {
    Vault vault = Vault::open(sealed("right"), accountOf(testSecret()), {1, 2, 4}).value();
    QVERIFY(!vault.unlock("right").has_value());
}

void VaultTest::noticesAnotherAccount() {
    const auto other = accountOf(testSecret("another word passphrase"));
    QVERIFY(Vault::open(sealed(""), other, kAssociated).error() == VaultError::Damaged);
    Vault vault = Vault::open(sealed("right"), other, kAssociated).value();
    QVERIFY(vault.unlock("right").error() == VaultError::Damaged);
    QVERIFY(vault.isLocked());
}

void VaultTest::refusesDamagedPlainSecrets() {
    const StoredSecret good = sealed("");
    for (std::size_t i = 0; i < good.bytes.size(); ++i) {
        StoredSecret bad = good;
        bad.bytes[i] ^= 0x01;
        QVERIFY(!Vault::open(bad, accountOf(testSecret()), kAssociated).has_value());
    }
    for (std::size_t size = 0; size < good.bytes.size(); ++size) {
        StoredSecret bad = good;
        bad.bytes.resize(size);
        QVERIFY(!Vault::open(bad, accountOf(testSecret()), kAssociated).has_value());
    }
}

void VaultTest::changesThePassphrase() {
    Vault vault = opened(sealed("old"));
    QVERIFY(vault.resealed("wrong", "new", kCheap).error() == VaultError::WrongPassphrase);
    const StoredSecret changed = vault.resealed("old", "new", kCheap).value();
    QVERIFY(vault.unlock("old").has_value()); // not before `replace`
    vault.lock();
    vault.replace(changed);
    QVERIFY(vault.isLocked());
    QVERIFY(!vault.unlock("old").has_value());
    QVERIFY(vault.unlock("new").has_value());
    QVERIFY(opened(changed).unlock("new").has_value());
}

void VaultTest::takesEncryptionOff() {
    Vault vault = opened(sealed("old"));
    vault.replace(vault.resealed("old", "", kCheap).value());
    QVERIFY(!vault.isEncrypted());
    QVERIFY(!vault.isLocked());
    vault.lock();
    QVERIFY(!vault.isLocked()); // nothing could unlock it again
    vault.replace(vault.resealed("", "new", kCheap).value());
    QVERIFY(vault.isEncrypted());
    QVERIFY(!vault.isLocked());
}

void VaultTest::refusesChangesThatMakeNoSense() {
    Vault encrypted = opened(sealed("old"));
    QVERIFY(encrypted.resealed("", "new", kCheap).error() == VaultError::AlreadyEncrypted);
    Vault plain = opened(sealed(""));
    QVERIFY(plain.resealed("", "", kCheap).error() == VaultError::NotEncrypted);
    QVERIFY(plain.resealed("something", "new", kCheap).error() == VaultError::NotEncrypted);
    QVERIFY(plain.unlock("something").error() == VaultError::NotEncrypted);
}

void VaultTest::refusesCostsOutOfRange() {
    QVERIFY(!Vault::seal(testSecret(), "x", {3, 1, 1}, kAssociated).has_value());
    QVERIFY(!Vault::seal(testSecret(), "x", {std::uint64_t(1) << 40, 8, 1}, kAssociated).has_value());
}

void VaultTest::sealsDifferentlyEachTime() {
    const StoredSecret first = sealed("x");
    const StoredSecret second = sealed("x");
    QVERIFY(first.bytes != second.bytes);
    QVERIFY(first.kdf != second.kdf);
}

void VaultTest::keepsDescriptors() {
    WalletSecret secret;
    for (const std::size_t length : {0U, 1U, 70'000U})
        secret.descriptors.push_back(wallet::secretText(std::string(length, 'd')));
    for (const char* passphrase : {"", "x"}) {
        auto stored = Vault::seal(secret, passphrase, kCheap, kAssociated).value();
        Vault vault = Vault::open(std::move(stored), {}, kAssociated).value();
        QVERIFY(vault.isEncrypted() == vault.unlock("x").has_value());
        QVERIFY(vault.secret()->words.empty());
        QVERIFY(vault.secret()->descriptors == secret.descriptors);
    }
    // Words come with the account they lead to.
    QVERIFY(Vault::open(sealed(""), {}, kAssociated).error() == VaultError::Damaged);
}

void VaultTest::takesMoreDescriptors_data() {
    QTest::addColumn<QByteArray>("passphrase");
    QTest::newRow("plain") << QByteArray();
    QTest::newRow("sealed") << QByteArray("right");
}

void VaultTest::takesMoreDescriptors() {
    QFETCH(QByteArray, passphrase);
    Vault vault = opened(sealed(passphrase.toStdString()));
    const std::vector<crypto::SecretString> more{wallet::secretText("wpkh(one)"),
                                                 wallet::secretText("wpkh(two)")};
    if (vault.isLocked()) {
        QVERIFY(vault.extended(more).error() == VaultError::Locked);
        QVERIFY(vault.unlock("right").has_value());
        vault.replace(vault.resealed("right", "new", kCheap).value()); // its key is another one then
    }
    const StoredSecret stored = vault.extended(more).value();
    QVERIFY(vault.secret()->descriptors.empty()); // not before `replace`
    vault.replace(stored);
    QVERIFY(vault.secret()->descriptors == more);
    QCOMPARE(text(vault.secret()->words), text(testSecret().words));
    vault.lock();
    QVERIFY(vault.isEncrypted() == vault.unlock("new").has_value());
    QVERIFY(opened(stored).isLocked() == vault.isEncrypted());
    QVERIFY(vault.secret()->descriptors == more);
}

CAIRN_TEST(VaultTest)
#include "VaultTest.moc"
