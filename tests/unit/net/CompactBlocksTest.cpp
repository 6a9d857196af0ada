#include "net/relay/CompactBlocks.h"
#include "support/TestProgram.h"

#include "support/MadeBlocks.h"
#include "support/MempoolBench.h"

#include <QtTest>

using net::CompactProblem;
using primitives::TransactionRef;
using support::MempoolBench;
using support::outputOf;
using support::spendAll;

namespace {

/// A block of ten payments on the bench's tip that the bench does not have.
primitives::BlockRef blockOfPayments(MempoolBench& bench, std::vector<TransactionRef>* payments = nullptr) {
    std::vector<TransactionRef> made;
    for (std::int32_t height = 1; height <= 10; ++height)
        made.push_back(spendAll(bench.coinbase(height), 1'000));
    if (payments != nullptr) *payments = made;
    return bench.maker.mineOn(bench.memory->tip().hash(), {.transactions = made});
}

std::vector<std::uint32_t> positions(std::uint32_t from, std::uint32_t to) {
    std::vector<std::uint32_t> out;
    for (; from <= to; ++from)
        out.push_back(from);
    return out;
}

std::optional<CompactProblem> problemOf(const net::wire::CompactBlock& message) {
    const auto partial = net::PartialBlock::from(message);
    if (partial) return std::nullopt;
    return partial.error();
}

} // namespace

class CompactBlocksTest : public QObject {
    Q_OBJECT

private slots:
    /// Made with Bitcoin Core's test framework.
    void shortIdsAreBitcoins() {
        primitives::BlockHeader header;
        util::ByteArray<32> previous{}, root{}, wtxid{};
        for (std::uint8_t i = 0; i < 32; ++i) {
            previous[i] = i;
            root[i] = std::uint8_t(32 + i);
            wtxid[i] = std::uint8_t(100 + i);
        }
        header.previous = primitives::BlockHash(previous);
        header.merkleRoot = primitives::MerkleRoot(root);
        header.time = 1'700'000'000;
        header.bits = 0x207fffff;
        header.nonce = 42;
        const net::ShortIds ids(header, 0x1122334455667788);
        QCOMPARE(ids.of(primitives::WtxId(wtxid)), std::uint64_t(0x47c48a817fa4));
    }

    void isMadeOfWhatIsHere() {
        MempoolBench bench;
        std::vector<TransactionRef> payments;
        const auto block = blockOfPayments(bench, &payments);
        const auto message = net::compactOf(*block, 7);
        QCOMPARE(message.shortIds.size(), std::size_t(10));
        QCOMPARE(message.prefilled.size(), std::size_t(1));
        QVERIFY(message.prefilled[0].index == 0 &&
                message.prefilled[0].transaction == block->transactions[0]);
        for (std::size_t i = 0; i < 8; ++i)
            QCOMPARE(support::offer(bench, payments[i]), "");
        net::ExtraTransactions extra;
        extra.add(payments[9]);
        auto partial = net::PartialBlock::from(message);
        QVERIFY(partial.has_value());
        QCOMPARE(partial->missing(), positions(1, 10));
        partial->fill(bench.mempool, extra);
        QCOMPARE(partial->missing(), positions(9, 9));
        const auto whole = partial->complete({&payments[8], 1});
        QVERIFY(whole.has_value());
        QVERIFY((*whole)->serialize() == block->serialize());
        QCOMPARE(partial->complete({}).error(), CompactProblem::Malformed);
        QCOMPARE(partial->complete(payments).error(), CompactProblem::Malformed);
    }

    void prefilledOnesMayStandAnywhere() {
        MempoolBench bench;
        const auto block = blockOfPayments(bench);
        const net::ShortIds ids(block->header, 9);
        net::wire::CompactBlock message{block->header, 9, {}, {}};
        for (std::uint32_t i = 0; i < block->transactions.size(); ++i) {
            if (i % 3 == 0)
                message.prefilled.push_back({i, block->transactions[i]});
            else
                message.shortIds.push_back(ids.of(block->transactions[i]->wtxid()));
        }
        const auto partial = net::PartialBlock::from(message);
        QVERIFY(partial.has_value());
        QCOMPARE(partial->missing(), (std::vector<std::uint32_t>{1, 2, 4, 5, 7, 8, 10}));
        std::vector<TransactionRef> given;
        for (const std::uint32_t i : partial->missing())
            given.push_back(block->transactions[i]);
        QVERIFY((*partial->complete(given))->serialize() == block->serialize());
    }

    void itsSendersFaults() {
        MempoolBench bench;
        const auto block = blockOfPayments(bench);
        const auto good = net::compactOf(*block, 7);
        QVERIFY(!problemOf(good));
        auto message = good;
        message.shortIds.clear();
        message.prefilled.clear();
        QCOMPARE(problemOf(message), CompactProblem::Malformed);
        message = good;
        message.prefilled[0].index = 11; // beyond the end
        QCOMPARE(problemOf(message), CompactProblem::Malformed);
        message.prefilled[0].index = 10;
        QVERIFY(!problemOf(message));
        message = good;
        message.prefilled.push_back({0, block->transactions[1]}); // twice in one place
        QCOMPARE(problemOf(message), CompactProblem::Malformed);
        message = good;
        message.prefilled[0].transaction = nullptr;
        QCOMPARE(problemOf(message), CompactProblem::Malformed);
        message = good;
        message.shortIds.resize(100'000); // more than any block holds
        QCOMPARE(problemOf(message), CompactProblem::Malformed);
    }

    /// Two equal short ids may be bad luck: nobody is blamed.
    void equalShortIdsAreNobodysFault() {
        MempoolBench bench;
        auto message = net::compactOf(*blockOfPayments(bench), 7);
        message.shortIds[3] = message.shortIds[7];
        QCOMPARE(problemOf(message), CompactProblem::Collision);
    }

    /// A waiting transaction that happens to have the short id of another one in the block.
    void aWrongTransactionIsNobodysFault() {
        MempoolBench bench;
        std::vector<TransactionRef> payments;
        const auto block = blockOfPayments(bench, &payments);
        const auto other = spendAll(bench.coinbase(20), 1'000);
        QCOMPARE(support::offer(bench, other), "");
        auto message = net::compactOf(*block, 7);
        message.shortIds[4] = net::ShortIds(block->header, 7).of(other->wtxid()); // as if they met
        for (const auto& payment : payments)
            QCOMPARE(support::offer(bench, payment), "");
        auto partial = net::PartialBlock::from(message);
        partial->fill(bench.mempool, {});
        QVERIFY(partial->missing().empty());
        QCOMPARE(partial->complete({}).error(), CompactProblem::Collision);
    }

    /// Two candidates for one place: it is asked for.
    void twoForOnePlaceAreAskedFor() {
        MempoolBench bench;
        std::vector<TransactionRef> payments;
        const auto block = blockOfPayments(bench, &payments);
        const auto message = net::compactOf(*block, 7);
        QCOMPARE(support::offer(bench, payments[0]), "");
        net::ExtraTransactions extra;
        extra.add(payments[0]); // the same: no collision
        auto partial = net::PartialBlock::from(message);
        partial->fill(bench.mempool, extra);
        QCOMPARE(partial->missing(), positions(2, 10));
    }

    void wrongTransactionsAreNotTaken() {
        MempoolBench bench;
        std::vector<TransactionRef> payments;
        const auto block = blockOfPayments(bench, &payments);
        const auto partial = net::PartialBlock::from(net::compactOf(*block, 7));
        std::swap(payments[0], payments[1]);
        QCOMPARE(partial->complete(payments).error(), CompactProblem::Collision);
        std::swap(payments[0], payments[1]);
        auto parts = payments[2]->parts(); // another witness: same txid
        parts.inputs[0].witness[0][9] ^= 1;
        payments[2] = support::refOf(std::move(parts));
        QCOMPARE(partial->complete(payments).error(), CompactProblem::Collision);
    }

    /// The witness of the coinbase is in no txid: stripped or added, the block is not the header's.
    void theCoinbasesWitnessIsLookedAt() {
        MempoolBench bench;
        const auto block = blockOfPayments(bench);
        auto message = net::compactOf(*block, 7);
        auto parts = block->transactions[0]->parts();
        QVERIFY(!parts.inputs[0].witness.empty());
        parts.inputs[0].witness.clear();
        message.prefilled[0].transaction = support::refOf(parts);
        const std::vector<TransactionRef> rest(block->transactions.begin() + 1, block->transactions.end());
        QCOMPARE(net::PartialBlock::from(message)->complete(rest).error(), CompactProblem::Collision);
        const auto empty = bench.maker.mineOn(bench.memory->tip().hash());
        auto small = net::compactOf(*empty, 7);
        QVERIFY(net::PartialBlock::from(small)->complete({}).has_value());
        parts = empty->transactions[0]->parts();
        parts.inputs[0].witness = {util::Bytes(32)};
        small.prefilled[0].transaction = support::refOf(parts);
        QCOMPARE(net::PartialBlock::from(small)->complete({}).error(), CompactProblem::Collision);
    }

    void extrasAreBounded() {
        MempoolBench bench;
        net::ExtraTransactions extra;
        const auto large = spendAll(bench.coinbase(1), 1'000'000, 3'000);
        for (int i = 0; i < 1'000; ++i)
            extra.add(large);
        QVERIFY(extra.bytes() <= std::size_t(4) << 20);
        QVERIFY(extra.all().size() <= 100 && extra.all().size() > 30);
        const auto small = spendAll(bench.coinbase(2), 1'000);
        for (int i = 0; i < 1'000; ++i)
            extra.add(small);
        QCOMPARE(extra.all().size(), std::size_t(100));
        QCOMPARE(extra.bytes(), 100 * small->size());
    }
};

CAIRN_TEST(CompactBlocksTest)
#include "CompactBlocksTest.moc"
