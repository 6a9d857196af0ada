#include "node/chain/MempoolCopy.h"

#include "node/chain/Engine.h"
#include "storage/ChainDatabase.h"
#include "support/MempoolBench.h"
#include "support/Storage.h"

#include "support/TestProgram.h"
#include <QDir>

using node::MempoolCopy;
using primitives::TransactionRef;
using storage::WaitingTransaction;
using support::MempoolBench;

namespace {

/// Rows in memory, and how many each write named.
struct CountingStore final : storage::WaitingStore {
    Result<std::vector<WaitingTransaction>, storage::StorageError> load() override { return rows; }
    Result<void, storage::StorageError> update(std::span<const WaitingTransaction> added,
                                               std::span<const primitives::TxId> removed) override {
        if (fails)
            return fail(storage::StorageError{storage::StorageError::Kind::Full, QStringLiteral("full")});
        for (const primitives::TxId& txid : removed) {
            std::erase_if(rows,
                          [&](const WaitingTransaction& row) { return row.transaction->txid() == txid; });
        }
        rows.insert(rows.end(), added.begin(), added.end());
        addedCount = added.size();
        removedCount = removed.size();
        return {};
    }
    std::vector<WaitingTransaction> rows;
    std::size_t addedCount = 0;
    std::size_t removedCount = 0;
    bool fails = false;
};

/// An engine over a file.
struct FileEngine {
    explicit FileEngine(const QString& path)
        : engine({support::easyCard(), path, {}, std::make_shared<support::FakeClock>()}, feed),
          started(engine.open().has_value()) {}
    node::ChainFeed feed;
    node::Engine engine;
    bool started;
};

} // namespace

class MempoolCopyTest : public QObject {
    Q_OBJECT
private slots:
    void writesOnlyWhatDiffers();
    void keepsAtOnceWhatWasSubmitted();
    void triesAgainWhatCouldNotBeWritten();
    void offersParentsBeforeTheirChildren();
    void losesNothingAcknowledgedWhenKilled();
};

void MempoolCopyTest::writesOnlyWhatDiffers() {
    MempoolBench bench;
    CountingStore store;
    MempoolCopy copy(store, bench.mempool);
    std::vector<TransactionRef> offered;
    for (int height = 1; height <= 20; ++height) {
        offered.push_back(support::spendAll(bench.coinbase(height), 10'000));
        QCOMPARE(bench.offer(offered.back()), std::string());
    }
    VERIFY_FINE(copy.save());
    QCOMPARE(store.addedCount, std::size_t(20));
    VERIFY_FINE(copy.save());
    QCOMPARE(store.addedCount + store.removedCount, std::size_t(0));
    bench.mine({offered[4], offered[7]});                             // confirmed
    const auto dearer = support::spendAll(bench.coinbase(1), 90'000); // replaces
    bench.memory.clock.advance(60);
    QCOMPARE(bench.offer(dearer), std::string());
    VERIFY_FINE(copy.save());
    QCOMPARE(store.addedCount, std::size_t(1));
    QCOMPARE(store.removedCount, std::size_t(3));
    QCOMPARE(store.rows.size(), bench.mempool.size());

    MempoolBench other;
    other.memory.clock.advance(60);
    other.take(*bench.memory->readBlock(bench.memory->tip().hash()));
    MempoolCopy again(store, other.mempool);
    VERIFY_FINE(again.load());
    QCOMPARE(other.mempool.size(), bench.mempool.size());
    QCOMPARE(other.mempool.find(dearer->txid())->time, bench.mempool.find(dearer->txid())->time);
    VERIFY_FINE(again.save());
    QCOMPARE(store.addedCount + store.removedCount, std::size_t(0));
}

void MempoolCopyTest::keepsAtOnceWhatWasSubmitted() {
    MempoolBench bench;
    CountingStore store;
    MempoolCopy copy(store, bench.mempool);
    const auto first = support::spendAll(bench.coinbase(1), 10'000);
    QCOMPARE(bench.offer(first), std::string());
    VERIFY_FINE(copy.keep(bench.change));
    QCOMPARE(store.rows.size(), std::size_t(1));
    QCOMPARE(store.rows[0].transaction->txid(), first->txid());
    const auto dearer = support::spendAll(bench.coinbase(1), 90'000);
    QCOMPARE(bench.offer(dearer), std::string());
    VERIFY_FINE(copy.keep(bench.change)); // the one it replaced goes with the same write
    QCOMPARE(store.rows.size(), std::size_t(1));
    QCOMPARE(store.rows[0].transaction->txid(), dearer->txid());
}

void MempoolCopyTest::triesAgainWhatCouldNotBeWritten() {
    MempoolBench bench;
    CountingStore store;
    MempoolCopy copy(store, bench.mempool);
    QCOMPARE(bench.offer(support::spendAll(bench.coinbase(1), 10'000)), std::string());
    store.fails = true;
    QVERIFY(!copy.keep(bench.change));
    QVERIFY(!copy.save());
    store.fails = false;
    VERIFY_FINE(copy.save());
    QCOMPARE(store.rows.size(), std::size_t(1));
}

void MempoolCopyTest::offersParentsBeforeTheirChildren() {
    chain::MempoolOptions options;
    options.maxDescendants = 1'000;
    options.maxPackageVsize = 1'000'000;
    MempoolBench bench(options);
    constexpr std::uint32_t kChildren = 150; // more than the pool keeps as orphans
    const auto parent = support::spendAll(bench.coinbase(1), 100'000, kChildren);
    CountingStore store;
    for (std::uint32_t i = 0; i < kChildren; ++i) {
        store.rows.push_back({support::spendAll(support::outputOf(*parent, i), 1'000), 5});
    }
    store.rows.push_back({parent, 5}); // brought back by a reorganisation: stored after its children
    MempoolCopy copy(store, bench.mempool);
    VERIFY_FINE(copy.load());
    QCOMPARE(bench.mempool.size(), std::size_t(kChildren + 1));
    QCOMPARE(bench.mempool.orphanCount(), std::size_t(0));
}

void MempoolCopyTest::losesNothingAcknowledgedWhenKilled() {
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("chain.sqlite"));
    FileEngine alive(path);
    QVERIFY(alive.started);
    const consensus::ChainParams params = support::easyCard();
    support::RegtestChain maker(params);
    const auto blocks = maker.mineMany(params.genesisHash, 30);
    for (const auto& block : blocks)
        QCOMPARE(alive.engine.blocks().submit(block).reason, QString());
    std::vector<TransactionRef> submitted;
    for (std::size_t i = 0; i < 10; ++i) {
        submitted.push_back(support::spendAll(support::coinbaseOf(blocks[i]), 10'000));
        QVERIFY(alive.engine.waiting().submit(submitted.back()).has_value());
    }
    // What the disk has at this moment is all that a kill leaves.
    QTemporaryDir left;
    for (const QString& name : QDir(folder.path()).entryList(QDir::Files)) {
        if (!name.endsWith(QLatin1String("-shm")))
            QVERIFY(QFile::copy(folder.filePath(name), left.filePath(name)));
    }
    FileEngine after(left.filePath(QStringLiteral("chain.sqlite")));
    QVERIFY(after.started);
    QCOMPARE(after.engine.view().chain().tip().height(), 30);
    QCOMPARE(after.engine.view().mempool().size(), submitted.size());
    for (const TransactionRef& transaction : submitted)
        QVERIFY(after.engine.view().mempool().find(transaction->txid()) != nullptr);
}

CAIRN_TEST(MempoolCopyTest)
#include "MempoolCopyTest.moc"
