// Wallet files of earlier versions, made by the programs that wrote them.
#include "storage/WalletDatabase.h"
#include "support/TestProgram.h"

#include "script/Interpreter.h"
#include "script/OutputType.h"
#include "storage/Database.h"
#include "support/FakeClock.h"
#include "support/Storage.h"
#include "wallet/Wallet.h"

using namespace storage;
using primitives::Amount;

namespace {

constexpr const char* kRegtestGenesis = "0f9188f13cb7b2c71f2a335e3a4fc328bf5beb436012afca590b1a11466e2206";
constexpr std::int32_t kFixtureHeight = 106;

wallet::WalletOptions regtestOptions() {
    wallet::WalletOptions options;
    options.addresses.bech32Prefix = "bcrt";
    options.genesis = primitives::BlockHash::fromHex(kRegtestGenesis).value();
    options.coinbaseMaturity = 100;
    return options;
}

qint64 versionInFile(const QString& path) {
    const auto raw = Database::open(path, {});
    return raw ? (*raw)->number(QStringLiteral("PRAGMA user_version")).value_or(-1) : -2;
}

} // namespace

class WalletMigrationTest : public QObject {
    Q_OBJECT

private slots:
    void init() {
        QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath(QStringLiteral("default.sqlite"));
    }

    void opensWalletsOfVersion1_data() {
        QTest::addColumn<QString>("file");
        QTest::addColumn<bool>("isSealed");
        QTest::addColumn<unsigned>("next");
        QTest::newRow("plain") << QStringLiteral("wallet-plain-version1.sqlite") << false << 63U;
        QTest::newRow("sealed") << QStringLiteral("wallet-sealed-version1.sqlite") << true << 54U;
    }

    void opensWalletsOfVersion1() {
        QFETCH(QString, file);
        QFETCH(bool, isSealed);
        QFETCH(unsigned, next);
        take(file);
        auto database = std::move(WalletDatabase::open(m_path).value());
        auto wallet = open(*database);
        QCOMPARE(wallet->isLocked(), isSealed);
        findsEverything(*wallet, next);
        if (isSealed) QVERIFY(wallet->unlock("correct horse").has_value());
        hasAllAccounts(*wallet);
        pays(*wallet);

        wallet.reset();
        wallet = open(*database); // what was added is in the file
        QCOMPARE(wallet->keychain().descriptors().size(), std::size_t(8));
        QVERIFY(wallet->originOf({0, 5}).value().fingerprint != (util::ByteArray<4>{}));
        QCOMPARE(wallet->historySize(), std::size_t(110));
    }

    void keepsACopyOfTheFileAsItWas() {
        take(QStringLiteral("wallet-plain-version1.sqlite"));
        { QVERIFY(WalletDatabase::open(m_path).has_value()); }
        QCOMPARE(versionInFile(m_path), 2);
        const QStringList copies = keptFiles();
        QCOMPARE(copies.size(), 1);
        QCOMPARE(versionInFile(m_folder->filePath(copies.front())), 1);
        QCOMPARE(QFile::permissions(m_folder->filePath(copies.front())) &
                     (QFile::ReadGroup | QFile::ReadOther | QFile::WriteOther),
                 QFile::Permissions());
        { QVERIFY(WalletDatabase::open(m_path).has_value()); } // once is enough
        QCOMPARE(keptFiles().size(), 1);
        removeEarlierVersions(m_path);
        QVERIFY(keptFiles().isEmpty() && QFile::exists(m_path));
    }

