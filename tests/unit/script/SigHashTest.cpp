#include "script/SigHash.h"
#include "support/TestProgram.h"

#include "crypto/PublicKey.h"
#include "script/Interpreter.h"
#include "support/Hex.h"
#include "support/Vectors.h"

#include <algorithm>

using primitives::Transaction;
using support::hexOf;
using support::unhex;

class SigHashTest : public QObject {
    Q_OBJECT
private slots:
    void hashesBeforeSegWit();
    void hashesVersion0();
    void verifiesTheTransactionsOfBip143();
    void sharesTheHashesOfBip341();
    void hashesTaprootKeySpends();
    void verifiesTheTransactionOfBip341();
    void refusesUndefinedTaprootTypes();
};

namespace {

Transaction readTransaction(const nlohmann::json& hex) {
    return Transaction::parse(unhex(hex.get<std::string>())).value();
}

std::vector<primitives::TxOut> readSpent(const nlohmann::json& rows, const char* amount) {
    std::vector<primitives::TxOut> spent;
    for (const auto& row : rows)
        spent.push_back({primitives::Amount(row[amount].get<std::int64_t>()),
                         unhex(row["scriptPubKey"].get<std::string>())});
    return spent;
}

/// Without its compact size.
util::Bytes readScriptCode(const nlohmann::json& hex) {
    const auto bytes = unhex(hex.get<std::string>());
    util::ByteReader reader(bytes);
    const auto script = reader.sized(bytes.size());
    return {script.begin(), script.end()};
}

} // namespace

void SigHashTest::hashesBeforeSegWit() {
    const auto vectors = support::readJsonVectors("core_sighash.json");
    NEEDS_DATA(vectors);
    int cases = 0;
    for (const auto& row : *vectors) {
        if (row.size() == 1) continue;
        const auto hash =
            script::legacySigHash(readTransaction(row[0]), row[2], unhex(row[1].get<std::string>()),
                                  static_cast<std::uint32_t>(row[3].get<std::int32_t>()));
        QCOMPARE(util::toReversedHex(hash), row[4].get<std::string>());
        ++cases;
    }
    qInfo("%d cases", cases);
    QCOMPARE(cases, 500);
}

void SigHashTest::hashesVersion0() {
    const auto vectors = support::readJsonVectors("bip143_sighash.json");
    NEEDS_DATA(vectors);
    int cases = 0;
    for (const auto& one : *vectors) {
        const auto transaction =
            readTransaction(one[one["unsigned_tx"].is_null() ? "signed_tx" : "unsigned_tx"]);
        const script::SigHashCache cache(transaction, {});
        for (const auto& row : one["sighashes"]) {
            const auto hash = script::witnessV0SigHash(
                transaction, row["input_index"], readScriptCode(row["scriptCode"]),
                primitives::Amount(row["amount_sats"].get<std::int64_t>()), row["hash_type"], cache);
            QCOMPARE(hexOf(hash).toStdString(), row["sighash"].get<std::string>());
            const auto signature = unhex(row["signature"].get<std::string>());
            QVERIFY(crypto::verifyEcdsa(unhex(row["pubkey"].get<std::string>()),
                                        util::ByteView(signature).first(signature.size() - 1), hash));
            ++cases;
        }
    }
    qInfo("%d hashes", cases);
    QCOMPARE(cases, 14);
}

void SigHashTest::verifiesTheTransactionsOfBip143() {
    const auto vectors = support::readJsonVectors("bip143_sighash.json");
    NEEDS_DATA(vectors);
    int inputs = 0;
    for (const auto& one : *vectors) {
        for (const char* name : {"signed_tx", "signed_tx_inputs_swapped_still_valid"}) {
            if (!one.contains(name)) continue;
            const auto transaction = readTransaction(one[name]);
            auto spent = readSpent(one["inputs"], "amount_sats");
            if (std::string_view(name) != "signed_tx") std::reverse(spent.begin(), spent.end());
            const script::SigHashCache cache(transaction, spent);
            for (std::size_t i = 0; i < spent.size(); ++i, ++inputs) {
                const auto done = script::verifyInput(transaction, i, spent, cache, script::kBlockFlags);
                QVERIFY2(done, (one["name"].get<std::string>() + ' ' + std::to_string(i)).c_str());
            }
        }
    }
    qInfo("%d inputs", inputs);
    QCOMPARE(inputs, 12);
}

