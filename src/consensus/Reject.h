#pragma once

#include <string>

namespace consensus {

/// Why a block or transaction was refused. `reasonOf` gives the words of Bitcoin Core 30 where Core has the
/// rule (up to 29, script failures began with "mandatory-script-verify-flag-failed" and
/// "non-mandatory-script-verify-flag").
enum class Reject {
    // headers
    HighHash,
    BadDiffBits,
    TimeTooOld,
    TimeTooNew,
    BadVersion,
    PreviousUnknown,
    BadPrevious,
    DuplicateInvalid,
    // block bodies
    BadMerkleRoot,
    DuplicateTransaction,
    BlockLength,
    BlockWeight,
    TooManyTransactions,
    CoinbaseMissing,
    CoinbaseMissingForged,
    CoinbaseMultiple,
    CoinbaseHeight,
    CoinbaseAmount,
    WitnessNonceSize,
    WitnessCommitment,
    UnexpectedWitness,
    BlockSigOps,
    NonFinal,
    Bip30,
    AccumulatedFeeRange,
    // transactions
    InputsEmpty,
    OutputsEmpty,
    TxOversize,
    OutputNegative,
    OutputTooLarge,
    OutputTotalTooLarge,
    InputsDuplicate,
    CoinbaseLength,
    PrevoutNull,
    MissingOrSpent,
    ImmatureCoinbase,
    InputValues,
    FeeRange,
    InputsBelowOutputs,
    SequenceLocks,
    Script,
    // mempool
    MempoolCoinbase,
    AlreadyInMempool,
    SameNonWitnessData,
    AlreadyKnown,
    MempoolConflict,
    MempoolMinFee,
    MinRelayFee,
    Dust,
    NotStandard,
    NonFinalMempool,
    SequenceLocksMempool,
    ScriptPolicy,
    TooLongChain,
    InsufficientFee,
    TooManyReplacements,
    ReplacementAddsUnconfirmed,
    MempoolFull,
    SigOpsPolicy,
    TxSize,
    MissingInputs,
    SpendsConflicting,
    TrucViolation,
    InsufficientFeeSibling,
    EphemeralSpends,
    // no fault of the transaction, and no word of Core's
    DiskFailed,
};

/// The reason and what is needed to understand it. The detail is part of Core's reason for Script and
/// ScriptPolicy (the words of script::describe), BadVersion ("0x00000001") and NotStandard (the whole reason:
/// "scriptpubkey"); for all others it explains, as Core's debug message does.
struct Rejection {
    Reject reason;
    std::string detail = {};
    bool operator==(const Rejection&) const = default;
};

/// "bad-txns-inputs-missingorspent", without detail.
const char* reasonOf(Reject reason);
/// Core's whole reason, as `submitblock` answers it: "block-script-verify-flag-failed (…)",
/// "bad-version(0x00000001)".
std::string toString(const Rejection& rejection);
/// The same as `testmempoolaccept` answers it: Core calls coins that it cannot find "missing-inputs" there.
std::string toTestString(const Rejection& rejection);
/// `toString` and what explains it, as Core logs it: "bad-txns-in-belowout, value in (1.00000000) < value out
/// (2.00000000)".
std::string describe(const Rejection& rejection);
/// The body does not belong to the header (bad Merkle root, witness commitment …): the header stays innocent.
/// CoinbaseMissingForged is CoinbaseMissing where inner nodes of the Merkle tree may have been passed off as
/// transactions.
bool isMutation(Reject reason);

} // namespace consensus
