#include "script/SignatureOperations.h"

#include "script/EcdsaCheck.h"
#include "script/Tapscript.h"

namespace script {

namespace {

Result<bool, ScriptError> checkSignature(Machine& machine, util::ByteView signature,
                                         util::ByteView publicKey) {
    if (machine.version == SigVersion::Tapscript)
        return checkTapscriptSignature(machine, signature, publicKey);
    const auto scriptCode = scriptCodeFor(machine, std::span(&signature, 1));
    if (!scriptCode) return fail(scriptCode.error());
    const auto valid = checkEcdsa(machine, signature, publicKey, scriptCode->view());
    if (valid && !*valid && machine.has(VerifyNullFail) && !signature.empty())
        return fail(ScriptError::SigNullFail);
    return valid;
}

Status runCheckSig(Machine& machine, bool verify) {
    if (!machine.stack.has(2)) return fail(ScriptError::InvalidStackOperation);
    const auto valid = checkSignature(machine, machine.stack.at(1), machine.stack.at(0));
    if (!valid) return fail(valid.error());
    machine.stack.drop(2);
    if (!verify)
        machine.stack.pushBool(*valid);
    else if (!*valid)
        return fail(ScriptError::CheckSigVerify);
    return {};
}

/// BIP 342: signature, number and public key become the number plus one for a valid signature.
Status runCheckSigAdd(Machine& machine) {
    if (machine.version != SigVersion::Tapscript) return fail(ScriptError::BadOpcode);
    if (!machine.stack.has(3)) return fail(ScriptError::InvalidStackOperation);
    const auto number = machine.numberAt(1);
    if (!number) return fail(number.error());
    const auto valid = checkSignature(machine, machine.stack.at(2), machine.stack.at(0));
    if (!valid) return fail(valid.error());
    machine.stack.drop(3);
    machine.stack.push(numberBytes(*number + (*valid ? 1 : 0)));
    return {};
}

/// The stack of a multisig from the top: number of keys, keys, number of signatures, signatures, one unused
/// element.
struct MultiSigLayout {
    std::size_t keys = 0;
    std::size_t signatures = 0;
    static constexpr std::size_t kFirstKey = 1;
    [[nodiscard]] std::size_t firstSignature() const { return keys + 2; }
    [[nodiscard]] std::size_t dummy() const { return keys + signatures + 2; }
};

Result<MultiSigLayout, ScriptError> readLayout(Machine& machine) {
    const Stack& stack = machine.stack;
    if (stack.empty()) return fail(ScriptError::InvalidStackOperation);
    const auto keys = machine.numberAt(0);
    if (!keys) return fail(keys.error());
    if (*keys < 0 || *keys > kMaxMultiSigKeys) return fail(ScriptError::PubKeyCount);
    machine.operationCount += static_cast<int>(*keys);
    if (machine.operationCount > kMaxOperations) return fail(ScriptError::OpCount);
    MultiSigLayout layout;
    layout.keys = static_cast<std::size_t>(*keys);
    if (!stack.has(layout.keys + 2)) return fail(ScriptError::InvalidStackOperation);
    const auto signatures = machine.numberAt(layout.keys + 1);
    if (!signatures) return fail(signatures.error());
    if (*signatures < 0 || *signatures > *keys) return fail(ScriptError::SigCount);
    layout.signatures = static_cast<std::size_t>(*signatures);
    if (!stack.has(layout.dummy() + 1)) return fail(ScriptError::InvalidStackOperation);
    return layout;
}

/// Every signature must fit a key, keys and signatures in the same order; both are tried from the top.
Result<bool, ScriptError> matchSignatures(const Machine& machine, const MultiSigLayout& layout) {
    const Stack& stack = machine.stack;
    std::vector<util::ByteView> signatures;
    for (std::size_t i = 0; i < layout.signatures; ++i)
        signatures.emplace_back(stack.at(layout.firstSignature() + i));
    const auto scriptCode = scriptCodeFor(machine, signatures);
    if (!scriptCode) return fail(scriptCode.error());
    std::size_t matched = 0;
    for (std::size_t key = 0; matched < signatures.size(); ++key) {
        if (signatures.size() - matched > layout.keys - key) return false;
        const auto valid = checkEcdsa(machine, signatures[matched], stack.at(MultiSigLayout::kFirstKey + key),
                                      scriptCode->view());
        if (!valid) return valid;
        if (*valid) ++matched;
    }
    return true;
}

Status runCheckMultiSig(Machine& machine, bool verify) {
    if (machine.version == SigVersion::Tapscript) return fail(ScriptError::TapscriptCheckMultiSig);
    const auto layout = readLayout(machine);
    if (!layout) return fail(layout.error());
    const auto valid = matchSignatures(machine, *layout);
    if (!valid) return fail(valid.error());
    Stack& stack = machine.stack;
    if (!*valid && machine.has(VerifyNullFail))
        for (std::size_t i = 0; i < layout->signatures; ++i)
            if (!stack.at(layout->firstSignature() + i).empty()) return fail(ScriptError::SigNullFail);
    if (machine.has(VerifyNullDummy) && !stack.at(layout->dummy()).empty())
        return fail(ScriptError::SigNullDummy);
    stack.drop(layout->dummy() + 1);
    if (!verify)
        stack.pushBool(*valid);
    else if (!*valid)
        return fail(ScriptError::CheckMultiSigVerify);
    return {};
}

void markCodeStart(Machine& machine) {
    machine.codeStart = machine.nextPosition;
    if (machine.tapscript != nullptr)
        machine.tapscript->message.codeSeparatorPosition = machine.operationIndex;
}

} // namespace

Status runSignatureOperation(Machine& machine, Opcode opcode) {
    switch (opcode) {
    case Opcode::CodeSeparator:
        markCodeStart(machine);
        return {};
    case Opcode::CheckSig:
        return runCheckSig(machine, false);
    case Opcode::CheckSigVerify:
        return runCheckSig(machine, true);
    case Opcode::CheckMultiSig:
        return runCheckMultiSig(machine, false);
    case Opcode::CheckMultiSigVerify:
        return runCheckMultiSig(machine, true);
    case Opcode::CheckSigAdd:
        return runCheckSigAdd(machine);
    default:
        return fail(ScriptError::BadOpcode);
    }
}

} // namespace script
