#include "consensus/NetworkCard.h"
#include "support/TestProgram.h"

#include <array>
#include <nlohmann/json.hpp>
#include <utility>

using nlohmann::ordered_json;

class NetworkCardTest : public QObject {
    Q_OBJECT
private slots:
    void readsThePublishedForm();
    void fillsInWhatMayBeMissing();
    void writesThePublishedForm();
    void givesTheSameCardBack();
    void keepsUnknownKeys();
    void keepsLargeUnknownKeysReadable();
    void refusesBadValues_data();
    void refusesBadValues();
    void refusesMissingRules();
    void refusesBadTexts_data();
    void refusesBadTexts();
    void namesWhatIsWrong();
    void writesAnyText();
};

namespace {

using Kind = consensus::CardError::Kind;

/// A key of the good card, and a value that it may not have.
constexpr std::array kBadValues = {
    std::pair{"/cairn_network", "2"},
    std::pair{"/cairn_network", "\"1\""},
    std::pair{"/cairn_network", "1.0"},
    std::pair{"/cairn_network", "true"},
    std::pair{"/name", "\"\""},
    std::pair{"/name", "7"},
    std::pair{"/name", "\"a/b\""},
    std::pair{"/name", "\"regtest\""},
    std::pair{"/name", R"("a\nb")"},
    std::pair{"/name", "\"12345678901234567890123456789012345678901\""},
    std::pair{"/colour", "\"blue\""},
    std::pair{"/colour", "\"#2f7ed\""},
    std::pair{"/colour", "null"},
    std::pair{"/rules", "[]"},
    std::pair{"/rules", "null"},
    std::pair{"/rules/block_reward", "50"},
    std::pair{"/rules/block_reward", "\"-1\""},
    std::pair{"/rules/block_reward", "\"1000000.00000001\""},
    std::pair{"/rules/block_reward", "\"50,0\""},
    std::pair{"/rules/block_reward", "\" 50\""},
    std::pair{"/rules/halving_interval", "-1"},
    std::pair{"/rules/halving_interval", "\"210000\""},
    std::pair{"/rules/halving_interval", "1000000001"},
    std::pair{"/rules/max_block_transactions", "0"},
    std::pair{"/rules/max_block_transactions", "1"},
    std::pair{"/rules/max_block_transactions", "1000001"},
    std::pair{"/rules/max_block_weight", "3999"},
    std::pair{"/rules/max_block_weight", "4000001"},
    std::pair{"/rules/target_block_time", "0"},
    std::pair{"/rules/target_block_time", "10.5"},
    std::pair{"/rules/target_block_time", "1e1"},
    std::pair{"/rules/target_block_time", "18446744073709551617"},
    std::pair{"/rules/target_block_time", "4294967306"}, // 10 in 32 bits
    std::pair{"/rules/difficulty_adjustment_interval", "0"},
    std::pair{"/rules/difficulty_adjustment_interval", "100001"},
    std::pair{"/rules/pow_limit_bits", "\"21008000\""},
    std::pair{"/rules/pow_limit_bits", "\"1f80ffff\""},
    std::pair{"/rules/pow_limit_bits", "\"1f000000\""},
    std::pair{"/rules/pow_limit_bits", "520159231"},
    std::pair{"/rules/initial_bits", "\"1f02ffff\""},
    std::pair{"/rules/initial_bits", "\"1f00ffff0\""},
    std::pair{"/rules/coinbase_maturity", "0"},
    std::pair{"/rules/coinbase_maturity", "10001"},
    std::pair{"/rules/min_difficulty_after", "-1"},
    std::pair{"/rules/min_difficulty_after", "false"},
    std::pair{"/rules/bech32_hrp", "\"a\""},
    std::pair{"/rules/bech32_hrp", "\"LAB\""},
    std::pair{"/rules/bech32_hrp", "\"toolong\""},
    std::pair{"/rules/genesis_time", "-1"},
    std::pair{"/rules/genesis_time", "4294967296"},
    std::pair{"/rules/genesis_message", "7"},
    std::pair{"/rules/genesis_message", R"("a\u0000b")"},
    std::pair{"/rules/genesis_message",
              "\"123456789012345678901234567890123456789012345678901234567890123456789012345678901\""},
    std::pair{"/rules/new_rule", "1"},
    std::pair{"/defaults", "[]"},
    std::pair{"/defaults/transaction_fee", "0.0001"},
    std::pair{"/defaults/transaction_fee", "\"-0.1\""},
    std::pair{"/defaults/transaction_fee", "\"1000.00000001\""},
    std::pair{"/defaults/confirmation_blocks", "0"},
    std::pair{"/defaults/confirmation_blocks", "1001"},
    std::pair{"/defaults/api_port", "0"},
    std::pair{"/defaults/api_port", "65536"},
    std::pair{"/defaults/api_port", "18446744073709551615"},
    std::pair{"/defaults/peer_port", "5002"}, // the API's
    std::pair{"/defaults/peer_port", "\"5001\""},
    std::pair{"/seeds", "{}"},
    std::pair{"/seeds", "[1]"},
    std::pair{"/seeds", "[\"192.168.1.20:5001\"]"},
    std::pair{"/seeds", "[\"http://user:word@10.0.0.1\"]"},
};

ordered_json goodJson() {
    return ordered_json::parse(R"({ "cairn_network": 1, "name": "Lab 12", "colour": "#2f7ed8",
  "rules": { "block_reward": "25.50000000", "halving_interval": 210001, "max_block_transactions": 10001,
             "max_block_weight": 3999999, "target_block_time": 11, "difficulty_adjustment_interval": 12,
             "pow_limit_bits": "1f01ffff", "initial_bits": "1e00ffff", "coinbase_maturity": 13,
             "min_difficulty_after": 201, "bech32_hrp": "lab", "genesis_time": 1760000001,
             "genesis_message": "Grüße" },
  "defaults": { "transaction_fee": "0.00020000", "confirmation_blocks": 7, "api_port": 5002, "peer_port": 5003 },
  "seeds": ["http://192.168.1.20:5001", "http://lab.local"] })");
}

