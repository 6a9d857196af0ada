#include "primitives/Block.h"
#include "support/Hex.h"
#include "support/TestProgram.h"
#include "support/Vectors.h"

#include <set>

using primitives::Block;
using support::hexOf;
using support::unhex;
using util::ReadError;

class BlockTest : public QObject {
    Q_OBJECT
private slots:
    void readsPublishedBlocks();
    void readsTestnetBlocks();
    void agreesWithCoreOnAWholeChain();
    void readsABlockWithoutTransactions();
    void failsOnEveryCut();
    void refusesTrailingData();
    void refusesACountBeyondTheBytes_data();
    void refusesACountBeyondTheBytes();
};

/// The block comes out as it went in, and its sizes are those of its bytes.
static bool survives(const Block& block, util::ByteView bytes) {
    std::size_t stripped = 80 + util::compactSizeLength(block.transactions.size());
    for (const auto& transaction : block.transactions)
        stripped += transaction->strippedSize();
    const util::Bytes written = block.serialize();
    return std::equal(written.begin(), written.end(), bytes.begin(), bytes.end()) &&
           block.size() == bytes.size() &&
           block.weight() == static_cast<std::int64_t>(3 * stripped + bytes.size());
}

void BlockTest::readsPublishedBlocks() {
    const auto vectors = support::readJsonVectors(QStringLiteral("core_rpc_getblockstats.json"));
    NEEDS_DATA(vectors);
    int cases = 0;
    primitives::BlockHash previous;
    for (const auto& row : vectors->at("blocks")) {
        const util::Bytes bytes = unhex(row.get<std::string>());
        const auto block = Block::parse(bytes);
        QVERIFY(block);
        QVERIFY(survives(*block, bytes));
        QVERIFY(block->header.previous == previous); // they are one chain
        QVERIFY(block->transactions.front()->isCoinbase());
        previous = block->header.hash();
        ++cases;
    }
    qInfo("%d blocks", cases);
    QCOMPARE(cases, 104);
}

void BlockTest::readsTestnetBlocks() {
    const auto vectors = support::readJsonVectors(QStringLiteral("bip158_blockfilters.json"));
    NEEDS_DATA(vectors);
    int cases = 0;
    for (const auto& row : *vectors) {
        if (row.size() == 1) continue; // the names of the columns
        const util::Bytes bytes = unhex(row[2].get<std::string>());
        const auto block = Block::parse(bytes);
        QVERIFY(block);
        QVERIFY(survives(*block, bytes));
        QCOMPARE(block->header.hash().toHex(), row[1].get<std::string>());
        ++cases;
    }
    QCOMPARE(cases, 10);
}

/// A file of the folder CAIRN_CHAINS; empty when there is none.
static QByteArray readChainFile(const QString& name) {
    QFile file(qEnvironmentVariable("CAIRN_CHAINS", QStringLiteral("../shared/chains")) + QLatin1Char('/') +
               name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void BlockTest::agreesWithCoreOnAWholeChain() {
    const QByteArray file = readChainFile(QStringLiteral("regtest-mixed/blocks.dat"));
    NEEDS_DATA(!file.isEmpty());
    const auto expected =
        nlohmann::json::parse(readChainFile(QStringLiteral("regtest-mixed/expected.json")).toStdString());
    std::set<std::string> blockHashes;
    std::map<std::string, primitives::TransactionRef> transactions;
    const std::string content = file.toStdString();
    for (util::ByteReader reader(util::asBytes(content)); !reader.atEnd();) { // magic, size, block
        reader.u32();
        const util::ByteView bytes = reader.view(reader.u32());
        const auto block = Block::parse(bytes);
        QVERIFY(block);
        QVERIFY(survives(*block, bytes));
        blockHashes.insert(block->header.hash().toHex());
        for (const auto& transaction : block->transactions)
            transactions[transaction->txid().toHex()] = transaction;
    }
    QCOMPARE(expected.at("hashes").size(), std::size_t{701});
    for (const auto& hash : expected.at("hashes"))
        QVERIFY(blockHashes.contains(hash.get<std::string>()));
    int samples = 0;
    for (const auto& sample : expected.at("sample_transactions")) {
        const auto& transaction = *transactions.at(sample.at("txid").get<std::string>());
        QCOMPARE(transaction.wtxid().toHex(), sample.at("wtxid").get<std::string>());
        QCOMPARE(transaction.vsize(), sample.at("vsize").get<std::int64_t>());
        QCOMPARE(transaction.weight(), sample.at("weight").get<std::int64_t>());
        ++samples;
    }
    QVERIFY(samples > 0);
}

void BlockTest::readsABlockWithoutTransactions() {
    util::Bytes bytes(81, 0);
    const auto block = Block::parse(bytes);
    QVERIFY(block);
    QVERIFY(block->transactions.empty());
    QCOMPARE(block->size(), std::size_t{81});
    QCOMPARE(block->weight(), std::int64_t{324});
}

/// A header, and one transaction of one input, one output and a witness.
static util::Bytes smallBlock() {
    primitives::TransactionParts parts;
    parts.inputs.push_back({{}, unhex("5151"), 7, {unhex("aabb"), {}}});
    parts.outputs.push_back({primitives::Amount(5), unhex("51")});
    Block block;
    block.transactions.push_back(std::make_shared<const primitives::Transaction>(std::move(parts)));
    return block.serialize();
}

void BlockTest::failsOnEveryCut() {
    const util::Bytes bytes = smallBlock();
    QVERIFY(Block::parse(bytes));
    for (std::size_t size = 0; size < bytes.size(); ++size) {
        const auto block = Block::parse(util::ByteView(bytes).first(size));
        QVERIFY(!block);
        QCOMPARE(block.error(), ReadError::EndOfData);
    }
}

void BlockTest::refusesTrailingData() {
    util::Bytes bytes = smallBlock();
    bytes.push_back(0);
    const auto block = Block::parse(bytes);
    QVERIFY(!block);
    QCOMPARE(block.error(), ReadError::TrailingData);
    util::ByteReader reader(bytes); // a reader may go on behind the block
    Block::read(reader);
    QVERIFY(reader.ok());
    QCOMPARE(reader.remaining(), std::size_t{1});
}

void BlockTest::refusesACountBeyondTheBytes_data() {
    QTest::addColumn<QByteArray>("count");
    QTest::newRow("two") << QByteArray("02");
    QTest::newRow("four billion") << QByteArray("feffffffff");
    QTest::newRow("largest") << QByteArray("ffffffffffffffffff");
}

void BlockTest::refusesACountBeyondTheBytes() {
    QFETCH(QByteArray, count);
    util::Bytes bytes(80, 0);
    const util::Bytes tail =
        unhex(count.toStdString() + std::string("00000000000000000000")); // one empty transaction
    bytes.insert(bytes.end(), tail.begin(), tail.end());
    const auto block = Block::parse(bytes);
    QVERIFY(!block);
    QCOMPARE(block.error(), ReadError::EndOfData);
}

CAIRN_TEST(BlockTest)
#include "BlockTest.moc"
