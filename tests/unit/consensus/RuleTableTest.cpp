#include "consensus/RuleTable.h"
#include "support/TestProgram.h"

using consensus::Rules;

class RuleTableTest : public QObject {
    Q_OBJECT
private slots:
    void namesEveryRuleOnce();
    void showsDefaultsAsTheCardDoes();
    void writesCanonicalJson();
    void escapesOnlyWhatJsonMust();
    void setsRulesFromText_data();
    void setsRulesFromText();
    void saysWhatIsAllowed();
    void keepsWhatTheUserWrote();
    void comparesRuleByRule();
    void acceptsTheBoundsOfEveryRange();
    void refusesAStartEasierThanTheLimit();
    void refusesRegtestsLackOfALimit();
};

namespace {

Result<void, consensus::CardError> set(Rules& rules, const char* name, std::string_view text) {
    return consensus::setRule(*consensus::findRule(name), rules, text);
}

} // namespace

void RuleTableTest::namesEveryRuleOnce() {
    QCOMPARE(consensus::ruleTable().size(), std::size_t{13});
    for (const consensus::RuleInfo& rule : consensus::ruleTable())
        QVERIFY(consensus::findRule(rule.name) == &rule);
    QVERIFY(consensus::findRule("block_rewards") == nullptr);
    QVERIFY(consensus::findRule("") == nullptr);
}

void RuleTableTest::showsDefaultsAsTheCardDoes() {
    const Rules rules;
    const auto value = [&](const char* name) {
        return consensus::valueText(*consensus::findRule(name), rules);
    };
    QCOMPARE(value("block_reward"), std::string("50.00000000"));
    QCOMPARE(value("halving_interval"), std::string("210000"));
    QCOMPARE(value("pow_limit_bits"), std::string("1f00ffff"));
    QCOMPARE(value("bech32_hrp"), std::string("cairn"));
    QCOMPARE(value("genesis_time"), std::string("1760000000"));
    QVERIFY(consensus::checkRules(rules));
}

// Every node hashes this text: its bytes may never change.
void RuleTableTest::writesCanonicalJson() {
    Rules rules;
    rules.genesisMessage = "Grüße";
    QCOMPARE(consensus::canonicalJson(rules),
             std::string(
                 R"({"bech32_hrp":"cairn","block_reward":"50.00000000","coinbase_maturity":10,)"
                 R"("difficulty_adjustment_interval":10,"genesis_message":"Grüße","genesis_time":1760000000,)"
                 R"("halving_interval":210000,"initial_bits":"1f00ffff","max_block_transactions":10000,)"
                 R"("max_block_weight":4000000,"min_difficulty_after":200,"pow_limit_bits":"1f00ffff",)"
                 R"("target_block_time":10})"));
}

void RuleTableTest::escapesOnlyWhatJsonMust() {
    Rules rules;
    rules.genesisMessage = R"("a\b/c" <&'>)";
    QVERIFY(consensus::canonicalJson(rules).find(R"("genesis_message":"\"a\\b/c\" <&'>")") !=
            std::string::npos);
    rules.genesisMessage = "\xff"; // refused by checkRules, but must not stop the program
    QVERIFY(!consensus::canonicalJson(rules).empty());
}

void RuleTableTest::setsRulesFromText_data() {
    QTest::addColumn<QByteArray>("rule");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("value"); // empty: refused
    const auto row = [](const char* rule, const char* text, const char* value) {
        QTest::addRow("%s=%s", rule, text) << QByteArray(rule) << QByteArray(text) << QByteArray(value);
    };
    row("block_reward", "12.5", "12.50000000");
    row("block_reward", "0", "0.00000000");
    row("block_reward", "1000000", "1000000.00000000");
    row("block_reward", "1000000.00000001", "");
    row("block_reward", "-1", "");
    row("block_reward", "0.000000001", "");
    row("block_reward", "1e3", "1000.00000000");
    row("block_reward", "01", "");
    row("block_reward", "", "");
    row("block_reward", "abc", "");
    row("target_block_time", "600", "600");
    row("target_block_time", "0", "");
    row("target_block_time", "86401", "");
    row("target_block_time", "10 ", "");
    row("target_block_time", "+10", "");
    row("target_block_time", "10.0", "");
    row("target_block_time", "99999999999999999999", "");
    row("genesis_time", "4294967295", "4294967295");
    row("genesis_time", "4294967296", "");
    row("pow_limit_bits", "207fffff", "207fffff");
    row("pow_limit_bits", "1F00FFFF", "1f00ffff");
    row("pow_limit_bits", "0x1f00ff", "");
    row("pow_limit_bits", "1f00fff", "");
    row("pow_limit_bits", "20800000", "");
    row("pow_limit_bits", "2100ffff", "");
    row("pow_limit_bits", "00000000", "");
    row("pow_limit_bits", "1f0000ff", ""); // not the shortest form
    row("bech32_hrp", "ab", "ab");
    row("bech32_hrp", "abcdef", "");
    row("bech32_hrp", "Abc", "");
    row("bech32_hrp", "a1", "");
    row("genesis_message", "a message", "a message");
    row("genesis_message", "two\nlines", "");
    row("genesis_message", "\xc3", "");
}

