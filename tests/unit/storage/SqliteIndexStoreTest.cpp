#include "storage/SqliteIndexStore.h"
#include "support/TestProgram.h"

#include "storage/ChainSchema.h"
#include "storage/SqliteBlockStore.h"
#include "support/SampleChain.h"
#include "support/Storage.h"

using namespace storage;

namespace {

/// A database in memory with its stores.
struct Opened {
    std::unique_ptr<Database> database =
        openMigrated(QStringLiteral(":memory:"), {}, chainSchema(), Database::Journal::Wal).value();
    SqliteCoinStore coins{*database};
    SqliteBlockStore blocks{*database, coins};
    SqliteIndexStore indexes{*database};

    /// Every row of the index tables, as one text.
    QString contents() {
        QString out;
        const char* queries[] = {
            "SELECT group_concat(hex(txid) || place || '/' || start || '/' || size, ' ') FROM "
            "(SELECT * FROM transactions ORDER BY place)",
            "SELECT group_concat(hex(script) || place || '/' || funded_count || '/' || spent_count || '/' || "
            "funded || "
            "'/' || spent || '/' || hex(outputs), ' ') FROM (SELECT * FROM history ORDER BY script, place)",
            "SELECT group_concat(hex(outpoint) || place || '/' || input, ' ') FROM (SELECT * FROM spends "
            "ORDER BY outpoint)",
            "SELECT group_concat(height || hex(hash), ' ') FROM index_tip",
        };
        for (const char* sql : queries)
            out += database->text(QString::fromLatin1(sql)).value() + u'\n';
        return out;
    }
};

} // namespace

class SqliteIndexStoreTest : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void startsEmpty() {
        Opened opened;
        QCOMPARE(opened.indexes.tip().value(), chain::TipInfo{});
        VERIFY_FINE(opened.indexes.apply({}));
    }

    void remembersTheLastBlock() {
        Opened opened;
        const auto chain = sample(6, 1);
        VERIFY_FINE(opened.indexes.apply(chain.blocks));
        QCOMPARE(opened.indexes.tip().value(), (chain::TipInfo{5, chain.blocks.back().hash}));
    }

    void isTheSameInOneGoAndStepByStep() {
        Opened atOnce, stepwise;
        const auto chain = sample(20, 2);
        VERIFY_FINE(atOnce.indexes.apply(chain.blocks));
        for (const auto& block : chain.blocks)
            VERIFY_FINE(stepwise.indexes.apply({block}));
        QCOMPARE(stepwise.contents(), atOnce.contents());
    }

    void forgetsABranchCompletely_data() {
        QTest::addColumn<unsigned>("seed");
        for (unsigned seed = 1; seed <= 12; ++seed)
            QTest::addRow("seed %u", seed) << seed;
    }
    void forgetsABranchCompletely() {
        QFETCH(unsigned, seed);
        std::mt19937 random(seed);
        auto common = sample(10 + random() % 10, seed);
        auto losing = common;
        auto winning = common;
        for (std::size_t i = 0, count = 1 + random() % 8; i < count; ++i)
            losing.mine(5, random);
        for (std::size_t i = 0; i < 9; ++i)
            winning.mine(5, random);

        Opened moved, straight;
        VERIFY_FINE(moved.blocks.commit(losing.batch(0, 0))); // reverting reads the undo data
        VERIFY_FINE(moved.indexes.apply(losing.blocks));
        for (std::size_t i = losing.blocks.size(); i > common.blocks.size(); --i) {
            const auto& block = losing.blocks[i - 1];
            VERIFY_FINE(moved.indexes.revert({block.block, block.hash, block.height}));
        }
        const auto first = winning.blocks.begin() + static_cast<std::ptrdiff_t>(common.blocks.size());
        VERIFY_FINE(moved.indexes.apply({first, winning.blocks.end()}));
        VERIFY_FINE(straight.indexes.apply(winning.blocks));
        QCOMPARE(moved.contents(), straight.contents());
    }

    void canBeTakenDownToNothing() {
        Opened opened;
        const auto chain = sample(8, 3);
        VERIFY_FINE(opened.blocks.commit(chain.batch(0, 0)));
        const QString empty = opened.contents();
        VERIFY_FINE(opened.indexes.apply(chain.blocks));
        for (std::size_t i = chain.blocks.size(); i > 0; --i) {
            const auto& block = chain.blocks[i - 1];
            VERIFY_FINE(opened.indexes.revert({block.block, block.hash, block.height}));
        }
        QCOMPARE(opened.contents(), empty);
        QCOMPARE(opened.indexes.tip().value(), chain::TipInfo{});
    }

    void leavesOutWhatIsNoCoin() {
        Opened opened;
        const auto chain = sample(30, 4);
        VERIFY_FINE(opened.indexes.apply(chain.blocks));
        // Genesis is a transaction of the list, but pays nobody; and no script begins with OP_RETURN.
        QCOMPARE(opened.database->number(QStringLiteral("SELECT count(*) FROM transactions WHERE place = 0"))
                     .value(),
                 1);
        QCOMPARE(opened.database->number(QStringLiteral("SELECT count(*) FROM history WHERE place < 1 << 24"))
                     .value(),
                 0);
        const auto balance =
            opened.database->number(QStringLiteral("SELECT sum(funded) - sum(spent) FROM history"));
        primitives::Amount coins;
        for (const auto& [outpoint, coin] : chain.coins)
            coins += coin.output.value;
        QCOMPARE(balance.value(), coins.satoshi());
    }

    void keepsNothingOfAFailedRun() {
        Opened opened;
        auto chain = sample(10, 5);
        VERIFY_FINE(opened.indexes.apply({chain.blocks.begin(), chain.blocks.begin() + 5}));
        const QString before = opened.contents();
        chain.blocks.back().undo = std::make_shared<chain::BlockUndo>();
        const auto done = opened.indexes.apply({chain.blocks.begin() + 5, chain.blocks.end()});
        QVERIFY(!done);
        QCOMPARE(done.error().kind, chain::StoreError::Kind::Damaged);
        QCOMPARE(opened.contents(), before);
    }

    void tellsMissingUndoData() {
        Opened opened;
        const auto chain = sample(10, 6);
        VERIFY_FINE(opened.indexes.apply(chain.blocks));
        const auto& top = chain.blocks.back();
        const auto done = opened.indexes.revert({top.block, top.hash, top.height});
        QVERIFY(!done);
        QCOMPARE(done.error().kind, chain::StoreError::Kind::Damaged);
        QCOMPARE(opened.indexes.tip().value().height, 9);
    }

private:
    static support::SampleChain sample(std::size_t blocks, unsigned seed) {
        std::mt19937 random(seed);
        support::SampleChain chain;
        for (std::size_t i = 0; i < blocks; ++i)
            chain.mine(6, random);
        return chain;
    }
};

CAIRN_TEST(SqliteIndexStoreTest)
#include "SqliteIndexStoreTest.moc"
