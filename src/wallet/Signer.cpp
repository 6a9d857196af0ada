#include "wallet/Signer.h"

#include "script/Interpreter.h"

namespace wallet {

KeyRing keysAt(const script::Descriptor& descriptor, std::uint32_t index) {
    KeyRing out;
    for (script::WifKey& each : descriptor.secretsAt(index))
        out.add(std::move(each.key), each.isCompressed);
    if (auto output = descriptor.outputSecretAt(index)) out.add(std::move(*output), true);
    for (util::Bytes& inner : descriptor.innerScriptsAt(index))
        out.add(std::move(inner));
    return out;
}

std::optional<primitives::TxIn> Signer::signedAt(const SigningTask& task, std::size_t index,
                                                 const KeyPath& path) const {
    const script::Descriptor* const descriptor = m_secrets(path.descriptor);
    if (descriptor == nullptr) return std::nullopt;
    const primitives::TxIn& present = task.transaction.inputs()[index];
    const bool isFresh = present.scriptSig.empty() && present.witness.empty();
    return signedInput(task, index, keysAt(*descriptor, path.index), script::SigHashDefault,
                       {&present, isFresh ? std::size_t(0) : std::size_t(1)});
}

std::optional<primitives::Transaction> Signer::sign(primitives::TransactionParts parts,
                                                    std::span<const WalletCoin> coins) const {
    if (parts.inputs.empty() || parts.inputs.size() != coins.size()) return std::nullopt;
    std::vector<primitives::TxOut> spent;
    for (const WalletCoin& coin : coins)
        spent.push_back(coin.output);
    const primitives::Transaction unsignedTx(parts);
    const script::SigHashCache cache(unsignedTx, spent);
    const SigningTask task{unsignedTx, spent, cache};
    for (std::size_t i = 0; i < coins.size(); ++i) {
        auto input = signedAt(task, i, coins[i].path);
        if (!input) return std::nullopt;
        parts.inputs[i] = std::move(*input);
    }
    primitives::Transaction out(std::move(parts));
    const script::SigHashCache whole(out, spent);
    for (std::size_t i = 0; i < spent.size(); ++i) {
        if (!script::verifyInput(out, i, spent, whole, script::kPolicyFlags, {})) return std::nullopt;
    }
    return out;
}

} // namespace wallet