void RuleTableTest::setsRulesFromText() {
    QFETCH(QByteArray, rule);
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, value);
    Rules rules;
    const auto done = set(rules, rule.constData(), text.toStdString());
    QCOMPARE(done.has_value(), !value.isEmpty());
    const auto& info = *consensus::findRule(rule.constData());
    if (done) {
        QCOMPARE(consensus::valueText(info, rules), value.toStdString());
    } else {
        QVERIFY(rules == Rules());
        QCOMPARE(done.error().key, rule.toStdString());
        QCOMPARE(done.error().kind, consensus::CardError::Kind::NotAllowed);
    }
}

void RuleTableTest::saysWhatIsAllowed() {
    const auto allowed = [](const char* name) { return consensus::allowedText(*consensus::findRule(name)); };
    QCOMPARE(allowed("block_reward"),
             std::string("a decimal number of coins from 0 to 1000000 with at most 8 places"));
    QCOMPARE(allowed("halving_interval"),
             std::string("a whole number of blocks from 0 to 1000000000, 0 means never"));
    QCOMPARE(allowed("target_block_time"), std::string("a whole number of seconds from 1 to 86400"));
    QCOMPARE(allowed("bech32_hrp"), std::string("2 to 5 lower-case letters"));
}

void RuleTableTest::keepsWhatTheUserWrote() {
    Rules rules;
    const auto refused = set(rules, "block_reward", "abc\n");
    QCOMPARE(refused.error().key, std::string("block_reward"));
    QCOMPARE(refused.error().value, std::string("\"abc?\""));
}

void RuleTableTest::comparesRuleByRule() {
    const Rules ours;
    QVERIFY(consensus::differences(ours, ours).empty());
    Rules theirs;
    theirs.blockReward = primitives::Amount(25 * primitives::Amount::kCoin);
    theirs.initialBits = 0x1e00ffff;
    const auto found = consensus::differences(theirs, ours);
    QCOMPARE(found.size(), std::size_t{2});
    QCOMPARE(consensus::toString(found[0]),
             std::string("block_reward is 25.00000000 here and 50.00000000 there"));
    QCOMPARE(consensus::toString(found[1]), std::string("initial_bits is 1e00ffff here and 1f00ffff there"));
}

void RuleTableTest::acceptsTheBoundsOfEveryRange() {
    for (const consensus::RuleInfo& rule : consensus::ruleTable()) {
        if (rule.kind != consensus::RuleKind::Whole) continue;
        Rules rules;
        const auto accepts = [&](std::int64_t value) {
            return consensus::setRule(rule, rules, std::to_string(value)).has_value();
        };
        QVERIFY(accepts(rule.least) && accepts(rule.most));
        QVERIFY(!accepts(rule.least - 1) && !accepts(rule.most + 1));
    }
    Rules rules;
    QVERIFY(set(rules, "genesis_message", std::string(66, 'x')));
    QVERIFY(!set(rules, "genesis_message", std::string(67, 'x')));
    QVERIFY(set(rules, "genesis_message", ""));
}

void RuleTableTest::refusesAStartEasierThanTheLimit() {
    Rules rules;
    rules.initialBits = 0x1f01ffff;
    const auto refused = consensus::checkRules(rules);
    QCOMPARE(refused.error().key, std::string("initial_bits"));
    rules.powLimitBits = 0x1f01ffff;
    QVERIFY(consensus::checkRules(rules));
}

void RuleTableTest::refusesRegtestsLackOfALimit() {
    Rules rules;
    rules.maxBlockTransactions = 0;
    QCOMPARE(consensus::checkRules(rules).error().key, std::string("max_block_transactions"));
    rules = {};
    rules.blockReward = primitives::Amount(-1);
    QCOMPARE(consensus::checkRules(rules).error().key, std::string("block_reward"));
}

CAIRN_TEST(RuleTableTest)
#include "RuleTableTest.moc"
