#include "wallet/psbt/PsbtRoles.h"

#include "crypto/PublicKey.h"
#include "script/OutputType.h"
#include "script/Script.h"
#include "script/Taproot.h"
#include "script/descriptor/KeyForm.h"
#include "util/Require.h"

#include <algorithm>

namespace wallet {

namespace {

/// Takes what is not there yet.
template <class Map>
void addAll(Map& to, const Map& from) {
    to.insert(from.begin(), from.end());
}

void addParts(MusigParts& to, const MusigParts& from) {
    for (const auto& [key, parts] : from)
        addAll(to[key], parts);
}

template <class T>
void take(T& to, const T& from) {
    if (to == T()) to = from;
}

void mergeInput(PsbtInput& to, const PsbtInput& from) {
    if (!to.previousTransaction) to.previousTransaction = from.previousTransaction;
    take(to.witnessOutput, from.witnessOutput);
    take(to.sequence, from.sequence);
    take(to.requiredTime, from.requiredTime);
    take(to.requiredHeight, from.requiredHeight);
    addAll(to.signatures, from.signatures);
    take(to.sigHashType, from.sigHashType);
    take(to.redeemScript, from.redeemScript);
    take(to.witnessScript, from.witnessScript);
    addAll(to.origins, from.origins);
    if (!to.isFinal()) {
        to.finalScriptSig = from.finalScriptSig;
        to.finalWitness = from.finalWitness;
    }
    addAll(to.ripemd160, from.ripemd160);
    addAll(to.sha256, from.sha256);
    addAll(to.hash160, from.hash160);
    addAll(to.hash256, from.hash256);
    take(to.tapKeySignature, from.tapKeySignature);
    addAll(to.tapSignatures, from.tapSignatures);
    for (const auto& [leaf, blocks] : from.tapLeaves)
        addAll(to.tapLeaves[leaf], blocks);
    addAll(to.tapOrigins, from.tapOrigins);
    take(to.tapInternalKey, from.tapInternalKey);
    take(to.tapRoot, from.tapRoot);
    addAll(to.participants, from.participants);
    addParts(to.nonces, from.nonces);
    addParts(to.musigSignatures, from.musigSignatures);
    addAll(to.proprietary, from.proprietary);
    addAll(to.unknown, from.unknown);
    if (to.isFinal()) to.clearUnsigned();
}

void mergeOutput(PsbtOutput& to, const PsbtOutput& from) {
    take(to.redeemScript, from.redeemScript);
    take(to.witnessScript, from.witnessScript);
    addAll(to.origins, from.origins);
    take(to.tapInternalKey, from.tapInternalKey);
    take(to.tapTree, from.tapTree);
    addAll(to.tapOrigins, from.tapOrigins);
    addAll(to.participants, from.participants);
    addAll(to.proprietary, from.proprietary);
    addAll(to.unknown, from.unknown);
}

/// Whoever forbids a change forbids it for all; one signature of SIGHASH_SINGLE binds all.
std::optional<std::uint8_t> bothModifiable(std::optional<std::uint8_t> a, std::optional<std::uint8_t> b) {
    if (!a && !b) return std::nullopt;
    const int either = a.value_or(0) | b.value_or(0), both = a.value_or(0) & b.value_or(0);
    return static_cast<std::uint8_t>(both | (either & Psbt::kHasSigHashSingle));
}

bool merge(Psbt& to, const Psbt& from) {
    const auto id = to.uniqueId();
    if (!id || id != from.uniqueId() || to.version != from.version) return false;
    for (std::size_t i = 0; i < to.inputs.size(); ++i)
        mergeInput(to.inputs[i], from.inputs[i]);
    for (std::size_t i = 0; i < to.outputs.size(); ++i)
        mergeOutput(to.outputs[i], from.outputs[i]);
    addAll(to.xpubs, from.xpubs);
    if (!to.fallbackLockTime) to.fallbackLockTime = from.fallbackLockTime;
    to.modifiable = bothModifiable(to.modifiable, from.modifiable);
    addAll(to.proprietary, from.proprietary);
    addAll(to.unknown, from.unknown);
    return true;
}

/// P2PKH, P2WPKH, that in P2SH, and P2TR of a key alone.
void addScriptsOf(util::ByteView key, std::vector<util::Bytes>& out) {
    const auto hash = crypto::hash160(key);
    out.push_back(script::pubKeyHashScript(hash));
    if (key.size() != 33) return;
    const util::Bytes program = script::witnessPubKeyHashScript(hash);
    out.push_back(program);
    out.push_back(script::scriptHashScript(crypto::hash160(program)));
    const util::Bytes x(key.begin() + 1, key.end());
    util::Bytes even = x;
    even.insert(even.begin(), 2);
    const auto point = crypto::PublicKey::parse(even);
    const auto output = point ? point->tweakAdd(script::tapTweakHash(x, {})) : std::nullopt;
    if (output) out.push_back(script::witnessScript(1, util::ByteView(output->compressed()).subspan(1)));
}

/// Of a key of taproot, which is one of two points.
void addScriptsOfX(const util::Bytes& x, std::vector<util::Bytes>& out) {
    for (const std::uint8_t parity : {std::uint8_t{2}, std::uint8_t{3}}) {
        util::Bytes key{parity};
        key.insert(key.end(), x.begin(), x.end());
        addScriptsOf(key, out);
    }
}

/// Of every key that a script pushes.
void addKeysOf(const util::Bytes& script, std::vector<util::Bytes>& out) {
    script::OperationReader reader(script);
    while (const auto operation = reader.next()) {
        if (script::hasKeyForm(operation->pushed)) addScriptsOf(operation->pushed, out);
    }
}

} // namespace

std::optional<Psbt> combined(std::span<const Psbt> psbts) {
    require(!psbts.empty());
    Psbt out = psbts.front();
    for (const Psbt& each : psbts.subspan(1)) {
        if (!merge(out, each)) return std::nullopt;
    }
    return out;
}

std::vector<util::Bytes> scriptsAskedBy(const Psbt& psbt) {
    std::vector<util::Bytes> out;
    for (const PsbtInput& input : psbt.inputs) {
        if (const auto coin = input.spentOutput()) out.push_back(coin->scriptPubKey);
        for (const auto& [key, origin] : input.origins)
            addScriptsOf(key, out);
        for (const auto& [x, origin] : input.tapOrigins)
            addScriptsOfX(x, out);
        for (const auto* script : {&input.redeemScript, &input.witnessScript})
            addKeysOf(*script, out);
    }
    for (const PsbtOutput& output : psbt.outputs)
        out.push_back(output.script);
    std::ranges::sort(out);
    const auto repeated = std::ranges::unique(out);
    out.erase(repeated.begin(), repeated.end());
    return out;
}

Result<Psbt, JoinError> joined(std::span<const Psbt> psbts, const RandomBelow& random) {
    require(!psbts.empty());
    Psbt out;
    out.version = 0;
    out.txVersion = 1;
    out.fallbackLockTime = 0xffffffff;
    std::set<primitives::OutPoint> spent;
    for (const Psbt& each : psbts) {
        if (each.version != 0) return fail(JoinError{JoinError::Fault::NotVersion0, {}});
        out.txVersion = std::max(out.txVersion, each.txVersion);
        out.fallbackLockTime = std::min(*out.fallbackLockTime, each.fallbackLockTime.value_or(0));
        for (const PsbtInput& input : each.inputs) {
            if (!spent.insert(input.previous).second)
                return fail(JoinError{JoinError::Fault::SameInput, input.previous});
            PsbtInput added = input;
            added.signatures.clear();
            added.tapKeySignature.clear();
            added.tapSignatures.clear();
            added.nonces.clear();
            added.musigSignatures.clear();
            added.finalScriptSig.clear();
            added.finalWitness.clear();
            out.inputs.push_back(std::move(added));
        }
        out.outputs.insert(out.outputs.end(), each.outputs.begin(), each.outputs.end());
        addAll(out.xpubs, each.xpubs);
        addAll(out.proprietary, each.proprietary);
        addAll(out.unknown, each.unknown);
    }
    shuffle(out.inputs, random);
    shuffle(out.outputs, random);
    return out;
}

} // namespace wallet
