#include "storage/ReadPool.h"
#include "support/TestProgram.h"

#include "crypto/Sha256.h"
#include "storage/ChainDatabase.h"
#include "storage/IndexStore.h"
#include "support/SampleChain.h"
#include "support/Storage.h"

#include <QSemaphore>

using namespace storage;

class ReadPoolTest : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void answersFromItsThreads() {
        const auto database = ChainDatabase::open(QString());
        VERIFY_FINE(database);
        ReadPool pool((*database)->path(), 2);
        auto future = pool.run([](ChainReader& reader) {
            return std::pair(reader.tip().value().height, QThread::currentThread());
        });
        const auto [height, thread] = future.result();
        QCOMPARE(height, -1);
        QVERIFY(thread != QThread::currentThread());
    }

    void seesWholeBlocksWhileTheyAreWritten() {
        const auto database = ChainDatabase::open(QString());
        VERIFY_FINE(database);
        ReadPool pool((*database)->path(), 3);
        support::SampleChain chain;
        std::mt19937 random(5);
        std::atomic<bool> writing = true;
        std::vector<QFuture<int>> readers;
        for (int i = 0; i < 3; ++i)
            readers.push_back(
                pool.run([&writing](ChainReader& reader) { return readUntilWritten(reader, writing); }));
        for (int i = 0; i < 150; ++i) {
            chain.mine(4, random);
            VERIFY_FINE((*database)->blocks().commit(chain.batch(std::size_t(i), i)));
            VERIFY_FINE((*database)->indexes().apply({chain.blocks.back()}));
        }
        writing = false;
        for (auto& reader : readers)
            QVERIFY2(reader.result() > 0, "a reader saw half a block");
    }

    void dropsWaitingQuestionsWhenItStops() {
        const auto database = ChainDatabase::open(QString());
        VERIFY_FINE(database);
        QFuture<int> running, waiting;
        QSemaphore started, proceed;
        {
            ReadPool pool((*database)->path(), 1);
            running = pool.run([&](ChainReader&) {
                started.release();
                proceed.acquire();
                return 1;
            });
            started.acquire();
            waiting = pool.run([](ChainReader&) { return 2; });
            QTimer::singleShot(0, [] {});
            std::thread release([&] {
                QThread::msleep(50);
                proceed.release();
            });
            release.detach();
        }
        QCOMPARE(running.result(), 1);
        waiting.waitForFinished();
        QVERIFY(waiting.isCanceled() && waiting.resultCount() == 0);
    }

    void cancelsWhenTheFileCannotBeOpened() {
        QTemporaryDir folder;
        ReadPool pool(folder.filePath(QStringLiteral("missing.sqlite")), 1);
        auto future = pool.run([](ChainReader&) { return 1; });
        future.waitForFinished();
        QVERIFY(future.isCanceled());
        QCOMPARE(future.resultCount(), 0);
    }

private:
    /// Rounds read; -1 when a snapshot contradicted itself.
    static int readUntilWritten(ChainReader& reader, const std::atomic<bool>& writing) {
        int rounds = 0;
        do {
            const ChainReader::Snapshot snapshot(reader);
            const auto tip = reader.tip();
            const auto index = reader.indexTip();
            if (!tip || !index) return -1;
            ++rounds;
            if (tip->height < 0) continue;
            if (index->height > tip->height || tip->height - index->height > 1) return -1;
            const auto block = reader.readBlock(tip->hash);
            const auto undo = reader.readUndo(tip->hash);
            if (!block || !*block || !undo || !*undo) return -1;
            if ((*undo)->spent.size() + 1 != (*block)->transactions.size()) return -1;
            const auto place = reader.place((*block)->transactions.front()->txid());
            if (!place || place->has_value() != (index->height == tip->height)) return -1;
        } while (writing);
        return rounds;
    }
};

CAIRN_TEST(ReadPoolTest)
#include "ReadPoolTest.moc"
