#pragma once

#include "util/Bytes.h"

#include <optional>

namespace script {

enum class OutputType {
    NonStandard,
    Anchor,
    PubKey,
    PubKeyHash,
    ScriptHash,
    MultiSig,
    NullData,
    WitnessPubKeyHash,
    WitnessScriptHash,
    Taproot,
    WitnessUnknown,
};

/// Core's word ("witness_v0_keyhash") and Esplora's ("v0_p2wpkh").
const char* toString(OutputType type);
const char* toEsploraString(OutputType type);

/// The form of an output, as policy and explorers tell them apart; whether it can be spent is not asked.
/// Cost: one look at the script, all of it for a multisig.
OutputType outputTypeOf(util::ByteView scriptPubKey);

/// A version 0 to 16 witness program and its 2 to 40 bytes (BIP 141); nothing for any other script.
struct WitnessProgram {
    int version;
    util::ByteView program;
};
std::optional<WitnessProgram> witnessProgramOf(util::ByteView scriptPubKey);

/// OP_0 and 20 bytes: pay to witness public key hash.
/// Needs: 20 bytes (a bug otherwise); the same of the next two.
util::Bytes witnessPubKeyHashScript(util::ByteView hash20);
util::Bytes pubKeyHashScript(util::ByteView hash20);
util::Bytes scriptHashScript(util::ByteView hash20);
/// Needs: a version from 0 to 16, 2 to 40 bytes (a bug otherwise).
util::Bytes witnessScript(int version, util::ByteView program);

} // namespace script
