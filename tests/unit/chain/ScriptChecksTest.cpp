// Signatures are checked once: by the mempool, or by the block that brings them.
#include "chain/ScriptChecks.h"
#include "script/ScriptError.h"
#include "support/MempoolBench.h"
#include "support/TestProgram.h"

using primitives::TransactionRef;
using script::Opcode;
using support::MempoolBench;
using support::Spendable;

namespace {

util::Bytes publicKey(std::uint8_t number) {
    const auto key = support::testKey(number).publicKey().compressed();
    return {key.begin(), key.end()};
}
util::Bytes xOnly(const util::Bytes& key33) {
    return {key33.begin() + 1, key33.end()};
}

/// 2 of 3; keys are tried from the last, so that signatures of the first two cost one check in vain.
util::Bytes multiSig() {
    script::ScriptBuilder script;
    script.number(2);
    for (std::uint8_t key = 1; key <= 3; ++key)
        script.push(publicKey(key));
    return script.number(3).op(Opcode::CheckMultiSig).take();
}
util::Bytes multiSigOutput() {
    return script::witnessScript(0, crypto::sha256(multiSig()));
}

/// A leaf that asks for the signature of key 4, under internal key 5.
struct Leaf {
    Leaf() {
        util::ByteWriter writer;
        writer.u8(0xc0);
        writer.sized(script);
        hash = crypto::taggedHash("TapLeaf", writer.view());
        util::Bytes tweak = xOnly(publicKey(5));
        util::Bytes even{2};
        even.insert(even.end(), tweak.begin(), tweak.end());
        control = tweak;
        tweak.insert(tweak.end(), hash.begin(), hash.end());
        const auto key =
            crypto::PublicKey::parse(even)->tweakAdd(crypto::taggedHash("TapTweak", tweak))->compressed();
        control.insert(control.begin(), static_cast<std::uint8_t>(0xc0 | (key[0] & 1)));
        output = script::witnessScript(1, util::ByteView(key).subspan(1));
    }
    util::Bytes script = script::ScriptBuilder().push(xOnly(publicKey(4))).op(Opcode::CheckSig).take();
    crypto::Hash256Bytes hash{};
    util::Bytes control;
    util::Bytes output;
};

/// One output of each kind, from a P2WPKH coin.
TransactionRef fund(const Spendable& from) {
    const primitives::Amount each(1'000'000);
    return support::spend(
        {from}, {{each, support::testScript()},
                 {each, script::witnessScript(1, xOnly(publicKey(6)))},
                 {each, multiSigOutput()},
                 {each, Leaf().output},
                 {primitives::Amount(from.output.value.satoshi() - 4'010'000), support::testScript()}});
}

/// Spends the first four outputs of `fund`, each as its kind asks.
TransactionRef spendKinds(const primitives::Transaction& funding) {
    primitives::TransactionParts parts;
    std::vector<primitives::TxOut> spent;
    for (std::uint32_t i = 0; i < 4; ++i) {
        parts.inputs.push_back({{funding.txid(), i}, {}, primitives::kSequenceFinal, {}});
        spent.push_back(funding.outputs()[i]);
    }
    parts.outputs = {{primitives::Amount(3'900'000), support::testScript()}};
    const primitives::Transaction bare(parts);
    const script::SigHashCache cache(bare, spent);
    const auto ecdsa = [&](std::uint32_t input, const util::Bytes& code, std::uint8_t key) {
        const auto message =
            script::witnessV0SigHash(bare, input, code, spent[input].value, script::SigHashAll, cache);
        util::Bytes signature = support::testKey(key).signEcdsa(message);
        signature.push_back(script::SigHashAll);
        return signature;
    };
    const auto schnorr = [&](std::uint32_t input, std::uint8_t key,
                             const script::TaprootSigHashInput& extra) {
        const auto message = script::taprootSigHash(bare, input, spent, script::SigHashDefault, extra, cache);
        const auto signature = support::testKey(key).signSchnorr(*message);
        return util::Bytes(signature.begin(), signature.end());
    };
    const util::Bytes keyHash = script::pubKeyHashScript(crypto::hash160(publicKey(1)));
    const Leaf leaf;
    parts.inputs[0].witness = {ecdsa(0, keyHash, 1), publicKey(1)};
    parts.inputs[1].witness = {schnorr(1, 6, {})};
    parts.inputs[2].witness = {{}, ecdsa(2, multiSig(), 1), ecdsa(2, multiSig(), 2), multiSig()};
    parts.inputs[3].witness = {schnorr(3, 4, {.annexSha = {}, .leafHash = leaf.hash}), leaf.script,
                               leaf.control};
    return std::make_shared<const primitives::Transaction>(std::move(parts));
}

/// One P2WPKH, one key path, three tries for two signatures, output key and signature of a leaf.
constexpr std::uint64_t kOperations = 1 + 1 + 3 + 2;

} // namespace

