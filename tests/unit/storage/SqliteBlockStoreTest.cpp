#include "storage/SqliteBlockStore.h"
#include "support/TestProgram.h"

#include "storage/ChainSchema.h"
#include "support/SampleChain.h"
#include "support/Storage.h"

using namespace storage;
using chain::StoreError;

class SqliteBlockStoreTest : public QObject {
    Q_OBJECT

private slots:
    void init() {
        QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
        m_folder = std::make_unique<QTemporaryDir>();
        auto opened = openMigrated(m_folder->filePath(QStringLiteral("a.sqlite")), {}, chainSchema(),
                                   Database::Journal::Wal);
        VERIFY_FINE(opened);
        m_database = std::move(*opened);
        m_coins = std::make_unique<SqliteCoinStore>(*m_database);
        m_blocks = std::make_unique<SqliteBlockStore>(*m_database, *m_coins);
        m_chain = support::SampleChain();
        std::mt19937 random(7);
        for (int i = 0; i < 12; ++i)
            m_chain.mine(4, random);
    }
    void cleanup() {
        m_blocks.reset();
        m_coins.reset();
        m_database.reset();
    }

    void startsEmpty() {
        QCOMPARE(m_blocks->loadTip().value(), chain::TipInfo{});
        QVERIFY(m_blocks->loadHeaders().value().empty());
        QVERIFY(!m_blocks->readBlock(m_chain.blocks[3].hash).value());
        QVERIFY(!m_blocks->readUndo(m_chain.blocks[3].hash).value());
    }

    void givesBackAWholeBatch() {
        auto batch = m_chain.batch(0, 0);
        batch.bodies[3].facts.finder = "Mia Überall";
        VERIFY_FINE(m_blocks->commit(batch));
        QCOMPARE(m_blocks->loadTip().value(), (chain::TipInfo{11, m_chain.blocks.back().hash}));

        const auto headers = m_blocks->loadHeaders();
        VERIFY_FINE(headers);
        QCOMPARE(headers->size(), batch.headers.size());
        for (std::size_t i = 0; i < headers->size(); ++i) {
            const auto& got = (*headers)[i];
            const auto& put = batch.headers[i];
            QVERIFY(got.header == put.header && got.hash == put.hash && got.height == put.height);
            QVERIFY(got.status == put.status && got.scheduledBits == put.scheduledBits);
            QVERIFY(got.sequence == put.sequence && got.receivedTime == put.receivedTime);
            const auto& facts = batch.bodies[i].facts;
            QCOMPARE(got.facts.transactionCount, facts.transactionCount);
            QCOMPARE(got.facts.sizeBytes, facts.sizeBytes);
            QCOMPARE(got.facts.finder, facts.finder);
            QCOMPARE(got.facts.weight, facts.weight);
            QCOMPARE(got.facts.fees.satoshi(), batch.undos[i].fees.satoshi());
            QVERIFY(got.facts.minerScript == facts.minerScript);
        }
        for (const auto& block : m_chain.blocks) {
            QVERIFY(m_blocks->readBlock(block.hash).value()->serialize() == block.block->serialize());
            QVERIFY(*m_blocks->readUndo(block.hash).value() == *block.undo);
        }
        for (const auto& [outpoint, coin] : m_chain.coins)
            QVERIFY(m_coins->find(outpoint).value() == coin);
        QCOMPARE(m_database->number(QStringLiteral("SELECT count(*) FROM coins")).value(),
                 static_cast<qint64>(m_chain.coins.size()));
    }

    void addsABodyToAHeaderStoredBefore() {
        auto whole = m_chain.batch(0, 0);
        chain::ChainBatch headers;
        headers.headers = whole.headers;
        for (auto& header : headers.headers)
            header.status = chain::BlockStatus::HeaderOnly;
        VERIFY_FINE(m_blocks->commit(headers));
        QCOMPARE(m_blocks->loadHeaders().value().back().facts.transactionCount, 0);

        chain::ChainBatch bodies;
        bodies.bodies = whole.bodies;
        bodies.undos = whole.undos;
        VERIFY_FINE(m_blocks->commit(bodies));
        const auto loaded = m_blocks->loadHeaders().value();
        QCOMPARE(loaded.back().status, chain::BlockStatus::HeaderOnly);
        QCOMPARE(loaded.back().facts.transactionCount, whole.bodies.back().facts.transactionCount);
        QCOMPARE(loaded.back().facts.fees.satoshi(), whole.undos.back().fees.satoshi());

        chain::ChainBatch statuses;
        statuses.headers = whole.headers;
        VERIFY_FINE(m_blocks->commit(statuses));
        const auto connected = m_blocks->loadHeaders().value();
        QCOMPARE(connected.back().status, chain::BlockStatus::Connected);
        QCOMPARE(connected.back().facts.sizeBytes, whole.bodies.back().facts.sizeBytes);
    }

    void replacesTheTopOfTheBestChain() {
        VERIFY_FINE(m_blocks->commit(m_chain.batch(0, 0)));
        chain::ChainBatch shorter;
        shorter.bestFrom = 9;
        shorter.best = {m_chain.blocks[9].hash};
        VERIFY_FINE(m_blocks->commit(shorter));
        QCOMPARE(m_blocks->loadTip().value(), (chain::TipInfo{9, m_chain.blocks[9].hash}));
    }

