#include "wallet/psbt/Psbt.h"

#include "util/Base64.h"

#include <algorithm>

namespace wallet {

using primitives::Transaction;
using primitives::TxOut;

bool PsbtInput::hasSignatures() const {
    return isFinal() || !signatures.empty() || !tapKeySignature.empty() || !tapSignatures.empty() ||
           !musigSignatures.empty();
}

std::optional<TxOut> PsbtInput::spentOutput() const {
    if (!previousTransaction) return witnessOutput;
    const auto& outputs = previousTransaction->outputs();
    if (previousTransaction->txid() != previous.txid || previous.index >= outputs.size()) return std::nullopt;
    return outputs[previous.index];
}

void PsbtInput::clearUnsigned() {
    PsbtInput kept;
    kept.previous = previous;
    kept.sequence = sequence;
    kept.requiredTime = requiredTime;
    kept.requiredHeight = requiredHeight;
    kept.previousTransaction = std::move(previousTransaction);
    kept.witnessOutput = std::move(witnessOutput);
    kept.finalScriptSig = std::move(finalScriptSig);
    kept.finalWitness = std::move(finalWitness);
    kept.proprietary = std::move(proprietary);
    kept.unknown = std::move(unknown);
    *this = std::move(kept);
}

Psbt Psbt::of(const Transaction& transaction, std::uint32_t version) {
    Psbt out;
    out.version = version;
    out.txVersion = transaction.version();
    out.fallbackLockTime = transaction.lockTime();
    for (const primitives::TxIn& input : transaction.inputs()) {
        PsbtInput made;
        made.previous = input.previous;
        made.sequence = input.sequence;
        out.inputs.push_back(std::move(made));
    }
    for (const TxOut& output : transaction.outputs()) {
        PsbtOutput made;
        made.amount = output.value;
        made.script = output.scriptPubKey;
        out.outputs.push_back(std::move(made));
    }
    return out;
}

std::optional<std::uint32_t> Psbt::lockTime() const {
    std::optional<std::uint32_t> time = 0, height = 0;
    for (const PsbtInput& input : inputs) {
        // What an input does not allow, no other can have.
        if (input.requiredTime && !input.requiredHeight) height.reset();
        if (!input.requiredTime && input.requiredHeight) time.reset();
        if (!time && !height) return std::nullopt;
        if (time && input.requiredTime) time = std::max(*time, *input.requiredTime);
        if (height && input.requiredHeight) height = std::max(*height, *input.requiredHeight);
    }
    if (height && *height > 0) return height;
    if (time && *time > 0) return time;
    return fallbackLockTime.value_or(0);
}

std::optional<Transaction> Psbt::unsignedTransaction() const {
    const auto lock = lockTime();
    if (!lock) return std::nullopt;
    primitives::TransactionParts parts{txVersion, {}, {}, *lock};
    for (const PsbtInput& input : inputs)
        parts.inputs.push_back({input.previous, {}, input.sequence.value_or(primitives::kSequenceFinal), {}});
    for (const PsbtOutput& output : outputs)
        parts.outputs.push_back({output.amount, output.script});
    return Transaction(std::move(parts));
}

std::optional<primitives::TxId> Psbt::uniqueId() const {
    auto transaction = unsignedTransaction();
    if (!transaction) return std::nullopt;
    if (version < 2) return transaction->txid();
    primitives::TransactionParts parts = transaction->parts();
    for (primitives::TxIn& input : parts.inputs)
        input.sequence = 0;
    return Transaction(std::move(parts)).txid();
}

std::vector<TxOut> Psbt::spentOutputs() const {
    std::vector<TxOut> out;
    for (const PsbtInput& input : inputs)
        out.push_back(input.spentOutput().value_or(TxOut()));
    return out;
}

Result<Psbt, PsbtError> psbtFromBase64(std::string_view text) {
    const auto bytes = util::fromBase64(text);
    if (!bytes) return fail(PsbtError{PsbtFault::NotPsbt, "invalid base64"});
    return parsePsbt(*bytes);
}

std::string toBase64(const Psbt& psbt) {
    return util::toBase64(serialize(psbt));
}

} // namespace wallet
