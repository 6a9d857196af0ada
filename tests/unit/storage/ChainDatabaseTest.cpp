#include "storage/ChainDatabase.h"
#include "support/TestProgram.h"

#include "crypto/Sha256.h"
#include "storage/ChainReader.h"
#include "storage/ChainSalvage.h"
#include "storage/Database.h"
#include "storage/IndexStore.h"
#include "storage/WaitingStore.h"
#include "support/SampleChain.h"
#include "support/Storage.h"

#include <ctime>

using namespace storage;

namespace {

support::SampleChain sample(int blocks, int transactions) {
    std::mt19937 random(99);
    support::SampleChain chain;
    for (int i = 0; i < blocks; ++i)
        chain.mine(transactions, random);
    return chain;
}

} // namespace

class ChainDatabaseTest : public QObject {
    Q_OBJECT

private slots:
    void init() {
        QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath(QStringLiteral("chain.sqlite"));
    }

    void keepsEverythingOverAReopening() {
        const auto chain = sample(30, 5);
        {
            const auto database = ChainDatabase::open(m_path);
            VERIFY_FINE(database);
            QCOMPARE((*database)->path(), m_path);
            VERIFY_FINE((*database)->blocks().commit(chain.batch(0, 0)));
            VERIFY_FINE((*database)->indexes().apply(chain.blocks));
            VERIFY_FINE((*database)->state().put(QStringLiteral("card"), QByteArrayLiteral("{}")));
        }
        const auto database = ChainDatabase::open(m_path);
        VERIFY_FINE(database);
        QCOMPARE((*database)->blocks().loadTip().value().height, 29);
        QCOMPARE((*database)->indexes().tip().value().height, 29);
        QCOMPARE((*database)->state().get(QStringLiteral("card")).value().value(), QByteArrayLiteral("{}"));
        VERIFY_FINE(support::quickCheck(m_path));
    }

    void keepsNamedValues() {
        const auto database = ChainDatabase::open(QString());
        VERIFY_FINE(database);
        StateStore& state = (*database)->state();
        QVERIFY(!state.get(QStringLiteral("a")).value());
        VERIFY_FINE(state.put(QStringLiteral("a"), QByteArray()));
        QCOMPARE(state.get(QStringLiteral("a")).value().value(), QByteArray());
        VERIFY_FINE(state.put(QStringLiteral("a"), QByteArray("\0\xff", 2)));
        QCOMPARE(state.get(QStringLiteral("a")).value().value(), QByteArray("\0\xff", 2));
    }

    void throwsATemporaryOneAway() {
        QString path;
        {
            const auto database = ChainDatabase::open(QString());
            VERIFY_FINE(database);
            path = (*database)->path();
            QVERIFY(QFile::exists(path));
            VERIFY_FINE(ChainReader::open(path));
        }
        QVERIFY(!QFile::exists(path));
    }

    void opensAFileOfVersion1() {
        // Made by the first version; never changed. Three blocks with what belongs to them.
        QVERIFY(QFile::copy(support::dataFile(QStringLiteral("chain-version1.sqlite")), m_path));
        QFile::setPermissions(m_path, QFile::ReadOwner | QFile::WriteOwner);
        const auto database = ChainDatabase::open(m_path);
        VERIFY_FINE(database);
        const auto tip = (*database)->blocks().loadTip().value();
        QCOMPARE(tip.height, 2);
        QCOMPARE((*database)->blocks().loadHeaders().value().size(), std::size_t{3});
        QCOMPARE((*database)->blocks().loadHeaders().value().back().facts.finder, std::string());
        QVERIFY((*database)->blocks().readBlock(tip.hash).value());
        QVERIFY((*database)->blocks().readUndo(tip.hash).value());
        QCOMPARE((*database)->indexes().tip().value(), tip);
        int coins = 0;
        VERIFY_FINE((*database)->coins().forEach([&](const auto&, const auto&) { return ++coins > 0; }));
        QCOMPARE(coins, 3);
        QCOMPARE((*database)->state().get(QStringLiteral("card")).value().value(),
                 QByteArrayLiteral("{\"a\":1}"));
        const auto reader = ChainReader::open(m_path);
        VERIFY_FINE(reader);
        QVERIFY((*reader)->readTransaction({2, 1}).value());
        VERIFY_FINE(support::quickCheck(m_path));
    }

