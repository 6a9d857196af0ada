#include "script/Interpreter.h"
#include "support/Hex.h"
#include "support/ScriptFlags.h"
#include "support/TestProgram.h"
#include "support/Vectors.h"

using script::VerifyFlags;

/// The published spends of BIP 341 and BIP 342, under every set of consensus flags for which their verdict is
/// known.
class TaprootVectorsTest : public QObject {
    Q_OBJECT
private slots:
    void givesThePublishedVerdicts();
};

namespace {

/// Every combination of the seven consensus flags in which each has what it needs.
std::vector<VerifyFlags> consensusCombinations() {
    std::vector<VerifyFlags> sets;
    for (VerifyFlags flags = 0; flags <= script::kBlockFlags; ++flags)
        if ((flags & ~script::kBlockFlags) == 0 && support::trimmed(flags) == flags) sets.push_back(flags);
    return sets;
}

std::vector<primitives::TxOut> readOutputs(const nlohmann::json& rows) {
    std::vector<primitives::TxOut> outputs;
    for (const std::string hex : rows) {
        const auto bytes = support::unhex(hex);
        util::ByteReader reader(bytes);
        const primitives::Amount value(reader.i64());
        const auto script = reader.sized(100'000);
        outputs.push_back({value, {script.begin(), script.end()}});
    }
    return outputs;
}

/// The case's transaction with the unlocking parts of `spend` put in.
primitives::Transaction transactionWith(const nlohmann::json& row, const nlohmann::json& spend) {
    auto parts =
        primitives::Transaction::parseLegacy(support::unhex(row["tx"].get<std::string>())).value().parts();
    primitives::TxIn& input = parts.inputs.at(row["index"].get<std::size_t>());
    input.scriptSig = support::unhex(spend["scriptSig"].get<std::string>());
    input.witness.clear();
    for (const std::string element : spend["witness"])
        input.witness.push_back(support::unhex(element));
    return primitives::Transaction(std::move(parts));
}

struct Tally {
    int cases = 0, successes = 0, failures = 0, runs = 0;
};

/// Runs one spend under all the sets that must agree with `valid`; the first that does not is returned.
std::optional<VerifyFlags> disagreement(const nlohmann::json& row, bool valid,
                                        const std::vector<VerifyFlags>& sets, Tally& tally) {
    const auto spent = readOutputs(row["prevouts"]);
    const auto transaction = transactionWith(row, row[valid ? "success" : "failure"]);
    const script::SigHashCache cache(transaction, spent);
    const VerifyFlags listed = support::flagsFromText(row["flags"]).value();
    const bool everySet = valid && row.value("final", false);
    for (const VerifyFlags flags : sets) {
        const bool known = everySet || (valid ? (flags & ~listed) == 0 : (listed & ~flags) == 0);
        if (!known) continue;
        ++tally.runs;
        if (script::verifyInput(transaction, row["index"], spent, cache, flags).has_value() != valid)
            return flags;
    }
    return std::nullopt;
}

} // namespace

void TaprootVectorsTest::givesThePublishedVerdicts() {
    const auto vectors = support::readJsonVectors("taproot_script_assets.json");
    NEEDS_DATA(vectors);
    const auto sets = consensusCombinations();
    Tally tally;
    for (const auto& row : *vectors) {
        const std::string comment = row["comment"];
        ++tally.cases;
        for (const bool valid : {true, false}) {
            if (!row.contains(valid ? "success" : "failure")) continue;
            ++(valid ? tally.successes : tally.failures);
            const auto flags = disagreement(row, valid, sets, tally);
            if (flags) QFAIL((comment + " with flags " + std::to_string(*flags)).c_str());
        }
    }
    qInfo("%d cases, %d valid and %d invalid spends, %d runs", tally.cases, tally.successes, tally.failures,
          tally.runs);
    QCOMPARE(tally.cases, 1097);
}

CAIRN_TEST(TaprootVectorsTest)
#include "TaprootVectorsTest.moc"
