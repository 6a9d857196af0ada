// The rules over SQLite do what they do over memory, and what Bitcoin Core says of its chains.
#include "chain/CoinStatistics.h"
#include "support/MemoryChain.h"
#include "support/SqliteChain.h"
#include "support/Storage.h"
#include "support/TestProgram.h"

#include <random>

namespace {

void compareStores(chain::BlockStore& one, chain::BlockStore& other) {
    QCOMPARE(one.loadTip().value(), other.loadTip().value());
    const auto ours = one.loadHeaders().value();
    const auto theirs = other.loadHeaders().value();
    QCOMPARE(ours.size(), theirs.size());
    for (std::size_t i = 0; i < ours.size(); ++i) {
        QVERIFY(ours[i].header == theirs[i].header && ours[i].hash == theirs[i].hash);
        QVERIFY(ours[i].height == theirs[i].height && ours[i].status == theirs[i].status);
        QVERIFY(ours[i].scheduledBits == theirs[i].scheduledBits && ours[i].sequence == theirs[i].sequence);
        QCOMPARE(ours[i].facts.transactionCount, theirs[i].facts.transactionCount);
        QCOMPARE(ours[i].facts.fees.satoshi(), theirs[i].facts.fees.satoshi());
        QVERIFY(ours[i].facts.minerScript == theirs[i].facts.minerScript);

        const auto block = one.readBlock(ours[i].hash).value();
        const auto sameBlock = other.readBlock(ours[i].hash).value();
        QCOMPARE(block == nullptr, sameBlock == nullptr);
        if (block) QVERIFY(block->serialize() == sameBlock->serialize());
        const auto undo = one.readUndo(ours[i].hash).value();
        const auto sameUndo = other.readUndo(ours[i].hash).value();
        QCOMPARE(undo == nullptr, sameUndo == nullptr);
        if (undo) QVERIFY(*undo == *sameUndo);
    }
}

support::MemoryCoinStore::Coins coinsOf(chain::CoinStore& store) {
    support::MemoryCoinStore::Coins out;
    const auto walked = store.forEach([&](const auto& outpoint, const auto& coin) {
        out.emplace_hint(out.end(), outpoint, coin);
        return true;
    });
    return walked ? out : support::MemoryCoinStore::Coins();
}

} // namespace

class ChainOverSqliteTest : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void equalsTheChainInMemory_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("shuffled");
        QTest::addColumn<bool>("flushEveryChange");
        QTest::newRow("basic, block by block") << "regtest-basic" << false << true;
        QTest::newRow("basic, in one batch") << "regtest-basic" << false << false;
        QTest::newRow("basic, shuffled") << "regtest-basic" << true << true;
        QTest::newRow("mixed, in one batch") << "regtest-mixed" << false << false;
        QTest::newRow("mixed, shuffled") << "regtest-mixed" << true << false;
    }
    void equalsTheChainInMemory() {
        QFETCH(QString, name);
        QFETCH(bool, shuffled);
        QFETCH(bool, flushEveryChange);
        auto reference = support::readReferenceChain(name);
        NEEDS_DATA(!reference.blocks.empty());
        if (shuffled) {
            const auto seed = std::random_device()();
            qInfo("seed %u", seed);
            std::ranges::shuffle(reference.blocks, std::mt19937(seed));
        }
        chain::ChainOptions options;
        options.flushEveryChange = flushEveryChange;
        options.checkScripts = false;    // the same scripts are checked by ReferenceChainTest
        options.coinCacheBytes = 50'000; // most coins come from the store
        support::MemoryChain memory(consensus::regtestParams(), options);
        support::SqliteChain sqlite(consensus::regtestParams(), {}, options);
        for (std::size_t i = 0; i < reference.blocks.size(); ++i) {
            QVERIFY(memory->acceptBlock(reference.blocks[i]));
            QVERIFY(sqlite->acceptBlock(reference.blocks[i]));
            if (i == reference.blocks.size() / 2) {
                // A restart forgets blocks that wait for their parents: only where none wait.
                VERIFY_FINE(sqlite->flush());
                if (!shuffled) sqlite.reopen();
            }
        }
        VERIFY_FINE(memory->flush());
        VERIFY_FINE(sqlite->flush());

        compareStores(sqlite.database->blocks(), memory.blocks);
        QVERIFY(coinsOf(sqlite.database->coins()) == memory.coins.coins());
        const auto statistics = chain::coinStatistics(sqlite.database->coins());
        VERIFY_FINE(statistics);
        const auto& expected = reference.expected["utxo"];
        QCOMPARE(statistics->hashSerialized3, expected["hash_serialized_3"].get<std::string>());
        QCOMPARE(statistics->txouts, expected["txouts"].get<std::int64_t>());
        QCOMPARE(statistics->totalAmount.satoshi(), support::satoshiOf(expected["total_amount"]));
        QCOMPARE(sqlite->tip().hash().toHex(), reference.expected["best"].get<std::string>());
    }

    void goesOnInANewProcess() {
        const auto reference = support::readReferenceChain(QStringLiteral("regtest-basic"));
        NEEDS_DATA(!reference.blocks.empty());
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("chain.sqlite"));
        chain::ChainOptions options;
        options.checkScripts = false;
        constexpr std::size_t kPiece = 60;
        for (std::size_t from = 0; from < reference.blocks.size(); from += kPiece) {
            support::SqliteChain chain(consensus::regtestParams(), path, options);
            for (std::size_t i = from; i < std::min(from + kPiece, reference.blocks.size()); ++i)
                QVERIFY(chain->acceptBlock(reference.blocks[i]));
        }
        support::SqliteChain chain(consensus::regtestParams(), path, options);
        QCOMPARE(chain->tip().hash().toHex(), reference.expected["best"].get<std::string>());
        QCOMPARE(chain::coinStatistics(chain.database->coins())->hashSerialized3,
                 reference.expected["utxo"]["hash_serialized_3"].get<std::string>());
        VERIFY_FINE(support::quickCheck(chain.database->path()));
    }
};

CAIRN_TEST(ChainOverSqliteTest)
#include "ChainOverSqliteTest.moc"
