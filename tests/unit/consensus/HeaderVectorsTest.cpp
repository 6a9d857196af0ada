#include "consensus/Difficulty.h"
#include "consensus/Target.h"
#include "crypto/Sha256.h"
#include "script/Script.h"
#include "support/Hex.h"
#include "support/TestProgram.h"
#include "support/Vectors.h"

class HeaderVectorsTest : public QObject {
    Q_OBJECT
private slots:
    void retargetsAsPublished();
    void followsAWholeInterval();
};

namespace {

consensus::ChainParams mainnetLike() {
    consensus::NetworkCard card;
    card.name = "vectors";
    card.rules.targetBlockTime = 600;
    card.rules.difficultyAdjustmentInterval = 2016;
    card.rules.powLimitBits = card.rules.initialBits = 0x1d00ffff;
    card.rules.minDifficultyAfter = 0;
    return consensus::paramsFromCard(card);
}

std::uint32_t bitsIn(const nlohmann::json& text) {
    return static_cast<std::uint32_t>(std::stoul(text.get<std::string>(), nullptr, 16));
}

primitives::MerkleRoot rootOfAltBlock(std::int32_t height) {
    primitives::TransactionParts parts;
    parts.inputs.resize(1);
    parts.inputs[0].scriptSig = script::ScriptBuilder().number(height).take();
    if (height <= 16) parts.inputs[0].scriptSig.push_back(0);
    parts.outputs = {{primitives::Amount(50 * primitives::Amount::kCoin),
                      support::unhex("76a914eadbac7f36c37e39361168b7aaee3cb24a25312d88ac")}};
    return primitives::MerkleRoot(primitives::Transaction(parts).txid().bytes());
}

} // namespace

// Bitcoin's own windows start one block later than ours; the arithmetic behind them is the same.
void HeaderVectorsTest::retargetsAsPublished() {
    const auto vectors = support::readJsonVectors("core_pow_bits.json");
    NEEDS_DATA(vectors);
    const auto params = mainnetLike();
    int cases = 0;
    for (const auto& row : vectors->at("retarget_mainnet")) {
        consensus::DifficultyContext context;
        // The first interval is shorter here: ask for a later one, the height matters for nothing else.
        context.height = std::max(4032, row["last_height"].get<std::int32_t>() + 1);
        context.scheduledBits = bitsIn(row["last_bits"]);
        context.windowEndTime = row["last_time"].get<std::int64_t>();
        context.windowStartTime = row["first_block_time"].get<std::int64_t>();
        QVERIFY(consensus::retargetsAt(context.height, params));
        QCOMPARE(consensus::nextScheduledBits(context, params), bitsIn(row["expected_next_bits"]));
        ++cases;
    }
    qInfo("%d cases", cases);
    QCOMPARE(cases, 4);
}

void HeaderVectorsTest::followsAWholeInterval() {
    const auto vectors = support::readJsonVectors("core_mainnet_alt.json");
    NEEDS_DATA(vectors);
    const auto params = mainnetLike();
    constexpr std::int64_t kGenesisTime = 1'231'006'505;
    auto previous =
        primitives::BlockHash::fromHex("000000000019d6689c085ae165831e934ff763ae46a2a6c172b3f1b60a8ce26f")
            .value();
    const auto& times = vectors->at("timestamps");
    for (std::int32_t height = 1; height <= 2016; ++height) {
        const auto index = static_cast<std::size_t>(height - 1);
        primitives::BlockHeader header;
        header.previous = previous;
        header.merkleRoot = rootOfAltBlock(height);
        header.time = times[index].get<std::uint32_t>();
        header.bits = height == 2016 ? 0x1c3fffc0 : 0x1d00ffff;
        header.nonce = vectors->at("nonces")[index].get<std::uint32_t>();
        previous = header.hash();
        QVERIFY2(consensus::hasValidWork(previous, header.bits, params.powLimit),
                 qPrintable(QString::number(height)));
        --header.nonce;
        QVERIFY(!consensus::hasValidWork(header.hash(), header.bits, params.powLimit));
    }
    qInfo("%d headers", static_cast<int>(times.size()));
    QCOMPARE(times.size(), std::size_t(2016));
    QCOMPARE(previous.toHex(),
             std::string("000000000c806553811fd3e6c40bc9c279db53643da7d3b401a9882c074c24b2"));
    const consensus::DifficultyContext context{4032, 0x1d00ffff, times[2014].get<std::int64_t>(),
                                               kGenesisTime};
    QCOMPARE(consensus::nextScheduledBits(context, params), 0x1c3fffc0U);
}

CAIRN_TEST(HeaderVectorsTest)
#include "HeaderVectorsTest.moc"
