// The part of InputSolver that is about taproot.
#include "script/Script.h"
#include "script/ScriptNumber.h"
#include "script/Taproot.h"
#include "util/Require.h"
#include "wallet/psbt/InputSolver.h"

#include <algorithm>

namespace wallet {

namespace {

constexpr std::size_t kXOnly = 32, kSchnorr = 64;

/// A leaf that some of its keys unlock.
struct LeafKeys {
    std::size_t wanted = 1;
    std::vector<util::Bytes> keys;
};

/// Of `<key> OP_CHECKSIG` and of a multisig (BIP 387); nothing of any other script.
std::optional<LeafKeys> keysOfLeaf(util::ByteView script) {
    using script::Opcode;
    LeafKeys out;
    script::OperationReader reader(script);
    auto operation = reader.next();
    for (; operation && operation->pushed.size() == kXOnly; operation = reader.next()) {
        const auto check = reader.next();
        const auto usual = out.keys.empty() ? Opcode::CheckSig : Opcode::CheckSigAdd;
        if (!check || check->opcode != usual) return std::nullopt;
        out.keys.emplace_back(operation->pushed.begin(), operation->pushed.end());
    }
    if (out.keys.empty() || reader.broken()) return std::nullopt;
    if (!operation) return out.keys.size() == 1 ? std::optional(out) : std::nullopt;
    const auto number = operation->isPushOfBytes() ? script::parseNumber(operation->pushed, true).value_or(0)
                                                   : static_cast<std::int64_t>(operation->opcode) - 0x50;
    const auto compare = reader.next();
    const bool isWhole = compare && compare->opcode == Opcode::NumEqual && !reader.next();
    if (!isWhole || number < 1 || number > static_cast<std::int64_t>(out.keys.size())) return std::nullopt;
    out.wanted = static_cast<std::size_t>(number);
    return out;
}

std::size_t sizeOf(const std::vector<util::Bytes>& stack) {
    std::size_t sum = 0;
    for (const util::Bytes& item : stack)
        sum += item.size() + 1;
    return sum;
}

} // namespace

using util::Bytes;
using util::ByteView;

/// Takes over what the output commits to, as far as it is known.
void InputSolver::learnTaproot(const Bytes& outputKey) {
    const auto known = m_data.taproot.find(outputKey);
    if (known != m_data.taproot.end()) {
        const script::TaprootSpend& spend = known->second;
        if (!spend.internalKey.empty())
            m_input.tapInternalKey = spend.internalKey;
        else
            learnTapKey(outputKey, nullptr);
        if (spend.root) m_input.tapRoot = spend.root;
        for (const auto& [leaf, blocks] : spend.leaves)
            m_input.tapLeaves[leaf].insert(blocks.begin(), blocks.end());
    }
    if (!m_input.tapInternalKey.empty()) learnTapKey(m_input.tapInternalKey, nullptr);
    for (const auto& [leaf, blocks] : m_input.tapLeaves) {
        const auto keys = keysOfLeaf(leaf.script);
        const auto hash = script::tapLeafHash(leaf.version, leaf.script);
        for (const Bytes& key : keys ? keys->keys : Stack())
            learnTapKey(key, &hash);
    }
}

void InputSolver::learnTapKey(const Bytes& key, const crypto::Hash256Bytes* leaf) {
    const auto* known = m_task.withOrigins ? m_data.findX(key) : nullptr;
    if (known == nullptr) return;
    TapOrigin& origin = m_input.tapOrigins.try_emplace(key, TapOrigin{{}, known->second}).first->second;
    if (leaf != nullptr) origin.leaves.insert(*leaf);
}

/// By the key where that is possible, else by the leaf that takes the fewest bytes. Estimated is the way that
/// takes the most: nobody knows which one it will be.
std::optional<InputSolver::Stack> InputSolver::solveTaproot(ByteView outputKey) {
    learnTaproot(Bytes(outputKey.begin(), outputKey.end()));
    std::optional<Stack> best;
    if (auto made = tapKeySignature(outputKey)) best = Stack{std::move(*made)};
    if (best && !m_task.estimates) return best;
    for (const auto& [leaf, blocks] : m_input.tapLeaves) {
        if (leaf.version != script::kTapscriptLeaf || blocks.empty()) continue;
        auto stack = solveLeaf(leaf, *blocks.begin());
        const bool isBetter = stack && (!best || (sizeOf(*stack) < sizeOf(*best)) != m_task.estimates);
        if (isBetter) best = std::move(stack);
    }
    if (!best) m_missing.taprootSignature = true;
    return best;
}

std::optional<crypto::Hash256Bytes> InputSolver::tapMessage(std::uint32_t hashType,
                                                            const crypto::Hash256Bytes* leaf) const {
    if (m_task.transaction == nullptr || !m_task.knowsAllSpent) return std::nullopt;
    script::TaprootSigHashInput extra;
    if (leaf != nullptr) extra.leafHash = *leaf;
    return script::taprootSigHash(*m_task.transaction, m_task.index, m_task.spent,
                                  static_cast<std::uint8_t>(hashType), extra, *m_task.cache);
}

bool InputSolver::isTapSignature(ByteView key, ByteView made, const crypto::Hash256Bytes* leaf) const {
    if (made.size() != kSchnorr && made.size() != kSchnorr + 1) return false;
    const auto message = tapMessage(made.size() == kSchnorr ? 0 : made.back(), leaf);
    return message && crypto::verifySchnorr(key, made.first(kSchnorr), *message);
}

std::optional<Bytes> InputSolver::tapSigned(const crypto::PrivateKey& key,
                                            const crypto::Hash256Bytes* leaf) const {
    const auto message = m_task.sign ? tapMessage(m_task.hashType, leaf) : std::nullopt;
    if (!message) return std::nullopt;
    const auto made = key.signSchnorr(*message);
    const auto point = key.publicKey();
    require(crypto::verifySchnorr(ByteView(point.compressed()).subspan(1), made, *message));
    Bytes out(made.begin(), made.end());
    if (m_task.hashType != script::SigHashDefault) out.push_back(static_cast<std::uint8_t>(m_task.hashType));
    return out;
}

Bytes InputSolver::estimatedSchnorr() const {
    return Bytes(kSchnorr + (m_task.hashType == script::SigHashDefault ? 0 : 1), 1);
}

std::optional<Bytes> InputSolver::tapKeySignature(ByteView outputKey) {
    if (isTapSignature(outputKey, m_input.tapKeySignature, nullptr)) return m_input.tapKeySignature;
    if (m_task.estimates) return estimatedSchnorr();
    const auto isOutput = [&](const crypto::PrivateKey& key) {
        return std::ranges::equal(ByteView(key.publicKey().compressed()).subspan(1), outputKey);
    };
    std::optional<crypto::PrivateKey> key;
    if (const auto* plain = m_data.privateKeyOfX(outputKey)) key = *plain;
    const auto* internal =
        m_input.tapInternalKey.empty() ? nullptr : m_data.privateKeyOfX(m_input.tapInternalKey);
    if (!key && internal != nullptr) {
        const auto root = m_input.tapRoot ? ByteView(*m_input.tapRoot) : ByteView();
        key = internal->evenTweakAdd(script::tapTweakHash(m_input.tapInternalKey, root));
    }
    if (!key || !isOutput(*key)) return std::nullopt;
    auto made = tapSigned(*key, nullptr);
    if (made) m_input.tapKeySignature = *made;
    return made;
}

std::optional<Bytes> InputSolver::leafSignature(const Bytes& key, const crypto::Hash256Bytes& leaf) {
    const auto before = m_input.tapSignatures.find({key, leaf});
    if (before != m_input.tapSignatures.end() && isTapSignature(key, before->second, &leaf))
        return before->second;
    if (m_task.estimates) return estimatedSchnorr();
    const auto* secret = m_data.privateKeyOfX(key);
    auto made = secret != nullptr ? tapSigned(*secret, &leaf) : std::nullopt;
    if (made) m_input.tapSignatures[{key, leaf}] = *made;
    return made;
}

/// The first key's signature is on top; who does not sign leaves an empty one.
std::optional<InputSolver::Stack> InputSolver::solveLeaf(const script::TapLeaf& leaf,
                                                         const Bytes& controlBlock) {
    const auto keys = keysOfLeaf(leaf.script);
    if (!keys) return std::nullopt;
    const auto hash = script::tapLeafHash(leaf.version, leaf.script);
    Stack stack;
    std::size_t count = 0;
    for (const Bytes& key : keys->keys) {
        auto made = leafSignature(key, hash);
        const bool takes = made && count < keys->wanted;
        count += takes ? 1 : 0;
        stack.push_back(takes ? std::move(*made) : Bytes());
    }
    if (count < keys->wanted) return std::nullopt;
    std::ranges::reverse(stack);
    stack.push_back(leaf.script);
    stack.push_back(controlBlock);
    return stack;
}

} // namespace wallet