    void isDoneAllAtOnce() {
        take(QStringLiteral("wallet-plain-version1.sqlite"));
        {
            const auto raw = Database::open(m_path, {});
            VERIFY_FINE((*raw)->execute(QStringLiteral(
                "CREATE TRIGGER t BEFORE UPDATE ON properties BEGIN SELECT raise(ABORT, 'no'); END")));
        }
        QVERIFY(!WalletDatabase::open(m_path).has_value()); // stopped in the middle
        QCOMPARE(versionInFile(m_path), 1);
        {
            const auto raw = Database::open(m_path, {});
            VERIFY_FINE((*raw)->execute(QStringLiteral("DROP TRIGGER t")));
            QCOMPARE((*raw)->number(QStringLiteral("SELECT count(*) FROM addresses WHERE chain = 0")).value(),
                     std::int64_t(63));
        }
        auto database = std::move(WalletDatabase::open(m_path).value());
        findsEverything(*open(*database), 63);
    }

private:
    void take(const QString& file) {
        QVERIFY(QFile::copy(support::dataFile(file), m_path));
        QFile::setPermissions(m_path, QFile::ReadOwner | QFile::WriteOwner);
    }

    QStringList keptFiles() const {
        return QDir(m_folder->path()).entryList({QStringLiteral("*.version1-*")}, QDir::Files);
    }

    std::unique_ptr<wallet::Wallet> open(WalletDatabase& database) {
        return std::move(wallet::Wallet::open(database.store(), m_clock, regtestOptions()).value());
    }

    /// Coins, labels, notes and what waits.
    static void findsEverything(wallet::Wallet& wallet, unsigned next) {
        QCOMPARE(wallet.tip().height, kFixtureHeight);
        QCOMPARE(wallet.recentBlocks().size(), std::size_t(kFixtureHeight + 1));
        const auto balance = wallet.balance(kFixtureHeight);
        QCOMPARE(balance.confirmedTotal, Amount(529'850'000'000));
        QCOMPARE(balance.spendable, Amount(34'824'995'770));
        QCOMPARE(balance.coinCount, 107);
        const auto rent = wallet.addresses(wallet::AddressGroup::Given, 0, 10);
        QCOMPARE(rent.size(), std::size_t(2));
        QCOMPARE(rent[0].label, std::string("rent"));
        QVERIFY(rent[0].path == (wallet::KeyPath{0, 2}) && rent[0].used);
        QCOMPARE(wallet.addressCount(wallet::AddressGroup::Change), std::size_t(3));
        QVERIFY(wallet.addresses(wallet::AddressGroup::Change, 0, 1)[0].chain == wallet::KeyChain::Change);
        QCOMPARE(wallet.history(0, 1)[0].note, std::string("still waiting"));
        QVERIFY(wallet.history(0, 1)[0].state == wallet::TxState::Waiting);
        QCOMPARE(wallet.waitingTransactions().size(), std::size_t(1));
        QCOMPARE(wallet.keychain().next(0).path.index, next);
        QCOMPARE(wallet.keychain().next(1).path.index, 3U);
    }

    static void hasAllAccounts(wallet::Wallet& wallet) {
        const auto address = [&](wallet::AddressType type) {
            return wallet.newReceiveAddress({}, type).value().address;
        };
        QVERIFY(address(wallet::AddressType::Bech32).starts_with("bcrt1q"));
        QVERIFY(address(wallet::AddressType::Bech32m).starts_with("bcrt1p"));
        QVERIFY(address(wallet::AddressType::P2shSegwit).starts_with("2"));
        QCOMPARE(wallet.keychain().row(0)->text.find("[00000000"), std::string::npos);
    }

    /// With coins of old addresses, accepted by the interpreter.
    static void pays(wallet::Wallet& wallet) {
        wallet::PaymentRequest request;
        request.recipients = {
            {script::witnessPubKeyHashScript(util::ByteArray<20>{1}), Amount(20'000'000'000)}};
        const auto draft = wallet.draft(request, kFixtureHeight).value();
        const auto transaction = wallet.commit(draft, "after the migration").value();
        std::vector<primitives::TxOut> spent;
        for (const auto& input : draft.inputs)
            spent.push_back(input.output);
        const script::SigHashCache cache(*transaction, spent);
        for (std::size_t i = 0; i < spent.size(); ++i)
            QVERIFY(script::verifyInput(*transaction, i, spent, cache, script::kPolicyFlags).has_value());
        QVERIFY(draft.inputs.size() >= 4);
    }

    support::FakeClock m_clock;
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
};

CAIRN_TEST(WalletMigrationTest)
#include "WalletMigrationTest.moc"
