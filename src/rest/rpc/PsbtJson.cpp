// Partially signed transactions as Bitcoin Core's JSON-RPC writes them.
#include "rest/rpc/PsbtJson.h"

#include "crypto/Base58Check.h"
#include "rest/rpc/RpcJson.h"
#include "script/Script.h"
#include "util/ByteReader.h"
#include "util/Hex.h"
#include "wallet/Wallet.h"

namespace rest {

namespace {

using util::toHex;
using wallet::PsbtInput;
using wallet::PsbtOutput;

void writeOrigin(JsonWriter& json, const script::KeyOrigin& origin) {
    json.member("master_fingerprint", toHex(origin.fingerprint))
        .member("path", wallet::pathText(origin.path, 'h'));
}

void writeOrigins(JsonWriter& json, const std::map<util::Bytes, script::KeyOrigin>& origins) {
    if (origins.empty()) return;
    json.key("bip32_derivs").beginArray();
    for (const auto& [key, origin] : origins) {
        json.beginObject().member("pubkey", toHex(key));
        writeOrigin(json, origin);
        json.endObject();
    }
    json.endArray();
}

void writeTapOrigins(JsonWriter& json, const std::map<util::Bytes, wallet::TapOrigin>& origins) {
    if (origins.empty()) return;
    json.key("taproot_bip32_derivs").beginArray();
    for (const auto& [key, origin] : origins) {
        json.beginObject().member("pubkey", toHex(key));
        writeOrigin(json, origin.origin);
        json.key("leaf_hashes").beginArray();
        for (const auto& leaf : origin.leaves)
            json.value(toHex(leaf));
        json.endArray().endObject();
    }
    json.endArray();
}

void writeInner(JsonWriter& json, const char* name, const util::Bytes& script) {
    if (script.empty()) return;
    json.key(name)
        .beginObject()
        .member("asm", script::toAsm(script))
        .member("hex", toHex(script))
        .member("type", script::toString(script::outputTypeOf(script)))
        .endObject();
}

void writeHexMap(JsonWriter& json, const char* name, const std::map<util::Bytes, util::Bytes>& values) {
    if (values.empty()) return;
    json.key(name).beginObject();
    for (const auto& [key, value] : values)
        json.member(toHex(key), toHex(value));
    json.endObject();
}

void writeProprietary(JsonWriter& json, const wallet::PsbtRecords& records) {
    json.key("proprietary").beginArray();
    for (const auto& [key, value] : records) {
        util::ByteReader reader(util::ByteView(key).subspan(1));
        const auto identifier = reader.sized(key.size());
        json.beginObject()
            .member("identifier", toHex(identifier))
            .member("subtype", reader.compactSize(~std::uint64_t{0}))
            .member("key", toHex(key))
            .member("value", toHex(value))
            .endObject();
    }
    json.endArray();
}

/// Of one input or output: nothing where there is none.
template <class Map>
void writeKept(JsonWriter& json, const Map& map) {
    if (!map.proprietary.empty()) writeProprietary(json, map.proprietary);
    writeHexMap(json, "unknown", map.unknown);
}

void writeParticipants(JsonWriter& json, const wallet::MusigParticipants& participants) {
    if (participants.empty()) return;
    json.key("musig2_participant_pubkeys").beginArray();
    for (const auto& [together, keys] : participants) {
        json.beginObject()
            .member("aggregate_pubkey", toHex(together))
            .key("participant_pubkeys")
            .beginArray();
        for (const util::Bytes& key : keys)
            json.value(toHex(key));
        json.endArray().endObject();
    }
    json.endArray();
}

void writeMusigParts(JsonWriter& json, const char* name, const char* member,
                     const wallet::MusigParts& parts) {
    if (parts.empty()) return;
    json.key(name).beginArray();
    for (const auto& [together, values] : parts) {
        for (const auto& [participant, value] : values) {
            json.beginObject()
                .member("participant_pubkey", toHex(participant))
                .member("aggregate_pubkey", toHex(together.first));
            if (!together.second.empty()) json.member("leaf_hash", toHex(together.second));
            json.member(member, toHex(value)).endObject();
        }
    }
    json.endArray();
}

std::string sigHashText(std::uint32_t type) {
    const std::uint32_t base = type & ~std::uint32_t{script::SigHashAnyoneCanPay};
    const char* const names[] = {"DEFAULT", "ALL", "NONE", "SINGLE"};
    if (base >= std::size(names)) return {};
    return std::string(names[base]) + (base != type ? "|ANYONECANPAY" : "");
}

void writeCoins(JsonWriter& json, const PsbtInput& input, const consensus::ChainParams& params) {
    if (input.witnessOutput) {
        json.key("witness_utxo")
            .beginObject()
            .member("amount", input.witnessOutput->value)
            .key("scriptPubKey");
        writeScript(json, input.witnessOutput->scriptPubKey, params);
        json.endObject();
    }
    if (input.previousTransaction) {
        json.key("non_witness_utxo").beginObject();
        writeTransactionFields(json, *input.previousTransaction, params);
        json.endObject();
    }
}

void writeFinal(JsonWriter& json, const PsbtInput& input) {
    if (!input.finalScriptSig.empty())
        json.key("final_scriptSig")
            .beginObject()
            .member("asm", script::toUnlockingAsm(input.finalScriptSig))
            .member("hex", toHex(input.finalScriptSig))
            .endObject();
    if (input.finalWitness.empty()) return;
    json.key("final_scriptwitness").beginArray();
    for (const util::Bytes& item : input.finalWitness)
        json.value(toHex(item));
    json.endArray();
}

void writeOutPoint(JsonWriter& json, const PsbtInput& input) {
    json.member("previous_txid", input.previous.txid).member("previous_vout", input.previous.index);
    if (input.sequence) json.member("sequence", *input.sequence);
    if (input.requiredTime) json.member("time_locktime", *input.requiredTime);
    if (input.requiredHeight) json.member("height_locktime", *input.requiredHeight);
}

void writeInputTaproot(JsonWriter& json, const PsbtInput& input) {
    if (!input.tapKeySignature.empty()) json.member("taproot_key_path_sig", toHex(input.tapKeySignature));
    if (!input.tapSignatures.empty()) {
        json.key("taproot_script_path_sigs").beginArray();
        for (const auto& [where, made] : input.tapSignatures)
            json.beginObject()
                .member("pubkey", toHex(where.first))
                .member("leaf_hash", toHex(where.second))
                .member("sig", toHex(made))
                .endObject();
        json.endArray();
    }
    if (!input.tapLeaves.empty()) {
        json.key("taproot_scripts").beginArray();
        for (const auto& [leaf, blocks] : input.tapLeaves) {
            json.beginObject().member("script", toHex(leaf.script)).member("leaf_ver", int(leaf.version));
            json.key("control_blocks").beginArray();
            for (const util::Bytes& block : blocks)
                json.value(toHex(block));
            json.endArray().endObject();
        }
        json.endArray();
    }
    writeTapOrigins(json, input.tapOrigins);
    if (!input.tapInternalKey.empty()) json.member("taproot_internal_key", toHex(input.tapInternalKey));
    if (input.tapRoot) json.member("taproot_merkle_root", toHex(*input.tapRoot));
    writeParticipants(json, input.participants);
    writeMusigParts(json, "musig2_pubnonces", "pubnonce", input.nonces);
    writeMusigParts(json, "musig2_partial_sigs", "partial_sig", input.musigSignatures);
}

void writePsbtInput(JsonWriter& json, const PsbtInput& input, std::uint32_t version,
                    const consensus::ChainParams& params) {
    json.beginObject();
    writeCoins(json, input, params);
    if (!input.signatures.empty()) {
        json.key("partial_signatures").beginObject();
        for (const auto& [hash, made] : input.signatures)
            json.member(toHex(made.key), toHex(made.signature));
        json.endObject();
    }
    if (input.sigHashType) json.member("sighash", sigHashText(*input.sigHashType & 0xff));
    writeInner(json, "redeem_script", input.redeemScript);
    writeInner(json, "witness_script", input.witnessScript);
    writeOrigins(json, input.origins);
    writeFinal(json, input);
    writeHexMap(json, "ripemd160_preimages", input.ripemd160);
    writeHexMap(json, "sha256_preimages", input.sha256);
    writeHexMap(json, "hash160_preimages", input.hash160);
    writeHexMap(json, "hash256_preimages", input.hash256);
    if (version >= 2) writeOutPoint(json, input);
    writeInputTaproot(json, input);
    writeKept(json, input);
    json.endObject();
}

void writePsbtOutput(JsonWriter& json, const PsbtOutput& output, std::uint32_t version,
                     const consensus::ChainParams& params) {
    json.beginObject();
    writeInner(json, "redeem_script", output.redeemScript);
    writeInner(json, "witness_script", output.witnessScript);
    writeOrigins(json, output.origins);
    if (version >= 2) {
        json.member("amount", output.amount).key("script");
        writeScript(json, output.script, params);
    }
    if (!output.tapInternalKey.empty()) json.member("taproot_internal_key", toHex(output.tapInternalKey));
    if (!output.tapTree.empty()) {
        json.key("taproot_tree").beginArray();
        for (const auto& each : output.tapTree)
            json.beginObject()
                .member("depth", int(each.depth))
                .member("leaf_ver", int(each.leaf.version))
                .member("script", toHex(each.leaf.script))
                .endObject();
        json.endArray();
    }
    writeTapOrigins(json, output.tapOrigins);
    writeParticipants(json, output.participants);
    writeKept(json, output);
    json.endObject();
}

void writeGlobals(JsonWriter& json, const wallet::Psbt& psbt, const consensus::ChainParams& params) {
    const auto transaction = psbt.version == 0 ? psbt.unsignedTransaction() : std::nullopt;
    if (transaction) {
        json.key("tx").beginObject();
        writeTransactionFields(json, *transaction, params);
        json.endObject();
    }
    json.key("global_xpubs").beginArray();
    for (const auto& [xpub, origin] : psbt.xpubs) {
        json.beginObject().member("xpub", crypto::encodeBase58Check(xpub));
        writeOrigin(json, origin);
        json.endObject();
    }
    json.endArray();
    if (psbt.version >= 2) {
        json.member("tx_version", std::uint32_t(psbt.txVersion));
        if (psbt.fallbackLockTime) json.member("fallback_locktime", *psbt.fallbackLockTime);
        json.member("input_count", psbt.inputs.size()).member("output_count", psbt.outputs.size());
        if (psbt.modifiable) {
            const auto has = [&](std::uint8_t bit) { return (*psbt.modifiable & bit) != 0; };
            json.member("inputs_modifiable", has(wallet::Psbt::kInputsModifiable))
                .member("outputs_modifiable", has(wallet::Psbt::kOutputsModifiable))
                .member("has_sighash_single", has(wallet::Psbt::kHasSigHashSingle));
        }
    }
    json.member("psbt_version", psbt.version);
    writeProprietary(json, psbt.proprietary);
    json.key("unknown").beginObject();
    for (const auto& [key, value] : psbt.unknown)
        json.member(toHex(key), toHex(value));
    json.endObject();
}

/// Nothing where a coin is not known, or a sum is out of range.
std::optional<primitives::Amount> feeOf(const wallet::Psbt& psbt) {
    primitives::Amount spent, paid;
    for (const PsbtInput& input : psbt.inputs) {
        const auto coin = input.spentOutput();
        const auto sum = coin ? primitives::checkedSum(spent, coin->value) : std::nullopt;
        if (!sum) return std::nullopt;
        spent = *sum;
    }
    for (const PsbtOutput& output : psbt.outputs) {
        const auto sum = primitives::checkedSum(paid, output.amount);
        if (!sum) return std::nullopt;
        paid = *sum;
    }
    return spent - paid;
}

const char* roleName(wallet::PsbtRole role) {
    switch (role) {
    case wallet::PsbtRole::Creator:
        return "creator";
    case wallet::PsbtRole::Updater:
        return "updater";
    case wallet::PsbtRole::Signer:
        return "signer";
    case wallet::PsbtRole::Finalizer:
        return "finalizer";
    case wallet::PsbtRole::Extractor:
        break;
    }
    return "extractor";
}

std::string defectText(const wallet::PsbtAnalysis& analysis) {
    const std::string input = "PSBT is not valid. Input " + std::to_string(analysis.input);
    switch (*analysis.defect) {
    case wallet::PsbtDefect::InputValue:
        return input + " has invalid value";
    case wallet::PsbtDefect::Unspendable:
        return input + " spends unspendable output";
    case wallet::PsbtDefect::OutputValue:
        return "PSBT is not valid. Output amount invalid";
    case wallet::PsbtDefect::LockTimes:
        break;
    }
    return "PSBT cannot be made into a valid transaction";
}

void writeMissing(JsonWriter& json, const wallet::PsbtMissing& missing) {
    const auto list = [&](const char* name, const auto& hashes) {
        if (hashes.empty()) return;
        json.key(name).beginArray();
        for (const auto& hash : hashes)
            json.value(toHex(hash));
        json.endArray();
    };
    if (missing.keys.empty() && missing.signatures.empty() && !missing.redeemScript && !missing.witnessScript)
        return;
    json.key("missing").beginObject();
    list("pubkeys", missing.keys);
    if (missing.redeemScript) json.member("redeemscript", toHex(*missing.redeemScript));
    if (missing.witnessScript) json.member("witnessscript", toHex(*missing.witnessScript));
    list("signatures", missing.signatures);
    json.endObject();
}

} // namespace

QByteArray decodedJson(const wallet::Psbt& psbt, const consensus::ChainParams& params) {
    JsonWriter json;
    json.beginObject();
    writeGlobals(json, psbt, params);
    json.key("inputs").beginArray();
    for (const PsbtInput& input : psbt.inputs)
        writePsbtInput(json, input, psbt.version, params);
    json.endArray().key("outputs").beginArray();
    for (const PsbtOutput& output : psbt.outputs)
        writePsbtOutput(json, output, psbt.version, params);
    json.endArray();
    if (const auto fee = feeOf(psbt)) json.member("fee", *fee);
    return json.endObject().take();
}

QByteArray analysisJson(const wallet::PsbtAnalysis& analysis) {
    JsonWriter json;
    json.beginObject();
    if (!analysis.inputs.empty()) {
        json.key("inputs").beginArray();
        for (const wallet::PsbtInputState& input : analysis.inputs) {
            json.beginObject()
                .member("has_utxo", input.hasCoin)
                .member("is_final", input.isFinal)
                .member("next", roleName(input.next));
            writeMissing(json, input.missing);
            json.endObject();
        }
        json.endArray();
    }
    if (analysis.vsize) json.member("estimated_vsize", *analysis.vsize);
    if (analysis.feePerKvB) json.member("estimated_feerate", primitives::Amount(*analysis.feePerKvB));
    if (analysis.fee) json.member("fee", *analysis.fee);
    json.member("next", roleName(analysis.next));
    if (analysis.defect) json.member("error", defectText(analysis));
    return json.endObject().take();
}

} // namespace rest