void SigHashTest::sharesTheHashesOfBip341() {
    const auto vectors = support::readJsonVectors("bip341_wallet.json");
    NEEDS_DATA(vectors);
    const auto& one = (*vectors)["keyPathSpending"][0];
    const auto transaction = readTransaction(one["given"]["rawUnsignedTx"]);
    const script::SigHashCache cache(transaction, readSpent(one["given"]["utxosSpent"], "amountSats"));
    const auto& hashes = one["intermediary"];
    QVERIFY(cache.hasSpent);
    QCOMPARE(hexOf(cache.amountsSha).toStdString(), hashes["hashAmounts"].get<std::string>());
    QCOMPARE(hexOf(cache.outputsSha).toStdString(), hashes["hashOutputs"].get<std::string>());
    QCOMPARE(hexOf(cache.prevoutsSha).toStdString(), hashes["hashPrevouts"].get<std::string>());
    QCOMPARE(hexOf(cache.scriptsSha).toStdString(), hashes["hashScriptPubkeys"].get<std::string>());
    QCOMPARE(hexOf(cache.sequencesSha).toStdString(), hashes["hashSequences"].get<std::string>());
}

void SigHashTest::hashesTaprootKeySpends() {
    const auto vectors = support::readJsonVectors("bip341_wallet.json");
    NEEDS_DATA(vectors);
    const auto& one = (*vectors)["keyPathSpending"][0];
    const auto transaction = readTransaction(one["given"]["rawUnsignedTx"]);
    const auto spent = readSpent(one["given"]["utxosSpent"], "amountSats");
    const script::SigHashCache cache(transaction, spent);
    int cases = 0;
    for (const auto& row : one["inputSpending"]) {
        const auto hash = script::taprootSigHash(transaction, row["given"]["txinIndex"], spent,
                                                 row["given"]["hashType"].get<std::uint8_t>(), {}, cache);
        QVERIFY(hash);
        QCOMPARE(hexOf(*hash).toStdString(), row["intermediary"]["sigHash"].get<std::string>());
        ++cases;
    }
    qInfo("%d hashes", cases);
    QCOMPARE(cases, 7);
}

void SigHashTest::verifiesTheTransactionOfBip341() {
    const auto vectors = support::readJsonVectors("bip341_wallet.json");
    NEEDS_DATA(vectors);
    const auto& one = (*vectors)["keyPathSpending"][0];
    const auto transaction = readTransaction(one["auxiliary"]["fullySignedTx"]);
    const auto spent = readSpent(one["given"]["utxosSpent"], "amountSats");
    const script::SigHashCache cache(transaction, spent);
    for (std::size_t i = 0; i < spent.size(); ++i)
        QVERIFY(script::verifyInput(transaction, i, spent, cache, script::kPolicyFlags));
    QCOMPARE(spent.size(), std::size_t{9});
}

void SigHashTest::refusesUndefinedTaprootTypes() {
    const Transaction transaction({.inputs = {{}, {}}, .outputs = {{}}});
    util::Bytes taproot{0x51, 0x20};
    taproot.resize(34, 7);
    const std::vector<primitives::TxOut> spent(2, {primitives::Amount(1), taproot});
    const script::SigHashCache cache(transaction, spent);
    int defined = 0;
    for (unsigned type = 0; type < 256; ++type)
        if (script::taprootSigHash(transaction, 0, spent, static_cast<std::uint8_t>(type), {}, cache))
            ++defined;
    QCOMPARE(defined, 7);
    QVERIFY(script::taprootSigHash(transaction, 0, spent, 0x83, {}, cache));
    QVERIFY(!script::taprootSigHash(transaction, 0, spent, 0x80, {}, cache));
    QVERIFY2(!script::taprootSigHash(transaction, 1, spent, script::SigHashSingle, {}, cache),
             "SINGLE without an output of its index");
}

CAIRN_TEST(SigHashTest)
#include "SigHashTest.moc"
