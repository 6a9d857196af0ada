#pragma once

#include "script/SigHash.h"
#include "wallet/psbt/Psbt.h"

namespace wallet {

enum class PsbtSignError {
    MissingCoin,     ///< nobody knows what the input spends, or it does not fit
    SigHashMismatch, ///< the input asks for another hash type than its signer
    Incomplete,      ///< signatures, scripts or keys are missing
    Impossible,      ///< its lock times exclude each other: no transaction can be made of it
};

/// How an input is filled and signed.
struct PsbtSigning {
    std::optional<std::uint32_t> sigHashType; ///< nothing: DEFAULT in taproot, else ALL
    bool finalize = true;
    bool withOrigins = true; ///< writes down where keys come from
    bool sign = true;        ///< false: private keys are left alone
};

/// What an input needs beside what is there.
struct PsbtMissing {
    std::vector<crypto::Hash160Bytes> keys;       ///< whose public keys are not known
    std::vector<crypto::Hash160Bytes> signatures; ///< by the hash of their keys
    std::optional<crypto::Hash160Bytes> redeemScript;
    std::optional<crypto::Hash256Bytes> witnessScript;
    bool taprootSignature = false;
};

/// The roles of updater, signer, finaliser and extractor of one PSBT. Understands P2PK, P2PKH, multisig,
/// these in P2SH and P2WSH, P2WPKH, taproot by its key, and leaves with one key or a multisig (BIP 387).
/// `psbt` is borrowed; whoever changes its inputs or outputs otherwise makes a new one.
class PsbtSigner {
public:
    explicit PsbtSigner(Psbt& psbt);

    /// Fills in what `data` knows of an input, signs it with the private keys there, and puts the final form
    /// together when all is there. What is filled in stays whatever the answer.
    Result<void, PsbtSignError> fillInput(std::size_t index, const script::SpendingData& data,
                                          const PsbtSigning& options, PsbtMissing* missing = nullptr);
    /// The scripts behind an output, and where its keys come from.
    void fillOutput(std::size_t index, const script::SpendingData& data, bool withOrigins = true);
    /// Takes previous transactions out that no signer needs: when all inputs are of taproot.
    void dropPreviousTransactions();

    /// Every input's final form, as far as signatures are there; whether all are final.
    bool finalize();
    /// Whether an input is final and its scripts hold.
    [[nodiscard]] bool isSigned(std::size_t index) const;
    [[nodiscard]] bool isComplete() const;
    /// The transaction of a PSBT that is complete.
    [[nodiscard]] primitives::Transaction extract() const;
    /// An input with signatures of the usual size in their places; nothing when keys or scripts are missing.
    [[nodiscard]] std::optional<primitives::TxIn> estimatedInput(std::size_t index) const;

private:
    /// The hash type to sign with, or that it contradicts what is there.
    [[nodiscard]] std::optional<std::uint32_t> agreedHashType(const PsbtInput& input, bool isTaproot,
                                                              const PsbtSigning& options) const;
    [[nodiscard]] bool holds(std::size_t index, const util::Bytes& scriptSig,
                             const std::vector<util::Bytes>& witness) const;

    Psbt& m_psbt;
    std::optional<primitives::Transaction> m_transaction; ///< none: Impossible
    std::vector<primitives::TxOut> m_spent;               ///< one an input; empty where nobody knows
    bool m_knowsAll = false;
    std::optional<script::SigHashCache> m_cache;
};

} // namespace wallet
