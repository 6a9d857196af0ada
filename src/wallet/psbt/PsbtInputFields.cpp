#include "crypto/PublicKey.h"
#include "script/Script.h"
#include "script/SigHash.h"
#include "wallet/psbt/PsbtFields.h"
#include "wallet/psbt/PsbtRecord.h"

#include <algorithm>

namespace wallet {

namespace {

using Row = PsbtField<PsbtInput>;
using psbtfield::kMusigSignature;
constexpr std::size_t kPair = 2 * 33; ///< participant and key together

template <util::Bytes PsbtInput::*Member>
PsbtWrong readInBytes(PsbtInput& input, const PsbtRecord& record) {
    input.*Member = bytesOf(record.value);
    return {};
}

template <std::optional<std::uint32_t> PsbtInput::*Member>
PsbtWrong readInNumber(PsbtInput& input, const PsbtRecord& record) {
    return readSized32(record.value, input.*Member);
}

template <std::map<util::Bytes, util::Bytes> PsbtInput::*Member>
PsbtWrong readPreimage(PsbtInput& input, const PsbtRecord& record) {
    (input.*Member)[bytesOf(record.keyData)] = bytesOf(record.value);
    return {};
}

PsbtWrong readPreviousTransaction(PsbtInput& input, const PsbtRecord& record) {
    auto read = primitives::Transaction::parse(record.value);
    if (!read) return kWrongValueSize;
    if (read->inputs().empty()) return "Non-witness UTXO is of a transaction without inputs";
    input.previousTransaction = std::make_shared<const primitives::Transaction>(std::move(*read));
    return {};
}

PsbtWrong readWitnessOutput(PsbtInput& input, const PsbtRecord& record) {
    util::ByteReader reader(record.value);
    primitives::TxOut output{primitives::Amount(reader.i64()), {}};
    output.scriptPubKey = bytesOf(reader.sized(record.value.size()));
    if (!reader.ok() || !reader.atEnd()) return kWrongValueSize;
    input.witnessOutput = std::move(output);
    return {};
}

/// Strict DER (BIP 66) and a hash type that is defined.
bool isSignature(util::ByteView signature) {
    if (signature.empty() || !crypto::isStrictDer(signature.first(signature.size() - 1))) return false;
    const std::uint32_t type = signature.back() & ~std::uint32_t{script::SigHashAnyoneCanPay};
    return type >= script::SigHashAll && type <= script::SigHashSingle;
}

PsbtWrong readPartialSignature(PsbtInput& input, const PsbtRecord& record) {
    if (record.keyData.size() != 33 && record.keyData.size() != 65)
        return "Size of key was not the expected size for the type partial signature pubkey";
    if (!crypto::PublicKey::parse(record.keyData)) return "Invalid pubkey";
    if (!isSignature(record.value)) return "Signature is not a valid encoding";
    input.signatures[crypto::hash160(record.keyData)] = {bytesOf(record.keyData), bytesOf(record.value)};
    return {};
}

PsbtWrong readWitness(PsbtInput& input, const PsbtRecord& record) {
    util::ByteReader reader(record.value);
    std::vector<util::Bytes> stack;
    const std::uint64_t count = reader.compactSize(record.value.size());
    for (std::uint64_t i = 0; i < count && reader.ok(); ++i)
        stack.push_back(bytesOf(reader.sized(record.value.size())));
    if (!reader.ok() || !reader.atEnd()) return kWrongValueSize;
    input.finalWitness = std::move(stack);
    return {};
}

PsbtWrong readPreviousTxid(PsbtInput& input, const PsbtRecord& record) {
    if (record.value.size() != 32) return kWrongValueSize;
    input.previous.txid = primitives::TxId::fromBytes(record.value);
    return {};
}

PsbtWrong readPreviousIndex(PsbtInput& input, const PsbtRecord& record) {
    std::optional<std::uint32_t> index;
    auto wrong = readSized32(record.value, index);
    input.previous.index = index.value_or(0);
    return wrong;
}

PsbtWrong readRequiredTime(PsbtInput& input, const PsbtRecord& record) {
    auto wrong = readSized32(record.value, input.requiredTime);
    if (wrong || *input.requiredTime >= primitives::kLockTimeThreshold) return wrong;
    return "Required time based locktime is invalid (less than 500000000)";
}

PsbtWrong readRequiredHeight(PsbtInput& input, const PsbtRecord& record) {
    if (auto wrong = readSized32(record.value, input.requiredHeight)) return wrong;
    if (*input.requiredHeight == 0) return "Required height based locktime is invalid (0)";
    if (*input.requiredHeight >= primitives::kLockTimeThreshold)
        return "Required height based locktime is invalid (greater than or equal to 500000000)";
    return {};
}

PsbtWrong checkSchnorrSize(util::ByteView signature, const char* which) {
    if (signature.size() < 64)
        return "Input Taproot " + std::string(which) + " path signature is shorter than 64 bytes";
    if (signature.size() > 65)
        return "Input Taproot " + std::string(which) + " path signature is longer than 65 bytes";
    return {};
}

PsbtWrong readTapKeySignature(PsbtInput& input, const PsbtRecord& record) {
    input.tapKeySignature = bytesOf(record.value);
    return checkSchnorrSize(record.value, "key");
}

PsbtWrong readTapSignature(PsbtInput& input, const PsbtRecord& record) {
    util::ByteReader reader(record.keyData);
    util::Bytes key = bytesOf(reader.view(32));
    input.tapSignatures[{std::move(key), reader.array<32>()}] = bytesOf(record.value);
    return checkSchnorrSize(record.value, "script");
}

PsbtWrong readTapLeaf(PsbtInput& input, const PsbtRecord& record) {
    if (record.keyData.size() < 33) return "Input Taproot leaf script key is not at least 34 bytes";
    if ((record.keyData.size() - 1) % 32 != 0)
        return "Input Taproot leaf script key's control block size is not valid";
    if (record.value.empty()) return "Input Taproot leaf script must be at least 1 byte";
    const script::TapLeaf leaf{bytesOf(record.value.first(record.value.size() - 1)), record.value.back()};
    input.tapLeaves[leaf].insert(bytesOf(record.keyData));
    return {};
}

PsbtWrong readTapRoot(PsbtInput& input, const PsbtRecord& record) {
    if (record.value.size() != 32) return kWrongValueSize;
    input.tapRoot = util::ByteReader(record.value).array<32>();
    return {};
}

/// Nonces and signatures of MuSig2: the participant, the key of all together, and perhaps a leaf.
template <MusigParts PsbtInput::*Member>
PsbtWrong readMusigPart(PsbtInput& input, const PsbtRecord& record) {
    const bool isSignature = record.type == kMusigSignature;
    const util::ByteView key = record.keyData;
    if (key.size() != kPair && key.size() != kPair + 32)
        return std::string("Input musig2 ") + (isSignature ? "partial sig" : "pubnonce") +
               " key is not expected size of 67 or 99 bytes";
    if (!crypto::PublicKey::parse(key.subspan(33, 33))) return "musig2 aggregate pubkey is invalid";
    if (!crypto::PublicKey::parse(key.first(33))) return "musig2 participant pubkey is invalid";
    if (isSignature && record.value.size() != 32) return kWrongValueSize;
    if (!isSignature && record.value.size() != kPair) return "Input musig2 pubnonce value is not 66 bytes";
    auto& parts = (input.*Member)[{bytesOf(key.subspan(33, 33)), bytesOf(key.subspan(kPair))}];
    parts[bytesOf(key.first(33))] = bytesOf(record.value);
    return {};
}

PsbtWrong readInOrigin(PsbtInput& input, const PsbtRecord& record) {
    return readKeyOrigin(record, input.origins);
}

PsbtWrong readInTapOrigin(PsbtInput& input, const PsbtRecord& record) {
    return readTapOrigin(record, input.tapOrigins, "Input");
}

PsbtWrong readInInternalKey(PsbtInput& input, const PsbtRecord& record) {
    return readXOnly(record, input.tapInternalKey);
}

PsbtWrong readInParticipants(PsbtInput& input, const PsbtRecord& record) {
    return readParticipants(record, input.participants, "Input");
}

} // namespace

PsbtWrong readInputRecord(PsbtInput& input, const PsbtRecord& record, std::uint32_t version) {
    using namespace psbtfield;
    using In = PsbtInput;
    static constexpr Row kRows[] = {
        {kPreviousTransaction, "Input Non-witness UTXO", 1, false, readPreviousTransaction},
        {kWitnessOutput, "Input Witness UTXO", 1, false, readWitnessOutput},
        {kPartialSignature, "Input Partial Signature", {}, false, readPartialSignature},
        {kSigHashType, "Input Sighash Type", 1, false, readInNumber<&In::sigHashType>},
        {kInRedeemScript, "Input redeemScript", 1, false, readInBytes<&In::redeemScript>},
        {kInWitnessScript, "Input witnessScript", 1, false, readInBytes<&In::witnessScript>},
        {kInOrigin, "Input BIP32 Keypath", {}, false, readInOrigin},
        {kFinalScriptSig, "Input Final scriptSig", 1, false, readInBytes<&In::finalScriptSig>},
        {kFinalWitness, "Input Final scriptWitness", 1, false, readWitness},
        {kRipemd160, "Input RIPEMD160 Preimage", 21, false, readPreimage<&In::ripemd160>},
        {kSha256, "Input SHA256 Preimage", 33, false, readPreimage<&In::sha256>},
        {kHash160, "Input Hash160 Preimage", 21, false, readPreimage<&In::hash160>},
        {kHash256, "Input Hash256 Preimage", 33, false, readPreimage<&In::hash256>},
        {kPreviousTxid, "Input Previous TXID", 1, true, readPreviousTxid},
        {kPreviousIndex, "Input Previous Output's Index", 1, true, readPreviousIndex},
        {kSequence, "Input Sequence", 1, true, readInNumber<&In::sequence>},
        {kRequiredTime, "Input Required Time Based Locktime", 1, true, readRequiredTime},
        {kRequiredHeight, "Input Required Height Based Locktime", 1, true, readRequiredHeight},
        {kTapKeySignature, "Input Taproot Key Path Signature", 1, false, readTapKeySignature},
        {kTapScriptSignature, "Input Taproot Script Path Signature", 65, false, readTapSignature},
        {kTapLeafScript, "Input Taproot Leaf Script", {}, false, readTapLeaf},
        {kInTapOrigin, "Input Taproot BIP32 Keypath", 33, false, readInTapOrigin},
        {kInTapInternalKey, "Input Taproot Internal Key", 1, false, readInInternalKey},
        {kTapRoot, "Input Taproot Merkle Root", 1, false, readTapRoot},
        {kInParticipants, "Input MuSig2 Participants Pubkeys", 34, false, readInParticipants},
        {kNonce, "Input MuSig2 Public Nonce", {}, false, readMusigPart<&In::nonces>},
        {kMusigSignature, "Input MuSig2 Partial Signature", {}, false, readMusigPart<&In::musigSignatures>},
    };
    return readByRows(kRows, input, record, version, kProprietary);
}

} // namespace wallet
