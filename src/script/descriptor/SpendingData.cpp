#include "script/descriptor/SpendingData.h"

#include "script/OutputType.h"
#include "script/Taproot.h"
#include "script/descriptor/DescriptorScript.h"

#include <algorithm>

namespace script {

namespace {

constexpr std::uint8_t kMaxTapDepth = 128;
constexpr std::uint8_t kTags[] = {2, 3}; ///< of points with an even y, and an odd one

util::Bytes withTag(std::uint8_t tag, util::ByteView x32) {
    util::Bytes out{tag};
    out.insert(out.end(), x32.begin(), x32.end());
    return out;
}

/// Takes every key of a node; false when one cannot be derived.
bool collectKeys(const DescriptorNode& node, std::uint32_t index, SpendingData& data) {
    for (const DescriptorKey& key : node.keys) {
        const auto point = key.pointAt(index);
        if (!point) return false;
        data.origins.emplace(*point, key.originAt(index));
        if (auto secret = key.privateKeyAt(index)) data.keys.emplace(*point, std::move(*secret));
    }
    return std::ranges::all_of(node.children,
                               [&](const auto& child) { return collectKeys(child, index, data); });
}

/// A part of the tree: its hash, and for each leaf below it the way up to here.
struct Subtree {
    crypto::Hash256Bytes hash{};
    struct Way {
        TapLeaf leaf;
        util::Bytes siblings;
    };
    std::vector<Way> ways;
};

Subtree joined(Subtree left, Subtree right) {
    Subtree out{tapBranchHash(left.hash, right.hash), {}};
    for (auto* side : {&left, &right}) {
        const auto& sibling = side == &left ? right.hash : left.hash;
        for (auto& way : side->ways) {
            way.siblings.insert(way.siblings.end(), sibling.begin(), sibling.end());
            out.ways.push_back(std::move(way));
        }
    }
    return out;
}

/// The leaves from `next` on that are at `depth` or below; moves `next` behind them.
Subtree subtreeOf(const std::vector<TapTreeLeaf>& tree, std::size_t& next, int depth) {
    if (tree[next].depth == depth) {
        const TapLeaf& leaf = tree[next++].leaf;
        return {tapLeafHash(leaf.version, leaf.script), {{leaf, {}}}};
    }
    Subtree left = subtreeOf(tree, next, depth + 1);
    return joined(std::move(left), subtreeOf(tree, next, depth + 1));
}

/// The control block of every leaf begins with its version and the parity of the output key.
void addLeaves(TaprootSpend& spend, Subtree tree, std::uint8_t parity) {
    for (auto& way : tree.ways) {
        util::Bytes block = withTag(static_cast<std::uint8_t>(way.leaf.version | parity), spend.internalKey);
        block.insert(block.end(), way.siblings.begin(), way.siblings.end());
        spend.leaves[std::move(way.leaf)].insert(std::move(block));
    }
}

bool collectTaproot(const DescriptorNode& node, std::uint32_t index, SpendingData& data) {
    TaprootSpend spend;
    spend.internalKey = *node.keys.front().at(index);
    spend.keys[spend.internalKey];
    for (std::size_t i = 0; i < node.children.size(); ++i) {
        const auto leaf = scriptAt(node.children[i], index);
        if (!leaf) return false;
        spend.tree.push_back({static_cast<std::uint8_t>(node.depths[i]), {*leaf, kTapscriptLeaf}});
        for (const DescriptorKey& key : node.children[i].keys)
            spend.keys[*key.at(index)].insert(tapLeafHash(kTapscriptLeaf, *leaf));
    }
    std::optional<Subtree> tree;
    std::size_t next = 0;
    if (!spend.tree.empty()) tree = subtreeOf(spend.tree, next, 0);
    if (tree) spend.root = tree->hash;
    const auto internal = crypto::PublicKey::parse(withTag(2, spend.internalKey));
    const auto tweak =
        tapTweakHash(spend.internalKey, spend.root ? util::ByteView(*spend.root) : util::ByteView());
    const auto output = internal ? internal->tweakAdd(tweak) : std::nullopt;
    if (!output) return false;
    const util::Bytes key(output->compressed().begin() + 1, output->compressed().end());
    if (tree) addLeaves(spend, std::move(*tree), output->compressed()[0] & 1);
    data.taproot[key] = std::move(spend);
    return true;
}

} // namespace

bool isWholeTree(const std::vector<TapTreeLeaf>& tree) {
    std::vector<int> waiting; ///< depths of what has no right neighbour yet
    for (const TapTreeLeaf& each : tree) {
        int depth = each.depth;
        if (depth > kMaxTapDepth || (!waiting.empty() && (depth < waiting.back() || waiting.back() == 0)))
            return false;
        for (; !waiting.empty() && waiting.back() == depth; --depth)
            waiting.pop_back();
        waiting.push_back(depth);
    }
    return waiting.size() == 1 && waiting.front() == 0;
}

bool collectSpending(const DescriptorNode& root, std::uint32_t index, SpendingData& data) {
    if (!collectKeys(root, index, data)) return false;
    const auto inner = root.children.size() == 1 && root.kind != DescriptorKind::Tr
                           ? scriptAt(root.children.front(), index)
                           : std::nullopt;
    switch (root.kind) {
    case DescriptorKind::Sh:
        data.redeemScripts[crypto::hash160(*inner)] = *inner;
        return collectSpending(root.children.front(), index, data);
    case DescriptorKind::Wsh:
        data.witnessScripts[crypto::sha256(*inner)] = *inner;
        break;
    case DescriptorKind::Combo: {
        const util::Bytes program = witnessPubKeyHashScript(crypto::hash160(*root.keys.front().at(index)));
        data.redeemScripts[crypto::hash160(program)] = program;
        break;
    }
    case DescriptorKind::Tr:
        return collectTaproot(root, index, data);
    case DescriptorKind::RawTr: {
        const util::Bytes key = *root.keys.front().at(index);
        data.taproot[key].keys[key];
        break;
    }
    default:
        break;
    }
    return true;
}

void SpendingData::add(SpendingData other) {
    redeemScripts.merge(other.redeemScripts);
    witnessScripts.merge(other.witnessScripts);
    taproot.merge(other.taproot);
    origins.merge(other.origins);
    keys.merge(other.keys);
}

std::optional<util::Bytes> SpendingData::keyOfHash(util::ByteView hash20) const {
    const auto fits = [&](const auto& each) {
        return std::ranges::equal(crypto::hash160(each.first), hash20);
    };
    if (const auto found = std::ranges::find_if(origins, fits); found != origins.end()) return found->first;
    const auto found = std::ranges::find_if(keys, fits);
    return found == keys.end() ? std::nullopt : std::optional(found->first);
}

const std::pair<const util::Bytes, KeyOrigin>* SpendingData::findX(util::ByteView x32) const {
    for (const std::uint8_t tag : kTags) {
        if (const auto found = origins.find(withTag(tag, x32)); found != origins.end()) return &*found;
    }
    return nullptr;
}

const crypto::PrivateKey* SpendingData::privateKeyOfX(util::ByteView x32) const {
    for (const std::uint8_t tag : kTags) {
        if (const auto found = keys.find(withTag(tag, x32)); found != keys.end()) return &found->second;
    }
    return nullptr;
}

} // namespace script
