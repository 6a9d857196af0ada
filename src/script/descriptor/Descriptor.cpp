#include "script/descriptor/Descriptor.h"

#include "crypto/Ripemd160.h"
#include "crypto/Sha256.h"
#include "script/OutputType.h"
#include "script/Script.h"
#include "script/Taproot.h"
#include "script/descriptor/DescriptorChecksum.h"
#include "script/descriptor/DescriptorScript.h"
#include "util/Hex.h"

#include <algorithm>

namespace script {

namespace {

using Keys = std::vector<util::Bytes>;

/// Asks `test` of every key in the tree.
template <class Test>
bool anyKey(const DescriptorNode& node, const Test& test) {
    return std::ranges::any_of(node.keys, test) ||
           std::ranges::any_of(node.children, [&](const auto& child) { return anyKey(child, test); });
}

std::optional<Keys> keysAt(const DescriptorNode& node, std::uint32_t index) {
    Keys out;
    for (const DescriptorKey& key : node.keys) {
        auto bytes = key.at(index);
        if (!bytes) return std::nullopt;
        out.push_back(std::move(*bytes));
    }
    if (node.kind == DescriptorKind::SortedMulti || node.kind == DescriptorKind::SortedMultiA)
        std::ranges::sort(out);
    return out;
}

util::Bytes pubKeyScript(util::ByteView key) {
    return ScriptBuilder().push(key).op(Opcode::CheckSig).take();
}

util::Bytes multiSigScript(int threshold, const Keys& keys) {
    ScriptBuilder builder;
    builder.number(threshold);
    for (const util::Bytes& key : keys)
        builder.push(key);
    return builder.number(static_cast<std::int64_t>(keys.size())).op(Opcode::CheckMultiSig).take();
}

/// BIP 387: every key adds one when it signed.
util::Bytes tapscriptMultiSig(int threshold, const Keys& keys) {
    ScriptBuilder builder;
    for (std::size_t i = 0; i < keys.size(); ++i)
        builder.push(keys[i]).op(i == 0 ? Opcode::CheckSig : Opcode::CheckSigAdd);
    return builder.number(threshold).op(Opcode::NumEqual).take();
}

/// The root of the leaves from `next` on that are at `depth` or below; moves `next` behind them.
std::optional<crypto::Hash256Bytes> treeRoot(const DescriptorNode& tr, std::size_t& next, int depth,
                                             std::uint32_t index) {
    if (tr.depths[next] == depth) {
        const auto leaf = scriptAt(tr.children[next], index);
        ++next;
        return leaf ? std::optional(tapLeafHash(kTapscriptLeaf, *leaf)) : std::nullopt;
    }
    const auto left = treeRoot(tr, next, depth + 1, index);
    const auto right = left ? treeRoot(tr, next, depth + 1, index) : std::nullopt;
    return right ? std::optional(tapBranchHash(*left, *right)) : std::nullopt;
}

/// The point with an even y that `key32` is the x of (BIP 340).
std::optional<crypto::PublicKey> evenPoint(util::ByteView key32) {
    util::Bytes bytes{2};
    bytes.insert(bytes.end(), key32.begin(), key32.end());
    return crypto::PublicKey::parse(bytes);
}

std::optional<util::Bytes> taprootScript(const DescriptorNode& node, util::ByteView internalKey,
                                         std::uint32_t index) {
    std::optional<crypto::Hash256Bytes> root;
    std::size_t next = 0;
    if (!node.children.empty() && !(root = treeRoot(node, next, 0, index))) return std::nullopt;
    const auto point = evenPoint(internalKey);
    const auto output =
        point ? point->tweakAdd(tapTweakHash(internalKey, root ? util::ByteView(*root) : util::ByteView()))
              : std::nullopt;
    return output ? std::optional(witnessScript(1, util::ByteView(output->compressed()).subspan(1)))
                  : std::nullopt;
}

} // namespace

std::optional<util::Bytes> scriptAt(const DescriptorNode& node, std::uint32_t index) {
    const auto keys = keysAt(node, index);
    if (!keys) return std::nullopt;
    const auto inner = node.children.size() == 1 && node.kind != DescriptorKind::Tr
                           ? scriptAt(node.children[0], index)
                           : std::nullopt;
    switch (node.kind) {
    case DescriptorKind::Pk:
        return pubKeyScript(keys->front());
    case DescriptorKind::Pkh:
        return pubKeyHashScript(crypto::hash160(keys->front()));
    case DescriptorKind::Wpkh:
        return witnessPubKeyHashScript(crypto::hash160(keys->front()));
    case DescriptorKind::Sh:
        return inner ? std::optional(scriptHashScript(crypto::hash160(*inner))) : std::nullopt;
    case DescriptorKind::Wsh:
        return inner ? std::optional(witnessScript(0, crypto::sha256(*inner))) : std::nullopt;
    case DescriptorKind::Multi:
    case DescriptorKind::SortedMulti:
        return multiSigScript(node.threshold, *keys);
    case DescriptorKind::MultiA:
    case DescriptorKind::SortedMultiA:
        return tapscriptMultiSig(node.threshold, *keys);
    case DescriptorKind::Tr:
        return taprootScript(node, keys->front(), index);
    case DescriptorKind::RawTr:
        return witnessScript(1, keys->front());
    case DescriptorKind::Raw:
    case DescriptorKind::Addr:
    case DescriptorKind::Combo:
        break;
    }
    return node.script;
}

namespace {

/// Pay to public key, to its hash, and where the key is compressed to its witness hash, bare and in P2SH (BIP
/// 384).
std::optional<std::vector<util::Bytes>> comboAt(const DescriptorNode& node, std::uint32_t index) {
    const auto key = node.keys.front().at(index);
    if (!key) return std::nullopt;
    const auto hash = crypto::hash160(*key);
    std::vector<util::Bytes> out{pubKeyScript(*key), pubKeyHashScript(hash)};
    if (key->size() == 33) {
        out.push_back(witnessPubKeyHashScript(hash));
        out.push_back(scriptHashScript(crypto::hash160(out.back())));
    }
    return out;
}

/// How the text of a node is written.
struct TextForm {
    const AddressFormat& addresses;
    std::optional<std::uint32_t> index = {}; ///< keys as they are there; nothing: as they were written
    bool isNormalised = false;               ///< keys as DescriptorKey::normalised
};

std::string textOf(const DescriptorNode& node, const TextForm& form);

/// `{a,{b,c}}` of the leaves from `next` on that are at `depth` or below; moves `next` behind them.
std::string treeText(const DescriptorNode& tr, std::size_t& next, int depth, const TextForm& form) {
    if (tr.depths[next] == depth) return textOf(tr.children[next++], form);
    std::string out = '{' + treeText(tr, next, depth + 1, form) + ',';
    return out + treeText(tr, next, depth + 1, form) + '}';
}

std::string textOf(const DescriptorNode& node, const TextForm& form) {
    std::vector<std::string> arguments;
    if (node.threshold > 0) arguments.push_back(std::to_string(node.threshold));
    for (const DescriptorKey& key : node.keys) {
        arguments.push_back(form.isNormalised ? key.normalised().value_or(std::string())
                            : form.index      ? key.textAt(*form.index).value_or(std::string())
                                              : key.toString());
    }
    std::size_t next = 0;
    if (!node.depths.empty())
        arguments.push_back(treeText(node, next, 0, form));
    else if (!node.children.empty())
        arguments.push_back(textOf(node.children.front(), form));
    if (node.kind == DescriptorKind::Raw) arguments.push_back(util::toHex(node.script));
    if (node.kind == DescriptorKind::Addr)
        arguments.push_back(toAddress(node.script, form.addresses).value_or(std::string()));
    std::string out = std::string(toString(node.kind)) + '(';
    for (std::size_t i = 0; i < arguments.size(); ++i)
        out += (i == 0 ? "" : ",") + arguments[i];
    return out + ')';
}

std::string withChecksum(std::string text) {
    const auto checksum = descriptorChecksum(text);
    return std::move(text) + '#' + checksum.value_or(std::string());
}

/// The text before the checksum, when that is right.
Result<std::string_view, DescriptorError> checkedText(std::string_view text, Descriptor::Checksum checksum) {
    if (text.size() > Descriptor::kMaxLength)
        return fail(DescriptorError{"The descriptor is longer than 100000 characters.", 0});
    const std::size_t mark = std::min(text.find('#'), text.size());
    const std::string_view payload = text.substr(0, mark);
    const auto computed = descriptorChecksum(payload);
    if (!computed) {
        const auto* foreign = std::ranges::find_if(payload, [](char c) {
            return !descriptorChecksum({&c, 1});
        });
        return fail(DescriptorError{"A character stands here that no descriptor has.",
                                    static_cast<std::size_t>(foreign - payload.begin())});
    }
    if (mark == text.size()) {
        if (checksum == Descriptor::Checksum::Required)
            return fail(DescriptorError{"The checksum is missing: it is #" + *computed + '.', mark});
        return payload;
    }
    const std::string_view given = text.substr(mark + 1);
    if (given.find('#') != std::string_view::npos)
        return fail(DescriptorError{"There is more than one #.", mark + 1 + given.find('#')});
    if (given.size() != kDescriptorChecksumSize)
        return fail(DescriptorError{"A checksum has 8 characters.", mark + 1});
    if (given != *computed)
        return fail(DescriptorError{"The checksum does not fit: a typing error is likely.", mark + 1});
    return payload;
}

/// The number of alternatives that all multipath steps agree on; 0 when they do not agree.
std::size_t alternativesOf(const DescriptorNode& node) {
    std::size_t most = 1;
    anyKey(node, [&](const DescriptorKey& key) {
        most = std::max(most, key.alternatives());
        return false;
    });
    const bool differ = anyKey(node, [&](const DescriptorKey& key) {
        return key.alternatives() != 1 && key.alternatives() != most;
    });
    return differ ? 0 : most;
}

} // namespace

Result<std::vector<Descriptor>, DescriptorError>
Descriptor::parse(std::string_view text, const DescriptorFormat& format, Checksum checksum) {
    const auto payload = checkedText(text, checksum);
    if (!payload) return fail(payload.error());
    std::vector<Descriptor> out;
    std::size_t alternatives = 1;
    for (std::size_t i = 0; i < alternatives; ++i) {
        auto node = parseDescriptorNode(*payload, format, i);
        if (!node) return fail(node.error());
        alternatives = alternativesOf(*node);
        if (alternatives == 0)
            return fail(DescriptorError{"The <…> of the keys have different numbers of alternatives.",
                                        payload->find('<')});
        out.push_back(Descriptor(std::move(*node), format));
    }
    return out;
}

bool Descriptor::isRanged() const {
    return anyKey(m_root, [](const DescriptorKey& key) { return key.isRanged(); });
}

bool Descriptor::isSolvable() const {
    return m_root.kind != DescriptorKind::Raw && m_root.kind != DescriptorKind::Addr;
}

bool Descriptor::hasPrivateKeys() const {
    return anyKey(m_root, [](const DescriptorKey& key) { return key.hasPrivateKey(); });
}

std::optional<std::vector<Descriptor::Place>> Descriptor::placesAt(std::uint32_t index) const {
    const auto scripts = scriptsAt(index);
    if (!scripts) return std::nullopt;
    std::vector<Place> out;
    if (m_root.kind != DescriptorKind::Combo) {
        const std::string text = isSolvable() ? withChecksum(textOf(m_root, {m_format.addresses, index}))
                                              : inferDescriptor(scripts->front(), m_format.addresses);
        out.push_back({scripts->front(), text});
        return out;
    }
    const std::string key = m_root.keys.front().textAt(index).value_or(std::string());
    for (const util::Bytes& script : *scripts) {
        const char* const form = out.empty()       ? "pk("
                                 : out.size() == 1 ? "pkh("
                                 : out.size() == 2 ? "wpkh("
                                                   : "sh(wpkh(";
        out.push_back({script, withChecksum(form + key + (out.size() == 3 ? "))" : ")"))});
    }
    return out;
}

std::string Descriptor::toString() const {
    return withChecksum(textOf(m_root, {m_format.addresses}));
}

std::optional<std::string> Descriptor::normalised() const {
    if (anyKey(m_root, [](const DescriptorKey& key) { return !key.normalised(); })) return std::nullopt;
    return withChecksum(textOf(m_root, {m_format.addresses, {}, true}));
}

/// Private keys stand where toString has the public ones, in the same order.
crypto::SecretString Descriptor::privateText() const {
    std::string open = textOf(m_root, {m_format.addresses});
    crypto::SecretString out;
    std::size_t at = 0;
    anyKey(m_root, [&](const DescriptorKey& key) {
        const std::string text = key.toString();
        const std::size_t found = open.find(text, at);
        const crypto::SecretString secret = key.privateText(m_format);
        out.reserve(out.size() + open.size() + secret.size());
        out.append(open, at, found - at).append(secret);
        at = found + text.size();
        return false;
    });
    return out.append(open, at);
}

std::vector<WifKey> Descriptor::secretsAt(std::uint32_t index) const {
    std::vector<WifKey> out;
    anyKey(m_root, [&](const DescriptorKey& key) {
        auto secret = key.privateKeyAt(index);
        if (secret) out.push_back({std::move(*secret), key.pointAt(index)->size() == 33});
        return false;
    });
    return out;
}

std::vector<util::Bytes> Descriptor::innerScriptsAt(std::uint32_t index) const {
    std::vector<util::Bytes> out;
    const DescriptorNode* node = &m_root;
    while (node->kind == DescriptorKind::Sh || node->kind == DescriptorKind::Wsh) {
        node = &node->children.front();
        if (auto inner = scriptAt(*node, index)) out.push_back(std::move(*inner));
    }
    return out;
}

std::optional<crypto::PrivateKey> Descriptor::outputSecretAt(std::uint32_t index) const {
    if (m_root.kind != DescriptorKind::Tr) return std::nullopt;
    const auto internal = m_root.keys.front().privateKeyAt(index);
    if (!internal) return std::nullopt;
    std::optional<crypto::Hash256Bytes> root;
    std::size_t next = 0;
    if (!m_root.children.empty() && !(root = treeRoot(m_root, next, 0, index))) return std::nullopt;
    const crypto::PublicKey point = internal->publicKey();
    return internal->evenTweakAdd(tapTweakHash(util::ByteView(point.compressed()).subspan(1),
                                               root ? util::ByteView(*root) : util::ByteView()));
}

std::optional<std::vector<util::Bytes>> Descriptor::scriptsAt(std::uint32_t index) const {
    if (index >= crypto::kHardened) return std::nullopt;
    if (m_root.kind == DescriptorKind::Combo) return comboAt(m_root, index);
    auto script = scriptAt(m_root, index);
    if (!script) return std::nullopt;
    return std::vector<util::Bytes>{std::move(*script)};
}

std::optional<SpendingData> Descriptor::spendingAt(std::uint32_t index) const {
    if (index >= crypto::kHardened) return std::nullopt;
    SpendingData out;
    if (!collectSpending(m_root, index, out)) return std::nullopt;
    return out;
}

std::string inferDescriptor(util::ByteView scriptPubKey, const AddressFormat& format) {
    const auto type = outputTypeOf(scriptPubKey);
    const auto hybrid = [](util::ByteView key) { return key[0] == 6 || key[0] == 7; };
    if (type == OutputType::PubKey) {
        const util::ByteView key = scriptPubKey.subspan(1, scriptPubKey.size() - 2);
        if (!hybrid(key)) return withChecksum("pk(" + util::toHex(key) + ')');
    }
    if (type == OutputType::MultiSig) {
        std::string text;
        OperationReader reader(scriptPubKey);
        const auto threshold = reader.next();
        bool printable = true;
        auto operation = reader.next();
        for (; operation && operation->pushed.size() >= 33; operation = reader.next()) {
            printable = printable && !hybrid(operation->pushed);
            text += ',' + util::toHex(operation->pushed);
        }
        const int signatures =
            threshold->isPushOfBytes() ? threshold->pushed[0] : static_cast<int>(threshold->opcode) - 0x50;
        if (printable) return withChecksum("multi(" + std::to_string(signatures) + text + ')');
    }
    if (type == OutputType::Taproot) {
        const util::ByteView key = scriptPubKey.subspan(2);
        if (evenPoint(key)) return withChecksum("rawtr(" + util::toHex(key) + ')');
    }
    const auto address = toAddress(scriptPubKey, format);
    return withChecksum(address ? "addr(" + *address + ')' : "raw(" + util::toHex(scriptPubKey) + ')');
}

} // namespace script
