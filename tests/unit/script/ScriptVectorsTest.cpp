#include "script/Interpreter.h"
#include "support/Hex.h"
#include "support/ScriptFlags.h"
#include "support/ScriptSpend.h"
#include "support/ScriptText.h"
#include "support/TestProgram.h"
#include "support/Vectors.h"

#include <cmath>

/// The published cases of the interpreter, each with its exact error.
class ScriptVectorsTest : public QObject {
    Q_OBJECT
private slots:
    void givesThePublishedErrors();
    void givesThePublishedErrorsOfTapscript();
    void parsesTheNotation();
};

namespace {

struct Case {
    std::vector<util::Bytes> witness;
    primitives::Amount amount;
    util::Bytes scriptSig, scriptPubKey;
    script::VerifyFlags flags = 0;
    std::string expected;
    std::string text;
};

/// Nothing for comments, and for the rows with placeholders, which the resolved file has.
std::optional<Case> readCase(const nlohmann::json& row) {
    if (row.size() == 1 || row.dump().find("#SCRIPT#") != std::string::npos) return std::nullopt;
    Case out;
    std::size_t at = 0;
    if (row[0].is_array()) {
        at = 1;
        for (std::size_t i = 0; i + 1 < row[0].size(); ++i)
            out.witness.push_back(support::unhex(row[0][i].get<std::string>()));
        out.amount =
            primitives::Amount(std::llround(row[0].back().get<double>() * primitives::Amount::kCoin));
    }
    out.scriptSig = support::scriptFromText(row[at]).value();
    out.scriptPubKey = support::scriptFromText(row[at + 1]).value();
    out.flags = support::flagsFromText(row[at + 2]).value();
    if ((out.flags & script::VerifyCleanStack) != 0) out.flags |= script::VerifyP2sh | script::VerifyWitness;
    out.expected = row[at + 3];
    out.text = row.dump();
    return out;
}

/// Fewer rules keep a valid spend valid; more rules keep an invalid one invalid. Returns the number of runs.
int runWithOtherFlags(const support::ScriptSpend& spend, const Case& one, std::mt19937& random) {
    int runs = 0;
    const bool valid = one.expected == "OK";
    for (const script::VerifyFlags change : support::flagChanges(random, 4)) {
        const auto flags =
            valid ? support::trimmed(one.flags & ~change) : support::filled(one.flags | change);
        const auto done = spend.verify(flags);
        if (done.has_value() != valid)
            QTest::qFail((one.text + " with flags " + std::to_string(flags)).c_str(), __FILE__, __LINE__);
        ++runs;
    }
    return runs;
}

} // namespace

void ScriptVectorsTest::givesThePublishedErrors() {
    const auto vectors = support::readJsonVectors("core_script_tests.json");
    NEEDS_DATA(vectors);
    const auto seed = std::random_device()();
    std::mt19937 random(seed);
    int cases = 0;
    int runs = 0;
    for (const auto& row : *vectors) {
        const auto one = readCase(row);
        if (!one) continue;
        ++cases;
        const support::ScriptSpend spend(one->scriptPubKey, one->scriptSig, one->witness, one->amount);
        const std::string verdict = spend.verdict(one->flags);
        QVERIFY2(verdict == one->expected, (verdict + ": " + one->text).c_str());
        runs += runWithOtherFlags(spend, *one, random);
    }
    qInfo("%d cases, %d more runs with other flags, seed %u", cases, runs, seed);
    QCOMPARE(cases, 1228);
}

void ScriptVectorsTest::givesThePublishedErrorsOfTapscript() {
    const auto vectors = support::readJsonVectors("core_script_tests_taproot_resolved.json");
    NEEDS_DATA(vectors);
    int cases = 0;
    for (const auto& row : *vectors) {
        std::vector<util::Bytes> witness;
        for (const std::string element : row["witness"])
            witness.push_back(support::unhex(element));
        const support::ScriptSpend spend(support::unhex(row["scriptPubKey"].get<std::string>()), {}, witness,
                                         primitives::Amount(row["amount_sats"].get<std::int64_t>()));
        const auto flags = support::flagsFromText(row["flags"]).value();
        QCOMPARE(std::string(spend.verdict(flags)), row["expected"].get<std::string>());
        ++cases;
    }
    qInfo("%d cases", cases);
    QCOMPARE(cases, 5);
}

void ScriptVectorsTest::parsesTheNotation() {
    const auto vectors = support::readJsonVectors("core_script_parse.json");
    NEEDS_DATA(vectors);
    int cases = 0;
    for (const auto& row : *vectors) {
        const auto script = support::scriptFromText(row["asm"]);
        QCOMPARE(script.has_value(), !row.contains("error"));
        if (script) QCOMPARE(support::hexOf(*script).toStdString(), row["hex"].get<std::string>());
        ++cases;
    }
    qInfo("%d cases", cases);
    QCOMPARE(cases, 27);
}

CAIRN_TEST(ScriptVectorsTest)
#include "ScriptVectorsTest.moc"