class ScriptChecksTest : public QObject {
    Q_OBJECT

private slots:
    void aWaitingTransactionCostsNothingMoreInItsBlock() {
        MempoolBench bench;
        script::SignatureCache& signatures = bench.memory->signatures();
        const auto funding = fund(bench.coinbase(1));
        QCOMPARE(QString::fromStdString(bench.offer(funding)), "");
        QCOMPARE(signatures.operations(), std::uint64_t(1));
        const auto spending = spendKinds(*funding);
        QCOMPARE(QString::fromStdString(bench.offer(spending)), "");
        QCOMPARE(signatures.operations(), 1 + kOperations);
        QCOMPARE(signatures.hits(), std::uint64_t(0));
        bench.mine({funding, spending});
        QCOMPARE(signatures.operations(), 1 + kOperations); // none
        QCOMPARE(signatures.hits(), 1 + kOperations);
        QCOMPARE(bench.mempool.size(), std::size_t(0));
        // Nor in a template of them.
        const auto next = support::spendAll(support::outputOf(*spending), 1'000);
        QCOMPARE(QString::fromStdString(bench.offer(next)), "");
        QVERIFY(
            bench.memory->testBlock(bench.maker.draft(bench.memory->tip().hash(), {.transactions = {next}})));
        QCOMPARE(signatures.operations(), 2 + kOperations);
    }

    void aBlockOfOthersIsCheckedAndNotKept() {
        MempoolBench bench;
        script::SignatureCache& signatures = bench.memory->signatures();
        const auto funding = fund(bench.coinbase(1));
        bench.mine({funding, spendKinds(*funding)});
        QCOMPARE(signatures.operations(), 1 + kOperations);
        QCOMPARE(signatures.size(), std::size_t(0));
    }

    void anotherWitnessIsCheckedAnew() {
        MempoolBench bench;
        const auto payment = support::spendAll(bench.coinbase(1), 1'000);
        QCOMPARE(QString::fromStdString(bench.offer(payment)), "");
        primitives::TransactionParts parts = payment->parts();
        parts.inputs[0].witness[0][10] ^= 1;
        const auto forged = std::make_shared<const primitives::Transaction>(std::move(parts));
        QVERIFY(forged->txid() == payment->txid());
        const auto block = bench.maker.mineOn(bench.memory->tip().hash(), {.transactions = {forged}});
        const auto accepted = bench.memory->acceptBlock(block);
        QVERIFY(!accepted);
        QVERIFY(std::get<consensus::Rejection>(accepted.error()).reason == consensus::Reject::Script);
        bench.mine({payment}); // what was found out stays right
        QCOMPARE(bench.memory->signatures().operations(), std::uint64_t(2));
    }

    void tellsTheFirstErrorWithAnyNumberOfThreads() {
        MempoolBench bench;
        const auto funding = fund(bench.coinbase(1));
        const auto good = spendKinds(*funding);
        std::vector<consensus::Coin> coins;
        for (std::size_t i = 0; i < 4; ++i)
            coins.push_back({funding->outputs()[i], 1, false});
        primitives::TransactionParts parts = good->parts();
        parts.inputs[1].witness[0][3] ^= 1; // Schnorr
        parts.inputs[3].witness.pop_back(); // and another error behind it
        const primitives::Transaction bad(std::move(parts));
        for (const std::size_t threads : {0, 1, 3}) {
            util::WorkerPool pool(threads);
            script::SignatureCache signatures;
            const std::vector<chain::ScriptJob> jobs(20, {good.get(), &coins});
            QVERIFY(chain::ScriptRun(jobs, script::kBlockFlags, signatures, pool).finish());
            QCOMPARE(signatures.operations(), 20 * kOperations);
            std::vector<chain::ScriptJob> spoilt = jobs;
            spoilt[10].transaction = &bad;
            const auto failed = chain::ScriptRun(spoilt, script::kBlockFlags, signatures, pool).finish();
            QVERIFY(!failed && failed.error() == script::ScriptError::SchnorrSig);
            const chain::ScriptRun dropped(spoilt, script::kBlockFlags, signatures,
                                           pool); // waits when it goes
            static_cast<void>(dropped);
        }
    }
};

CAIRN_TEST(ScriptChecksTest)
#include "ScriptChecksTest.moc"
