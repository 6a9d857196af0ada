#pragma once

#include "script/Interpreter.h"
#include "script/Script.h"
#include "script/ScriptNumber.h"
#include "script/Stack.h"

namespace script {

using Status = Result<void, ScriptError>;

constexpr int kMaxOperations = 201;
constexpr std::size_t kMaxStackSize = 1000;

/// The input being checked. Borrowed from the caller of `verifyInput` for the time of that call.
struct SpendContext {
    const primitives::Transaction& transaction;
    std::size_t input;
    std::span<const primitives::TxOut> spent;
    const SigHashCache& cache;
    VerifyFlags flags;
    CurveChecks curve{};

    [[nodiscard]] bool has(VerifyFlag flag) const { return (flags & flag) != 0; }
    [[nodiscard]] const primitives::TxIn& txIn() const { return transaction.inputs()[input]; }
};

/// Which rules a script runs under.
enum class SigVersion { Base, WitnessV0, Tapscript };

/// What BIP 342 knows beside the script: what signatures commit to, and the weight left for signature checks.
struct TapscriptState {
    TaprootSigHashInput message;
    std::int64_t weightLeft = 0;
};

/// The open OP_IF branches. Cost: constant, however deep.
class Conditions {
public:
    [[nodiscard]] bool empty() const { return m_depth == 0; }
    /// Every branch around here is taken.
    [[nodiscard]] bool allTrue() const { return m_firstFalse == kNone; }
    void push(bool taken);
    void pop();
    /// OP_ELSE of the innermost branch.
    void toggle();

private:
    static constexpr std::size_t kNone = SIZE_MAX;
    std::size_t m_depth = 0;
    std::size_t m_firstFalse = kNone; ///< depth of the outermost branch that is not taken
};

/// One script while it runs. The stack belongs to the spend: it goes on to the next script; the rest starts
/// anew.
struct Machine {
    const SpendContext& spend;
    SigVersion version;
    util::ByteView script;
    Stack& stack;
    TapscriptState* tapscript = nullptr; ///< set for SigVersion::Tapscript

    Stack altStack{};
    Conditions conditions{};
    int operationCount = 0;           ///< towards kMaxOperations
    std::size_t nextPosition = 0;     ///< of the operation after the one running
    std::uint32_t operationIndex = 0; ///< of the one running
    std::size_t codeStart = 0;        ///< after the last OP_CODESEPARATOR that ran

    [[nodiscard]] bool has(VerifyFlag flag) const { return spend.has(flag); }
    /// The number at `depth`. Needs: an element there.
    [[nodiscard]] Result<std::int64_t, ScriptError> numberAt(std::size_t depth,
                                                             std::size_t maxSize = kNumberSize) const {
        return parseNumber(stack.at(depth), has(VerifyMinimalData), maxSize);
    }
};

/// Runs the machine's script to its end; what it leaves on the stack is for the caller to judge.
Status run(Machine& machine);
/// Runs a witness script and judges it: exactly one element, true.
Status runWitnessScript(Machine& machine);

} // namespace script