    void opensAFileOfVersion2() {
        QVERIFY(QFile::copy(support::dataFile(QStringLiteral("chain-version2.sqlite")), m_path));
        QFile::setPermissions(m_path, QFile::ReadOwner | QFile::WriteOwner);
        const auto database = ChainDatabase::open(m_path);
        VERIFY_FINE(database);
        QCOMPARE((*database)->blocks().loadTip().value().height, 2);
        const auto waiting = (*database)->waiting().load();
        VERIFY_FINE(waiting);
        QCOMPARE(waiting->size(), std::size_t{1});
        QCOMPARE(waiting->front().time, std::int64_t{1'760'000'123});
        QCOMPARE(waiting->front().transaction->outputs().front().value.satoshi(), std::int64_t{1'234});
        VERIFY_FINE(support::quickCheck(m_path));
    }

    void knowsThatItWasInterrupted() {
        QTemporaryDir left;
        const QString copy = left.filePath(QStringLiteral("chain.sqlite"));
        {
            const auto database = ChainDatabase::open(m_path);
            VERIFY_FINE(database);
            QVERIFY(!(*database)->wasInterrupted());
            VERIFY_FINE((*database)->state().put(QStringLiteral("a"), QByteArrayLiteral("1")));
            // What a kill would leave now.
            QVERIFY(QFile::copy(m_path, copy) &&
                    QFile::copy(m_path + QStringLiteral("-wal"), copy + QStringLiteral("-wal")));
        }
        QVERIFY(!(*ChainDatabase::open(m_path))->wasInterrupted());
        {
            const auto database = ChainDatabase::open(copy);
            VERIFY_FINE(database);
            QVERIFY((*database)->wasInterrupted());
            QCOMPARE((*database)->state().get(QStringLiteral("a")).value().value(), QByteArrayLiteral("1"));
            VERIFY_FINE(support::quickCheck(copy));
        }
        QVERIFY(!(*ChainDatabase::open(copy))->wasInterrupted());
    }

    void refusesANewerFile() {
        { VERIFY_FINE(ChainDatabase::open(m_path)); }
        {
            const auto raw = Database::open(m_path, {});
            VERIFY_FINE((*raw)->execute(QStringLiteral("PRAGMA user_version = 999")));
        }
        const auto opened = ChainDatabase::open(m_path);
        QVERIFY(!opened);
        QCOMPARE(opened.error().kind, StorageError::Kind::Newer);
        QCOMPARE(ChainReader::open(m_path).error().kind, StorageError::Kind::Newer);
    }

    void takesNoVersionForNewerThatNoneWillHave() {
        { VERIFY_FINE(ChainDatabase::open(m_path)); }
        {
            const auto raw = Database::open(m_path, {});
            VERIFY_FINE((*raw)->execute(QStringLiteral("PRAGMA user_version = 14548995")));
        }
        QCOMPARE(ChainDatabase::open(m_path).error().kind, StorageError::Kind::Damaged);
        QVERIFY(ChainSalvage::open(m_path)); // what it holds can be had
    }
    void salvagesABodyWhateverItsHeaderRowSays() {
        const auto chain = sample(25, 6);
        makeFile(chain);
        const auto salvage = ChainSalvage::open(m_path);
        VERIFY_FINE(salvage);
        const auto bodies = (*salvage)->bodies();
        QCOMPARE(bodies.size(), chain.blocks.size());
        const auto raw = Database::open(m_path, {});
        VERIFY_FINE(
            (*raw)->execute(QStringLiteral("UPDATE headers SET hash = zeroblob(32) WHERE sequence = 9")));
        for (const ChainSalvage::Body& body : bodies)
            QVERIFY((*salvage)->read(body));
    }

    void survivesAnyDamage_data() {
        QTest::addColumn<unsigned>("seed");
        for (unsigned seed = 0; seed < 60; ++seed)
            QTest::addRow("seed %u", seed) << seed;
    }
    void survivesAnyDamage() {
        // Wherever the bytes are broken: an error or a right answer, never a crash.
        QFETCH(unsigned, seed);
        const auto chain = sample(25, 6);
        makeFile(chain);
        std::mt19937 random(seed);
        damage(random, seed % 3);
        const auto database = ChainDatabase::open(m_path);
        if (!database) {
            QVERIFY(database.error().kind != StorageError::Kind::Newer || seed % 3 == 0);
            return;
        }
        auto& blocks = (*database)->blocks();
        static_cast<void>(blocks.loadTip());
        static_cast<void>(blocks.loadHeaders());
        for (const auto& block : chain.blocks) {
            if (const auto read = blocks.readBlock(block.hash); read && *read)
                QVERIFY((*read)->header.hash() == block.hash);
            static_cast<void>(blocks.readUndo(block.hash));
        }
        static_cast<void>((*database)->coins().forEach([](const auto&, const auto&) { return true; }));
        static_cast<void>(support::quickCheck(m_path));
        askEverything(chain);
    }

    // Processor time, so that a busy computer does not matter; the bounds are several times what is usual.
    void writesEmptyBlocksQuickly() {
        const auto chain = sample(20'000, 0);
        const auto database = ChainDatabase::open(m_path);
        VERIFY_FINE(database);
        const auto batch = chain.batch(0, 0);
        const std::clock_t start = std::clock();
        VERIFY_FINE((*database)->blocks().commit(batch));
        const double written = secondsSince(start);
        VERIFY_FINE((*database)->indexes().apply(chain.blocks));
        const double indexed = secondsSince(start) - written;
        qInfo("20 000 empty blocks: stored in %.3f s, indexed in %.3f s", written, indexed);
        QVERIFY(written + indexed < 6);
    }

    void loadsHeadersQuickly() {
        chain::ChainBatch batch;
        primitives::BlockHash previous;
        for (std::int32_t height = 0; height < 100'000; ++height) {
            chain::HeaderRecord record;
            record.header.previous = previous;
            record.hash = previous = record.header.hash();
            record.height = height;
            record.sequence = height;
            batch.headers.push_back(record);
        }
        const auto database = ChainDatabase::open(m_path);
        VERIFY_FINE(database);
        std::clock_t start = std::clock();
        VERIFY_FINE((*database)->blocks().commit(batch));
        const double written = secondsSince(start);
        start = std::clock();
        QCOMPARE((*database)->blocks().loadHeaders().value().size(), std::size_t{100'000});
        const double loaded = secondsSince(start);
        qInfo("100 000 headers: stored in %.3f s, loaded in %.3f s", written, loaded);
        QVERIFY(loaded < 3);
    }

private:
    static double secondsSince(std::clock_t start) { return double(std::clock() - start) / CLOCKS_PER_SEC; }

    void makeFile(const support::SampleChain& chain) {
        const auto database = ChainDatabase::open(m_path);
        VERIFY_FINE(database);
        VERIFY_FINE((*database)->blocks().commit(chain.batch(0, 0)));
        VERIFY_FINE((*database)->indexes().apply(chain.blocks));
    }

    void damage(std::mt19937& random, unsigned kind) {
        QFile file(m_path);
        QVERIFY(file.open(QIODevice::ReadWrite));
        const auto size = static_cast<unsigned>(file.size());
        if (kind == 2) {
            file.resize(random() % size);
            return;
        }
        for (int i = 0; i < 40; ++i) {
            file.seek(kind == 0 ? random() % 4'096 : random() % size);
            const QByteArray bytes(1 + static_cast<qsizetype>(random() % 30), static_cast<char>(random()));
            file.write(bytes);
        }
    }

    void askEverything(const support::SampleChain& chain) {
        const auto reader = ChainReader::open(m_path);
        if (!reader) return;
        static_cast<void>((*reader)->blocksDown(100, 100));
        static_cast<void>((*reader)->staleBlocks(0, 100, 100));
        static_cast<void>((*reader)->txidsByPrefix("0", 100));
        for (const auto& block : chain.blocks) {
            static_cast<void>((*reader)->blockAt(block.height));
            for (std::uint32_t i = 0; i < block.block->transactions.size(); ++i) {
                static_cast<void>((*reader)->place(block.block->transactions[i]->txid()));
                static_cast<void>((*reader)->readTransaction({block.height, i}));
                static_cast<void>((*reader)->spender({block.block->transactions[i]->txid(), 0}));
            }
        }
        for (std::uint8_t number = 0; number < 8; ++number) {
            const auto script = crypto::sha256(support::SampleChain::script(number));
            static_cast<void>((*reader)->history(script, std::nullopt, 1'000));
            static_cast<void>((*reader)->historySums(script));
            static_cast<void>((*reader)->unspent(script, 1'000));
        }
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
};

CAIRN_TEST(ChainDatabaseTest)
#include "ChainDatabaseTest.moc"
