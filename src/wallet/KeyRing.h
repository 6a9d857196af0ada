#pragma once

#include "crypto/PrivateKey.h"
#include "primitives/Transaction.h"
#include "script/SigHash.h"

#include <map>
#include <set>
#include <span>

namespace wallet {

/// Private keys and scripts that somebody brings along to sign with: of any usual form, not of one wallet.
class KeyRing {
public:
    /// With the form in which its public key is used.
    void add(crypto::PrivateKey key, bool isCompressed);
    /// A redeem or witness script.
    void add(util::Bytes script) { m_scripts.insert(std::move(script)); }

    /// By the public key as scripts hold it, 33 or 65 bytes; null when it is not here.
    [[nodiscard]] const crypto::PrivateKey* find(util::ByteView publicKey) const;
    [[nodiscard]] const std::map<util::Bytes, crypto::PrivateKey>& keys() const { return m_keys; }
    [[nodiscard]] const std::set<util::Bytes>& scripts() const { return m_scripts; }

private:
    std::map<util::Bytes, crypto::PrivateKey> m_keys;
    std::set<util::Bytes> m_scripts;
};

/// A transaction that is being signed, with what its inputs spend. All of it is borrowed.
struct SigningTask {
    const primitives::Transaction& transaction;
    std::span<const primitives::TxOut> spent; ///< one an input, same order; an empty script: nobody knows it
    const script::SigHashCache& cache;        ///< made from both
    bool knowsAllSpent = true;                ///< taproot signatures commit to all of them
};

/// Input `index` as far as the ring's keys, and the signatures in `earlier`, complete it: P2PK, P2PKH,
/// multisig, these in P2SH and P2WSH, P2WPKH and P2TR by its key. What is not understood stays as it is.
/// `hashType`: SigHashDefault is SigHashAll but for taproot.
primitives::TxIn signedInput(const SigningTask& task, std::size_t index, const KeyRing& ring,
                             std::uint32_t hashType, std::span<const primitives::TxIn> earlier);

} // namespace wallet
