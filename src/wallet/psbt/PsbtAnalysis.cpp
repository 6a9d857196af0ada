#include "wallet/psbt/PsbtAnalysis.h"

#include "script/Interpreter.h"
#include "script/OutputType.h"
#include "script/Script.h"

#include <algorithm>

namespace wallet {

namespace {

using primitives::Amount;

constexpr std::int64_t kBytesPerSigOp = 20;

PsbtAnalysis defective(PsbtDefect defect, std::size_t input = 0) {
    PsbtAnalysis out;
    out.defect = defect;
    out.input = input;
    return out;
}

PsbtInputState stateOf(Psbt& psbt, PsbtSigner& signer, std::size_t index) {
    PsbtInputState out;
    out.hasCoin = psbt.inputs[index].spentOutput().has_value();
    if (!out.hasCoin) return out;
    if (signer.isSigned(index)) {
        out.isFinal = true;
        out.next = PsbtRole::Extractor;
        return out;
    }
    PsbtSigning options;
    options.sigHashType = psbt.inputs[index].sigHashType;
    if (signer.fillInput(index, {}, options, &out.missing)) {
        out.next = PsbtRole::Finalizer;
        return out;
    }
    const PsbtMissing& missing = out.missing;
    const bool lacksParts = !missing.keys.empty() || missing.redeemScript || missing.witnessScript;
    const PsbtInput& input = psbt.inputs[index];
    const bool knowsTaproot =
        !input.tapInternalKey.empty() || !input.tapLeaves.empty() || !input.tapOrigins.empty();
    const bool lacksSignature = !missing.signatures.empty() || (missing.taprootSignature && knowsTaproot);
    if (!lacksParts && lacksSignature) out.next = PsbtRole::Signer;
    return out;
}

/// Virtual bytes as the mempool counts them: many signature operations weigh more than their bytes.
std::optional<std::int64_t> estimatedVsize(const Psbt& psbt, const PsbtSigner& signer) {
    auto transaction = psbt.unsignedTransaction();
    if (!transaction) return std::nullopt;
    primitives::TransactionParts parts = transaction->parts();
    std::int64_t sigOps = 0;
    for (std::size_t i = 0; i < parts.inputs.size(); ++i) {
        auto input = signer.estimatedInput(i);
        const auto spent = psbt.inputs[i].spentOutput();
        if (!input || !spent) return std::nullopt;
        sigOps += script::countSigOps(input->scriptSig, false) * primitives::kWitnessScale +
                  script::inputSigOpCost(*input, spent->scriptPubKey, script::kPolicyFlags);
        parts.inputs[i] = std::move(*input);
    }
    for (const auto& output : parts.outputs)
        sigOps += script::countSigOps(output.scriptPubKey, false) * primitives::kWitnessScale;
    const primitives::Transaction estimated(std::move(parts));
    return primitives::vsizeOf(std::max(estimated.weight(), sigOps * kBytesPerSigOp));
}

/// The sum of the outputs; nothing when one or the sum is out of range.
std::optional<Amount> paidBy(const Psbt& psbt) {
    std::optional<Amount> sum = Amount();
    for (const PsbtOutput& output : psbt.outputs) {
        sum = primitives::checkedSum(*sum, output.amount);
        if (!sum) break;
    }
    return sum;
}

} // namespace

PsbtAnalysis analyze(Psbt psbt) {
    if (!psbt.unsignedTransaction()) return defective(PsbtDefect::LockTimes);
    PsbtAnalysis out;
    PsbtSigner signer(psbt);
    bool knowsAll = true;
    Amount spent;
    for (std::size_t i = 0; i < psbt.inputs.size(); ++i) {
        const auto coin = psbt.inputs[i].spentOutput();
        knowsAll = knowsAll && coin.has_value();
        if (coin) {
            const auto sum = primitives::checkedSum(spent, coin->value);
            if (!sum) return defective(PsbtDefect::InputValue, i);
            if (script::isUnspendable(coin->scriptPubKey)) return defective(PsbtDefect::Unspendable, i);
            spent = *sum;
        }
        out.inputs.push_back(stateOf(psbt, signer, i));
    }
    out.next = PsbtRole::Extractor;
    for (const PsbtInputState& input : out.inputs)
        out.next = std::min(out.next, input.next);
    if (!knowsAll) return out;
    const auto paid = paidBy(psbt);
    if (!paid) return defective(PsbtDefect::OutputValue);
    out.fee = spent - *paid;
    out.vsize = estimatedVsize(psbt, signer);
    if (out.vsize) out.feePerKvB = out.fee->satoshi() * 1000 / *out.vsize;
    return out;
}

} // namespace wallet
