#include "chain/BlockFile.h"
#include "support/TestProgram.h"

#include "support/RegtestChain.h"

#include <QTemporaryDir>

using primitives::BlockRef;

namespace {

const util::ByteArray<4> kMagic = {0xfa, 0xbf, 0xb5, 0xda};

QByteArray record(const BlockRef& block) {
    const util::Bytes bytes = block->serialize();
    util::ByteWriter out;
    out.bytes(kMagic);
    out.u32(static_cast<std::uint32_t>(bytes.size()));
    out.bytes(bytes);
    return {reinterpret_cast<const char*>(out.view().data()), static_cast<qsizetype>(out.size())};
}

} // namespace

class BlockFileTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    consensus::ChainParams m_params = support::easyCard();
    std::vector<BlockRef> m_blocks = support::RegtestChain(m_params).mineMany(m_params.genesisHash, 3);

    QString path() const { return m_folder.filePath("blocks.dat"); }
    void write(const QByteArray& bytes) {
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    }

private slots:
    void reads_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("blocks");
        QTest::addColumn<int>("unreadable");
        QTest::addColumn<bool>("truncated");
        const QByteArray a = record(m_blocks[0]), b = record(m_blocks[1]), c = record(m_blocks[2]);
        const QByteArray magic(reinterpret_cast<const char*>(kMagic.data()), 4);
        QByteArray spoilt = b;
        spoilt[8 + 80] = char(0xff); // number of transactions
        QTest::newRow("nothing") << QByteArray() << 0 << 0 << false;
        QTest::newRow("three in a row") << a + b + c << 3 << 0 << false;
        QTest::newRow("zeros around them")
            << QByteArray(5'000, 0) + a + QByteArray(3, 0) + b + QByteArray(9'999, 0) << 2 << 0 << false;
        QTest::newRow("rubbish between them")
            << "blocks" + a + "and" + b + magic.left(2) + magic + "more" + c << 3 << 0 << false;
        QTest::newRow("one unreadable") << a + spoilt + c << 2 << 1 << false;
        QTest::newRow("a length too large")
            << a + magic + QByteArray::fromHex("ffffff7f") + c << 2 << 0 << false;
        QTest::newRow("a length too small")
            << a + magic + QByteArray::fromHex("4f000000") + c << 2 << 0 << false;
        QTest::newRow("a length past the end")
            << a + magic + QByteArray::fromHex("00100000") + c << 2 << 0 << false;
        QTest::newRow("body cut off") << a + b.chopped(1) << 1 << 0 << true;
        QTest::newRow("length cut off") << a + b.left(6) << 1 << 0 << true;
        QTest::newRow("magic cut off") << a + b.left(3) << 1 << 0 << true;
        QTest::newRow("only rubbish") << QByteArray(3'000'000, 'x') << 0 << 0 << false;
    }

    void reads() {
        QFETCH(QByteArray, bytes);
        QFETCH(int, blocks);
        write(bytes);
        std::vector<BlockRef> got;
        std::int64_t last = 0;
        const auto summary = chain::readBlockFile(
            path().toStdString(), kMagic, [&](BlockRef block, std::int64_t read, std::int64_t total) {
                got.push_back(std::move(block));
                if (total != bytes.size() || read <= last || read > total) qFatal("progress makes no sense");
                last = read;
                return true;
            });
        QVERIFY(summary);
        QCOMPARE(summary->records, blocks);
        QCOMPARE(got.size(), static_cast<std::size_t>(blocks));
        QTEST(static_cast<int>(summary->unreadable), "unreadable");
        QTEST(summary->truncatedTail, "truncated");
        QVERIFY(!summary->stoppedEarly);
        if (!got.empty()) QCOMPARE(got[0]->header, m_blocks[0]->header);
    }

    void stopsWhenAskedTo() {
        write(record(m_blocks[0]) + record(m_blocks[1]));
        const auto summary =
            chain::readBlockFile(path().toStdString(), kMagic, [](auto&&...) { return false; });
        QVERIFY(summary && summary->stoppedEarly);
        QCOMPARE(summary->records, 1);
    }

    void saysWhenThereIsNoFile() {
        const auto visit = [](auto&&...) { return true; };
        const auto missing = chain::readBlockFile(m_folder.filePath("missing").toStdString(), kMagic, visit);
        QVERIFY(!missing && missing.error() == chain::BlockFileError::CannotOpen);
        const auto folder = chain::readBlockFile(m_folder.path().toStdString(), kMagic, visit);
        QVERIFY(!folder && folder.error() == chain::BlockFileError::CannotOpen);
    }

    void writesWhatItReads() {
        auto writer = chain::BlockFileWriter::create(path().toStdString(), kMagic);
        QVERIFY(writer);
        for (const BlockRef& block : m_blocks)
            QVERIFY(writer->add(*block));
        QVERIFY(QFile::exists(path() + ".part"));
        QVERIFY(writer->finish());
        QVERIFY(!QFile::exists(path() + ".part"));
        QVERIFY(!writer->add(*m_blocks[0])); // it is closed
        QFile file(path());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), record(m_blocks[0]) + record(m_blocks[1]) + record(m_blocks[2]));
    }

    void leavesTheOldFileWhenItIsNotFinished() {
        write("old");
        {
            auto writer = chain::BlockFileWriter::create(path().toStdString(), kMagic);
            QVERIFY(writer && writer->add(*m_blocks[0]));
            const chain::BlockFileWriter moved = std::move(*writer);
        }
        QVERIFY(!QFile::exists(path() + ".part"));
        QFile file(path());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("old"));
        QVERIFY(!chain::BlockFileWriter::create(m_folder.filePath("no/where").toStdString(), kMagic));
    }
};

CAIRN_TEST(BlockFileTest)
#include "BlockFileTest.moc"