/// The good card with the value at a JSON pointer replaced.
std::string withValue(const char* pointer, const ordered_json& value) {
    ordered_json card = goodJson();
    card[ordered_json::json_pointer(pointer)] = value;
    return card.dump();
}

std::string nested(int depth) {
    return R"({"x":)" + std::string(static_cast<std::size_t>(depth), '[') +
           std::string(static_cast<std::size_t>(depth), ']') + "}";
}

} // namespace

void NetworkCardTest::readsThePublishedForm() {
    const auto card = consensus::parseNetworkCard(goodJson().dump());
    QVERIFY(card);
    QCOMPARE(card->name, std::string("Lab 12"));
    QCOMPARE(card->colour, std::string("#2f7ed8"));
    const consensus::Rules& rules = card->rules;
    QCOMPARE(rules.blockReward.satoshi(), 2'550'000'000);
    QCOMPARE(rules.halvingInterval, 210'001);
    QCOMPARE(rules.maxBlockTransactions, 10'001);
    QCOMPARE(rules.maxBlockWeight, 3'999'999);
    QCOMPARE(rules.targetBlockTime, 11);
    QCOMPARE(rules.difficultyAdjustmentInterval, 12);
    QCOMPARE(rules.powLimitBits, 0x1f01ffffU);
    QCOMPARE(rules.initialBits, 0x1e00ffffU);
    QCOMPARE(rules.coinbaseMaturity, 13);
    QCOMPARE(rules.minDifficultyAfter, 201);
    QCOMPARE(rules.bech32Hrp, std::string("lab"));
    QCOMPARE(rules.genesisTime, 1'760'000'001);
    QCOMPARE(rules.genesisMessage, std::string("Grüße"));
    QCOMPARE(card->transactionFee.satoshi(), 20'000);
    QCOMPARE(card->confirmationBlocks, 7);
    QCOMPARE(int{card->apiPort}, 5002);
    QCOMPARE(int{card->peerPort}, 5003);
    QCOMPARE(card->seeds.size(), std::size_t{2});
    QCOMPARE(card->otherKeysJson, std::string("{}"));
}

void NetworkCardTest::fillsInWhatMayBeMissing() {
    ordered_json json = goodJson();
    json.erase("colour");
    json.erase("defaults");
    json.erase("seeds");
    const auto card = consensus::parseNetworkCard(json.dump());
    QVERIFY(card);
    const consensus::NetworkCard standard;
    QCOMPARE(card->colour, standard.colour);
    QCOMPARE(card->transactionFee, standard.transactionFee);
    QCOMPARE(card->confirmationBlocks, 6);
    QCOMPARE(card->apiPort, standard.apiPort);
    QVERIFY(card->seeds.empty());
}

void NetworkCardTest::writesThePublishedForm() {
    const auto card = consensus::parseNetworkCard(goodJson().dump());
    const std::string text = consensus::writeNetworkCard(*card);
    QVERIFY(text.starts_with("{\n  \"cairn_network\": 1,\n  \"name\": \"Lab 12\",\n"));
    QVERIFY(text.ends_with("}\n"));
    QCOMPARE(ordered_json::parse(text).dump(), goodJson().dump()); // keys in the same order
}

void NetworkCardTest::givesTheSameCardBack() {
    consensus::NetworkCard card;
    card.name = "Ünïcode \"quoted\"";
    card.rules.genesisMessage = R"(back\slash "and" quotes)";
    card.seeds = {"http://10.0.0.1:1"};
    const auto again = consensus::parseNetworkCard(consensus::writeNetworkCard(card));
    QVERIFY(again);
    QVERIFY(*again == card);
}

void NetworkCardTest::keepsUnknownKeys() {
    ordered_json json = goodJson();
    json["zoo"] = {{"deep", {1, 2.5, nullptr, true}}};
    json["author"] = "someone";
    json["defaults"]["theme"] = "dark";
    const auto card = consensus::parseNetworkCard(json.dump());
    QVERIFY(card);
    QCOMPARE(
        card->otherKeysJson,
        std::string(R"({"zoo":{"deep":[1,2.5,null,true]},"author":"someone","defaults":{"theme":"dark"}})"));
    const auto again = consensus::parseNetworkCard(consensus::writeNetworkCard(*card));
    QVERIFY(again && *again == *card);
}

void NetworkCardTest::keepsLargeUnknownKeysReadable() {
    ordered_json json = goodJson();
    ordered_json& list = json["list"] = ordered_json::array();
    for (int i = 0; i < 3'800; ++i)
        list.push_back(std::vector<int>{});
    const auto card = consensus::parseNetworkCard(json.dump());
    QVERIFY(card);
    const auto again = consensus::parseNetworkCard(consensus::writeNetworkCard(*card));
    QVERIFY(again && *again == *card);

    json["list"] = std::vector<double>(3'900, 1e14); // four bytes as they come, seventeen when written
    std::string text = json.dump();
    for (std::size_t at = 0; (at = text.find("100000000000000.0")) != std::string::npos;)
        text.replace(at, 17, "1e14");
    QVERIFY(text.size() < consensus::kMaxCardSize);
    QVERIFY(!consensus::parseNetworkCard(text));
}

void NetworkCardTest::refusesBadValues_data() {
    QTest::addColumn<QByteArray>("pointer");
    QTest::addColumn<QByteArray>("json");
    for (const auto& [pointer, json] : kBadValues)
        QTest::addRow("%s = %s", pointer, json) << QByteArray(pointer) << QByteArray(json);
}

void NetworkCardTest::refusesBadValues() {
    QFETCH(QByteArray, pointer);
    QFETCH(QByteArray, json);
    const auto card =
        consensus::parseNetworkCard(withValue(pointer.constData(), ordered_json::parse(json.toStdString())));
    QVERIFY(!card);
    const QString key = QString::fromLatin1(pointer).section('/', -1);
    QCOMPARE(QString::fromStdString(card.error().key), key);
    const std::string& value = card.error().value;
    QCOMPARE(value.empty(), card.error().kind == consensus::CardError::Kind::UnknownRule);
    QVERIFY2(value.size() < 100 && value.find('\n') == std::string::npos, value.c_str());
}

void NetworkCardTest::refusesMissingRules() {
    const ordered_json good = goodJson(); // named: items() of a temporary would outlive it
    int count = 0;
    for (const auto& [name, value] : good["rules"].items()) {
        ordered_json json = good;
        json["rules"].erase(name);
        const auto card = consensus::parseNetworkCard(json.dump());
        QVERIFY(!card);
        QCOMPARE(card.error().key, name);
        QCOMPARE(card.error().kind, Kind::Missing);
        ++count;
    }
    QCOMPARE(count, 13);
    for (const char* key : {"cairn_network", "name", "rules"}) {
        ordered_json json = goodJson();
        json.erase(key);
        const auto card = consensus::parseNetworkCard(json.dump());
        QVERIFY(!card);
        QCOMPARE(card.error().key, std::string(key));
        QCOMPARE(card.error().kind, Kind::Missing);
    }
}

void NetworkCardTest::refusesBadTexts_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("key");
    const QByteArray good = QByteArray::fromStdString(goodJson().dump());
    QTest::newRow("empty") << QByteArray() << QByteArray();
    QTest::newRow("no JSON") << QByteArray("hello") << QByteArray();
    QTest::newRow("a list") << QByteArray("[]") << QByteArray();
    QTest::newRow("a number") << QByteArray("1") << QByteArray();
    QTest::newRow("empty object") << QByteArray("{}") << QByteArray("cairn_network");
    QTest::newRow("broken off") << good.chopped(1) << QByteArray();
    QTest::newRow("more behind it") << good + "{}" << QByteArray();
    QTest::newRow("zero byte behind it") << good + '\0' << QByteArray();
    QTest::newRow("comma before the brace") << QByteArray(good.chopped(1) + ",}") << QByteArray();
    QTest::newRow("comment") << "/* x */" + good << QByteArray();
    QTest::newRow("no UTF-8") << QByteArray(good).replace("Lab 12", "Lab \xff") << QByteArray();
    QTest::newRow("no UTF-8 in an unknown key")
        << QByteArray(good).replace("{\"cairn", "{\"x\xc3\":1,\"cairn") << QByteArray();
    QTest::newRow("lone surrogate") << QByteArray(good).replace("Lab 12", "\\ud800") << QByteArray();
    QTest::newRow("number without end")
        << QByteArray(good).replace("{\"cairn", "{\"x\":1e999,\"cairn") << QByteArray();
    QTest::newRow("same key twice") << QByteArray(good).replace("{\"cairn", "{\"name\":\"A\",\"cairn")
                                    << QByteArray("name");
    QTest::newRow("same rule twice")
        << QByteArray(good).replace("\"halving", "\"block_reward\":\"1\",\"halving")
        << QByteArray("halving_interval").replace("halving_interval", "block_reward");
    QTest::newRow("same key twice, written otherwise")
        << QByteArray(good).replace("{\"cairn", "{\"n\\u0061me\":\"A\",\"cairn") << QByteArray("name");
    QTest::newRow("too deep") << QByteArray::fromStdString(nested(16)) << QByteArray("x");
    QTest::newRow("much too deep") << QByteArray::fromStdString(nested(30'000)) << QByteArray("x");
    QTest::newRow("too many values") << "{\"x\":[" + QByteArray("1,").repeated(5'000) + "1]}"
                                     << QByteArray("x");
    QTest::newRow("too large") << good + QByteArray(65'536, ' ') << QByteArray();
    QTest::newRow("65 seeds") << QByteArray(good).replace(
                                     "[\"http", "[" + QByteArray("\"http://a\",").repeated(63) + "\"http")
                              << QByteArray("seeds");
}

void NetworkCardTest::refusesBadTexts() {
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, key);
    const auto card = consensus::parseNetworkCard(text.toStdString());
    QVERIFY(!card);
    QCOMPARE(QByteArray::fromStdString(card.error().key), key);
}

void NetworkCardTest::namesWhatIsWrong() {
    const auto error = [](const char* pointer, const ordered_json& value) {
        return consensus::parseNetworkCard(withValue(pointer, value)).error();
    };
    QCOMPARE(error("/rules/target_block_time", 0).kind, Kind::NotAllowed);
    QCOMPARE(error("/rules/target_block_time", 0).value, std::string("0"));
    QCOMPARE(error("/rules/target_block_time", "5").kind, Kind::NeedsNoQuotes);
    QCOMPARE(error("/rules/target_block_time", "5").value, std::string("\"5\""));
    QCOMPARE(error("/rules/block_reward", 50).kind, Kind::NeedsQuotes);
    QCOMPARE(error("/rules/speed", 1).kind, Kind::UnknownRule);
    QCOMPARE(error("/defaults/api_port", 70000).kind, Kind::NotAllowed);
    QCOMPARE(error("/name", "regtest").kind, Kind::BuiltIn);
}

// Cards made in the program may hold anything; writing them must not stop it.
void NetworkCardTest::writesAnyText() {
    consensus::NetworkCard card;
    card.name = "\xff\xfe";
    card.otherKeysJson = "not JSON";
    QVERIFY(!consensus::writeNetworkCard(card).empty());
    card.otherKeysJson = R"({"name":"other","rules":{"x":1},"defaults":7,"kept":1})";
    const auto json = ordered_json::parse(consensus::writeNetworkCard(card));
    QVERIFY(json["rules"].size() == 13 && json["kept"] == 1 && json["defaults"].is_object());
    card.otherKeysJson = "[1]";
    QVERIFY(!consensus::writeNetworkCard(card).empty());
}

CAIRN_TEST(NetworkCardTest)
#include "NetworkCardTest.moc"
