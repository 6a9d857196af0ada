#pragma once

#include "primitives/Transaction.h"
#include "script/ScriptError.h"
#include "script/SigHash.h"
#include "script/SignatureCache.h"
#include "util/Result.h"

namespace script {

/// Switches of the rules, as the published vectors name them (VERIFY_P2SH = "P2SH", …).
enum VerifyFlag : std::uint32_t {
    VerifyNone = 0,
    VerifyP2sh = 1U << 0,
    VerifyStrictEncoding = 1U << 1,
    VerifyDerSignature = 1U << 2,
    VerifyLowS = 1U << 3,
    VerifyNullDummy = 1U << 4,
    VerifySigPushOnly = 1U << 5,
    VerifyMinimalData = 1U << 6,
    VerifyDiscourageUpgradableNops = 1U << 7,
    VerifyCleanStack = 1U << 8,
    VerifyCheckLockTime = 1U << 9,
    VerifyCheckSequence = 1U << 10,
    VerifyWitness = 1U << 11,
    VerifyDiscourageUpgradableWitnessProgram = 1U << 12,
    VerifyMinimalIf = 1U << 13,
    VerifyNullFail = 1U << 14,
    VerifyWitnessPubKeyType = 1U << 15,
    VerifyConstScriptCode = 1U << 16,
    VerifyTaproot = 1U << 17,
    VerifyDiscourageUpgradableTaprootVersion = 1U << 18,
    VerifyDiscourageOpSuccess = 1U << 19,
    VerifyDiscourageUpgradablePubKeyType = 1U << 20,
};
using VerifyFlags = std::uint32_t;

/// What a block must obey here: every soft fork is active from the start.
constexpr VerifyFlags kBlockFlags = VerifyP2sh | VerifyDerSignature | VerifyCheckLockTime |
                                    VerifyCheckSequence | VerifyWitness | VerifyNullDummy | VerifyTaproot;
/// What the mempool asks beyond that (standardness).
constexpr VerifyFlags kPolicyFlags =
    kBlockFlags | VerifyStrictEncoding | VerifyLowS | VerifyMinimalData | VerifyDiscourageUpgradableNops |
    VerifyCleanStack | VerifyMinimalIf | VerifyNullFail | VerifyDiscourageUpgradableWitnessProgram |
    VerifyWitnessPubKeyType | VerifyConstScriptCode | VerifyDiscourageUpgradableTaprootVersion |
    VerifyDiscourageOpSuccess | VerifyDiscourageUpgradablePubKeyType;

/// Checks that input `input` of `transaction` may spend its coin. `curve` may know verdicts of before.
/// Needs:  `spent` has one output an input, same order (a bug otherwise); `cache` was made from both.
/// Errors: the rule that failed, as Bitcoin Core names it.
/// Cost:   one signature check for P2WPKH, about 40 µs; bounded by the limits of scripts for any other.
/// Thread: any (pure).
Result<void, ScriptError> verifyInput(const primitives::Transaction& transaction, std::size_t input,
                                      std::span<const primitives::TxOut> spent, const SigHashCache& cache,
                                      VerifyFlags flags, CurveChecks curve = {});

/// BIP 141 signature-operation cost of one input beyond the legacy count (P2SH and witness programs).
std::int64_t inputSigOpCost(const primitives::TxIn& input, util::ByteView spentScript, VerifyFlags flags);

} // namespace script
