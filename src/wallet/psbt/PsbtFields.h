#pragma once

#include <cstdint>
#include <string_view>

// The numbers of the fields. Source: BIP 174, 370, 371, 373.
namespace wallet::psbtfield {

constexpr std::string_view kMagic = "psbt\xff";
constexpr std::uint8_t kProprietary = 0xfc;

constexpr std::uint8_t kUnsignedTx = 0x00, kXpub = 0x01, kTxVersion = 0x02, kFallbackLockTime = 0x03,
                       kInputCount = 0x04, kOutputCount = 0x05, kModifiable = 0x06, kVersion = 0xfb;

constexpr std::uint8_t kPreviousTransaction = 0x00, kWitnessOutput = 0x01, kPartialSignature = 0x02,
                       kSigHashType = 0x03, kInRedeemScript = 0x04, kInWitnessScript = 0x05, kInOrigin = 0x06,
                       kFinalScriptSig = 0x07, kFinalWitness = 0x08, kRipemd160 = 0x0a, kSha256 = 0x0b,
                       kHash160 = 0x0c, kHash256 = 0x0d, kPreviousTxid = 0x0e, kPreviousIndex = 0x0f,
                       kSequence = 0x10, kRequiredTime = 0x11, kRequiredHeight = 0x12,
                       kTapKeySignature = 0x13, kTapScriptSignature = 0x14, kTapLeafScript = 0x15,
                       kInTapOrigin = 0x16, kInTapInternalKey = 0x17, kTapRoot = 0x18, kInParticipants = 0x1a,
                       kNonce = 0x1b, kMusigSignature = 0x1c;

constexpr std::uint8_t kOutRedeemScript = 0x00, kOutWitnessScript = 0x01, kOutOrigin = 0x02,
                       kOutAmount = 0x03, kOutScript = 0x04, kOutTapInternalKey = 0x05, kTapTree = 0x06,
                       kOutTapOrigin = 0x07, kOutParticipants = 0x08;

} // namespace wallet::psbtfield
