#pragma once

#include "primitives/Transaction.h"
#include "script/descriptor/SpendingData.h"
#include "util/Result.h"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>

namespace wallet {

/// Longer ones are not read.
constexpr std::size_t kMaxPsbtBytes = 100'000'000;

using PsbtRecords = std::map<util::Bytes, util::Bytes>; ///< by whole key, type and all

/// Where a key of taproot comes from, and the leaves that use it.
struct TapOrigin {
    script::LeafHashes leaves;
    script::KeyOrigin origin;
    bool operator==(const TapOrigin&) const = default;
};

/// Keys that sign as one (BIP 373): by the key they make together, 33 bytes each.
using MusigParticipants = std::map<util::Bytes, std::vector<util::Bytes>>;
/// What they sign with: by that key and a leaf's hash (empty: the key path), then by participant.
using MusigParts = std::map<std::pair<util::Bytes, util::Bytes>, std::map<util::Bytes, util::Bytes>>;

struct PartialSignature {
    util::Bytes key; ///< 33 or 65 bytes
    util::Bytes signature;
    bool operator==(const PartialSignature&) const = default;
};

/// An input with what is known of it. Empty bytes stand for a field that is not there.
struct PsbtInput {
    primitives::OutPoint previous;
    std::optional<std::uint32_t> sequence;
    std::optional<std::uint32_t> requiredTime, requiredHeight; ///< version 2

    primitives::TransactionRef previousTransaction; ///< whole, or null; checked against `previous`
    std::optional<primitives::TxOut> witnessOutput; ///< what is spent, where a witness signs that, too
    std::map<crypto::Hash160Bytes, PartialSignature> signatures; ///< by the hash of the key
    std::optional<std::uint32_t> sigHashType;
    util::Bytes redeemScript, witnessScript;
    std::map<util::Bytes, script::KeyOrigin> origins; ///< by key
    util::Bytes finalScriptSig;
    std::vector<util::Bytes> finalWitness;
    std::map<util::Bytes, util::Bytes> ripemd160, sha256, hash160, hash256; ///< preimages by hash

    util::Bytes tapKeySignature;
    std::map<std::pair<util::Bytes, crypto::Hash256Bytes>, util::Bytes> tapSignatures; ///< by key and leaf
    script::TapLeaves tapLeaves;
    std::map<util::Bytes, TapOrigin> tapOrigins; ///< by key of 32 bytes
    util::Bytes tapInternalKey;                  ///< 32 bytes
    std::optional<crypto::Hash256Bytes> tapRoot;

    MusigParticipants participants;
    MusigParts nonces, musigSignatures;
    PsbtRecords proprietary, unknown;

    [[nodiscard]] bool isFinal() const { return !finalScriptSig.empty() || !finalWitness.empty(); }
    [[nodiscard]] bool hasSignatures() const;
    /// What is spent, from either source; nothing when neither is there or fits.
    [[nodiscard]] std::optional<primitives::TxOut> spentOutput() const;
    /// Takes out what only signers need, once there is a final form.
    void clearUnsigned();
};

struct PsbtOutput {
    primitives::Amount amount; ///< as it was given: perhaps out of range
    util::Bytes script;
    util::Bytes redeemScript, witnessScript;
    std::map<util::Bytes, script::KeyOrigin> origins;
    util::Bytes tapInternalKey;
    std::vector<script::TapTreeLeaf> tapTree;
    std::map<util::Bytes, TapOrigin> tapOrigins;
    MusigParticipants participants;
    PsbtRecords proprietary, unknown;
};

/// A transaction on its way from hand to hand until it is signed. Value type.
/// Source: BIP 174, 370 (version 2), 371 (taproot), 373 (MuSig2 fields, which are kept and not used).
struct Psbt {
    // Bits of `modifiable`.
    static constexpr std::uint8_t kInputsModifiable = 1, kOutputsModifiable = 2, kHasSigHashSingle = 4;

    std::uint32_t version = 2; ///< 0 or 2
    std::int32_t txVersion = 2;
    std::optional<std::uint32_t> fallbackLockTime;
    std::optional<std::uint8_t> modifiable;         ///< version 2
    std::map<util::Bytes, script::KeyOrigin> xpubs; ///< by extended key, 78 bytes
    std::vector<PsbtInput> inputs;
    std::vector<PsbtOutput> outputs;
    PsbtRecords proprietary, unknown;

    /// Of an unsigned transaction; what signs it is left out.
    static Psbt of(const primitives::Transaction& transaction, std::uint32_t version);
    /// The lock time that all inputs agree on; nothing when there is none.
    [[nodiscard]] std::optional<std::uint32_t> lockTime() const;
    /// Nothing when the inputs' lock times exclude each other.
    [[nodiscard]] std::optional<primitives::Transaction> unsignedTransaction() const;
    /// The same for all that are about one transaction.
    [[nodiscard]] std::optional<primitives::TxId> uniqueId() const;
    /// What the inputs spend, one an input; empty outputs where nobody knows.
    [[nodiscard]] std::vector<primitives::TxOut> spentOutputs() const;
};

/// What programs tell apart of what can be wrong.
enum class PsbtFault {
    NotPsbt, ///< does not begin like one, or is no Base64
    Broken,  ///< ends too early, or goes on behind its end
    Version, ///< of a version that is not known
    Field,   ///< breaks a rule of the format
};
/// `words`: in those of Bitcoin Core, which scripts match on.
struct PsbtError {
    PsbtFault fault = PsbtFault::Field;
    std::string words;
};

/// Reads all of `bytes`, which may be anything. What is not known is kept.
Result<Psbt, PsbtError> parsePsbt(util::ByteView bytes);
/// The same of Base64 text.
Result<Psbt, PsbtError> psbtFromBase64(std::string_view text);
/// Needs: a transaction (`unsignedTransaction`) where the version is 0.
util::Bytes serialize(const Psbt& psbt);
std::string toBase64(const Psbt& psbt);

} // namespace wallet
