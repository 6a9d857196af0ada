#include "consensus/PartialMerkleTree.h"
#include "support/TestProgram.h"

#include "consensus/MerkleTree.h"

#include <random>

using namespace consensus;

class PartialMerkleTreeTest : public QObject {
    Q_OBJECT
private slots:
    void provesAnyChoice();
    void proofOfOneIsItsBranch();
    void refusesChangedProofs();
    void readsNoGarbage();

private:
    static primitives::Block blockOf(std::uint32_t count);
};

primitives::Block PartialMerkleTreeTest::blockOf(std::uint32_t count) {
    primitives::Block block;
    for (std::uint32_t i = 0; i < count; ++i) {
        primitives::TransactionParts parts;
        parts.inputs.emplace_back();
        parts.outputs.push_back({primitives::Amount(i), {}});
        parts.lockTime = i;
        block.transactions.push_back(std::make_shared<const primitives::Transaction>(std::move(parts)));
    }
    block.header.merkleRoot = merkleRoot(block).root;
    return block;
}

void PartialMerkleTreeTest::provesAnyChoice() {
    std::mt19937 random(7);
    for (std::uint32_t count = 1; count <= 40; ++count) {
        const primitives::Block block = blockOf(count);
        for (int round = 0; round < 20; ++round) {
            std::vector<bool> marked(count);
            std::vector<primitives::TxId> wanted;
            for (std::uint32_t i = 0; i < count; ++i) {
                marked[i] = random() % 4 == 0;
                if (marked[i]) wanted.push_back(block.transactions[i]->txid());
            }
            const auto again = parseMerkleProof(serialize(proveTransactions(block, marked)));
            QVERIFY(again.has_value());
            const auto proven = provenTransactions(*again);
            QVERIFY(proven.has_value());
            QVERIFY(*proven == wanted);
        }
    }
}

void PartialMerkleTreeTest::proofOfOneIsItsBranch() {
    const primitives::Block block = blockOf(9);
    std::vector<bool> marked(9);
    marked[5] = true;
    const MerkleProof proof = proveTransactions(block, marked);
    QCOMPARE(proof.hashes.size(), merkleBranch(block, 5).size() + 1);
}

void PartialMerkleTreeTest::refusesChangedProofs() {
    const primitives::Block block = blockOf(12);
    std::vector<bool> marked(12);
    marked[3] = marked[7] = true;
    const util::Bytes good = serialize(proveTransactions(block, marked));
    int refused = 0;
    for (std::size_t at = 36; at < good.size(); ++at) { // the header's other fields prove nothing of the tree
        if (at >= 68 && at < 84)
            continue; // nor does the number of transactions: who knows the block compares it
        util::Bytes bad = good;
        bad[at] = std::uint8_t(bad[at] ^ 1);
        const auto proof = parseMerkleProof(bad);
        const auto proven = proof ? provenTransactions(*proof) : std::nullopt;
        QVERIFY2(!proven || *proven != *provenTransactions(*parseMerkleProof(good)),
                 std::to_string(at).c_str());
        refused += proven ? 0 : 1;
    }
    QVERIFY(refused > 200);
    for (std::size_t size = 0; size < good.size(); ++size)
        QVERIFY(!parseMerkleProof(util::ByteView(good).first(size)));
}

void PartialMerkleTreeTest::readsNoGarbage() {
    std::mt19937 random(11);
    for (int round = 0; round < 5'000; ++round) {
        util::Bytes bytes(random() % 300);
        for (auto& byte : bytes)
            byte = std::uint8_t(random());
        if (const auto proof = parseMerkleProof(bytes)) QVERIFY(!provenTransactions(*proof));
    }
    MerkleProof huge;
    huge.transactionCount = 0xffffffff;
    QVERIFY(!provenTransactions(huge));
}

CAIRN_TEST(PartialMerkleTreeTest)
#include "PartialMerkleTreeTest.moc"
