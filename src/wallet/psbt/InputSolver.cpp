#include "wallet/psbt/InputSolver.h"

#include "script/Script.h"
#include "util/Require.h"

#include <algorithm>

namespace wallet {

using script::OutputType;
using util::Bytes;
using util::ByteView;

namespace {

constexpr std::size_t kUsualSignature = 71; ///< with its hash type, as Bitcoin Core counts

util::Bytes scriptOf(const std::vector<Bytes>& pushes) {
    script::ScriptBuilder builder;
    for (const Bytes& each : pushes)
        builder.push(each);
    return builder.take();
}

} // namespace

InputSolver::Solution InputSolver::run(const primitives::TxOut& spent) {
    Solution out;
    Bytes script = spent.scriptPubKey;
    OutputType type = script::outputTypeOf(script);
    const bool isWrapped = type == OutputType::ScriptHash;
    if (isWrapped) {
        const ByteView hash = ByteView(script).subspan(2, 20);
        const auto redeem = redeemScriptOf(hash);
        if (!redeem) {
            m_missing.redeemScript.emplace();
            std::ranges::copy(hash, m_missing.redeemScript->begin());
            return out;
        }
        m_input.redeemScript = *redeem;
        script = *redeem;
        type = script::outputTypeOf(script);
    }
    std::optional<Stack> stack;
    if (type == OutputType::Taproot && !isWrapped) {
        out.isWitness = true;
        stack = solveTaproot(ByteView(script).subspan(2));
    } else if (script::witnessProgramOf(script)) {
        stack = witnessStack(script, type, out.isWitness);
    } else if (type != OutputType::ScriptHash) {
        stack = solve(script, Version::Base);
    }
    out.isWhole = stack.has_value();
    if (out.isWitness) {
        if (stack) out.witness = std::move(*stack);
        if (isWrapped) out.scriptSig = scriptOf({script});
    } else if (stack) {
        if (isWrapped) stack->push_back(script);
        out.scriptSig = scriptOf(*stack);
    }
    return out;
}

std::optional<Bytes> InputSolver::redeemScriptOf(ByteView hash) const {
    if (!m_input.redeemScript.empty() && std::ranges::equal(crypto::hash160(m_input.redeemScript), hash))
        return m_input.redeemScript;
    const auto found = std::ranges::find_if(
        m_data.redeemScripts, [&](const auto& each) { return std::ranges::equal(each.first, hash); });
    return found == m_data.redeemScripts.end() ? std::nullopt : std::optional(found->second);
}

std::optional<Bytes> InputSolver::witnessScriptOf(ByteView hash) const {
    if (!m_input.witnessScript.empty() && std::ranges::equal(crypto::sha256(m_input.witnessScript), hash))
        return m_input.witnessScript;
    const auto found = std::ranges::find_if(
        m_data.witnessScripts, [&](const auto& each) { return std::ranges::equal(each.first, hash); });
    return found == m_data.witnessScripts.end() ? std::nullopt : std::optional(found->second);
}

std::optional<Bytes> InputSolver::keyOf(ByteView hash) const {
    for (const auto& [key, origin] : m_input.origins) {
        if (std::ranges::equal(crypto::hash160(key), hash)) return key;
    }
    for (const auto& [keyHash, made] : m_input.signatures) {
        if (std::ranges::equal(keyHash, hash)) return made.key;
    }
    return m_data.keyOfHash(hash);
}

/// Of a version 0 program.
std::optional<InputSolver::Stack> InputSolver::witnessStack(ByteView program, OutputType type,
                                                            bool& isWitness) {
    const ByteView hash = program.subspan(2);
    if (type == OutputType::WitnessPubKeyHash) {
        isWitness = true;
        return solve(script::pubKeyHashScript(hash), Version::Witness);
    }
    if (type != OutputType::WitnessScriptHash) return std::nullopt;
    const auto inner = witnessScriptOf(hash);
    if (!inner) {
        m_missing.witnessScript.emplace();
        std::ranges::copy(hash, m_missing.witnessScript->begin());
        return std::nullopt;
    }
    isWitness = true;
    m_input.witnessScript = *inner;
    auto stack = solve(*inner, Version::Witness);
    if (stack) stack->push_back(*inner);
    return stack;
}

/// What makes the script true; nothing when something is missing.
std::optional<InputSolver::Stack> InputSolver::solve(ByteView script, Version version) {
    switch (script::outputTypeOf(script)) {
    case OutputType::PubKey: {
        auto made = signature(script.subspan(1, script.size() - 2), script, version);
        return made ? std::optional(Stack{std::move(*made)}) : std::nullopt;
    }
    case OutputType::PubKeyHash: {
        const ByteView hash = script.subspan(3, 20);
        const auto key = keyOf(hash);
        if (!key) {
            std::ranges::copy(hash, m_missing.keys.emplace_back().begin());
            return std::nullopt;
        }
        auto made = signature(*key, script, version);
        return made ? std::optional(Stack{std::move(*made), *key}) : std::nullopt;
    }
    case OutputType::MultiSig:
        return solveMultiSig(script, version);
    default:
        return std::nullopt;
    }
}

/// As many signatures as are wanted, in the order of the keys.
std::optional<InputSolver::Stack> InputSolver::solveMultiSig(ByteView script, Version version) {
    script::OperationReader reader(script);
    const auto first = reader.next();
    const std::size_t wanted =
        first->isPushOfBytes() ? first->pushed[0] : static_cast<std::size_t>(first->opcode) - 0x50;
    Stack stack{{}}; // OP_CHECKMULTISIG takes one more than it needs
    for (auto key = reader.next(); key && key->pushed.size() >= 33; key = reader.next()) {
        auto made = signature(key->pushed, script, version);
        if (made && stack.size() <= wanted) stack.push_back(std::move(*made));
    }
    return stack.size() == wanted + 1 ? std::optional(std::move(stack)) : std::nullopt;
}

/// Nothing where the hash type has no output to sign: such a signature would be good for other payments.
std::optional<crypto::Hash256Bytes> InputSolver::message(ByteView script, Version version,
                                                         std::uint32_t hashType) const {
    const auto& transaction = *m_task.transaction;
    if ((hashType & 0x1f) == script::SigHashSingle && m_task.index >= transaction.outputs().size())
        return std::nullopt;
    if (version == Version::Base) return script::legacySigHash(transaction, m_task.index, script, hashType);
    return script::witnessV0SigHash(transaction, m_task.index, script, m_task.spent[m_task.index].value,
                                    hashType, *m_task.cache);
}

bool InputSolver::isSignedBy(const PartialSignature& made, ByteView script, Version version) const {
    if (m_task.transaction == nullptr || made.signature.empty()) return false;
    const auto hash = message(script, version, made.signature.back());
    return hash &&
           crypto::verifyEcdsa(made.key, ByteView(made.signature).first(made.signature.size() - 1), *hash);
}

/// One that was made before, or a new one.
std::optional<Bytes> InputSolver::signature(ByteView key, ByteView script, Version version) {
    const auto keyHash = crypto::hash160(key);
    const auto before = m_input.signatures.find(keyHash);
    if (before != m_input.signatures.end() && isSignedBy(before->second, script, version))
        return before->second.signature;
    const Bytes bytes(key.begin(), key.end());
    const auto origin = m_data.origins.find(bytes);
    if (m_task.withOrigins && origin != m_data.origins.end()) m_input.origins.emplace(bytes, origin->second);
    if (m_task.estimates) return Bytes(kUsualSignature, 1);
    const auto secret = m_data.keys.find(bytes);
    const bool maySign = m_task.sign && m_task.transaction != nullptr && secret != m_data.keys.end() &&
                         (version == Version::Base || key.size() == 33);
    const std::uint32_t type =
        m_task.hashType == script::SigHashDefault ? script::SigHashAll : m_task.hashType;
    const auto hash = maySign ? message(script, version, type) : std::nullopt;
    if (!hash) {
        m_missing.signatures.push_back(keyHash);
        return std::nullopt;
    }
    Bytes made = secret->second.signEcdsaShort(*hash);
    require(crypto::verifyEcdsa(key, made, *hash)); // a faulty one could betray the key
    made.push_back(static_cast<std::uint8_t>(type));
    m_input.signatures[keyHash] = {bytes, made};
    return made;
}

} // namespace wallet
