#include "script/Address.h"

#include "crypto/Base58Check.h"
#include "crypto/Bech32.h"
#include "script/OutputType.h"

namespace script {

namespace {

constexpr std::size_t kHashSize = 20;

std::string base58Address(std::uint8_t version, util::ByteView hash20) {
    util::Bytes payload{version};
    payload.insert(payload.end(), hash20.begin(), hash20.end());
    return crypto::encodeBase58Check(payload);
}

Result<util::Bytes, AddressError> fromBech32(const crypto::Bech32Text& decoded, std::string_view address,
                                             const AddressFormat& format) {
    if (decoded.prefix != format.bech32Prefix) return fail(AddressError::WrongNetwork);
    if (decoded.values.empty() || decoded.values[0] > 16) return fail(AddressError::WrongLength);
    const auto encoding =
        decoded.values[0] == 0 ? crypto::Bech32Encoding::Bech32 : crypto::Bech32Encoding::Bech32m;
    if (decoded.encoding != encoding) return fail(AddressError::Malformed);
    const auto witness = crypto::decodeSegwit(format.bech32Prefix, address);
    if (!witness) return fail(AddressError::WrongLength);
    return witnessScript(witness->version, witness->program);
}

Result<util::Bytes, AddressError> fromBase58(util::ByteView payload, const AddressFormat& format) {
    if (payload.size() != 1 + kHashSize) return fail(AddressError::WrongLength);
    const util::ByteView hash = payload.subspan(1);
    if (payload[0] == format.pubKeyHash) return pubKeyHashScript(hash);
    if (payload[0] == format.scriptHash) return scriptHashScript(hash);
    return fail(AddressError::WrongNetwork);
}

} // namespace

std::optional<std::string> toAddress(util::ByteView scriptPubKey, const AddressFormat& format) {
    switch (outputTypeOf(scriptPubKey)) {
    case OutputType::PubKeyHash:
        return base58Address(format.pubKeyHash, scriptPubKey.subspan(3, kHashSize));
    case OutputType::ScriptHash:
        return base58Address(format.scriptHash, scriptPubKey.subspan(2, kHashSize));
    case OutputType::Anchor:
    case OutputType::WitnessPubKeyHash:
    case OutputType::WitnessScriptHash:
    case OutputType::Taproot:
    case OutputType::WitnessUnknown: {
        const auto witness = witnessProgramOf(scriptPubKey);
        return crypto::encodeSegwit(format.bech32Prefix, witness->version, witness->program);
    }
    case OutputType::NonStandard:
    case OutputType::PubKey:
    case OutputType::MultiSig:
    case OutputType::NullData:
        break;
    }
    return std::nullopt;
}

Result<util::Bytes, AddressError> scriptFromAddress(std::string_view address, const AddressFormat& format) {
    if (const auto decoded = crypto::decodeBech32(address)) return fromBech32(*decoded, address, format);
    if (const auto payload = crypto::decodeBase58Check(address)) return fromBase58(*payload, format);
    return fail(AddressError::Malformed);
}

} // namespace script
