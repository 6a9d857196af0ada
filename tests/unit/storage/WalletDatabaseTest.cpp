#include "storage/WalletDatabase.h"
#include "support/TestProgram.h"

#include "storage/Database.h"
#include "storage/Statement.h"
#include "support/Storage.h"

#include <sys/stat.h>

using namespace storage;
using wallet::WalletBatch;

namespace {

primitives::TransactionRef transactionOf(std::uint32_t lockTime) {
    primitives::TransactionParts parts;
    parts.lockTime = lockTime;
    parts.inputs.push_back({{primitives::TxId(), 3}, {1, 2}, 5, {{9, 9}}});
    parts.outputs.push_back({primitives::Amount(7), {0x51}});
    return std::make_shared<const primitives::Transaction>(std::move(parts));
}

wallet::WalletTransaction rowOf(std::uint32_t number) {
    wallet::WalletTransaction row;
    row.transaction = transactionOf(number);
    row.state = wallet::TxState::Confirmed;
    row.height = 17;
    row.block = primitives::BlockHash(util::ByteArray<32>{1, 2, 3});
    row.time = 1'760'000'000;
    row.received = primitives::Amount(700);
    row.spent = primitives::Amount(800);
    row.fee = primitives::Amount(100);
    row.note = "für die Miete 🏠";
    row.sequence = number;
    return row;
}

wallet::StoredCoin coinOf(std::uint32_t number) {
    wallet::StoredCoin coin;
    coin.coin.outpoint = {transactionOf(1)->txid(), number};
    coin.coin.output = {primitives::Amount(42), {0, 1, 2}};
    coin.coin.path = {1, 4'000'000'000};
    coin.coin.height = -1;
    coin.coin.isChange = true;
    return coin;
}

WalletBatch fullBatch() {
    WalletBatch batch;
    batch.properties = {{"network", {1, 2}}, {"empty", {}}, {"secret", util::Bytes(100, 0xee)}};
    batch.addresses = {
        {{0, 0}, {0x00, 0x14}, "cairn1qxyz", "von Oma", true, 1'760'000'001, wallet::KeyChain::Receive},
        {{1, 0xffffffff}, {}, "", "", false, 0, wallet::KeyChain::Receive}};
    batch.descriptors = {
        {0, "wpkh(one)", wallet::KeyChain::Receive, true, 3, 0, 0, true},
        {7, "tr(zwei)", wallet::KeyChain::Change, false, 0, 0x7fffffff, 1'760'000'000, false}};
    auto unknownFee = rowOf(2);
    unknownFee.fee.reset();
    unknownFee.state = wallet::TxState::Lost;
    unknownFee.height = -1;
    unknownFee.isCoinbase = true;
    batch.transactions = {rowOf(1), unknownFee};
    auto spent = coinOf(1);
    spent.spentBy = transactionOf(2)->txid();
    batch.coins = {coinOf(0), spent};
    batch.appliedBlocks = {{5, primitives::BlockHash(util::ByteArray<32>{5})},
                           {6, primitives::BlockHash(util::ByteArray<32>{6})}};
    return batch;
}

bool equal(const wallet::WalletTransaction& a, const wallet::WalletTransaction& b) {
    return a.transaction->wtxid() == b.transaction->wtxid() && a.state == b.state && a.height == b.height &&
           a.block == b.block && a.time == b.time && a.received == b.received && a.spent == b.spent &&
           a.fee == b.fee && a.isCoinbase == b.isCoinbase && a.note == b.note && a.sequence == b.sequence;
}

bool equal(const wallet::StoredCoin& a, const wallet::StoredCoin& b) {
    return a.coin.outpoint == b.coin.outpoint && a.coin.output == b.coin.output &&
           a.coin.path == b.coin.path && a.coin.height == b.coin.height &&
           a.coin.fromCoinbase == b.coin.fromCoinbase && a.coin.isChange == b.coin.isChange &&
           a.spentBy == b.spentBy;
}

} // namespace

class WalletDatabaseTest : public QObject {
    Q_OBJECT

private slots:
    void init() {
        QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath(QStringLiteral("a'b.sqlite"));
    }

    void keepsEverything() {
        const auto batch = fullBatch();
        {
            const auto database = WalletDatabase::open(m_path);
            VERIFY_FINE(database);
            VERIFY_FINE((*database)->store().commit(batch));
        }
        const auto database = WalletDatabase::open(m_path);
        VERIFY_FINE(database);
        compareWithBatch((*database)->store(), batch);
    }

    void worksInMemory() {
        const auto database = WalletDatabase::open(QString());
        VERIFY_FINE(database);
        VERIFY_FINE((*database)->store().commit(fullBatch()));
        compareWithBatch((*database)->store(), fullBatch());
    }

    void replacesAndRemoves() {
        const auto database = WalletDatabase::open(QString());
        auto& store = (*database)->store();
        VERIFY_FINE(store.commit(fullBatch()));
        WalletBatch batch;
        batch.properties = {{"network", {3}}};
        auto changed = rowOf(1);
        changed.note = "anders";
        batch.transactions = {changed};
        batch.removedTransactions = {transactionOf(2)->txid()};
        auto spent = coinOf(0);
        spent.spentBy = transactionOf(2)->txid();
        batch.coins = {spent};
        batch.removedCoins = {coinOf(1).coin.outpoint};
        VERIFY_FINE(store.commit(batch));
        const auto contents = store.load();
        VERIFY_FINE(contents);
        QCOMPARE(contents->transactions.size(), std::size_t{1});
        QVERIFY(equal(contents->transactions.front(), changed));
        QCOMPARE(contents->coins.size(), std::size_t{1});
        QVERIFY(equal(contents->coins.front(), spent));
        QCOMPARE(contents->properties.size(), std::size_t{3});
    }

    void remembersTheLastThousandBlocks() {
        const auto database = WalletDatabase::open(QString());
        auto& store = (*database)->store();
        WalletBatch batch;
        for (std::int32_t height = 0; height < 1'500; ++height)
            batch.appliedBlocks.push_back({height, primitives::BlockHash(util::ByteArray<32>{1})});
        VERIFY_FINE(store.commit(batch));
        auto blocks = store.load()->recentBlocks;
        QCOMPARE(blocks.size(), std::size_t{1'000});
        QCOMPARE(blocks.front().height, 500);

        // Reverting comes first, then the blocks of the other branch.
        WalletBatch moved;
        moved.revertedTo = 1'490;
        moved.appliedBlocks = {{1'491, primitives::BlockHash(util::ByteArray<32>{2})}};
        VERIFY_FINE(store.commit(moved));
        blocks = store.load()->recentBlocks;
        QCOMPARE(blocks.back().height, 1'491);
        QVERIFY(blocks.back().hash == primitives::BlockHash(util::ByteArray<32>{2}));
        QCOMPARE(blocks.size(), std::size_t{992});
    }

    void keepsNothingOfAFailedChange() {
        { VERIFY_FINE(WalletDatabase::open(m_path)); }
        {
            const auto raw = Database::open(m_path, {});
            VERIFY_FINE((*raw)->execute(QStringLiteral(
                "CREATE TRIGGER t BEFORE INSERT ON coins BEGIN SELECT raise(ABORT, 'no'); END")));
        }
        const auto database = WalletDatabase::open(m_path);
        const auto done = (*database)->store().commit(fullBatch());
        QVERIFY(!done);
        QVERIFY(done.error().kind == wallet::WalletStoreError::Kind::Damaged);
        const auto contents = (*database)->store().load();
        VERIFY_FINE(contents);
        QVERIFY(contents->properties.empty() && contents->addresses.empty() &&
                contents->transactions.empty());
    }

    void belongsToItsOwnerAlone() {
        const auto before = ::umask(0);
        const auto database = WalletDatabase::open(m_path);
        VERIFY_FINE(database);
        VERIFY_FINE((*database)->store().commit(fullBatch()));
        const QString copy = m_folder->filePath(QStringLiteral("copy.sqlite"));
        VERIFY_FINE((*database)->backUpTo(copy));
        ::umask(before);
        const auto files = QDir(m_folder->path()).entryInfoList(QDir::Files);
        QVERIFY(files.size() >= 2);
        for (const QFileInfo& file : files) {
            struct stat status {};
            QCOMPARE(::stat(QFile::encodeName(file.filePath()).constData(), &status), 0);
            QCOMPARE(int(status.st_mode & 0777), 0600);
        }
    }

    void isWholeInOneFileAfterEachCommit() {
        const auto database = WalletDatabase::open(m_path);
        VERIFY_FINE((*database)->store().commit(fullBatch()));
        const QString copy = m_folder->filePath(QStringLiteral("copy.sqlite"));
        QVERIFY(QFile::copy(m_path, copy)); // by hand, while it is open
        const auto copied = WalletDatabase::open(copy);
        VERIFY_FINE(copied);
        compareWithBatch((*copied)->store(), fullBatch());
    }

    void makesABackup() {
        const auto database = WalletDatabase::open(m_path);
        VERIFY_FINE((*database)->store().commit(fullBatch()));
        const QString copy = m_folder->filePath(QStringLiteral("it's a copy.sqlite"));
        VERIFY_FINE((*database)->backUpTo(copy));
        const auto copied = WalletDatabase::open(copy);
        VERIFY_FINE(copied);
        compareWithBatch((*copied)->store(), fullBatch());

        const auto again = (*database)->backUpTo(copy);
        QVERIFY(!again);
        VERIFY_FINE((*copied)->store().load());
        QVERIFY(!(*database)->backUpTo(m_folder->filePath(QStringLiteral("missing/x.sqlite"))));
    }

    void forgetsASecretThatWasReplaced() {
        const auto database = WalletDatabase::open(m_path);
        VERIFY_FINE((*database)->store().commit(fullBatch()));
        QVERIFY(readFiles().contains(QByteArray(100, '\xee')));
        WalletBatch sealed;
        sealed.properties = {{"secret", util::Bytes(140, 0xaa)}};
        VERIFY_FINE((*database)->store().commit(sealed));
        QVERIFY(!readFiles().contains(QByteArray(100, '\xee')));
    }

    void opensAFileOfVersion1() {
        QVERIFY(QFile::copy(support::dataFile(QStringLiteral("wallet-version1.sqlite")), m_path));
        QFile::setPermissions(m_path, QFile::ReadOwner | QFile::WriteOwner);
        const auto database = WalletDatabase::open(m_path);
        VERIFY_FINE(database);
        auto batch = fullBatch();
        batch.descriptors.clear();
        compareWithBatch((*database)->store(), batch);
    }

    void refusesOtherFiles() {
        {
            const auto raw = Database::open(m_path, {});
            VERIFY_FINE((*raw)->execute(QStringLiteral("CREATE TABLE songs (title TEXT)")));
        }
        const auto opened = WalletDatabase::open(m_path);
        QVERIFY(!opened);
        QCOMPARE(opened.error().kind, StorageError::Kind::Damaged);
    }

    void tellsADamagedRow_data() {
        QTest::addColumn<QString>("sql");
        QTest::newRow("transaction") << QStringLiteral("UPDATE transactions SET bytes = x'00'");
        QTest::newRow("txid") << QStringLiteral(
            "UPDATE transactions SET txid = zeroblob(32) WHERE sequence = 1");
        QTest::newRow("state") << QStringLiteral("UPDATE transactions SET state = 9");
        QTest::newRow("coin's txid") << QStringLiteral("UPDATE coins SET txid = x'00' WHERE number = 0");
        QTest::newRow("coin's value") << QStringLiteral("UPDATE coins SET value = -1");
        QTest::newRow("spender") << QStringLiteral("UPDATE coins SET spent_by = x'00'");
        QTest::newRow("key descriptor")
            << QStringLiteral("UPDATE addresses SET descriptor = -1 WHERE number = 0");
        QTest::newRow("key number") << QStringLiteral("UPDATE addresses SET number = -1 WHERE number = 0");
        QTest::newRow("descriptor's chain")
            << QStringLiteral("UPDATE descriptors SET chain = 2 WHERE id = 0");
        QTest::newRow("descriptor's index")
            << QStringLiteral("UPDATE descriptors SET next = -1 WHERE id = 7");
        QTest::newRow("recent block") << QStringLiteral("UPDATE recent_blocks SET hash = x'00'");
    }
    void tellsADamagedRow() {
        QFETCH(QString, sql);
        {
            const auto database = WalletDatabase::open(m_path);
            VERIFY_FINE((*database)->store().commit(fullBatch()));
        }
        {
            const auto raw = Database::open(m_path, {});
            VERIFY_FINE((*raw)->execute(sql));
        }
        const auto database = WalletDatabase::open(m_path);
        VERIFY_FINE(database);
        const auto contents = (*database)->store().load();
        QVERIFY(!contents);
        QVERIFY(contents.error().kind == wallet::WalletStoreError::Kind::Damaged);
    }

private:
    static void compareWithBatch(wallet::WalletStore& store, const WalletBatch& batch) {
        const auto contents = store.load();
        VERIFY_FINE(contents);
        QCOMPARE(contents->properties.size(), batch.properties.size());
        for (const auto& property : batch.properties) {
            QVERIFY(std::ranges::any_of(contents->properties, [&](const auto& got) {
                return got.key == property.key && got.value == property.value;
            }));
        }
        QVERIFY(contents->descriptors == batch.descriptors);
        QCOMPARE(contents->addresses.size(), batch.addresses.size());
        for (std::size_t i = 0; i < batch.addresses.size(); ++i) {
            const auto& got = contents->addresses[i];
            const auto& put = batch.addresses[i];
            QVERIFY(got.path == put.path && got.scriptPubKey == put.scriptPubKey &&
                    got.address == put.address);
            QVERIFY(got.label == put.label && got.used == put.used && got.handedOut == put.handedOut);
        }
        QCOMPARE(contents->transactions.size(), batch.transactions.size());
        for (std::size_t i = 0; i < batch.transactions.size(); ++i)
            QVERIFY(equal(contents->transactions[i], batch.transactions[i]));
        QCOMPARE(contents->coins.size(), batch.coins.size());
        for (std::size_t i = 0; i < batch.coins.size(); ++i)
            QVERIFY(equal(contents->coins[i], batch.coins[i]));
        QVERIFY(contents->recentBlocks == batch.appliedBlocks);
    }

    QByteArray readFiles() {
        QByteArray out;
        for (const QFileInfo& info : QDir(m_folder->path()).entryInfoList(QDir::Files)) {
            QFile file(info.filePath());
            if (file.open(QIODevice::ReadOnly)) out += file.readAll();
        }
        return out;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
};

CAIRN_TEST(WalletDatabaseTest)
#include "WalletDatabaseTest.moc"
