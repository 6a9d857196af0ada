#include "consensus/Reject.h"

#include "util/Require.h"

#include <array>

namespace consensus {

namespace {

/// How the detail belongs to Core's reason.
enum class Detail {
    Apart,    ///< explains it: "bad-txns-in-belowout", "value in (…) < value out (…)"
    Brackets, ///< part of it: "bad-version(0x00000001)"
    Spaced,   ///< part of it: "block-script-verify-flag-failed (…)"
    Instead,  ///< is it: "scriptpubkey"
};

struct Row {
    Reject reason{};
    const char* words = "";
    bool isMutation = false;
    Detail detail = Detail::Apart;
};

constexpr bool kMutation = true;

// In the order of the enum, so that a reason is its own index.
constexpr std::array kRows = {
    Row{Reject::HighHash, "high-hash"},
    Row{Reject::BadDiffBits, "bad-diffbits"},
    Row{Reject::TimeTooOld, "time-too-old"},
    Row{Reject::TimeTooNew, "time-too-new"},
    Row{Reject::BadVersion, "bad-version", false, Detail::Brackets},
    Row{Reject::PreviousUnknown, "prev-blk-not-found"},
    Row{Reject::BadPrevious, "bad-prevblk"},
    Row{Reject::DuplicateInvalid, "duplicate-invalid"},
    Row{Reject::BadMerkleRoot, "bad-txnmrklroot", kMutation},
    Row{Reject::DuplicateTransaction, "bad-txns-duplicate", kMutation},
    Row{Reject::BlockLength, "bad-blk-length"},
    Row{Reject::BlockWeight, "bad-blk-weight"},
    Row{Reject::TooManyTransactions, "bad-blk-txcount"},
    Row{Reject::CoinbaseMissing, "bad-cb-missing"},
    Row{Reject::CoinbaseMissingForged, "bad-cb-missing", kMutation},
    Row{Reject::CoinbaseMultiple, "bad-cb-multiple"},
    Row{Reject::CoinbaseHeight, "bad-cb-height"},
    Row{Reject::CoinbaseAmount, "bad-cb-amount"},
    Row{Reject::WitnessNonceSize, "bad-witness-nonce-size", kMutation},
    Row{Reject::WitnessCommitment, "bad-witness-merkle-match", kMutation},
    Row{Reject::UnexpectedWitness, "unexpected-witness", kMutation},
    Row{Reject::BlockSigOps, "bad-blk-sigops"},
    Row{Reject::NonFinal, "bad-txns-nonfinal"},
    Row{Reject::Bip30, "bad-txns-BIP30"},
    Row{Reject::AccumulatedFeeRange, "bad-txns-accumulated-fee-outofrange"},
    Row{Reject::InputsEmpty, "bad-txns-vin-empty"},
    Row{Reject::OutputsEmpty, "bad-txns-vout-empty"},
    Row{Reject::TxOversize, "bad-txns-oversize"},
    Row{Reject::OutputNegative, "bad-txns-vout-negative"},
    Row{Reject::OutputTooLarge, "bad-txns-vout-toolarge"},
    Row{Reject::OutputTotalTooLarge, "bad-txns-txouttotal-toolarge"},
    Row{Reject::InputsDuplicate, "bad-txns-inputs-duplicate"},
    Row{Reject::CoinbaseLength, "bad-cb-length"},
    Row{Reject::PrevoutNull, "bad-txns-prevout-null"},
    Row{Reject::MissingOrSpent, "bad-txns-inputs-missingorspent"},
    Row{Reject::ImmatureCoinbase, "bad-txns-premature-spend-of-coinbase"},
    Row{Reject::InputValues, "bad-txns-inputvalues-outofrange"},
    Row{Reject::FeeRange, "bad-txns-fee-outofrange"},
    Row{Reject::InputsBelowOutputs, "bad-txns-in-belowout"},
    Row{Reject::SequenceLocks, "bad-txns-nonfinal"},
    Row{Reject::Script, "block-script-verify-flag-failed", false, Detail::Spaced},
    Row{Reject::MempoolCoinbase, "coinbase"},
    Row{Reject::AlreadyInMempool, "txn-already-in-mempool"},
    Row{Reject::SameNonWitnessData, "txn-same-nonwitness-data-in-mempool"},
    Row{Reject::AlreadyKnown, "txn-already-known"},
    Row{Reject::MempoolConflict, "txn-mempool-conflict"},
    Row{Reject::MempoolMinFee, "mempool min fee not met"},
    Row{Reject::MinRelayFee, "min relay fee not met"},
    Row{Reject::Dust, "dust"},
    Row{Reject::NotStandard, "non-standard", false, Detail::Instead},
    Row{Reject::NonFinalMempool, "non-final"},
    Row{Reject::SequenceLocksMempool, "non-BIP68-final"},
    Row{Reject::ScriptPolicy, "mempool-script-verify-flag-failed", false, Detail::Spaced},
    Row{Reject::TooLongChain, "too-long-mempool-chain"},
    Row{Reject::InsufficientFee, "insufficient fee"},
    Row{Reject::TooManyReplacements, "too many potential replacements"},
    Row{Reject::ReplacementAddsUnconfirmed, "replacement-adds-unconfirmed"},
    Row{Reject::MempoolFull, "mempool full"},
    Row{Reject::SigOpsPolicy, "bad-txns-too-many-sigops"},
    Row{Reject::TxSize, "tx-size"},
    Row{Reject::MissingInputs, "bad-txns-inputs-missingorspent"},
    Row{Reject::SpendsConflicting, "bad-txns-spends-conflicting-tx"},
    Row{Reject::TrucViolation, "TRUC-violation"},
    Row{Reject::InsufficientFeeSibling, "insufficient fee (including sibling eviction)"},
    Row{Reject::EphemeralSpends, "missing-ephemeral-spends"},
    Row{Reject::DiskFailed, "the disk is full or failed"},
};

constexpr bool inOrder() {
    for (std::size_t i = 0; i < kRows.size(); ++i) {
        if (static_cast<std::size_t>(kRows[i].reason) != i) return false;
    }
    return true;
}
static_assert(inOrder());
static_assert(kRows.size() == static_cast<std::size_t>(Reject::DiskFailed) + 1);

const Row& rowOf(Reject reason) {
    const auto index = static_cast<std::size_t>(reason);
    require(index < kRows.size());
    return kRows[index];
}

} // namespace

const char* reasonOf(Reject reason) {
    return rowOf(reason).words;
}

std::string toString(const Rejection& rejection) {
    const Row& row = rowOf(rejection.reason);
    const std::string& detail = rejection.detail;
    if (detail.empty()) return row.words;
    switch (row.detail) {
    case Detail::Apart:
        return row.words;
    case Detail::Brackets:
        return std::string(row.words) + '(' + detail + ')';
    case Detail::Spaced:
        return std::string(row.words) + " (" + detail + ')';
    case Detail::Instead:
        return detail;
    }
    return row.words;
}

std::string toTestString(const Rejection& rejection) {
    return rejection.reason == Reject::MissingInputs ? "missing-inputs" : toString(rejection);
}

std::string describe(const Rejection& rejection) {
    const bool isApart = rowOf(rejection.reason).detail == Detail::Apart && !rejection.detail.empty();
    return isApart ? toString(rejection) + ", " + rejection.detail : toString(rejection);
}

bool isMutation(Reject reason) {
    return rowOf(reason).isMutation;
}

} // namespace consensus
