#include "script/descriptor/SpendSize.h"

#include "script/OutputType.h"
#include "util/ByteWriter.h"

namespace script {

namespace {

constexpr std::int64_t kOutpointAndSequence = 32 + 4 + 4;
constexpr std::int64_t kSignature = 72;
constexpr std::int64_t kKeySignature = 64; ///< of taproot, with the usual hash type
constexpr std::int64_t kCompressedKey = 33;

/// The pushes or items that unlock a script, and its own length.
struct Unlocking {
    std::vector<std::int64_t> items; ///< their lengths
    std::int64_t script = 0;
};

std::int64_t pushSize(std::int64_t length) {
    const std::int64_t prefix = length <= 75 ? 1 : length <= 255 ? 2 : 3;
    return prefix + length;
}

std::int64_t sizedItem(std::int64_t length) {
    return static_cast<std::int64_t>(util::compactSizeLength(static_cast<std::uint64_t>(length))) + length;
}

SpendSize withScriptSig(std::int64_t scriptSig, std::int64_t witness = 0) {
    return {kOutpointAndSequence + sizedItem(scriptSig), witness};
}

std::int64_t witnessSize(const std::vector<std::int64_t>& items) {
    auto out = static_cast<std::int64_t>(util::compactSizeLength(items.size()));
    for (const std::int64_t length : items)
        out += sizedItem(length);
    return out;
}

std::int64_t pushesSize(const std::vector<std::int64_t>& items) {
    std::int64_t out = 0;
    for (const std::int64_t length : items)
        out += length == 0 ? 1 : pushSize(length);
    return out;
}

std::int64_t smallNumberSize(std::size_t number) {
    return number > 16 ? 2 : 1;
}

Unlocking multiSig(const DescriptorNode& node) {
    Unlocking out;
    out.items.assign(static_cast<std::size_t>(node.threshold), kSignature);
    out.items.insert(out.items.begin(), 0); // OP_CHECKMULTISIG takes one more than it needs
    out.script =
        smallNumberSize(static_cast<std::size_t>(node.threshold)) + smallNumberSize(node.keys.size()) + 1;
    for (const DescriptorKey& key : node.keys)
        out.script += pushSize(static_cast<std::int64_t>(key.size()));
    return out;
}

/// Of what stands alone or in sh() and wsh(), these and taproot left out.
Unlocking unlockingOf(const DescriptorNode& node) {
    if (node.kind == DescriptorKind::Multi || node.kind == DescriptorKind::SortedMulti) return multiSig(node);
    const auto key = node.keys.empty() ? kCompressedKey : static_cast<std::int64_t>(node.keys.front().size());
    if (node.kind == DescriptorKind::Pk) return {{kSignature}, pushSize(key) + 1};
    return {{kSignature, key}, 25};
}

SpendSize wrapped(const DescriptorNode& inner) {
    if (inner.kind == DescriptorKind::Wpkh) return withScriptSig(pushSize(22), kKeyHashSpend.witness);
    if (inner.kind == DescriptorKind::Wsh) {
        Unlocking unlocking = unlockingOf(inner.children.front());
        unlocking.items.push_back(unlocking.script);
        return withScriptSig(pushSize(34), witnessSize(unlocking.items));
    }
    const Unlocking unlocking = unlockingOf(inner);
    return withScriptSig(pushesSize(unlocking.items) + pushSize(unlocking.script));
}

/// Two keys of three is the usual multisig.
SpendSize usualSpendOf(util::ByteView script) {
    switch (outputTypeOf(script)) {
    case OutputType::PubKeyHash:
        return withScriptSig(pushSize(kSignature) + pushSize(kCompressedKey));
    case OutputType::ScriptHash:
        return withScriptSig(pushSize(22), kKeyHashSpend.witness);
    case OutputType::WitnessScriptHash:
        return withScriptSig(0, witnessSize({0, kSignature, kSignature, 3 + 3 * pushSize(kCompressedKey)}));
    case OutputType::Taproot:
        return withScriptSig(0, witnessSize({kKeySignature}));
    case OutputType::PubKey:
        return withScriptSig(pushSize(kSignature));
    default:
        return kKeyHashSpend;
    }
}

} // namespace

SpendSize spendSizeOf(const Descriptor& descriptor) {
    const DescriptorNode& root = descriptor.root();
    switch (root.kind) {
    case DescriptorKind::Wpkh:
        return kKeyHashSpend;
    case DescriptorKind::Tr:
    case DescriptorKind::RawTr:
        return withScriptSig(0, witnessSize({kKeySignature}));
    case DescriptorKind::Sh:
        return wrapped(root.children.front());
    case DescriptorKind::Wsh: {
        Unlocking unlocking = unlockingOf(root.children.front());
        unlocking.items.push_back(unlocking.script);
        return withScriptSig(0, witnessSize(unlocking.items));
    }
    case DescriptorKind::Raw:
    case DescriptorKind::Addr:
        return usualSpendOf(root.script);
    default:
        return withScriptSig(pushesSize(unlockingOf(root).items));
    }
}

} // namespace script
