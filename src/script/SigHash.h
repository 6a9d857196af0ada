#pragma once

#include "crypto/Sha256.h"
#include "primitives/Transaction.h"

#include <optional>

namespace script {

enum SigHashType : std::uint32_t {
    SigHashDefault = 0x00,
    SigHashAll = 0x01,
    SigHashNone = 0x02,
    SigHashSingle = 0x03,
    SigHashAnyoneCanPay = 0x80,
};

/// The hashes over a whole transaction that its inputs' signature messages share (BIP 143, BIP 341).
struct SigHashCache {
    /// `spent` has one output an input, same order; may be empty when only BIP 143 and legacy hashes are
    /// wanted.
    SigHashCache(const primitives::Transaction& transaction, std::span<const primitives::TxOut> spent);
    // Single SHA-256.
    crypto::Hash256Bytes prevoutsSha{}, amountsSha{}, scriptsSha{}, sequencesSha{}, outputsSha{};
    crypto::Hash256Bytes prevoutsShaD{}, sequencesShaD{}, outputsShaD{}; ///< SHA-256d, for BIP 143
    bool hasSpent = false;
};

/// The message a version 0 witness signature signs (BIP 143).
crypto::Hash256Bytes witnessV0SigHash(const primitives::Transaction& transaction, std::size_t input,
                                      util::ByteView scriptCode, primitives::Amount value,
                                      std::uint32_t hashType, const SigHashCache& cache);
/// The message of signatures before SegWit; `scriptCode` already without the signature (FindAndDelete).
crypto::Hash256Bytes legacySigHash(const primitives::Transaction& transaction, std::size_t input,
                                   util::ByteView scriptCode, std::uint32_t hashType);

/// What a BIP 341 / 342 message needs beside the transaction.
struct TaprootSigHashInput {
    std::optional<crypto::Hash256Bytes> annexSha;
    std::optional<crypto::Hash256Bytes> leafHash; ///< set: tapscript (BIP 342)
    std::uint32_t codeSeparatorPosition = 0xffffffff;
};
/// Nothing when the hash type is invalid or SIGHASH_SINGLE has no output. Needs a cache made with the spent
/// outputs.
std::optional<crypto::Hash256Bytes> taprootSigHash(const primitives::Transaction& transaction,
                                                   std::size_t input,
                                                   std::span<const primitives::TxOut> spent,
                                                   std::uint8_t hashType, const TaprootSigHashInput& extra,
                                                   const SigHashCache& cache);

} // namespace script
