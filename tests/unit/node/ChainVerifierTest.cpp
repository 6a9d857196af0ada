#include "node/chain/ChainVerifier.h"
#include "node/chain/LatestCheck.h"
#include "support/TestProgram.h"

#include "chain/CoinStatistics.h"
#include "storage/ChainReader.h"
#include "support/RegtestChain.h"
#include "support/SqliteChain.h"

using primitives::BlockRef;
using primitives::TransactionRef;

class ChainVerifierTest : public QObject {
    Q_OBJECT

private slots:
    void countsTheCoinsOfTheStoredChain_data() {
        QTest::addColumn<int>("coinCacheBytes");
        QTest::newRow("all coins in memory") << 64'000'000;
        QTest::newRow("most coins in a temporary file") << 4'000;
    }
    void countsTheCoinsOfTheStoredChain() {
        QFETCH(int, coinCacheBytes);
        support::SqliteChain chain(support::easyCard());
        support::RegtestChain maker(chain.params);
        fill(chain, maker);
        const auto stored = chain::coinStatistics(chain.database->coins());
        QVERIFY(stored && stored->txouts > 100);
        const auto reader = storage::ChainReader::open(chain.database->path());
        QVERIFY(reader);
        const chain::ChainOptions options{.coinCacheBytes = static_cast<std::size_t>(coinCacheBytes)};
        const auto report = node::verifyStoredChain(**reader, chain.params, chain.clock, options);
        QVERIFY(!report.problem);
        QCOMPARE(report.summary.height, chain->tip().height());
        QVERIFY(report.summary.best == chain->tip().hash());
        QCOMPARE(report.summary.coins.txouts, stored->txouts);
        QCOMPARE(report.summary.coins.hashSerialized3, stored->hashSerialized3);
        QVERIFY(report.summary.coins.totalAmount == stored->totalAmount);
        QCOMPARE(report.summary.blocksRead, std::int64_t(chain->tip().height()) + 1);
        QCOMPARE(report.summary.blocksAccepted, report.summary.blocksRead);
    }

    void namesTheBlockWhoseScriptFails() {
        support::SqliteChain chain(support::easyCard(), {}, {.checkScripts = false});
        support::RegtestChain maker(chain.params);
        const auto blocks = fill(chain, maker);
        auto parts = support::spendAll(support::coinbaseOf(blocks[3]), 500)->parts();
        parts.inputs[0].witness[0][10] ^= 1; // in the number R
        const auto bad =
            maker.mineOn(chain->tip().hash(), {{std::make_shared<const primitives::Transaction>(parts)}});
        QVERIFY(chain->acceptBlock(bad));
        QVERIFY(chain->tip().hash() == bad->header.hash());
        const auto reader = storage::ChainReader::open(chain.database->path());
        QVERIFY(reader);
        const auto report = node::verifyStoredChain(**reader, chain.params, chain.clock);
        QVERIFY(report.problem && report.problem->kind == node::VerifyProblem::Kind::BlockInvalid);
        QCOMPARE(report.problem->height, chain->tip().height());
        QVERIFY(!report.problem->reject.isEmpty());
        QCOMPARE(report.summary.blocksRejected, std::int64_t(1));
    }

    void judgesNoStoredBlockByTodaysClock() {
        support::SqliteChain chain(support::easyCard());
        support::RegtestChain maker(chain.params);
        const auto blocks = fill(chain, maker);
        chain.clock.setNow(std::int64_t(blocks.front()->header.time) - 48 * 3600);
        const auto reader = storage::ChainReader::open(chain.database->path());
        QVERIFY(reader);
        QVERIFY(!node::verifyStoredChain(**reader, chain.params, chain.clock).problem);
    }

    void looksAtTheLastBlocks() {
        support::SqliteChain chain(support::easyCard(), {}, {.checkScripts = false});
        support::RegtestChain maker(chain.params);
        const auto blocks = fill(chain, maker);
        const auto reader = storage::ChainReader::open(chain.database->path());
        QVERIFY(reader);
        const auto holds = [&](node::CheckDepth depth, std::int32_t count) {
            return node::checkLatest(**reader, chain.params, depth, count).value();
        };
        QVERIFY(holds(node::CheckDepth::Scripts, 1'000'000));
        auto parts = support::spendAll(support::coinbaseOf(blocks[3]), 500)->parts();
        parts.inputs[0].witness[0][10] ^= 1; // in the number R
        const auto bad =
            maker.mineOn(chain->tip().hash(), {{std::make_shared<const primitives::Transaction>(parts)}});
        QVERIFY(chain->acceptBlock(bad));
        QVERIFY(chain->acceptBlock(maker.mineOn(bad)));
        QVERIFY(holds(node::CheckDepth::Amounts, 10));
        QVERIFY(holds(node::CheckDepth::Scripts, 1)); // the bad one is the second
        QVERIFY(!holds(node::CheckDepth::Scripts, 2));
    }

private:
    /// Ripe coinbases split into many coins, and some of these spent again.
    static std::vector<BlockRef> fill(support::SqliteChain& chain, support::RegtestChain& maker) {
        std::vector<BlockRef> blocks = maker.mineMany(chain.params.genesisHash, 14);
        for (std::size_t i = 0; i < 3; ++i) {
            const auto split = support::spendAll(support::coinbaseOf(blocks[i]), 1'000, 50);
            blocks.push_back(maker.mineOn(blocks.back(), {{split}}));
            std::vector<TransactionRef> spends;
            for (std::uint32_t output = 0; output < 10; ++output)
                spends.push_back(support::spendAll(support::outputOf(*split, output), 100));
            blocks.push_back(maker.mineOn(blocks.back(), {spends}));
        }
        for (const BlockRef& block : blocks)
            require(chain->acceptBlock(block).has_value());
        require(chain->tip().hash() == blocks.back()->header.hash());
        return blocks;
    }
};

CAIRN_TEST(ChainVerifierTest)
#include "ChainVerifierTest.moc"
