#include "wallet/KeyRing.h"

#include "crypto/Ripemd160.h"
#include "crypto/Sha256.h"
#include "script/Interpreter.h"
#include "script/OutputType.h"
#include "script/Script.h"
#include "script/Taproot.h"
#include "script/descriptor/KeyForm.h"
#include "util/Require.h"

#include <algorithm>

namespace wallet {

void KeyRing::add(crypto::PrivateKey key, bool isCompressed) {
    const crypto::PublicKey point = key.publicKey();
    util::Bytes bytes = isCompressed ? util::Bytes(point.compressed().begin(), point.compressed().end())
                                     : point.uncompressed();
    m_keys.insert_or_assign(std::move(bytes), std::move(key));
}

const crypto::PrivateKey* KeyRing::find(util::ByteView publicKey) const {
    const auto found = m_keys.find(util::Bytes(publicKey.begin(), publicKey.end()));
    return found == m_keys.end() ? nullptr : &found->second;
}

namespace {

using script::OutputType;
using Stack = std::vector<util::Bytes>;

bool isEqual(util::ByteView a, util::ByteView b) {
    return std::ranges::equal(a, b);
}

/// One input, put together from keys, scripts and what was signed before.
class InputSigner {
public:
    InputSigner(const SigningTask& task, std::size_t index, const KeyRing& ring, std::uint32_t hashType,
                std::span<const primitives::TxIn> earlier)
        : m_task(task), m_index(index), m_ring(ring), m_hashType(hashType) {
        for (const primitives::TxIn& input : earlier)
            gather(input);
    }

    primitives::TxIn run() {
        primitives::TxIn out = m_task.transaction.inputs()[m_index];
        const util::Bytes& spent = m_task.spent[m_index].scriptPubKey;
        switch (script::outputTypeOf(spent)) {
        case OutputType::ScriptHash:
            if (const auto redeem = scriptOf(util::ByteView(spent).subspan(2, 20), true))
                nested(out, *redeem);
            break;
        case OutputType::WitnessPubKeyHash:
        case OutputType::WitnessScriptHash:
            if (auto stack = witnessFor(spent)) take(out, {}, std::move(*stack));
            break;
        case OutputType::Taproot:
            if (auto signature = taprootSignature(util::ByteView(spent).subspan(2)))
                take(out, {}, {std::move(*signature)});
            break;
        case OutputType::PubKey:
        case OutputType::PubKeyHash:
        case OutputType::MultiSig:
            if (auto stack = solve(spent, Version::Base)) take(out, std::move(*stack), {});
            break;
        case OutputType::NonStandard:
        case OutputType::Anchor:
        case OutputType::NullData:
        case OutputType::WitnessUnknown:
            break;
        }
        return out;
    }

private:
    enum class Version { Base, Witness };

    /// Everything that an input pushes.
    void gather(const primitives::TxIn& input) {
        script::OperationReader reader(input.scriptSig);
        while (const auto operation = reader.next()) {
            if (!operation->pushed.empty())
                m_pieces.insert({operation->pushed.begin(), operation->pushed.end()});
        }
        m_pieces.insert(input.witness.begin(), input.witness.end());
    }

    static void take(primitives::TxIn& input, const Stack& pushes, Stack witness) {
        script::ScriptBuilder builder;
        for (const util::Bytes& each : pushes)
            builder.push(each);
        input.scriptSig = builder.take();
        input.witness = std::move(witness);
    }

    void nested(primitives::TxIn& out, const util::Bytes& redeem) {
        if (script::witnessProgramOf(redeem)) {
            if (auto stack = witnessFor(redeem)) take(out, {redeem}, std::move(*stack));
            return;
        }
        auto stack = solve(redeem, Version::Base);
        if (!stack) return;
        stack->push_back(redeem);
        take(out, *stack, {});
    }

    /// Of a version 0 program.
    std::optional<Stack> witnessFor(util::ByteView program) {
        if (script::outputTypeOf(program) == OutputType::WitnessPubKeyHash)
            return solve(script::pubKeyHashScript(program.subspan(2)), Version::Witness);
        if (script::outputTypeOf(program) != OutputType::WitnessScriptHash) return std::nullopt;
        const auto inner = scriptOf(program.subspan(2), false);
        auto stack = inner ? solve(*inner, Version::Witness) : std::nullopt;
        if (stack) stack->push_back(*inner);
        return stack;
    }

    /// Known from the ring or from what was signed before.
    std::optional<util::Bytes> scriptOf(util::ByteView hash, bool isRedeem) const {
        for (const auto* known : {&m_ring.scripts(), &m_pieces}) {
            for (const util::Bytes& each : *known) {
                if (isRedeem ? isEqual(crypto::hash160(each), hash) : isEqual(crypto::sha256(each), hash))
                    return each;
            }
        }
        return std::nullopt;
    }

    /// What makes the script true, as far as there are signatures; nothing when there is none at all.
    std::optional<Stack> solve(util::ByteView script, Version version) {
        switch (script::outputTypeOf(script)) {
        case OutputType::PubKey: {
            auto signature = signatureOf(script.subspan(1, script.size() - 2), script, version);
            return signature ? std::optional(Stack{std::move(*signature)}) : std::nullopt;
        }
        case OutputType::PubKeyHash: {
            const auto key = keyOf(script.subspan(3, 20));
            auto signature = key ? signatureOf(*key, script, version) : std::nullopt;
            return signature ? std::optional(Stack{std::move(*signature), *key}) : std::nullopt;
        }
        case OutputType::MultiSig:
            return multiSig(script, version);
        default:
            return std::nullopt;
        }
    }

