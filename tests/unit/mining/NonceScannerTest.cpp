#include "mining/NonceScanner.h"
#include "support/TestProgram.h"

#include "consensus/Target.h"
#include "primitives/Block.h"

#include <algorithm>
#include <random>

using mining::Kernel;
using primitives::BlockHash;
using primitives::BlockHeader;

/// Every kernel against the plain hash of the header.
class NonceScannerTest : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void hashesRandomHeadersRight_data() { kernels(); }
    void hashesRandomHeadersRight();
    void agreesOnAHundredThousandHeaders();
    void hashesAKnownBlockRight_data() { kernels(); }
    void hashesAKnownBlockRight();
    void findsTheHitInEveryLane_data() { kernels(); }
    void findsTheHitInEveryLane();
    void givesTheFirstOfSeveralHits_data() { kernels(); }
    void givesTheFirstOfSeveralHits();
    void wrapsAroundAtTheLastNonce_data() { kernels(); }
    void wrapsAroundAtTheLastNonce();
    void meetsATargetExactly_data() { kernels(); }
    void meetsATargetExactly();
    void keepsTheLowestHashOverCalls_data() { kernels(); }
    void keepsTheLowestHashOverCalls();
    void choosesTheBestKernelForUnknownNames();

private:
    static void kernels();
    const Kernel& kernel() const;
    BlockHeader randomHeader();

    std::mt19937_64 m_random;
};

namespace {

BlockHash hashOf(BlockHeader header, std::uint32_t nonce) {
    header.nonce = nonce;
    return header.hash();
}
consensus::Uint256 numberOf(const BlockHash& hash) {
    consensus::Uint256 out;
    for (auto byte = hash.bytes().rbegin(); byte != hash.bytes().rend(); ++byte)
        out = (out << 8) + *byte;
    return out;
}
struct Lowest {
    std::uint32_t place;
    BlockHash hash;
};
Lowest lowestOf(const BlockHeader& header, std::uint32_t first, std::uint32_t count) {
    Lowest out{0, hashOf(header, first)};
    for (std::uint32_t i = 1; i < count; ++i) {
        const BlockHash hash = hashOf(header, first + i);
        if (numberOf(hash) < numberOf(out.hash)) out = {i, hash};
    }
    return out;
}

} // namespace

void NonceScannerTest::initTestCase() {
    const auto seed = std::random_device()();
    qInfo("seed %u", seed);
    m_random.seed(seed);
}

void NonceScannerTest::kernels() {
    QTest::addColumn<QString>("name");
    for (const Kernel& kernel : mining::allKernels()) {
        const QString name =
            QString::fromUtf8(kernel.name.data(), static_cast<qsizetype>(kernel.name.size()));
        QTest::newRow(qPrintable(name)) << name;
    }
}

const Kernel& NonceScannerTest::kernel() const {
    QFETCH(QString, name);
    const auto all = mining::allKernels();
    return *std::find_if(all.begin(), all.end(),
                         [&](const Kernel& each) { return each.name == name.toStdString(); });
}

#define SKIP_UNSUPPORTED()                                                                                   \
    if (!kernel().isSupported()) QSKIP("This processor cannot run it.")

BlockHeader NonceScannerTest::randomHeader() {
    util::ByteArray<80> bytes;
    std::generate(bytes.begin(), bytes.end(), [&] { return static_cast<std::uint8_t>(m_random()); });
    util::ByteReader reader(bytes);
    return BlockHeader::read(reader);
}

void NonceScannerTest::hashesRandomHeadersRight() {
    SKIP_UNSUPPORTED();
    // Every nonce's hash counts: the lowest of the group must be found, whichever it is. Together 20 000
    // hashes.
    for (int i = 0; i < 313; ++i) {
        const BlockHeader header = randomHeader();
        BlockHash best;
        const mining::ScanJob job(header, 0);
        QVERIFY(!kernel().scan(job, header.nonce, 64, best));
        QCOMPARE(best.toHex(), lowestOf(header, header.nonce, 64).hash.toHex());
    }
}

// The portable kernel is held against the plain hash above; here the others are held against it.
void NonceScannerTest::agreesOnAHundredThousandHeaders() {
    const Kernel& portable = mining::kernelFor("portable");
    for (int i = 0; i < 100'000; ++i) {
        const BlockHeader header = randomHeader();
        // A hit in every other group or so.
        const mining::ScanJob job(header, ~consensus::Uint256(0) >> 6);
        BlockHash expectedBest;
        const auto expected = portable.scan(job, header.nonce, 64, expectedBest);
        for (const Kernel& kernel : mining::allKernels()) {
            if (!kernel.isSupported() || &kernel == &portable) continue;
            BlockHash best;
            const auto found = kernel.scan(job, header.nonce, 64, best);
            QVERIFY2(found == expected && best == expectedBest, std::string(kernel.name).c_str());
        }
    }
}

