#include "consensus/ChainParams.h"
#include "support/TestProgram.h"

#include "consensus/BlockRules.h"
#include "consensus/MerkleTree.h"
#include "crypto/Sha256.h"
#include "support/Hex.h"
#include "support/MadeBlocks.h"
#include "support/Vectors.h"

#include <set>

class ChainParamsTest : public QObject {
    Q_OBJECT
private slots:
    void matchesCoresRegtest();
    void hasRegtestsGenesisByteForByte();
    void agreesWithThePublishedParameters();
    void keepsTheGenesisOfTheDefaultRules();
    void commitsToTheRules();
    void changesGenesisWithEveryRule();
    void doesNotCommitToAdvice();
    void takesMagicAndAddressesFromTheCard();
    void givesThreeStableWords();
    void hasDifferentWords();
};

namespace {

consensus::NetworkCard labCard() {
    consensus::NetworkCard card;
    card.name = "Lab 12";
    card.rules.genesisMessage = "Lab 12 starts here";
    return card;
}

} // namespace

void ChainParamsTest::matchesCoresRegtest() {
    const auto params = consensus::regtestParams();
    QVERIFY(params.isRegtest);
    QCOMPARE(params.name(), std::string("regtest"));
    QCOMPARE(params.genesisHash.toHex(),
             std::string("0f9188f13cb7b2c71f2a335e3a4fc328bf5beb436012afca590b1a11466e2206"));
    QCOMPARE(support::hexOf(params.magic), QByteArray("fabfb5da"));
    QCOMPARE(params.rules().halvingInterval, 150);
    QCOMPARE(params.rules().coinbaseMaturity, 100);
    QCOMPARE(params.rules().maxBlockTransactions, 0);
    QCOMPARE(params.rules().minDifficultyAfter, 0);
    QCOMPARE(consensus::toHex(params.powLimit), "7fffff" + std::string(58, '0'));
    const script::AddressFormat addresses{"bcrt", 111, 196, 239};
    QVERIFY(params.addresses == addresses);
}

void ChainParamsTest::hasRegtestsGenesisByteForByte() {
    const auto genesis = consensus::regtestParams().genesis;
    QCOMPARE(genesis->transactions[0]->txid().toHex(),
             std::string("4a5e1e4baab89f3a32518a88c31bc87f618f76673e2cc77ab2127b7afdeda33b"));
    const auto vectors = support::readJsonVectors("core_rpc_getblockstats.json");
    NEEDS_DATA(vectors);
    QCOMPARE(support::hexOf(genesis->serialize()),
             QByteArray::fromStdString(vectors->at("blocks")[0].get<std::string>()));
}

void ChainParamsTest::agreesWithThePublishedParameters() {
    const auto vectors = support::readJsonVectors("core_chainparams_regtest.json");
    NEEDS_DATA(vectors);
    const auto params = consensus::regtestParams();
    QCOMPARE(util::toHex(params.genesisHash.view()), vectors->at("genesis").get<std::string>());
    QCOMPARE(params.rules().halvingInterval, vectors->at("subsidy_halving_interval").get<int>());
    QCOMPARE(util::toHex(params.magic), vectors->at("net")["magic"].get<std::string>());
    QCOMPARE(params.addresses.bech32Prefix, vectors->at("addresses")["bech32_hrp"].get<std::string>());
}

// Networks that run depend on these bytes: they may never change.
void ChainParamsTest::keepsTheGenesisOfTheDefaultRules() {
    const auto params = consensus::paramsFromCard(labCard());
    QCOMPARE(support::hexOf(params.genesis->serialize()),
             QByteArray(
                 "000000200000000000000000000000000000000000000000000000000000000000000000cfaeb14b7df1d662ba"
                 "e9ef3ab0074f97f192ba1f88692eb805f733701614efc40078e768ffff001f0000000001020000000100000000"
                 "00000000000000000000000000000000000000000000000000000000ffffffff34124c61622031322073746172"
                 "74732068657265204e4186fe1caa9a41c97ad36c78b4f68665c8600cd46a5c91757590d75319346effffffff01"
                 "0000000000000000016a00000000"));
    QCOMPARE(params.genesisHash.toHex(),
             std::string("02419659512524a2f1c1cca59de7e53decd381c1372c0fb392d5777eca27d25c"));
    QCOMPARE(support::hexOf(params.magic), QByteArray("50309fda"));
}