    std::optional<util::Bytes> keyOf(util::ByteView hash) const {
        for (const auto& [key, secret] : m_ring.keys()) {
            if (isEqual(crypto::hash160(key), hash)) return key;
        }
        const auto found = std::ranges::find_if(m_pieces, [&](const util::Bytes& piece) {
            return script::hasKeyForm(piece) && isEqual(crypto::hash160(piece), hash);
        });
        return found == m_pieces.end() ? std::nullopt : std::optional(*found);
    }

    /// As many signatures as are wanted, in the order of the keys, and empty ones for those that are missing.
    std::optional<Stack> multiSig(util::ByteView script, Version version) {
        script::OperationReader reader(script);
        const auto first = reader.next();
        const std::size_t wanted =
            first->isPushOfBytes() ? first->pushed[0] : static_cast<std::size_t>(first->opcode) - 0x50;
        Stack stack{{}}; // OP_CHECKMULTISIG takes one more than it needs
        for (auto key = reader.next(); key && key->pushed.size() >= 33; key = reader.next()) {
            if (stack.size() == wanted + 1) break;
            if (auto signature = signatureOf(key->pushed, script, version))
                stack.push_back(std::move(*signature));
        }
        if (stack.size() == 1) return std::nullopt;
        stack.resize(wanted + 1);
        return stack;
    }

    crypto::Hash256Bytes messageOf(util::ByteView script, Version version, std::uint32_t hashType) const {
        if (version == Version::Base)
            return script::legacySigHash(m_task.transaction, m_index, script, hashType);
        return script::witnessV0SigHash(m_task.transaction, m_index, script, m_task.spent[m_index].value,
                                        hashType, m_task.cache);
    }

    /// One that was made before, or a new one.
    std::optional<util::Bytes> signatureOf(util::ByteView key, util::ByteView script, Version version) const {
        for (const util::Bytes& piece : m_pieces) {
            const auto der = util::ByteView(piece).first(piece.empty() ? 0 : piece.size() - 1);
            if (crypto::isStrictDer(der) &&
                crypto::verifyEcdsa(key, der, messageOf(script, version, piece.back())))
                return piece;
        }
        const crypto::PrivateKey* secret = m_ring.find(key);
        if (secret == nullptr || (version == Version::Witness && key.size() != 33)) return std::nullopt;
        const std::uint32_t type = m_hashType == script::SigHashDefault ? script::SigHashAll : m_hashType;
        const auto message = messageOf(script, version, type);
        util::Bytes signature = secret->signEcdsa(message);
        require(crypto::verifyEcdsa(key, signature, message)); // a faulty one could betray the key
        signature.push_back(static_cast<std::uint8_t>(type));
        return signature;
    }

    /// By the key itself, or by one that is tweaked without scripts (BIP 86).
    std::optional<util::Bytes> taprootSignature(util::ByteView output) const {
        if (!m_task.knowsAllSpent) return std::nullopt;
        const auto message = script::taprootSigHash(m_task.transaction, m_index, m_task.spent,
                                                    static_cast<std::uint8_t>(m_hashType), {}, m_task.cache);
        if (!message) return std::nullopt;
        const auto isOutput = [&](const crypto::PrivateKey& key) {
            return isEqual(util::ByteView(key.publicKey().compressed()).subspan(1), output);
        };
        for (const auto& [bytes, secret] : m_ring.keys()) {
            const crypto::PublicKey point = secret.publicKey();
            const auto internal = util::ByteView(point.compressed()).subspan(1);
            const auto tweaked = secret.evenTweakAdd(script::tapTweakHash(internal, {}));
            const crypto::PrivateKey* key = isOutput(secret)                ? &secret
                                            : tweaked && isOutput(*tweaked) ? &*tweaked
                                                                            : nullptr;
            if (key == nullptr) continue;
            const auto made = key->signSchnorr(*message);
            require(crypto::verifySchnorr(output, made, *message));
            util::Bytes signature(made.begin(), made.end());
            if (m_hashType != script::SigHashDefault)
                signature.push_back(static_cast<std::uint8_t>(m_hashType));
            return signature;
        }
        return std::nullopt;
    }

    const SigningTask& m_task;
    std::size_t m_index;
    const KeyRing& m_ring;
    std::uint32_t m_hashType;
    std::set<util::Bytes> m_pieces;
};

} // namespace

primitives::TxIn signedInput(const SigningTask& task, std::size_t index, const KeyRing& ring,
                             std::uint32_t hashType, std::span<const primitives::TxIn> earlier) {
    require(task.spent.size() == task.transaction.inputs().size() && index < task.spent.size());
    for (const primitives::TxIn& each : earlier) {
        primitives::TransactionParts parts = task.transaction.parts();
        parts.inputs[index] = each;
        const bool holds =
            task.knowsAllSpent && script::verifyInput(primitives::Transaction(parts), index, task.spent,
                                                      task.cache, script::kPolicyFlags, {})
                                      .has_value();
        if (holds) return each;
    }
    return InputSigner(task, index, ring, hashType, earlier).run();
}

} // namespace wallet
