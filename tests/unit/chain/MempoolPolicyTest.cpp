// Why a transaction may not wait: a table of one rule each.
#include "chain/mempool/MempoolPolicy.h"
#include "support/TestProgram.h"

#include "script/ScriptError.h"
#include "support/MempoolBench.h"

using primitives::Amount;
using primitives::TransactionParts;
using primitives::TransactionRef;
using primitives::TxOut;
using script::Opcode;
using support::MempoolBench;
using support::Spendable;

namespace {

constexpr std::int64_t kFee = 10'000;

/// A payment of the first coinbase before it is signed.
TransactionParts parts(MempoolBench& bench, std::int32_t height = 1) {
    const Spendable from = bench.coinbase(height);
    TransactionParts out;
    out.inputs.push_back({from.outpoint, {}, primitives::kSequenceReplaceable, {}});
    out.outputs.push_back({from.output.value - Amount(kFee), support::testScript()});
    return out;
}

TransactionRef signFrom(MempoolBench& bench, TransactionParts made, std::int32_t height = 1) {
    return support::signAll(std::move(made), {bench.coinbase(height)});
}

TransactionRef withOutput(MempoolBench& bench, std::int64_t value, util::Bytes script) {
    TransactionParts made = parts(bench);
    made.outputs[0].value -= Amount(value);
    made.outputs.push_back({Amount(value), std::move(script)});
    return signFrom(bench, std::move(made));
}

util::Bytes data(std::size_t scriptSize) {
    // OP_RETURN, PUSHDATA1, length
    util::Bytes script(scriptSize, 0x07);
    script[0] = 0x6a;
    script[1] = 0x4c;
    script[2] = static_cast<std::uint8_t>(scriptSize - 3);
    return script;
}

util::Bytes bareMultiSig(int keys) {
    script::ScriptBuilder builder;
    builder.number(1);
    for (int i = 0; i < keys; ++i) {
        builder.push(support::testKey(static_cast<std::uint8_t>(i + 1)).publicKey().compressed());
    }
    return builder.number(keys).op(Opcode::CheckMultiSig).take();
}

struct Case {
    const char* name;
    std::string reason; ///< empty: taken
    std::function<TransactionRef(MempoolBench&)> make;
};

template <class Change>
std::function<TransactionRef(MempoolBench&)> changed(Change change) {
    return [change](MempoolBench& bench) {
        TransactionParts made = parts(bench);
        change(made);
        return signFrom(bench, std::move(made));
    };
}

std::vector<Case> shapeCases() {
    return {
        {"an ordinary payment", "", changed([](TransactionParts&) {})},
        {"version 3", "", changed([](TransactionParts& made) { made.version = 3; })},
        {"version 4", "version", changed([](TransactionParts& made) { made.version = 4; })},
        {"version 0", "version", changed([](TransactionParts& made) { made.version = 0; })},
        {"no outputs", "bad-txns-vout-empty", changed([](TransactionParts& made) { made.outputs.clear(); })},
        {"an input script that computes", "scriptsig-not-pushonly",
         changed([](TransactionParts& made) { made.inputs[0].scriptSig = {0x61}; })},
        {"a long input script", "scriptsig-size",
         changed([](TransactionParts& made) { made.inputs[0].scriptSig = util::Bytes(1'651, 0x51); })},
        {"an unknown output script", "scriptpubkey", changed([](TransactionParts& made) {
             made.outputs[0].scriptPubKey = {0x51, 0x51, 0x51};
         })},
        {"too small", "tx-size-small",
         changed([](TransactionParts& made) { made.outputs[0].scriptPubKey = {0x6a}; })},
        {"too heavy", "tx-size", changed([](TransactionParts& made) {
             made.outputs.assign(3'300, TxOut{Amount(1'000), support::testScript()});
         })},
        {"a coinbase", "coinbase",
         [](MempoolBench& bench) {
             return std::make_shared<const primitives::Transaction>(
                 bench.maker.coinbaseParts(41, Amount(1'000), support::testScript()));
         }},
        {"a lock time to come", "non-final", changed([](TransactionParts& made) { made.lockTime = 41; })},
        {"a lock time that has come", "", changed([](TransactionParts& made) { made.lockTime = 40; })},
        {"a relative lock to come", "non-BIP68-final",
         changed([](TransactionParts& made) { made.inputs[0].sequence = 41; })},
        {"a relative lock that has come", "",
         changed([](TransactionParts& made) { made.inputs[0].sequence = 40; })},
    };
}

std::vector<Case> outputCases() {
    return {
        {"data of 83 bytes", "", [](MempoolBench& bench) { return withOutput(bench, 0, data(83)); }},
        {"data of 84 bytes", "datacarrier",
         [](MempoolBench& bench) { return withOutput(bench, 0, data(84)); }},
        {"data in two outputs", "datacarrier", changed([](TransactionParts& made) {
             made.outputs.push_back({Amount(0), data(42)});
             made.outputs.push_back({Amount(0), data(42)});
         })},
        {"three bare keys", "",
         [](MempoolBench& bench) { return withOutput(bench, 1'000, bareMultiSig(3)); }},
        {"four bare keys", "scriptpubkey",
         [](MempoolBench& bench) { return withOutput(bench, 1'000, bareMultiSig(4)); }},
        {"P2WPKH worth 293", "dust",
         [](MempoolBench& bench) { return withOutput(bench, 293, support::testScript()); }},
        {"P2WPKH worth 294", "",
         [](MempoolBench& bench) { return withOutput(bench, 294, support::testScript()); }},
        {"P2PKH worth 545", "dust",
         [](MempoolBench& bench) {
             return withOutput(bench, 545, script::pubKeyHashScript(util::Bytes(20, 1)));
         }},
        {"P2PKH worth 546", "",
         [](MempoolBench& bench) {
             return withOutput(bench, 546, script::pubKeyHashScript(util::Bytes(20, 1)));
         }},
        {"P2TR worth 329", "dust",
         [](MempoolBench& bench) {
             return withOutput(bench, 329, script::witnessScript(1, util::Bytes(32, 1)));
         }},
        {"P2TR worth 330", "",
         [](MempoolBench& bench) {
             return withOutput(bench, 330, script::witnessScript(1, util::Bytes(32, 1)));
         }},
        {"a witness version to come", "",
         [](MempoolBench& bench) {
             return withOutput(bench, 1'000, script::witnessScript(5, util::Bytes(32, 1)));
         }},
    };
}

std::vector<Case> spendingCases() {
    return {
        {"a coinbase not ripe in the next block", "bad-txns-premature-spend-of-coinbase",
         [](MempoolBench& bench) { return signFrom(bench, parts(bench, 32), 32); }},
        {"a coinbase just ripe in the next block", "",
         [](MempoolBench& bench) { return signFrom(bench, parts(bench, 31), 31); }},
        {"more out than in", "bad-txns-in-belowout",
         [](MempoolBench& bench) { return support::spendAll(bench.coinbase(1), -1); }},
        {"a fee one satoshi short", "min relay fee not met",
         [](MempoolBench& bench) {
             const auto vsize = support::spendAll(bench.coinbase(1), 100)->vsize();
             return support::spendAll(bench.coinbase(1), vsize - 1);
         }},
        {"a fee that is enough", "",
         [](MempoolBench& bench) {
             const auto vsize = support::spendAll(bench.coinbase(1), 100)->vsize();
             return support::spendAll(bench.coinbase(1), vsize);
         }},
        {"an unknown coin", "bad-txns-inputs-missingorspent",
         [](MempoolBench& bench) {
             TransactionParts made = parts(bench);
             made.inputs[0].previous.index = 5;
             return signFrom(bench, std::move(made));
         }},
        {"another's key",
         consensus::toString(
             {consensus::Reject::ScriptPolicy, script::describe(script::ScriptError::EqualVerify)}),
         [](MempoolBench& bench) { return support::signAll(parts(bench), {bench.coinbase(1)}, 2); }},
    };
}

const std::vector<std::vector<Case>>& allCases() {
    static const std::vector<std::vector<Case>> lists = {shapeCases(), outputCases(), spendingCases()};
    return lists;
}

} // namespace

class MempoolPolicyTest : public QObject {
    Q_OBJECT

    /// Puts a coin with this script into the chain and gives it.
    static Spendable coinWith(MempoolBench& bench, util::Bytes script) {
        const auto funding = support::spend({bench.coinbase(2)}, {{Amount(1'000'000), std::move(script)}});
        bench.mine({funding});
        return support::outputOf(*funding);
    }
    static QString spendWith(MempoolBench& bench, const Spendable& from, util::Bytes scriptSig,
                             std::vector<util::Bytes> witness) {
        TransactionParts made;
        made.inputs.push_back(
            {from.outpoint, std::move(scriptSig), primitives::kSequenceFinal, std::move(witness)});
        made.outputs.push_back({Amount(900'000), support::testScript()});
        return QString::fromStdString(bench.offer(std::make_shared<const primitives::Transaction>(made)));
    }

private slots:
    void judges_data() {
        QTest::addColumn<std::size_t>("list");
        QTest::addColumn<std::size_t>("index");
        for (std::size_t list = 0; list < allCases().size(); ++list) {
            for (std::size_t i = 0; i < allCases()[list].size(); ++i) {
                QTest::newRow(allCases()[list][i].name) << list << i;
            }
        }
    }

    void judges() {
        QFETCH(std::size_t, list);
        QFETCH(std::size_t, index);
        const Case& tried = allCases()[list][index];
        MempoolBench bench;
        const TransactionRef transaction = tried.make(bench);
        const auto tested = bench.mempool.test(*transaction);
        QCOMPARE(tested.has_value(), tried.reason.empty());
        QCOMPARE(QString::fromStdString(bench.offer(transaction)), QString::fromStdString(tried.reason));
        QCOMPARE(bench.has(transaction), tried.reason.empty());
    }

    void refusesUncommonInputs() {
        MempoolBench bench;
        const Spendable odd = coinWith(bench, {0x51}); // OP_1: anybody may take it, in a block
        QCOMPARE(spendWith(bench, odd, {}, {}), "bad-txns-nonstandard-inputs");
        MempoolBench other;
        const Spendable future = coinWith(other, script::witnessScript(5, util::Bytes(32, 1)));
        QCOMPARE(spendWith(other, future, {}, {{1}}), "bad-txns-nonstandard-inputs");
    }

    void refusesUncommonWitnesses() {
        const util::Bytes script = script::ScriptBuilder().op(Opcode::Drop).op(Opcode::Op1).take();
        const auto hash = crypto::sha256(script);
        MempoolBench bench;
        const Spendable coin = coinWith(bench, script::witnessScript(0, hash));
        QCOMPARE(spendWith(bench, coin, {}, {util::Bytes(81, 1), script}), "bad-witness-nonstandard");
        QCOMPARE(spendWith(bench, coin, {}, {util::Bytes(80, 1), script}), "");
    }

    void takesUncommonTransactionsWhenAskedTo() {
        MempoolBench bench({.requireStandard = false});
        TransactionParts made = parts(bench);
        made.version = 77;
        made.outputs[0].scriptPubKey = {0x51};
        QCOMPARE(QString::fromStdString(bench.offer(signFrom(bench, made))), "tx-size-small"); // in any case
        made.outputs[0].scriptPubKey = {0x61, 0x61, 0x61, 0x61, 0x51};
        QCOMPARE(QString::fromStdString(bench.offer(signFrom(bench, made))), "");
    }

    void theMinimumFalls() {
        chain::RollingMinimum minimum(1'000, 100);
        QCOMPARE(minimum.at(0, 0, 100), 0);
        minimum.raise(7'000, 50);
        QCOMPARE(minimum.at(50, 100, 100), 8'000);
        QCOMPARE(minimum.at(150, 100, 100), 4'000);
        QCOMPARE(minimum.at(150, 49, 100), 2'000);
        QCOMPARE(minimum.at(150, 24, 100), 500);
        QCOMPARE(minimum.at(160, 24, 100), 0); // below half a step
        minimum.raise(2'000, 60);
        QCOMPARE(minimum.at(150, 100, 100), 4'000); // a smaller one changes nothing
    }
};

CAIRN_TEST(MempoolPolicyTest)
#include "MempoolPolicyTest.moc"
