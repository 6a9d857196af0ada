#include "script/OutputType.h"

#include "script/Push.h"
#include "script/Script.h"
#include "script/ScriptNumber.h"
#include "script/descriptor/KeyForm.h"
#include "util/Require.h"

#include <algorithm>
#include <array>

namespace script {

namespace {

constexpr std::array<std::uint8_t, 2> kAnchorProgram = {0x4e, 0x73};

struct Names {
    const char* core;
    const char* esplora;
};
/// One an OutputType, same order.
constexpr std::array<Names, 11> kTypeNames = {{
    {"nonstandard", "unknown"},
    {"anchor", "anchor"},
    {"pubkey", "p2pk"},
    {"pubkeyhash", "p2pkh"},
    {"scripthash", "p2sh"},
    {"multisig", "multisig"},
    {"nulldata", "op_return"},
    {"witness_v0_keyhash", "v0_p2wpkh"},
    {"witness_v0_scripthash", "v0_p2wsh"},
    {"witness_v1_taproot", "v1_p2tr"},
    {"witness_unknown", "unknown"},
}};
static_assert(kTypeNames.size() == static_cast<std::size_t>(OutputType::WitnessUnknown) + 1);

bool is(util::ByteView script, std::size_t index, Opcode opcode) {
    return static_cast<Opcode>(script[index]) == opcode;
}

bool isPubKey(util::ByteView script) {
    if (script.size() != 35 && script.size() != 67) return false;
    return script[0] == script.size() - 2 && is(script, script.size() - 1, Opcode::CheckSig) &&
           hasKeyForm(script.subspan(1, script.size() - 2));
}

bool isPubKeyHash(util::ByteView script) {
    return script.size() == 25 && is(script, 0, Opcode::Dup) && is(script, 1, Opcode::Hash160) &&
           script[2] == 20 && is(script, 23, Opcode::EqualVerify) && is(script, 24, Opcode::CheckSig);
}

bool isScriptHash(util::ByteView script) {
    return script.size() == 23 && is(script, 0, Opcode::Hash160) && script[1] == 20 &&
           is(script, 22, Opcode::Equal);
}

/// The number of a multisig: OP_1 … OP_16, or 17 … 20 as a minimal push.
std::optional<std::int64_t> multiSigNumber(const Operation& operation) {
    if (operation.opcode >= Opcode::Op1 && operation.opcode <= Opcode::Op16)
        return static_cast<std::int64_t>(operation.opcode) - 0x50;
    if (!operation.isPushOfBytes() || shortestPushOpcode(operation.pushed) != operation.opcode)
        return std::nullopt;
    const auto number = parseNumber(operation.pushed, true);
    return number ? std::optional(*number) : std::nullopt;
}

bool isMultiSig(util::ByteView script) {
    if (script.empty() || !is(script, script.size() - 1, Opcode::CheckMultiSig)) return false;
    OperationReader reader(script);
    auto operation = reader.next();
    if (!operation) return false;
    const auto signatures = multiSigNumber(*operation);
    if (!signatures || *signatures < 1 || *signatures > kMaxMultiSigKeys) return false;
    std::int64_t keys = 0;
    for (operation = reader.next(); operation && hasKeyForm(operation->pushed); operation = reader.next())
        ++keys;
    if (!operation) return false;
    const auto keysNamed = multiSigNumber(*operation);
    return keysNamed && *keysNamed == keys && keys >= *signatures && keys <= kMaxMultiSigKeys &&
           reader.position() + 1 == script.size();
}

OutputType witnessType(const WitnessProgram& witness) {
    const std::size_t size = witness.program.size();
    if (witness.version == 0) {
        if (size == 20) return OutputType::WitnessPubKeyHash;
        return size == 32 ? OutputType::WitnessScriptHash : OutputType::NonStandard;
    }
    if (witness.version == 1 && size == 32) return OutputType::Taproot;
    if (witness.version == 1 && std::ranges::equal(witness.program, kAnchorProgram))
        return OutputType::Anchor;
    return OutputType::WitnessUnknown;
}

} // namespace

const char* toString(OutputType type) {
    return kTypeNames[static_cast<std::size_t>(type)].core;
}
const char* toEsploraString(OutputType type) {
    return kTypeNames[static_cast<std::size_t>(type)].esplora;
}

OutputType outputTypeOf(util::ByteView scriptPubKey) {
    if (isScriptHash(scriptPubKey)) return OutputType::ScriptHash;
    if (const auto witness = witnessProgramOf(scriptPubKey)) return witnessType(*witness);
    if (!scriptPubKey.empty() && is(scriptPubKey, 0, Opcode::Return))
        return isPushOnly(scriptPubKey.subspan(1)) ? OutputType::NullData : OutputType::NonStandard;
    if (isPubKey(scriptPubKey)) return OutputType::PubKey;
    if (isPubKeyHash(scriptPubKey)) return OutputType::PubKeyHash;
    return isMultiSig(scriptPubKey) ? OutputType::MultiSig : OutputType::NonStandard;
}

std::optional<WitnessProgram> witnessProgramOf(util::ByteView scriptPubKey) {
    if (scriptPubKey.size() < 4 || scriptPubKey.size() > 42 || scriptPubKey[1] + 2U != scriptPubKey.size())
        return std::nullopt;
    const auto opcode = static_cast<Opcode>(scriptPubKey[0]);
    if (opcode == Opcode::Op0) return WitnessProgram{0, scriptPubKey.subspan(2)};
    if (opcode < Opcode::Op1 || opcode > Opcode::Op16) return std::nullopt;
    return WitnessProgram{scriptPubKey[0] - 0x50, scriptPubKey.subspan(2)};
}

util::Bytes witnessPubKeyHashScript(util::ByteView hash20) {
    require(hash20.size() == 20);
    return witnessScript(0, hash20);
}

util::Bytes pubKeyHashScript(util::ByteView hash20) {
    require(hash20.size() == 20);
    // Made for every P2WPKH input that is checked: at once and not piece by piece.
    util::Bytes script{static_cast<std::uint8_t>(Opcode::Dup), static_cast<std::uint8_t>(Opcode::Hash160),
                       20};
    script.resize(25);
    std::ranges::copy(hash20, script.begin() + 3);
    script[23] = static_cast<std::uint8_t>(Opcode::EqualVerify);
    script[24] = static_cast<std::uint8_t>(Opcode::CheckSig);
    return script;
}

util::Bytes scriptHashScript(util::ByteView hash20) {
    require(hash20.size() == 20);
    return ScriptBuilder().op(Opcode::Hash160).push(hash20).op(Opcode::Equal).take();
}

util::Bytes witnessScript(int version, util::ByteView program) {
    require(version >= 0 && version <= 16 && program.size() >= 2 && program.size() <= 40);
    return ScriptBuilder().number(version).push(program).take();
}

} // namespace script
