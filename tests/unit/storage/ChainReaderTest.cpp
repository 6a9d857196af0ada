#include "storage/ChainReader.h"
#include "support/TestProgram.h"

#include "crypto/Sha256.h"
#include "storage/ChainDatabase.h"
#include "storage/IndexStore.h"
#include "support/SampleChain.h"
#include "support/Storage.h"

#include <set>

using namespace storage;

class ChainReaderTest : public QObject {
    Q_OBJECT

private slots:
    void init() {
        QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
        auto opened = ChainDatabase::open(QString());
        VERIFY_FINE(opened);
        m_database = std::move(*opened);
        m_chain = support::SampleChain();
        std::mt19937 random(42);
        for (int i = 0; i < 20; ++i)
            m_chain.mine(5, random);
        m_side = m_chain;
        m_side.blocks.resize(15);
        m_side.coins.clear();
        for (int i = 0; i < 3; ++i)
            m_side.mine(0, random);
        VERIFY_FINE(m_database->blocks().commit(m_chain.batch(0, 0)));
        VERIFY_FINE(m_database->indexes().apply(m_chain.blocks));
        auto reader = ChainReader::open(m_database->path());
        VERIFY_FINE(reader);
        m_reader = std::move(*reader);
    }
    void cleanup() {
        m_reader.reset();
        m_database.reset();
    }

    void tellsTheTips() {
        const chain::TipInfo tip{19, m_chain.blocks.back().hash};
        QCOMPARE(m_reader->tip().value(), tip);
        QCOMPARE(m_reader->indexTip().value(), tip);
    }

    void countsTheCoinsOfOneMoment() {
        const auto before = chain::coinStatistics(m_database->coins()).value();
        QVERIFY(before.txouts > 0);
        {
            const ChainReader::Snapshot snapshot(*m_reader);
            QCOMPARE(m_reader->tip().value().height, 19);
            std::mt19937 random(1);
            m_chain.mine(3, random);
            VERIFY_FINE(m_database->blocks().commit(m_chain.batch(20, 200)));
            const auto counted = m_reader->coinStatistics();
            VERIFY_FINE(counted);
            QCOMPARE(counted->hashSerialized3, before.hashSerialized3);
            QCOMPARE(counted->txouts, before.txouts);
            QCOMPARE(counted->totalAmount, before.totalAmount);
        }
        const auto after = m_reader->coinStatistics().value();
        QVERIFY(after.hashSerialized3 != before.hashSerialized3);
        QCOMPARE(after.hashSerialized3, chain::coinStatistics(m_database->coins()).value().hashSerialized3);
    }

    void findsBlocks() {
        const auto& wanted = m_chain.blocks[7];
        const auto byHash = m_reader->block(wanted.hash).value();
        const auto byHeight = m_reader->blockAt(7).value();
        QVERIFY(byHash && byHeight);
        QVERIFY(byHash->record.hash == wanted.hash && byHeight->record.hash == wanted.hash);
        QVERIFY(byHash->inBestChain && byHash->hasBody);
        QCOMPARE(byHash->facts.transactionCount, static_cast<int>(wanted.block->transactions.size()));
        QCOMPARE(byHash->facts.fees.satoshi(), wanted.fees.satoshi());
        QVERIFY(m_reader->readBlock(wanted.hash).value()->serialize() == wanted.block->serialize());
        QVERIFY(*m_reader->readBlockBytes(wanted.hash).value() == wanted.block->serialize());
        QVERIFY(*m_reader->readUndo(wanted.hash).value() == *wanted.undo);
        QVERIFY(!m_reader->block({}).value() && !m_reader->blockAt(20).value() &&
                !m_reader->blockAt(-1).value());
        QVERIFY(!m_reader->readBlock({}).value() && !m_reader->readBlockBytes({}).value());
    }

    void listsDownwards() {
        const auto rows = m_reader->blocksDown(6, 4).value();
        QCOMPARE(rows.size(), std::size_t{4});
        for (std::size_t i = 0; i < rows.size(); ++i)
            QVERIFY(rows[i].record.hash == m_chain.blocks[6 - i].hash && rows[i].inBestChain);
        QCOMPARE(m_reader->blocksDown(2, 10).value().size(), std::size_t{3});
        QCOMPARE(m_reader->blocksDown(99, 2).value().front().record.height, 19);
        QVERIFY(m_reader->blocksDown(-1, 10).value().empty() && m_reader->blocksDown(5, -1).value().empty());
    }

    void listsLosingBranches() {
        QVERIFY(m_reader->staleBlocks(0, 100, 10).value().empty());
        storeSide();
        const auto rows = m_reader->staleBlocks(0, 100, 10).value();
        QCOMPARE(rows.size(), std::size_t{3});
        for (std::size_t i = 0; i < 3; ++i)
            QVERIFY(rows[i].record.hash == m_side.blocks[17 - i].hash && !rows[i].inBestChain);
        QCOMPARE(m_reader->staleBlocks(16, 16, 10).value().size(), std::size_t{1});
        QCOMPARE(m_reader->staleBlocks(0, 100, 2).value().size(), std::size_t{2});
    }

