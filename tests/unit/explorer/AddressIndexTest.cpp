#include "explorer/AddressIndex.h"
#include "support/TestProgram.h"

#include "storage/Database.h"
#include "support/ExplorerBench.h"
#include "support/Storage.h"

#include <random>

namespace {

/// Every row of the index tables, as one text.
QString contentsOf(const QString& path) {
    const auto database = storage::Database::open(path, {storage::Database::Access::ReadOnly});
    if (!database) return database.error().what;
    QString out;
    const char* queries[] = {
        "SELECT group_concat(hex(txid) || place || '/' || start || '/' || size, ' ') FROM "
        "(SELECT * FROM transactions ORDER BY place)",
        "SELECT group_concat(hex(script) || place || '/' || funded_count || '/' || spent_count || '/' || "
        "funded || "
        "'/' || spent || '/' || hex(outputs), ' ') FROM (SELECT * FROM history ORDER BY script, place)",
        "SELECT group_concat(hex(outpoint) || place || '/' || input, ' ') FROM (SELECT * FROM spends ORDER "
        "BY outpoint)",
        "SELECT group_concat(height || hex(hash), ' ') FROM index_tip",
    };
    for (const char* sql : queries)
        out += (*database)->text(QString::fromLatin1(sql)).value() + u'\n';
    return out;
}

} // namespace

class AddressIndexTest : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void takesStepsOfTheSizeItIsTold() {
        support::ExplorerBench bench(support::easyCard());
        support::RegtestChain miner(bench.chain.params);
        for (const auto& block : miner.mineMany(bench.chain.params.genesisHash, 10))
            QVERIFY(bench.chain->acceptBlock(block));
        auto& store = bench.chain.database->indexes();
        QCOMPARE(store.tip()->height, 0);
        QCOMPARE(bench.index.catchUp(0).value(), false);
        QCOMPARE(bench.index.catchUp(4).value(), false);
        QCOMPARE(store.tip()->height, 4);
        QCOMPARE(bench.index.catchUp(5).value(), false);
        QCOMPARE(store.tip()->height, 9);
        QCOMPARE(bench.index.catchUp(5).value(), true);
        QCOMPARE(store.tip()->height, 10);
        QCOMPARE(bench.index.catchUp(5).value(), true);
    }

    void undoesABranchThatLeft() {
        support::ExplorerBench bench(support::easyCard());
        support::RegtestChain miner(bench.chain.params);
        const auto common = miner.mineMany(bench.chain.params.genesisHash, 5);
        const auto losing = miner.mineMany(common.back()->header.hash(), 3);
        const auto winning = miner.mineMany(common.back()->header.hash(), 4);
        bench.accept(common);
        bench.accept(losing);
        QCOMPARE(bench.chain.database->indexes().tip()->hash, losing.back()->header.hash());
        for (const auto& block : winning)
            QVERIFY(bench.chain->acceptBlock(block));
        QCOMPARE(bench.index.catchUp(2).value(), false);
        QCOMPARE(bench.chain.database->indexes().tip()->height, 6);
        QCOMPARE(bench.index.catchUp(3).value(), false);
        QCOMPARE(bench.index.catchUp(100).value(), true);
        QCOMPARE(bench.chain.database->indexes().tip()->hash, winning.back()->header.hash());
        QVERIFY(!bench.reader->place(losing.back()->transactions.front()->txid()).value());
        QVERIFY(bench.reader->place(winning.back()->transactions.front()->txid()).value());
    }

    void followsAnInvalidatedBlockDownAndUpAgain() {
        support::ExplorerBench bench(support::easyCard());
        support::RegtestChain miner(bench.chain.params);
        const auto blocks = miner.mineMany(bench.chain.params.genesisHash, 8);
        bench.accept(blocks);
        const QString before = contentsOf(bench.chain.database->path());
        QVERIFY(bench.chain->invalidate(blocks[2]->header.hash()));
        bench.level();
        QCOMPARE(bench.chain.database->indexes().tip()->height, 2);
        QVERIFY(bench.chain->reconsider(blocks[2]->header.hash()));
        bench.level();
        QCOMPARE(contentsOf(bench.chain.database->path()), before);
    }

    void equalsAnIndexBuiltStraight_data() {
        QTest::addColumn<QString>("name");
        QTest::newRow("basic, 5 reorganisations") << "regtest-basic";
        QTest::newRow("mixed, 17 reorganisations") << "regtest-mixed";
    }
    void equalsAnIndexBuiltStraight() {
        QFETCH(QString, name);
        const auto reference = support::readReferenceChain(name);
        NEEDS_DATA(!reference.blocks.empty());
        const auto seed = std::random_device()();
        qInfo("seed %u", seed);
        std::mt19937 random(seed);
        support::ExplorerBench followed(consensus::regtestParams(), false);
        for (const auto& block : reference.blocks) {
            QVERIFY(followed.chain->acceptBlock(block));
            if (random() % 3 != 0) VERIFY_FINE(followed.index.catchUp(1 + static_cast<int>(random() % 3)));
        }
        followed.level();

        // The same chain, indexed at the end only.
        support::ExplorerBench straight(consensus::regtestParams(), false);
        importInto(straight, reference);
        QCOMPARE(followed.chain.database->indexes().tip()->hash.toHex(),
                 reference.expected["best"].get<std::string>());
        QVERIFY(contentsOf(followed.chain.database->path()) == contentsOf(straight.chain.database->path()));
    }

    void saysWhatIsMissing() {
        support::ExplorerBench bench(support::easyCard());
        support::RegtestChain miner(bench.chain.params);
        const auto blocks = miner.mineMany(bench.chain.params.genesisHash, 3);
        for (const auto& block : blocks)
            QVERIFY(bench.chain->acceptBlock(block));
        {
            const auto raw = storage::Database::open(bench.chain.database->path(), {});
            VERIFY_FINE((*raw)->execute(QStringLiteral("DELETE FROM bodies WHERE sequence = 2")));
        }
        const auto done = bench.index.catchUp(10);
        QVERIFY(!done);
        QCOMPARE(done.error().kind, chain::StoreError::Kind::Damaged);
        QVERIFY(done.error().what.find(blocks[1]->header.hash().toHex()) != std::string::npos);
    }
};

CAIRN_TEST(AddressIndexTest)
#include "AddressIndexTest.moc"
