#include "wallet/Signer.h"

#include "crypto/Ripemd160.h"
#include "script/OutputType.h"
#include "util/Require.h"

namespace wallet {

bool Signer::signInput(primitives::TransactionParts& parts, std::size_t index, const KeyPath& path,
                       const primitives::TxOut& output, const primitives::Transaction& unsignedTx,
                       const script::SigHashCache& cache) const {
    const auto key = keyOf(path);
    if (!key) return false;
    const crypto::PublicKey point = key->publicKey();
    const crypto::Hash160Bytes hash = crypto::hash160(point.compressed());
    if (output.scriptPubKey != script::witnessPubKeyHashScript(hash)) return false;
    const crypto::Hash256Bytes message = script::witnessV0SigHash(
        unsignedTx, index, script::pubKeyHashScript(hash), output.value, script::SigHashAll, cache);
    util::Bytes signature = key->signEcdsa(message);
    require(crypto::verifyEcdsa(point.compressed(), signature, message)); // a faulty one could betray the key
    signature.push_back(script::SigHashAll);
    parts.inputs[index].scriptSig.clear();
    parts.inputs[index].witness = {std::move(signature),
                                   util::Bytes(point.compressed().begin(), point.compressed().end())};
    return true;
}

std::optional<primitives::Transaction> Signer::sign(primitives::TransactionParts parts,
                                                    std::span<const WalletCoin> coins) const {
    if (parts.inputs.empty() || parts.inputs.size() != coins.size()) return std::nullopt;
    const primitives::Transaction unsignedTx(parts);
    const script::SigHashCache cache(unsignedTx, {});
    for (std::size_t i = 0; i < coins.size(); ++i) {
        if (!signInput(parts, i, coins[i].path, coins[i].output, unsignedTx, cache)) return std::nullopt;
    }
    return primitives::Transaction(std::move(parts));
}

std::optional<crypto::PrivateKey> Signer::keyOf(const KeyPath& path) const {
    const auto key = m_account.derive({static_cast<std::uint32_t>(path.chain), path.index});
    if (!key) return std::nullopt;
    return key->key;
}

} // namespace wallet