    void leavesOutHeadersAheadOfTheTip() {
        std::mt19937 random(1);
        auto longer = m_chain;
        longer.mine(0, random);
        chain::ChainBatch ahead;
        ahead.headers = {longer.batch(20, 20).headers.front()};
        ahead.headers.front().status = chain::BlockStatus::HeaderOnly;
        VERIFY_FINE(m_database->blocks().commit(ahead));
        QVERIFY(m_reader->staleBlocks(0, 100, 10).value().empty());
        ahead.headers.front().status = chain::BlockStatus::Invalid;
        VERIFY_FINE(m_database->blocks().commit(ahead));
        QCOMPARE(m_reader->staleBlocks(0, 100, 10).value().size(), std::size_t{1});
    }

    void findsEveryTransaction() {
        for (const auto& block : m_chain.blocks) {
            for (std::uint32_t i = 0; i < block.block->transactions.size(); ++i) {
                const auto& transaction = block.block->transactions[i];
                const auto place = m_reader->place(transaction->txid()).value();
                QVERIFY(place && place->height == block.height && place->position == i);
                QVERIFY(m_reader->readTransaction(*place).value()->wtxid() == transaction->wtxid());
                for (std::uint32_t input = 0; i > 0 && input < transaction->inputs().size(); ++input) {
                    const auto spender = m_reader->spender(transaction->inputs()[input].previous).value();
                    QVERIFY(spender && spender->txid == transaction->txid() && spender->input == input);
                    QVERIFY(spender->place.height == block.height && spender->place.position == i);
                }
            }
        }
        QVERIFY(!m_reader->place({}).value() && !m_reader->spender({}).value());
        QVERIFY(!m_reader->readTransaction({5, 999}).value() && !m_reader->readTransaction({99, 0}).value());
        QVERIFY(!m_reader->readTransaction({-3, 0}).value() &&
                !m_reader->readTransaction({1, 0xffffffff}).value());
    }

