#include "script/EcdsaCheck.h"

#include "crypto/PublicKey.h"
#include "script/Push.h"
#include "script/descriptor/KeyForm.h"

#include <algorithm>

namespace script {

namespace {

bool startsWith(util::ByteView script, util::ByteView part) {
    return script.size() >= part.size() && std::equal(part.begin(), part.end(), script.begin());
}

bool isDefinedHashType(std::uint8_t hashType) {
    const auto base = hashType & ~static_cast<unsigned>(SigHashAnyoneCanPay);
    return base >= SigHashAll && base <= SigHashSingle;
}

Status checkSignatureForm(const Machine& machine, util::ByteView signature) {
    if (signature.empty()) return {};
    const bool strict =
        machine.has(VerifyDerSignature) || machine.has(VerifyLowS) || machine.has(VerifyStrictEncoding);
    const util::ByteView der = signature.first(signature.size() - 1);
    if (strict && !crypto::isStrictDer(der)) return fail(ScriptError::SigDer);
    if (machine.has(VerifyLowS) && !crypto::hasLowS(der)) return fail(ScriptError::SigHighS);
    if (machine.has(VerifyStrictEncoding) && !isDefinedHashType(signature.back()))
        return fail(ScriptError::SigHashType);
    return {};
}

Status checkPublicKeyForm(const Machine& machine, util::ByteView key) {
    const bool compressed = key.size() == 33 && (key[0] == 2 || key[0] == 3);
    const bool uncompressed = key.size() == 65 && key[0] == 4;
    if (machine.has(VerifyStrictEncoding) && !compressed && !uncompressed)
        return fail(ScriptError::PubKeyType);
    if (machine.has(VerifyWitnessPubKeyType) && machine.version == SigVersion::WitnessV0 && !compressed)
        return fail(ScriptError::WitnessPubKeyType);
    return {};
}

} // namespace

bool ScriptCode::remove(util::ByteView signature) {
    util::Bytes push;
    appendPlainPush(push, signature);
    const util::ByteView script = view();
    util::Bytes kept;
    std::size_t position = 0;
    bool found = false;
    for (;;) {
        for (; startsWith(script.subspan(position), push); position += push.size())
            found = true;
        OperationReader reader(script.subspan(position));
        const bool more = reader.next().has_value();
        const std::size_t count = more ? reader.position() : script.size() - position;
        const util::ByteView part = script.subspan(position, count);
        kept.insert(kept.end(), part.begin(), part.end());
        position += count;
        if (!more) break;
    }
    if (found) m_copy = std::move(kept);
    return found;
}

Result<ScriptCode, ScriptError> scriptCodeFor(const Machine& machine,
                                              std::span<const util::ByteView> signatures) {
    ScriptCode code(machine.script.subspan(machine.codeStart));
    if (machine.version != SigVersion::Base) return code;
    for (const util::ByteView signature : signatures)
        if (code.remove(signature) && machine.has(VerifyConstScriptCode))
            return fail(ScriptError::SigFindAndDelete);
    return code;
}

Result<bool, ScriptError> checkEcdsa(const Machine& machine, util::ByteView signature,
                                     util::ByteView publicKey, util::ByteView scriptCode) {
    if (auto form = checkSignatureForm(machine, signature); !form) return fail(form.error());
    if (auto form = checkPublicKeyForm(machine, publicKey); !form) return fail(form.error());
    if (signature.empty() || !hasKeyForm(publicKey)) return false;
    const SpendContext& spend = machine.spend;
    const std::uint32_t hashType = signature.back();
    const auto hash = machine.version == SigVersion::WitnessV0
                          ? witnessV0SigHash(spend.transaction, spend.input, scriptCode,
                                             spend.spent[spend.input].value, hashType, spend.cache)
                          : legacySigHash(spend.transaction, spend.input, scriptCode, hashType);
    return spend.curve.ecdsa(publicKey, signature.first(signature.size() - 1), hash);
}

} // namespace script