void ChainParamsTest::commitsToTheRules() {
    const auto card = labCard();
    const auto params = consensus::paramsFromCard(card);
    const auto& coinbase = *params.genesis->transactions.at(0);
    const auto commitment = crypto::sha256(util::asBytes(consensus::canonicalJson(card.rules)));
    util::Bytes wanted = support::unhex("12");
    const auto message = util::asBytes("Lab 12 starts here");
    wanted.insert(wanted.end(), message.begin(), message.end());
    wanted.push_back(32);
    wanted.insert(wanted.end(), commitment.begin(), commitment.end());
    QCOMPARE(support::hexOf(coinbase.inputs()[0].scriptSig), support::hexOf(wanted));
    QVERIFY(coinbase.isCoinbase());
    QCOMPARE(coinbase.outputs().size(), std::size_t{1});
    QCOMPARE(coinbase.outputs()[0].value.satoshi(), 0);
    QCOMPARE(support::hexOf(coinbase.outputs()[0].scriptPubKey), QByteArray("6a"));
    const auto& header = params.genesis->header;
    QVERIFY(header.previous.isNull());
    QVERIFY(header.merkleRoot == consensus::merkleRoot(*params.genesis).root);
    QCOMPARE(header.bits, card.rules.initialBits);
    QCOMPARE(header.nonce, 0U);
    QCOMPARE(std::int64_t{header.time}, card.rules.genesisTime);
    QCOMPARE(support::reasonText(consensus::checkBlock(*params.genesis, params)), std::string());
}

void ChainParamsTest::changesGenesisWithEveryRule() {
    using Rules = consensus::Rules;
    const std::vector<std::function<void(Rules&)>> changes = {
        [](Rules&) {},
        [](Rules& rules) { rules.blockReward += primitives::Amount(1); },
        [](Rules& rules) { ++rules.halvingInterval; },
        [](Rules& rules) { ++rules.maxBlockTransactions; },
        [](Rules& rules) { --rules.maxBlockWeight; },
        [](Rules& rules) { ++rules.targetBlockTime; },
        [](Rules& rules) { ++rules.difficultyAdjustmentInterval; },
        [](Rules& rules) { rules.powLimitBits = 0x1f01ffff; },
        [](Rules& rules) { rules.initialBits = 0x1e00ffff; },
        [](Rules& rules) { ++rules.coinbaseMaturity; },
        [](Rules& rules) { ++rules.minDifficultyAfter; },
        [](Rules& rules) { rules.bech32Hrp = "lab"; },
        [](Rules& rules) { ++rules.genesisTime; },
        [](Rules& rules) { rules.genesisMessage.clear(); },
    };
    std::set<std::string> hashes;
    for (const auto& change : changes) {
        auto card = labCard();
        change(card.rules);
        hashes.insert(consensus::paramsFromCard(card).genesisHash.toHex());
    }
    QCOMPARE(hashes.size(), changes.size());
}

void ChainParamsTest::doesNotCommitToAdvice() {
    auto card = labCard();
    const auto hash = consensus::paramsFromCard(card).genesisHash;
    card.name = "Another name";
    card.seeds = {"http://10.0.0.1:5001"};
    card.confirmationBlocks = 1;
    QVERIFY(consensus::paramsFromCard(card).genesisHash == hash);
}

void ChainParamsTest::takesMagicAndAddressesFromTheCard() {
    auto card = labCard();
    card.rules.bech32Hrp = "lab";
    const auto params = consensus::paramsFromCard(card);
    const auto hash = crypto::sha256(params.genesisHash.view());
    QVERIFY(std::equal(params.magic.begin(), params.magic.end(), hash.begin()));
    const script::AddressFormat addresses{"lab", 111, 196, 239};
    QVERIFY(params.addresses == addresses);
    QVERIFY(!params.isRegtest);
    QVERIFY(params.card == card);
    QCOMPARE(consensus::toHex(params.powLimit), "0000ffff" + std::string(56, '0'));
}

void ChainParamsTest::givesThreeStableWords() {
    const auto words = consensus::fingerprintWords(consensus::regtestParams().genesisHash);
    QCOMPARE(words[0] + ' ' + words[1] + ' ' + words[2], std::string("nickel domino hazel"));
}

void ChainParamsTest::hasDifferentWords() {
    std::set<std::string> seen;
    for (int i = 0; i < 4'000; ++i) {
        util::ByteArray<32> bytes{};
        bytes[0] = static_cast<std::uint8_t>(i);
        bytes[1] = static_cast<std::uint8_t>(i >> 8);
        for (const std::string& word : consensus::fingerprintWords(primitives::BlockHash(bytes))) {
            QVERIFY(word.size() >= 3 && word.size() <= 9);
            seen.insert(word);
        }
    }
    QCOMPARE(seen.size(), std::size_t{256});
}

CAIRN_TEST(ChainParamsTest)
#include "ChainParamsTest.moc"
