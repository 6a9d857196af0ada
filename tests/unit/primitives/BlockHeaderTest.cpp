#include "primitives/BlockHeader.h"
#include "support/Hex.h"
#include "support/TestProgram.h"

using primitives::BlockHash;
using primitives::BlockHeader;
using primitives::MerkleRoot;
using support::hexOf;
using support::unhex;

class BlockHeaderTest : public QObject {
    Q_OBJECT
private slots:
    void hashesTheFirstBlock();
    void writesFieldsInOrder();
    void readsWhatItWrote();
    void failsOnACutHeader();
};

static BlockHeader firstHeader() {
    BlockHeader header;
    header.version = 1;
    header.merkleRoot =
        MerkleRoot::fromHex("4a5e1e4baab89f3a32518a88c31bc87f618f76673e2cc77ab2127b7afdeda33b").value();
    header.time = 1231006505;
    header.bits = 0x1d00ffff;
    header.nonce = 2083236893;
    return header;
}

void BlockHeaderTest::hashesTheFirstBlock() {
    QCOMPARE(firstHeader().hash().toHex(),
             std::string("000000000019d6689c085ae165831e934ff763ae46a2a6c172b3f1b60a8ce26f"));
}

void BlockHeaderTest::writesFieldsInOrder() {
    QCOMPARE(hexOf(firstHeader().serialize()),
             QByteArray("01000000") + QByteArray(64, '0') +
                 "3ba3edfd7a7b12b27ac72c3e67768f617fc81bc3888a51323a9fb8aa4b1e5e4a"
                 "29ab5f49"
                 "ffff001d"
                 "1dac2b7c");
    util::ByteWriter writer;
    firstHeader().write(writer);
    QCOMPARE(hexOf(writer.view()), hexOf(firstHeader().serialize()));
}

void BlockHeaderTest::readsWhatItWrote() {
    BlockHeader header = firstHeader();
    header.version = -2;
    header.previous = header.hash();
    header.time = 0xfffffffe;
    const auto bytes = header.serialize();
    util::ByteReader reader(bytes);
    QVERIFY(BlockHeader::read(reader) == header);
    QVERIFY(reader.ok());
    QVERIFY(reader.atEnd());
}

void BlockHeaderTest::failsOnACutHeader() {
    const auto bytes = firstHeader().serialize();
    for (std::size_t size = 0; size < bytes.size(); ++size) {
        util::ByteReader reader(util::ByteView(bytes).first(size));
        BlockHeader::read(reader);
        QVERIFY(!reader.ok());
    }
}

CAIRN_TEST(BlockHeaderTest)
#include "BlockHeaderTest.moc"
