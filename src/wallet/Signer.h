#pragma once

#include "crypto/ExtendedKey.h"
#include "script/SigHash.h"
#include "wallet/WalletTypes.h"

namespace wallet {

/// Signs P2WPKH inputs with the keys of one account (BIP 143, SIGHASH_ALL, RFC 6979, low S).
class Signer {
public:
    /// `account` is borrowed: m/84'/1'/0'.
    explicit Signer(const crypto::ExtendedPrivateKey& account) : m_account(account) {}

    /// Signs input `index` of `parts`, whose unsigned form `unsignedTx` and `cache` belong to. False when the
    /// key at `path` does not pay to `output`: nothing is changed.
    bool signInput(primitives::TransactionParts& parts, std::size_t index, const KeyPath& path,
                   const primitives::TxOut& output, const primitives::Transaction& unsignedTx,
                   const script::SigHashCache& cache) const;
    /// The whole transaction; every signature is checked before it is given out.
    /// `coins` has one an input, same order. Nothing when a coin is not of this account.
    [[nodiscard]] std::optional<primitives::Transaction> sign(primitives::TransactionParts parts,
                                                              std::span<const WalletCoin> coins) const;

private:
    [[nodiscard]] std::optional<crypto::PrivateKey> keyOf(const KeyPath& path) const;
    const crypto::ExtendedPrivateKey& m_account;
};

} // namespace wallet
