#pragma once

#include "script/descriptor/Descriptor.h"
#include "wallet/KeyRing.h"
#include "wallet/WalletTypes.h"

#include <functional>

namespace wallet {

/// The private keys and the scripts that `descriptor` spends its output at `index` with.
KeyRing keysAt(const script::Descriptor& descriptor, std::uint32_t index);

/// Signs inputs of every form that descriptors have, taproot by its key (SIGHASH_ALL, taproot's default).
class Signer {
public:
    /// The descriptor of a number with its private keys; null when there are none.
    using Secrets = std::function<const script::Descriptor*(std::uint32_t descriptor)>;
    explicit Signer(Secrets secrets) : m_secrets(std::move(secrets)) {}

    /// Input `index` as far as the keys of its coin at `path` complete it, on top of what it has already.
    /// Nothing where there are none.
    [[nodiscard]] std::optional<primitives::TxIn> signedAt(const SigningTask& task, std::size_t index,
                                                           const KeyPath& path) const;
    /// The whole transaction; the interpreter has accepted every input of it before it is given out.
    /// `coins` has one an input, same order. Nothing when the keys do not complete an input.
    [[nodiscard]] std::optional<primitives::Transaction> sign(primitives::TransactionParts parts,
                                                              std::span<const WalletCoin> coins) const;

private:
    Secrets m_secrets;
};

} // namespace wallet