void NonceScannerTest::hashesAKnownBlockRight() {
    SKIP_UNSUPPORTED();
    BlockHeader genesis; // Bitcoin's
    genesis.version = 1;
    genesis.merkleRoot =
        *primitives::MerkleRoot::fromHex("4a5e1e4baab89f3a32518a88c31bc87f618f76673e2cc77ab2127b7afdeda33b");
    genesis.time = 1231006505;
    genesis.bits = 0x1d00ffff;
    const mining::ScanJob job(genesis, *consensus::targetFromBits(genesis.bits));
    BlockHash best;
    const auto found = kernel().scan(job, 2083236864, 64, best);
    QVERIFY(found);
    QCOMPARE(*found, 2083236893U);
    QCOMPARE(best.toHex(), std::string("000000000019d6689c085ae165831e934ff763ae46a2a6c172b3f1b60a8ce26f"));
}

void NonceScannerTest::findsTheHitInEveryLane() {
    SKIP_UNSUPPORTED();
    BlockHeader header = randomHeader();
    Lowest lowest = lowestOf(header, 5'000, 512);
    while (lowest.place < 64) { // what lies before the first nonce that was looked at may be lower still
        header = randomHeader();
        lowest = lowestOf(header, 5'000, 512);
    }
    const mining::ScanJob job(header, numberOf(lowest.hash));
    const std::uint32_t hit = 5'000 + lowest.place;
    for (std::uint32_t lane = 0; lane < 64; ++lane) {
        BlockHash best;
        const auto found = kernel().scan(job, hit - lane, 64, best);
        QVERIFY2(found, qPrintable(QString::number(lane)));
        QCOMPARE(*found, hit);
        QCOMPARE(best.toHex(), lowest.hash.toHex());
    }
    BlockHash best;
    QVERIFY(!kernel().scan(job, hit + 1, 0, best));
    QVERIFY(!kernel().scan(job, hit - 64, 64, best));
}

void NonceScannerTest::givesTheFirstOfSeveralHits() {
    SKIP_UNSUPPORTED();
    for (int i = 0; i < 50; ++i) {
        const BlockHeader header = randomHeader();
        const consensus::Uint256 target = ~consensus::Uint256(0) >> 4;
        std::uint32_t first = 0;
        while (numberOf(hashOf(header, first)) > target)
            ++first;
        BlockHash best;
        const auto found = kernel().scan(mining::ScanJob(header, target), 0, 1024, best);
        QVERIFY(found);
        QCOMPARE(*found, first);
        QCOMPARE(best.toHex(), hashOf(header, first).toHex());
    }
}

void NonceScannerTest::wrapsAroundAtTheLastNonce() {
    SKIP_UNSUPPORTED();
    for (const std::uint32_t behind : {1U, 3U, 8U, 17U, 33U, 63U}) {
        const BlockHeader header = randomHeader();
        const std::uint32_t first = 0U - behind;
        BlockHash best;
        QVERIFY(!kernel().scan(mining::ScanJob(header, 0), first, 64, best));
        const Lowest lowest = lowestOf(header, first, 64);
        QCOMPARE(best.toHex(), lowest.hash.toHex());
        const auto found = kernel().scan(mining::ScanJob(header, numberOf(lowest.hash)), first, 64, best);
        QVERIFY(found);
        QCOMPARE(*found, first + lowest.place);
    }
}

void NonceScannerTest::meetsATargetExactly() {
    SKIP_UNSUPPORTED();
    const BlockHeader header = randomHeader();
    const Lowest lowest = lowestOf(header, 0, 128);
    const consensus::Uint256 number = numberOf(lowest.hash);
    BlockHash best;
    QCOMPARE(kernel().scan(mining::ScanJob(header, number), 0, 128, best), std::optional(lowest.place));
    QVERIFY(!kernel().scan(mining::ScanJob(header, number - 1), 0, 128, best));
}

void NonceScannerTest::keepsTheLowestHashOverCalls() {
    SKIP_UNSUPPORTED();
    const BlockHeader header = randomHeader();
    const mining::ScanJob job(header, 0);
    BlockHash best;
    for (std::uint32_t first = 0; first < 640; first += 64)
        QVERIFY(!kernel().scan(job, first, 64, best));
    QCOMPARE(best.toHex(), lowestOf(header, 0, 640).hash.toHex());
}

void NonceScannerTest::choosesTheBestKernelForUnknownNames() {
    QVERIFY(mining::kernelFor().isSupported());
    QCOMPARE(mining::kernelFor("no such kernel").name, mining::kernelFor().name);
    QCOMPARE(mining::kernelFor("portable").name, std::string_view("portable"));
}

CAIRN_TEST(NonceScannerTest)
#include "NonceScannerTest.moc"
