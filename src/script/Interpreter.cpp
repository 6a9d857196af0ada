#include "script/Interpreter.h"

#include "script/Machine.h"
#include "script/OutputType.h"
#include "script/Push.h"
#include "script/WitnessProgram.h"
#include "util/Require.h"

#include <algorithm>

namespace script {

namespace {

Status runBase(const SpendContext& spend, util::ByteView script, Stack& stack) {
    Machine machine{.spend = spend, .version = SigVersion::Base, .script = script, .stack = stack};
    return run(machine);
}

/// As `runBase`, and must leave a true element on top.
Status runToTrue(const SpendContext& spend, util::ByteView script, Stack& stack) {
    if (auto done = runBase(spend, script, stack); !done) return done;
    if (stack.empty() || !isTrue(stack.at(0))) return fail(ScriptError::EvalFalse);
    return {};
}

bool isPlainPushOf(util::ByteView scriptSig, util::ByteView bytes) {
    util::Bytes push;
    appendPlainPush(push, bytes);
    return std::ranges::equal(scriptSig, push);
}

/// How a spend went that did not fail: whether the witness was used, and the elements left.
struct Outcome {
    bool usedWitness = false;
    std::size_t elementsLeft = 0;
};

/// A witness program with no input script. Running it would leave its version and the program on the stack,
/// whose top must be true as after any script.
Result<Outcome, ScriptError> verifyNativeWitness(const SpendContext& spend, const WitnessProgram& program) {
    if (!isTrue(program.program)) return fail(ScriptError::EvalFalse);
    if (auto done = verifyWitnessProgram(spend, program, false); !done) return fail(done.error());
    return Outcome{true, 1};
}

/// BIP 16 and, inside of it, BIP 141. `stack` is what the input script left.
Result<Outcome, ScriptError> verifyScriptHash(const SpendContext& spend, Stack stack) {
    const util::Bytes& scriptSig = spend.txIn().scriptSig;
    if (!isPushOnly(scriptSig)) return fail(ScriptError::SigPushOnly);
    const util::Bytes redeemScript = stack.pop();
    if (auto done = runToTrue(spend, redeemScript, stack); !done) return fail(done.error());
    const auto program = spend.has(VerifyWitness) ? witnessProgramOf(redeemScript) : std::nullopt;
    if (!program) return Outcome{false, stack.size()};
    if (!isPlainPushOf(scriptSig, redeemScript)) return fail(ScriptError::WitnessMalleatedP2sh);
    if (auto done = verifyWitnessProgram(spend, *program, true); !done) return fail(done.error());
    return Outcome{true, 1};
}

Result<Outcome, ScriptError> verifySpend(const SpendContext& spend) {
    const util::Bytes& scriptSig = spend.txIn().scriptSig;
    const util::Bytes& scriptPubKey = spend.spent[spend.input].scriptPubKey;
    const auto program = spend.has(VerifyWitness) ? witnessProgramOf(scriptPubKey) : std::nullopt;
    if (program && scriptSig.empty()) return verifyNativeWitness(spend, *program);
    const bool isScriptHash = spend.has(VerifyP2sh) && outputTypeOf(scriptPubKey) == OutputType::ScriptHash;
    Stack stack;
    if (auto done = runBase(spend, scriptSig, stack); !done) return fail(done.error());
    Stack afterScriptSig = isScriptHash ? stack : Stack();
    if (auto done = runToTrue(spend, scriptPubKey, stack); !done) return fail(done.error());
    if (isScriptHash) return verifyScriptHash(spend, std::move(afterScriptSig));
    if (program) return fail(ScriptError::WitnessMalleated);
    return Outcome{false, stack.size()};
}

/// The bytes of the last push of a script of pushes; nothing when it is no such script or ends with OP_1 …
/// OP_16.
util::ByteView lastPush(util::ByteView script) {
    util::ByteView pushed;
    OperationReader reader(script);
    while (const auto operation = reader.next()) {
        if (operation->opcode > Opcode::Op16) return {};
        pushed = operation->pushed;
    }
    return reader.broken() ? util::ByteView() : pushed;
}

std::int64_t witnessSigOps(const WitnessProgram& program, const std::vector<util::Bytes>& witness) {
    if (program.version != 0) return 0;
    if (program.program.size() == 20) return 1;
    return program.program.size() == 32 && !witness.empty() ? countSigOps(witness.back(), true) : 0;
}

} // namespace

Result<void, ScriptError> verifyInput(const primitives::Transaction& transaction, std::size_t input,
                                      std::span<const primitives::TxOut> spent, const SigHashCache& cache,
                                      VerifyFlags flags, CurveChecks curve) {
    require(input < transaction.inputs().size() && spent.size() == transaction.inputs().size());
    const SpendContext spend{transaction, input, spent, cache, flags, curve};
    if (spend.has(VerifySigPushOnly) && !isPushOnly(spend.txIn().scriptSig))
        return fail(ScriptError::SigPushOnly);
    const auto outcome = verifySpend(spend);
    if (!outcome) return fail(outcome.error());
    if (spend.has(VerifyCleanStack) && outcome->elementsLeft != 1) return fail(ScriptError::CleanStack);
    if (spend.has(VerifyWitness) && !outcome->usedWitness && !spend.txIn().witness.empty())
        return fail(ScriptError::WitnessUnexpected);
    return {};
}

std::int64_t inputSigOpCost(const primitives::TxIn& input, util::ByteView spentScript, VerifyFlags flags) {
    std::int64_t cost = 0;
    util::ByteView script = spentScript;
    if ((flags & VerifyP2sh) != 0 && outputTypeOf(spentScript) == OutputType::ScriptHash) {
        script = lastPush(input.scriptSig);
        cost += countSigOps(script, true) * primitives::kWitnessScale;
    }
    if ((flags & VerifyWitness) == 0) return cost;
    const auto program = witnessProgramOf(script);
    return program ? cost + witnessSigOps(*program, input.witness) : cost;
}

} // namespace script
