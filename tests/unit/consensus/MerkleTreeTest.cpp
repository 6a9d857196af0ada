#include "consensus/MerkleTree.h"
#include "support/TestProgram.h"

#include "support/Hex.h"
#include "support/MadeBlocks.h"

using support::blockOf;
using support::coinbaseParts;
using support::paymentParts;

class MerkleTreeTest : public QObject {
    Q_OBJECT
private slots:
    void isTheIdOfASingleTransaction();
    void givesTheRootOfAKnownBlock();
    void tellsARepeatedTail_data();
    void tellsARepeatedTail();
    void tellsEqualNeighbours();
    void leadsFromEveryLeafToTheRoot();
    void takesTheLastCommitment();
    void writesWhatItReads();
    void countsTheCoinbaseAsZero();
};

namespace {

primitives::Block madeBlock(std::size_t count) {
    std::vector<support::TransactionParts> parts = {coinbaseParts(5)};
    for (std::size_t i = 1; i < count; ++i)
        parts.push_back(paymentParts(static_cast<std::uint8_t>(i)));
    return blockOf(std::move(parts));
}

} // namespace

void MerkleTreeTest::isTheIdOfASingleTransaction() {
    const auto block = madeBlock(1);
    QVERIFY(consensus::merkleRoot(block).root.bytes() == block.transactions[0]->txid().bytes());
    QVERIFY(!consensus::merkleRoot(block).mutated);
    QVERIFY(consensus::merkleRoot({}).root.isNull());
    QVERIFY(consensus::witnessMerkleRoot({}).isNull());
    QVERIFY(consensus::merkleBranch(block, 0).empty());
}

// The first two transactions of block 170 of Bitcoin, by their published ids.
void MerkleTreeTest::givesTheRootOfAKnownBlock() {
    const auto leaf =
        primitives::TxId::fromHex("b1fea52486ce0c62bb442b530a3f0132b826c74e473d1f2c220bfa78111c5082");
    const auto other =
        primitives::TxId::fromHex("f4184fc596403b9d638783cf57adfe4c75c605f6356fbc91338530e9831e9e16");
    const primitives::MerkleRoot root(consensus::rootFromBranch(leaf->bytes(), {other->bytes()}, 0));
    QCOMPARE(root.toHex(), std::string("7dac2c5666815c17a3b36427de37bb9d2e2c5ccec3f8633eb91a4205cb4c10ff"));
}

void MerkleTreeTest::tellsARepeatedTail_data() {
    QTest::addColumn<int>("count");
    QTest::addColumn<int>("repeated");
    QTest::newRow("last of 3") << 3 << 1;
    QTest::newRow("last pair of 6") << 6 << 2;
    QTest::newRow("last of 7") << 7 << 1;
    QTest::newRow("last four of 12") << 12 << 4;
    QTest::newRow("all of 1") << 1 << 1;
}

void MerkleTreeTest::tellsARepeatedTail() {
    QFETCH(int, count);
    QFETCH(int, repeated);
    auto block = madeBlock(static_cast<std::size_t>(count));
    const auto honest = consensus::merkleRoot(block);
    QVERIFY(!honest.mutated);
    for (int i = 0; i < repeated; ++i)
        block.transactions.push_back(block.transactions[static_cast<std::size_t>(count - repeated + i)]);
    const auto copied = consensus::merkleRoot(block);
    QVERIFY(copied.mutated);
    QVERIFY(copied.root == honest.root || count == 1);
}

void MerkleTreeTest::tellsEqualNeighbours() {
    auto block = madeBlock(6);
    block.transactions[3] = block.transactions[2];
    QVERIFY(consensus::merkleRoot(block).mutated);
    block = madeBlock(6);
    block.transactions[2] = block.transactions[1]; // not a pair of the tree
    QVERIFY(!consensus::merkleRoot(block).mutated);
}

void MerkleTreeTest::leadsFromEveryLeafToTheRoot() {
    for (std::size_t count = 1; count <= 33; ++count) {
        const auto block = madeBlock(count);
        const auto root = consensus::merkleRoot(block).root;
        for (std::size_t i = 0; i < count; ++i) {
            const auto branch = consensus::merkleBranch(block, i);
            const auto& leaf = block.transactions[i]->txid().bytes();
            QVERIFY(consensus::rootFromBranch(leaf, branch, i) == root.bytes());
            if (!branch.empty() && i + 1 < count)
                QVERIFY(consensus::rootFromBranch(leaf, branch, i ^ 1U) != root.bytes());
        }
    }
}

void MerkleTreeTest::takesTheLastCommitment() {
    auto parts = coinbaseParts(5);
    QVERIFY(!consensus::witnessCommitmentOf(primitives::Transaction(parts)));
    const auto output = [](const util::ByteArray<32>& hash, std::size_t more) {
        util::Bytes script = support::unhex("6a24aa21a9ed");
        script.insert(script.end(), hash.begin(), hash.end());
        script.resize(script.size() + more);
        return primitives::TxOut{primitives::Amount(), script};
    };
    const util::ByteArray<32> first{1}, second{2};
    parts.outputs.push_back(output(first, 0));
    QVERIFY(consensus::witnessCommitmentOf(primitives::Transaction(parts)) == first);
    parts.outputs.push_back(output(second, 5)); // more bytes may follow
    parts.outputs.push_back({primitives::Amount(), support::unhex("6a24aa21a9ed")});
    QVERIFY(consensus::witnessCommitmentOf(primitives::Transaction(parts)) == second);
    parts.outputs.back() = output(first, 0);
    parts.outputs.back().scriptPubKey.pop_back(); // 37 bytes
    QVERIFY(consensus::witnessCommitmentOf(primitives::Transaction(parts)) == second);
}

void MerkleTreeTest::writesWhatItReads() {
    const util::Bytes script = consensus::witnessCommitmentScript({}, {});
    // SHA-256d of 64 zero bytes: the commitment of a block with nothing but its coinbase.
    QCOMPARE(support::hexOf(script),
             QByteArray("6a24aa21a9ede2f61c3f71d1defd3fa999dfa36953755c690689799962b48bebd836974e8cf9"));
}

void MerkleTreeTest::countsTheCoinbaseAsZero() {
    auto parts = coinbaseParts(5);
    const auto root = consensus::witnessMerkleRoot(blockOf({parts, paymentParts(1)}));
    parts.inputs[0].witness = {util::Bytes(32)};
    QVERIFY(consensus::witnessMerkleRoot(blockOf({parts, paymentParts(1)})) == root);
    auto payment = paymentParts(1);
    payment.inputs[0].witness = {util::Bytes{1}};
    QVERIFY(consensus::witnessMerkleRoot(blockOf({parts, payment})) != root);
}

CAIRN_TEST(MerkleTreeTest)
#include "MerkleTreeTest.moc"
