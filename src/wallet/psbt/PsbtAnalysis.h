#pragma once

#include "wallet/psbt/PsbtSigner.h"

namespace wallet {

/// Whose turn it is; the earlier role comes first.
enum class PsbtRole { Creator, Updater, Signer, Finalizer, Extractor };

/// Why no valid transaction can come of a PSBT.
enum class PsbtDefect {
    LockTimes,   ///< its inputs' exclude each other
    InputValue,  ///< of `input`: out of range
    Unspendable, ///< `input` spends what nobody can
    OutputValue, ///< the outputs, or their sum, are out of range
};

struct PsbtInputState {
    bool hasCoin = false; ///< what it spends is known
    bool isFinal = false;
    PsbtRole next = PsbtRole::Updater;
    PsbtMissing missing;
};

struct PsbtAnalysis {
    std::optional<PsbtDefect> defect; ///< nothing else is told then
    std::size_t input = 0;            ///< that the defect is of
    std::vector<PsbtInputState> inputs;
    PsbtRole next = PsbtRole::Creator;
    std::optional<primitives::Amount> fee; ///< below 0 where the outputs are worth more; all coins known
    std::optional<std::int64_t> vsize;     ///< of the signed transaction, estimated
    std::optional<std::int64_t> feePerKvB; ///< the same
};

/// What is there, what is missing and who is next. Cost: up to three times the signature checks of the
/// transaction.
PsbtAnalysis analyze(Psbt psbt);

} // namespace wallet
