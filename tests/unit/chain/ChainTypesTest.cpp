#include "chain/ChainTypes.h"
#include "support/TestProgram.h"

#include "support/RegtestChain.h"

using consensus::Coin;
using primitives::Amount;

namespace {

chain::BlockUndo sample() {
    const Coin coinbase{{Amount(5'000'000'000), support::testScript()}, 7, true};
    const Coin largest{{Amount(Amount::kMax), util::Bytes(10'000, 0x51)}, 0x3fffffff, false};
    const Coin empty{{Amount(0), {}}, 0, false};
    return {{{coinbase}, {}, {largest, empty, coinbase}}};
}

} // namespace

class ChainTypesTest : public QObject {
    Q_OBJECT

private slots:
    void undoComesBackAsItWas() {
        QVERIFY(chain::parseUndo(chain::serialize(sample())) == sample());
        QVERIFY(chain::parseUndo(chain::serialize({})) == chain::BlockUndo());
    }

    void undoCutAnywhereIsRefused() {
        const util::Bytes bytes = chain::serialize({{sample().spent[0], {}}});
        for (std::size_t size = 0; size < bytes.size(); ++size) {
            QVERIFY(!chain::parseUndo(util::ByteView(bytes).first(size)));
        }
    }

    void undoRefusesWhatNobodyWrites() {
        util::Bytes bytes = chain::serialize(sample());
        bytes.push_back(0);
        QCOMPARE(chain::parseUndo(bytes).error(), util::ReadError::TrailingData);

        const util::Bytes hugeCount = {0xfe, 0xff, 0xff, 0xff, 0x7f};
        QVERIFY(!chain::parseUndo(hugeCount));
        const util::Bytes hugeList = {0x01, 0xfe, 0xff, 0xff, 0xff, 0x7f};
        QVERIFY(!chain::parseUndo(hugeList));

        chain::BlockUndo negative{{{{{Amount(-1), {}}, 1, false}}}};
        QCOMPARE(chain::parseUndo(chain::serialize(negative)).error(), util::ReadError::BadFormat);
        chain::BlockUndo tooLong{{{{{Amount(1), util::Bytes(10'001, 0)}, 1, false}}}};
        QCOMPARE(chain::parseUndo(chain::serialize(tooLong)).error(), util::ReadError::SizeTooLarge);
    }

    void factsTellSizeAndMiner() {
        const consensus::ChainParams params = support::easyCard();
        support::RegtestChain maker(params);
        const auto block = maker.mineOn(params.genesisHash);
        const chain::BlockFacts facts = chain::factsOf(*block);
        QCOMPARE(facts.transactionCount, 1);
        QCOMPARE(facts.sizeBytes, static_cast<std::int64_t>(block->serialize().size()));
        QCOMPARE(facts.weight, block->weight());
        QVERIFY(facts.minerScript == support::testScript());
        const auto longScript = maker.mineOn(params.genesisHash, {.coinbaseScript = util::Bytes(521, 0x51)});
        QVERIFY(chain::factsOf(*longScript).minerScript.empty());
    }
};

CAIRN_TEST(ChainTypesTest)
#include "ChainTypesTest.moc"
