#include "wallet/psbt/PsbtSigner.h"

#include "script/Interpreter.h"
#include "script/OutputType.h"
#include "util/Require.h"
#include "wallet/psbt/InputSolver.h"

#include <algorithm>

namespace wallet {

namespace {

/// Every signature that is there has this type.
bool allOfType(const PsbtInput& input, std::uint32_t hashType) {
    const bool isDefault = hashType == script::SigHashDefault;
    const auto fitsSchnorr = [&](const util::Bytes& made) {
        return isDefault ? made.size() == 64 : made.size() == 65 && made.back() == hashType;
    };
    return (input.tapKeySignature.empty() || fitsSchnorr(input.tapKeySignature)) &&
           std::ranges::all_of(input.tapSignatures,
                               [&](const auto& each) { return fitsSchnorr(each.second); }) &&
           (isDefault || std::ranges::all_of(input.signatures, [&](const auto& each) {
                return each.second.signature.back() == hashType;
            }));
}

} // namespace

PsbtSigner::PsbtSigner(Psbt& psbt) : m_psbt(psbt), m_transaction(psbt.unsignedTransaction()) {
    m_spent = psbt.spentOutputs();
    m_knowsAll = std::ranges::all_of(psbt.inputs,
                                     [](const PsbtInput& input) { return input.spentOutput().has_value(); });
    if (m_transaction) m_cache.emplace(*m_transaction, m_spent);
}

bool PsbtSigner::holds(std::size_t index, const util::Bytes& scriptSig,
                       const std::vector<util::Bytes>& witness) const {
    if (!m_transaction || !m_psbt.inputs[index].spentOutput()) return false;
    const bool isTaproot = script::outputTypeOf(m_spent[index].scriptPubKey) == script::OutputType::Taproot;
    if (isTaproot && !m_knowsAll) return false;
    primitives::TransactionParts parts = m_transaction->parts();
    parts.inputs[index].scriptSig = scriptSig;
    parts.inputs[index].witness = witness;
    return script::verifyInput(primitives::Transaction(std::move(parts)), index, m_spent, *m_cache,
                               script::kPolicyFlags)
        .has_value();
}

bool PsbtSigner::isSigned(std::size_t index) const {
    const PsbtInput& input = m_psbt.inputs[index];
    return holds(index, input.finalScriptSig, input.finalWitness);
}

bool PsbtSigner::isComplete() const {
    for (std::size_t i = 0; i < m_psbt.inputs.size(); ++i) {
        if (!isSigned(i)) return false;
    }
    return m_transaction.has_value();
}

std::optional<std::uint32_t> PsbtSigner::agreedHashType(const PsbtInput& input, bool isTaproot,
                                                        const PsbtSigning& options) const {
    const std::uint32_t usual = isTaproot ? script::SigHashDefault : script::SigHashAll;
    const std::uint32_t type = options.sigHashType.value_or(usual);
    if (input.sigHashType && input.sigHashType != type) return std::nullopt;
    if (!allOfType(input, type)) return std::nullopt;
    return type;
}

Result<void, PsbtSignError> PsbtSigner::fillInput(std::size_t index, const script::SpendingData& data,
                                                  const PsbtSigning& options, PsbtMissing* missing) {
    PsbtInput& input = m_psbt.inputs.at(index);
    if (!m_transaction) return fail(PsbtSignError::Impossible);
    if (isSigned(index)) return {};
    const auto spent = input.spentOutput();
    if (!spent) return fail(PsbtSignError::MissingCoin);
    const bool isTaproot = script::outputTypeOf(spent->scriptPubKey) == script::OutputType::Taproot;
    const auto type = agreedHashType(input, isTaproot, options);
    if (!type) return fail(PsbtSignError::SigHashMismatch);

    PsbtInput filled = input;
    const bool isUsual = *type == script::SigHashDefault || (!isTaproot && *type == script::SigHashAll);
    if (!isUsual) filled.sigHashType = type;
    const SolverTask task{&*m_transaction,     index, m_spent, m_knowsAll, &*m_cache, *type, options.sign,
                          options.withOrigins, false};
    InputSolver solver(task, filled, data);
    const auto solution = solver.run(*spent);
    if (missing != nullptr) *missing = solver.missing();
    // Who tells only what is spent may tell a lie that no signature but a witness's would reveal.
    if (!input.previousTransaction && !solution.isWitness) return fail(PsbtSignError::Incomplete);
    const bool isWhole = solution.isWhole && holds(index, solution.scriptSig, solution.witness);
    if (isWhole && options.finalize) {
        filled.finalScriptSig = solution.scriptSig;
        filled.finalWitness = solution.witness;
        filled.clearUnsigned();
    }
    if (solution.isWitness) filled.witnessOutput = *spent;
    input = std::move(filled);
    if (!isWhole) return fail(PsbtSignError::Incomplete);
    return {};
}

void PsbtSigner::fillOutput(std::size_t index, const script::SpendingData& data, bool withOrigins) {
    PsbtOutput& output = m_psbt.outputs.at(index);
    PsbtInput spending;
    spending.redeemScript = output.redeemScript;
    spending.witnessScript = output.witnessScript;
    spending.origins = output.origins;
    spending.tapInternalKey = output.tapInternalKey;
    spending.tapOrigins = output.tapOrigins;
    SolverTask task;
    task.withOrigins = withOrigins;
    InputSolver(task, spending, data).run({output.amount, output.script});
    output.redeemScript = std::move(spending.redeemScript);
    output.witnessScript = std::move(spending.witnessScript);
    output.origins = std::move(spending.origins);
    output.tapInternalKey = std::move(spending.tapInternalKey);
    output.tapOrigins = std::move(spending.tapOrigins);
    if (script::outputTypeOf(output.script) != script::OutputType::Taproot) return;
    const auto known = data.taproot.find(util::Bytes(output.script.begin() + 2, output.script.end()));
    if (known != data.taproot.end() && !known->second.tree.empty()) output.tapTree = known->second.tree;
}

void PsbtSigner::dropPreviousTransactions() {
    const bool needsNone = std::ranges::all_of(m_psbt.inputs, [](const PsbtInput& input) {
        const auto program =
            input.witnessOutput ? script::witnessProgramOf(input.witnessOutput->scriptPubKey) : std::nullopt;
        const bool pays = (input.sigHashType.value_or(0) & script::SigHashAnyoneCanPay) != 0;
        return program && program->version > 0 && !pays;
    });
    if (!needsNone) return;
    for (PsbtInput& input : m_psbt.inputs)
        input.previousTransaction.reset();
}

bool PsbtSigner::finalize() {
    bool isWhole = m_transaction.has_value();
    for (std::size_t i = 0; i < m_psbt.inputs.size(); ++i) {
        PsbtSigning options;
        options.sigHashType = m_psbt.inputs[i].sigHashType;
        isWhole = fillInput(i, {}, options).has_value() && isWhole;
    }
    return isWhole;
}

primitives::Transaction PsbtSigner::extract() const {
    require(m_transaction.has_value());
    primitives::TransactionParts parts = m_transaction->parts();
    for (std::size_t i = 0; i < parts.inputs.size(); ++i) {
        parts.inputs[i].scriptSig = m_psbt.inputs[i].finalScriptSig;
        parts.inputs[i].witness = m_psbt.inputs[i].finalWitness;
    }
    return primitives::Transaction(std::move(parts));
}

std::optional<primitives::TxIn> PsbtSigner::estimatedInput(std::size_t index) const {
    const auto spent = m_psbt.inputs[index].spentOutput();
    if (!m_transaction || !spent) return std::nullopt;
    primitives::TxIn out = m_transaction->inputs()[index];
    PsbtInput input = m_psbt.inputs[index];
    if (input.isFinal()) {
        out.scriptSig = input.finalScriptSig;
        out.witness = input.finalWitness;
        return out;
    }
    SolverTask task{&*m_transaction, index, m_spent, m_knowsAll, &*m_cache};
    task.hashType = input.sigHashType.value_or(script::SigHashDefault);
    task.estimates = true;
    const script::SpendingData nothing;
    InputSolver solver(task, input, nothing);
    auto solution = solver.run(*spent);
    if (!solution.isWhole) return std::nullopt;
    out.scriptSig = std::move(solution.scriptSig);
    out.witness = std::move(solution.witness);
    return out;
}

} // namespace wallet