    void addsUpEveryAddress() {
        std::map<ScriptHash, std::int64_t> balances;
        std::map<ScriptHash, std::set<primitives::OutPoint>> coins;
        for (const auto& [outpoint, coin] : m_chain.coins) {
            const auto hash = crypto::sha256(coin.output.scriptPubKey);
            balances[hash] += coin.output.value.satoshi();
            coins[hash].insert(outpoint);
        }
        QVERIFY(balances.size() > 3);
        for (const auto& [script, balance] : balances) {
            const auto sums = m_reader->historySums(script).value();
            QCOMPARE((sums.funded - sums.spent).satoshi(), balance);
            const auto unspent = m_reader->unspent(script, 10'000).value();
            QCOMPARE(unspent.size(), coins[script].size());
            for (const auto& output : unspent) {
                QVERIFY(coins[script].contains(output.outpoint));
                QVERIFY(output.coin == m_chain.coins[output.outpoint]);
                QCOMPARE(output.place.height, output.coin.height);
            }
            QCOMPARE(m_reader->unspent(script, 1).value().size(), std::size_t{1});
            QVERIFY(m_reader->unspent(script, 0).value().empty());
        }
    }

    void sumsMoreThanFits() {
        const auto script = crypto::sha256(support::SampleChain::script(3));
        const auto before = m_reader->historySums(script).value();
        const auto database = Database::open(m_database->path(), {});
        VERIFY_FINE(database);
        // All coins there can be, moved more often than int64 can tell.
        VERIFY_FINE((*database)->execute(
            QStringLiteral("UPDATE history SET funded = %1, spent = %1 - 1 WHERE script = x'%2'")
                .arg(primitives::Amount::kMax)
                .arg(QString::fromStdString(util::toHex(script)))));
        const auto once = m_reader->historySums(script).value();
        QCOMPARE(once.transactionCount, before.transactionCount);
        QCOMPARE(once.funded.satoshi(), primitives::Amount::kMax * before.transactionCount);
        QCOMPARE((once.funded - once.spent).satoshi(), before.transactionCount);
        VERIFY_FINE((*database)->execute(QStringLiteral("UPDATE history SET funded = %1, spent = 1")
                                             .arg(std::numeric_limits<qint64>::max())));
        const auto tooMuch = m_reader->historySums(script);
        VERIFY_FINE(tooMuch);
        QCOMPARE(tooMuch->funded.satoshi(), std::numeric_limits<std::int64_t>::max());
        QCOMPARE(tooMuch->spent.satoshi(), before.transactionCount);
    }

    void pagesThroughAHistory() {
        const auto script = crypto::sha256(support::SampleChain::script(3));
        const auto whole = m_reader->history(script, std::nullopt, 10'000).value();
        QVERIFY(whole.size() > 7);
        std::vector<HistoryRow> paged;
        std::optional<TxPlace> before;
        while (true) {
            const auto page = m_reader->history(script, before, 3).value();
            if (page.empty()) break;
            paged.insert(paged.end(), page.begin(), page.end());
            before = page.back().place;
        }
        QCOMPARE(paged.size(), whole.size());
        for (std::size_t i = 0; i < whole.size(); ++i) {
            QVERIFY(paged[i].txid == whole[i].txid);
            QVERIFY(m_reader->readTransaction(whole[i].place).value()->txid() == whole[i].txid);
            if (i > 0)
                QVERIFY(std::tie(whole[i].place.height, whole[i].place.position) <
                        std::tie(whole[i - 1].place.height, whole[i - 1].place.position));
        }
        QVERIFY(m_reader->history(script, TxPlace{-1, 0}, 5).value().empty());
    }

    void findsHashesByTheirBeginning() {
        const auto& block = m_chain.blocks[4];
        const auto txid = block.block->transactions.front()->txid();
        for (const std::size_t digits : {7U, 8U, 63U, 64U}) {
            QVERIFY(m_reader->txidsByPrefix(txid.toHex().substr(0, digits), 5).value() == std::vector{txid});
            const auto blocks = m_reader->blocksByPrefix(block.hash.toHex().substr(0, digits), 5).value();
            QCOMPARE(blocks.size(), std::size_t{1});
            QVERIFY(blocks.front().record.hash == block.hash);
        }
        QCOMPARE(m_reader->txidsByPrefix("", 5).value().size(), std::size_t{0});
        QVERIFY(m_reader->txidsByPrefix("xyz", 5).value().empty() &&
                m_reader->blocksByPrefix("0g", 5).value().empty());
        QVERIFY(m_reader->txidsByPrefix(std::string(65, '0'), 5).value().empty());
    }

    void aSnapshotStandsStill() {
        std::optional<ChainReader::Snapshot> snapshot(std::in_place, *m_reader);
        QCOMPARE(m_reader->tip().value().height, 19);
        mineOne();
        QCOMPARE(m_reader->tip().value().height, 19);
        {
            const ChainReader::Snapshot inner(*m_reader);
            QCOMPARE(m_reader->indexTip().value().height, 19);
        }
        QVERIFY(!m_reader->blockAt(20).value());
        snapshot.reset();
        QCOMPARE(m_reader->tip().value().height, 20);
        QCOMPARE(m_reader->indexTip().value().height, 20);
    }

    void doesNotAnswerFromBlocksThatLeft() {
        // The best chain moved to the side branch; the index has not followed yet.
        const auto gone = m_chain.blocks[16].block->transactions.back();
        const auto goneScript = crypto::sha256(gone->outputs().front().scriptPubKey);
        const auto kept = m_chain.blocks[14].block->transactions.back();
        const auto before = m_reader->historySums(goneScript).value();
        QVERIFY(m_reader->place(gone->txid()).value());
        storeSide();
        chain::ChainBatch batch;
        batch.bestFrom = 15;
        for (std::size_t i = 15; i < 18; ++i)
            batch.best.push_back(m_side.blocks[i].hash);
        VERIFY_FINE(m_database->blocks().commit(batch));

        QCOMPARE(m_reader->tip().value().height, 17);
        QVERIFY(!m_reader->place(gone->txid()).value());
        QVERIFY(!m_reader->spender(gone->inputs().front().previous).value());
        QVERIFY(!m_reader->readTransaction({16, 1}).value());
        QVERIFY(m_reader->place(kept->txid()).value());
        QVERIFY(m_reader->historySums(goneScript).value().transactionCount < before.transactionCount);
        const auto rows = m_reader->history(goneScript, std::nullopt, 1'000).value();
        QVERIFY(!rows.empty());
        for (const auto& row : rows)
            QVERIFY(row.place.height < 15);
        QVERIFY(m_reader->txidsByPrefix(gone->txid().toHex().substr(0, 12), 5).value().empty());
    }

    void opensNoNewerOrForeignFile() {
        QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("x")));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(QByteArray(5'000, 'x')) == 5'000);
        file.close();
        const auto foreign = ChainReader::open(file.fileName());
        QVERIFY(!foreign);
        QCOMPARE(foreign.error().kind, StorageError::Kind::Damaged);
        QVERIFY(!ChainReader::open(folder.filePath(QStringLiteral("missing"))));
        QVERIFY(!QFile::exists(folder.filePath(QStringLiteral("missing"))));
    }

private:
    void storeSide() {
        auto batch = m_side.batch(15, 100);
        batch.bestFrom = -1;
        batch.best.clear();
        batch.coins.clear();
        VERIFY_FINE(m_database->blocks().commit(batch));
    }
    void mineOne() {
        std::mt19937 random(3);
        m_chain.mine(2, random);
        VERIFY_FINE(m_database->blocks().commit(m_chain.batch(20, 20)));
        VERIFY_FINE(m_database->indexes().apply({m_chain.blocks.back()}));
    }

    std::unique_ptr<ChainDatabase> m_database;
    std::unique_ptr<ChainReader> m_reader;
    support::SampleChain m_chain;
    support::SampleChain m_side;
};

CAIRN_TEST(ChainReaderTest)
#include "ChainReaderTest.moc"