    void keepsNothingOfAFailedBatch_data() {
        QTest::addColumn<QString>("breakIt");
        QTest::addColumn<StoreError::Kind>("kind");
        const auto trigger = QStringLiteral(
            "CREATE TEMP TRIGGER t BEFORE INSERT ON main.%1 BEGIN SELECT raise(ABORT, 'no'); END");
        QTest::newRow("bodies") << trigger.arg(QStringLiteral("bodies")) << StoreError::Kind::Damaged;
        QTest::newRow("undos") << trigger.arg(QStringLiteral("undos")) << StoreError::Kind::Damaged;
        QTest::newRow("coins") << trigger.arg(QStringLiteral("coins")) << StoreError::Kind::Damaged;
        QTest::newRow("full disk") << QStringLiteral("PRAGMA max_page_count = 30") << StoreError::Kind::Full;
        QTest::newRow("read-only") << QStringLiteral("PRAGMA query_only = ON") << StoreError::Kind::ReadOnly;
        QTest::newRow("table gone") << QStringLiteral("DROP TABLE undos") << StoreError::Kind::Damaged;
    }
    void keepsNothingOfAFailedBatch() {
        QFETCH(QString, breakIt);
        QFETCH(StoreError::Kind, kind);
        support::SampleChain start;
        start.blocks.assign(m_chain.blocks.begin(), m_chain.blocks.begin() + 2);
        VERIFY_FINE(m_blocks->commit(start.batch(0, 0)));
        const auto before = contents();

        VERIFY_FINE(m_database->execute(breakIt));
        mineMore();
        const auto done = m_blocks->commit(m_chain.batch(2, 2));
        QVERIFY(!done);
        QCOMPARE(done.error().kind, kind);
        QCOMPARE(contents(), before);
    }

    void goesOnAfterAFullDisk() {
        mineMore();
        VERIFY_FINE(m_database->execute(QStringLiteral("PRAGMA max_page_count = 30")));
        QVERIFY(!m_blocks->commit(m_chain.batch(0, 0)));
        VERIFY_FINE(m_database->execute(QStringLiteral("PRAGMA max_page_count = 100000")));
        VERIFY_FINE(m_blocks->commit(m_chain.batch(0, 0)));
        QCOMPARE(m_blocks->loadTip().value().height, 51);
    }

    void refusesABodyWithoutHeader() {
        auto batch = m_chain.batch(0, 0);
        batch.headers.clear();
        const auto done = m_blocks->commit(batch);
        QVERIFY(!done);
        QCOMPARE(done.error().kind, StoreError::Kind::Damaged);
    }

    void refusesTwoBlocksWithOneNumber() {
        VERIFY_FINE(m_blocks->commit(m_chain.batch(0, 0)));
        chain::ChainBatch batch;
        batch.headers = {m_chain.batch(0, 0).headers.front()};
        batch.headers.front().header.nonce ^= 1;
        batch.headers.front().hash = batch.headers.front().header.hash();
        QVERIFY(!m_blocks->commit(batch));
        QCOMPARE(m_blocks->loadHeaders().value().front().hash, m_chain.blocks.front().hash);
    }

    void tellsDamage_data() {
        QTest::addColumn<QString>("sql");
        QTest::newRow("header changed")
            << QStringLiteral("UPDATE headers SET header = zeroblob(80) WHERE height = 3");
        QTest::newRow("status unknown") << QStringLiteral("UPDATE headers SET status = 77 WHERE height = 3");
        QTest::newRow("height negative") << QStringLiteral("UPDATE headers SET height = -4 WHERE height = 3");
        QTest::newRow("height huge") << QStringLiteral(
            "UPDATE headers SET height = 99999999999 WHERE height = 3");
        QTest::newRow("count huge") << QStringLiteral(
            "UPDATE headers SET tx_count = 99999999999 WHERE height = 3");
        QTest::newRow("body cut") << QStringLiteral(
            "UPDATE bodies SET bytes = substr(bytes, 1, 100) WHERE sequence = 3");
        QTest::newRow("body of another")
            << QStringLiteral("UPDATE bodies SET bytes = (SELECT bytes FROM bodies WHERE "
                              "sequence = 4) WHERE sequence = 3");
        QTest::newRow("undo garbage")
            << QStringLiteral("UPDATE undos SET bytes = x'ffffffffff' WHERE sequence = 3");
    }
    void tellsDamage() {
        QFETCH(QString, sql);
        VERIFY_FINE(m_blocks->commit(m_chain.batch(0, 0)));
        VERIFY_FINE(m_database->execute(sql));
        const auto headers = m_blocks->loadHeaders();
        const auto block = m_blocks->readBlock(m_chain.blocks[3].hash);
        const auto undo = m_blocks->readUndo(m_chain.blocks[3].hash);
        QCOMPARE(int(headers.has_value()) + int(block.has_value()) + int(undo.has_value()), 2);
        const auto& error = !headers ? headers.error() : !block ? block.error() : undo.error();
        QCOMPARE(error.kind, StoreError::Kind::Damaged);
    }

private:
    /// More than the small disk of these tests takes.
    void mineMore() {
        std::mt19937 random(8);
        for (int i = 0; i < 40; ++i)
            m_chain.mine(20, random);
    }

    /// Everything stored, as one text.
    QString contents() {
        QString out;
        for (const char* table : {"headers", "bodies", "best_chain", "coins"})
            out += QString::number(
                       m_database->number(QStringLiteral("SELECT count(*) FROM %1").arg(QLatin1String(table)))
                           .value()) +
                   u' ';
        return out + QString::fromStdString(m_blocks->loadTip().value().hash.toHex());
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Database> m_database;
    std::unique_ptr<SqliteCoinStore> m_coins;
    std::unique_ptr<SqliteBlockStore> m_blocks;
    support::SampleChain m_chain;
};

CAIRN_TEST(SqliteBlockStoreTest)
#include "SqliteBlockStoreTest.moc"
