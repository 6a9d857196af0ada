#include "mining/WorkCursor.h"
#include "support/TestProgram.h"

#include "consensus/MerkleTree.h"
#include "mining/ExtraNonce.h"
#include "mining/NonceScanner.h"
#include "support/MiningWork.h"

#include <cstdlib>
#include <new>
#include <set>

using mining::WorkCursor;

class WorkCursorTest : public QObject {
    Q_OBJECT
private slots:
    void handsOutEveryNonceOnce();
    void goesOnWithTheNextExtraNonce();
    void buildsTheBlockItHashed_data();
    void buildsTheBlockItHashed();
    void movesTimeForwardsOnly();
    void hasAllNoncesAgainWithANewTime();
    void allocatesNothingWhileItIsScanned();
};

namespace {

thread_local std::size_t allocations = 0;

mining::BlockTemplateRef work(int others = 0) {
    return std::make_shared<const mining::BlockTemplate>(
        support::miningWork(support::hardestTarget(), 1, others));
}
std::uint64_t extraNonceOf(const primitives::Block& block) {
    const util::Bytes& script = block.transactions.front()->inputs().front().scriptSig;
    std::uint64_t out = 0;
    for (std::size_t i = 1; i <= mining::kExtraNonceSize; ++i)
        out = out << 8 | script[script.size() - i];
    return out;
}

} // namespace

void* operator new(std::size_t size) {
    ++allocations;
    if (void* memory = std::malloc(size)) return memory;
    throw std::bad_alloc();
}
void operator delete(void* memory) noexcept {
    std::free(memory);
}
void operator delete(void* memory, std::size_t) noexcept {
    std::free(memory);
}

void WorkCursorTest::handsOutEveryNonceOnce() {
    WorkCursor cursor(work(), 0);
    std::uint64_t expected = 0;
    while (cursor.extraNonce() == 0) {
        const WorkCursor::Range range = cursor.take(1U << 30);
        if (cursor.extraNonce() != 0) break;
        QCOMPARE(std::uint64_t{range.first}, expected);
        expected += range.count;
    }
    QCOMPARE(expected, WorkCursor::kAllNonces);
}

void WorkCursorTest::goesOnWithTheNextExtraNonce() {
    WorkCursor cursor(work(3), 41, 128);
    std::set<std::string> roots;
    for (std::uint64_t extraNonce = 41; extraNonce < 45; ++extraNonce) {
        QCOMPARE(cursor.take(64).count, 64U);
        QCOMPARE(cursor.extraNonce(), extraNonce);
        QCOMPARE(cursor.take(256).count, 64U);
        roots.insert(cursor.job().header.merkleRoot.toHex());
        const auto block = cursor.solved(7);
        QCOMPARE(extraNonceOf(*block), extraNonce);
    }
    QCOMPARE(roots.size(), std::size_t{4});
}

void WorkCursorTest::buildsTheBlockItHashed_data() {
    QTest::addColumn<int>("others");
    for (const int others : {0, 1, 2, 3, 6, 10})
        QTest::newRow(qPrintable(QString::number(others))) << others;
}

void WorkCursorTest::buildsTheBlockItHashed() {
    QFETCH(int, others);
    WorkCursor cursor(work(others), 0xfedcba9876543210, 64);
    cursor.take(64);
    cursor.take(64);
    cursor.rollTime(1'000'200);
    const auto block = cursor.solved(99);
    primitives::BlockHeader hashed = cursor.job().header;
    hashed.nonce = 99;
    QCOMPARE(block->header, hashed);
    QCOMPARE(block->header.merkleRoot, consensus::merkleRoot(*block).root);
    QCOMPARE(extraNonceOf(*block), 0xfedcba9876543211U);
    QCOMPARE(block->transactions.size(), static_cast<std::size_t>(others + 1));
    QCOMPARE(block->transactions.front()->inputs().front().witness.size(), std::size_t{1});
}

void WorkCursorTest::movesTimeForwardsOnly() {
    WorkCursor cursor(work(), 0);
    QCOMPARE(cursor.job().header.time, 1'000'100U);
    cursor.rollTime(900'000);
    QCOMPARE(cursor.job().header.time, 1'000'100U);
    cursor.rollTime(1'000'101);
    QCOMPARE(cursor.job().header.time, 1'000'101U);
    cursor.rollTime(1'000'100);
    QCOMPARE(cursor.job().header.time, 1'000'101U);
    QCOMPARE(cursor.solved(0)->header.time, 1'000'101U);
}

void WorkCursorTest::hasAllNoncesAgainWithANewTime() {
    WorkCursor cursor(work(), 5, 128);
    cursor.take(128);
    cursor.rollTime(1'000'150);
    QCOMPARE(cursor.take(128).count, 128U);
    QCOMPARE(cursor.extraNonce(), 5U);
    cursor.take(64);
    QCOMPARE(cursor.extraNonce(), 6U);
}

void WorkCursorTest::allocatesNothingWhileItIsScanned() {
    const mining::Kernel& kernel = mining::kernelFor();
    WorkCursor cursor(work(5), 0, 128);
    primitives::BlockHash best;
    std::int64_t now = cursor.job().header.time;
    const std::size_t before = allocations;
    std::uint64_t nonces = 0;
    for (int i = 0; i < 1'000; ++i) { // over new extra nonces and new seconds
        cursor.rollTime(now + i / 10);
        const WorkCursor::Range range = cursor.take(64);
        (void)kernel.scan(cursor.job(), range.first, range.count, best);
        nonces += range.count;
    }
    const std::size_t after = allocations;
    QCOMPARE(after - before, std::size_t{0});
    QVERIFY(nonces == 64'000 && !best.isNull() && cursor.extraNonce() > 300);
    const auto block = cursor.solved(7);
    QVERIFY(allocations > after); // it does count
}

CAIRN_TEST(WorkCursorTest)
#include "WorkCursorTest.moc"
