#include "script/Interpreter.h"
#include "support/Hex.h"
#include "support/ScriptFlags.h"
#include "support/ScriptText.h"
#include "support/TestProgram.h"
#include "support/TransactionSanity.h"
#include "support/Vectors.h"

using script::VerifyFlags;

/// The published whole transactions; each again with other flags, as rules may only ever be added.
class TransactionVectorsTest : public QObject {
    Q_OBJECT
private slots:
    void acceptsValidTransactions();
    void refusesInvalidTransactions();

private:
    unsigned m_seed = std::random_device()();
    std::mt19937 m_random{m_seed};
};

namespace {

/// A transaction with the outputs it spends, in the order of its inputs.
struct TransactionCase {
    TransactionCase(primitives::Transaction whole, std::vector<primitives::TxOut> outputs)
        : transaction(std::move(whole)), spent(std::move(outputs)), cache(transaction, spent) {}
    primitives::Transaction transaction;
    std::vector<primitives::TxOut> spent;
    script::SigHashCache cache;

    [[nodiscard]] bool verifies(VerifyFlags flags) const {
        for (std::size_t i = 0; i < transaction.inputs().size(); ++i)
            if (!script::verifyInput(transaction, i, spent, cache, flags)) return false;
        return true;
    }
};

std::optional<primitives::Transaction> readEither(const std::string& hex) {
    const auto bytes = support::unhex(hex);
    if (auto transaction = primitives::Transaction::parse(bytes)) return std::move(*transaction);
    if (auto transaction = primitives::Transaction::parseLegacy(bytes)) return std::move(*transaction);
    return std::nullopt;
}

std::map<primitives::OutPoint, primitives::TxOut> readSpent(const nlohmann::json& rows) {
    std::map<primitives::OutPoint, primitives::TxOut> spent;
    for (const auto& row : rows) {
        const auto txid = primitives::TxId::fromHex(row[0].get<std::string>()).value();
        const auto index = static_cast<std::uint32_t>(row[1].get<std::int64_t>());
        spent[{txid, index}] = {primitives::Amount(row.size() > 3 ? row[3].get<std::int64_t>() : 0),
                                support::scriptFromText(row[2]).value()};
    }
    return spent;
}

TransactionCase readCase(const nlohmann::json& row, primitives::Transaction transaction) {
    const auto known = readSpent(row[0]);
    std::vector<primitives::TxOut> spent;
    for (const auto& input : transaction.inputs())
        spent.push_back(known.at(input.previous));
    return {std::move(transaction), std::move(spent)};
}

/// The sets one flag smaller than `flags`, with what needs that flag gone too.
std::vector<VerifyFlags> oneFlagLess(VerifyFlags flags) {
    std::vector<VerifyFlags> sets;
    for (const auto& named : support::kNamedFlags)
        if ((flags & named.flag) != 0) sets.push_back(support::trimmed(flags & ~VerifyFlags{named.flag}));
    return sets;
}

} // namespace

void TransactionVectorsTest::acceptsValidTransactions() {
    const auto vectors = support::readJsonVectors("core_tx_valid.json");
    NEEDS_DATA(vectors);
    int cases = 0;
    int runs = 0;
    for (const auto& row : *vectors) {
        if (!row[0].is_array()) continue;
        const std::string text = row.dump();
        auto transaction = readEither(row[1]);
        QVERIFY2(transaction && support::isSane(*transaction), text.c_str());
        const TransactionCase one = readCase(row, std::move(*transaction));
        const VerifyFlags excluded = support::flagsFromText(row[2]).value();
        QVERIFY2(one.verifies(support::kAllFlags & ~excluded), text.c_str());
        for (const VerifyFlags change : support::flagChanges(m_random, 8)) {
            QVERIFY2(one.verifies(support::trimmed(support::kAllFlags & ~(excluded | change))), text.c_str());
            ++runs;
        }
        for (const VerifyFlags fewer : oneFlagLess(excluded)) {
            QVERIFY2(!one.verifies(support::kAllFlags & ~fewer), text.c_str());
            ++runs;
        }
        ++cases;
    }
    qInfo("%d cases, %d more runs with other flags, seed %u", cases, runs, m_seed);
    QCOMPARE(cases, 121);
}

void TransactionVectorsTest::refusesInvalidTransactions() {
    const auto vectors = support::readJsonVectors("core_tx_invalid.json");
    NEEDS_DATA(vectors);
    int cases = 0;
    int insane = 0;
    int runs = 0;
    for (const auto& row : *vectors) {
        if (!row[0].is_array()) continue;
        ++cases;
        const std::string text = row.dump();
        auto transaction = readEither(row[1]);
        if (row[2] == "BADTX") {
            QVERIFY2(!transaction || !support::isSane(*transaction), text.c_str());
            ++insane;
            continue;
        }
        QVERIFY2(transaction && support::isSane(*transaction), text.c_str());
        const TransactionCase one = readCase(row, std::move(*transaction));
        const VerifyFlags included = support::flagsFromText(row[2]).value();
        QVERIFY2(!one.verifies(included), text.c_str());
        for (const VerifyFlags change : support::flagChanges(m_random, 8)) {
            QVERIFY2(!one.verifies(support::filled(included | change)), text.c_str());
            ++runs;
        }
        for (const VerifyFlags fewer : oneFlagLess(included)) {
            QVERIFY2(one.verifies(fewer), text.c_str());
            ++runs;
        }
    }
    qInfo("%d cases, %d of them refused before any script, %d more runs with other flags, seed %u", cases,
          insane, runs, m_seed);
    QCOMPARE(cases, 93);
    QCOMPARE(insane, 9);
}

CAIRN_TEST(TransactionVectorsTest)
#include "TransactionVectorsTest.moc"
