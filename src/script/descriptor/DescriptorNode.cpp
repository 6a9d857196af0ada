#include "script/descriptor/DescriptorNode.h"
#include "script/Script.h"
#include "script/Standardness.h"
#include "util/Hex.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace script {

namespace {

constexpr std::size_t kMaxTapscriptKeys = 999;
constexpr int kMaxTreeDepth = 128;

/// Where a function stands.
enum Place : unsigned { Top = 1, InSh = 2, InWsh = 4, InTr = 8 };

struct Function {
    DescriptorKind kind;
    const char* name;
    unsigned places;
    const char* where; ///< for the sentence that refuses it elsewhere
};
/// One a DescriptorKind, same order.
constexpr std::array<Function, 14> kFunctions = {{
    {DescriptorKind::Pk, "pk", Top | InSh | InWsh | InTr, ""},
    {DescriptorKind::Pkh, "pkh", Top | InSh | InWsh | InTr, ""},
    {DescriptorKind::Wpkh, "wpkh", Top | InSh, "alone or in sh()"},
    {DescriptorKind::Sh, "sh", Top, "outside of all others"},
    {DescriptorKind::Wsh, "wsh", Top | InSh, "alone or in sh()"},
    {DescriptorKind::Multi, "multi", Top | InSh | InWsh, "alone, in sh() or in wsh()"},
    {DescriptorKind::SortedMulti, "sortedmulti", Top | InSh | InWsh, "alone, in sh() or in wsh()"},
    {DescriptorKind::Combo, "combo", Top, "alone"},
    {DescriptorKind::Raw, "raw", Top, "alone"},
    {DescriptorKind::Addr, "addr", Top, "alone"},
    {DescriptorKind::Tr, "tr", Top, "alone"},
    {DescriptorKind::RawTr, "rawtr", Top, "alone"},
    {DescriptorKind::MultiA, "multi_a", InTr, "in a tr"},
    {DescriptorKind::SortedMultiA, "sortedmulti_a", InTr, "in a tr"},
}};

KeyKind keyKindIn(Place place, DescriptorKind kind) {
    if (place == InTr || kind == DescriptorKind::Tr || kind == DescriptorKind::RawTr) return KeyKind::XOnly;
    return place == InWsh || kind == DescriptorKind::Wpkh ? KeyKind::Compressed : KeyKind::Any;
}

class Parser {
public:
    Parser(std::string_view text, const DescriptorFormat& format, std::size_t alternative)
        : m_text(text), m_format(format), m_alternative(alternative) {}

    Result<DescriptorNode, DescriptorError> whole() {
        auto node = function(Top);
        if (node && m_at != m_text.size()) return fail(wrong("The descriptor has ended before this."));
        return node;
    }

private:
    using Error = std::optional<DescriptorError>;
    [[nodiscard]] DescriptorError wrong(std::string sentence) const { return {std::move(sentence), m_at}; }

    Error expect(char c) {
        if (m_at >= m_text.size() || m_text[m_at] != c)
            return wrong(std::string("Here should be a ") + c + '.');
        ++m_at;
        return {};
    }

    /// What stands before the next character of structure.
    [[nodiscard]] std::string_view word() const {
        return m_text.substr(m_at, std::min(m_text.find_first_of("(),{}", m_at), m_text.size()) - m_at);
    }

    Result<DescriptorNode, DescriptorError> function(Place place) {
        const std::string_view name = word();
        const auto* found = std::ranges::find(kFunctions, name, &Function::name);
        if (found == kFunctions.end() || m_at + name.size() >= m_text.size() ||
            m_text[m_at + name.size()] != '(')
            return fail(DescriptorError{
                "Here should be a function: pk, pkh, wpkh, sh, wsh, multi, sortedmulti, combo, "
                "raw, addr, tr or "
                "rawtr, and in a tr also multi_a and sortedmulti_a.",
                m_at, DescriptorFault::NoFunction});
        if ((found->places & place) == 0)
            return fail(wrong(std::string(found->name) + "() stands only " + found->where + '.'));
        m_at += name.size() + 1;
        DescriptorNode node;
        node.kind = found->kind;
        if (auto error = arguments(node, place)) return fail(std::move(*error));
        if (auto error = expect(')')) return fail(std::move(*error));
        return node;
    }

    Error arguments(DescriptorNode& node, Place place) {
        switch (node.kind) {
        case DescriptorKind::Sh:
        case DescriptorKind::Wsh:
            return inner(node);
        case DescriptorKind::Raw:
            return raw(node);
        case DescriptorKind::Addr:
            return address(node);
        case DescriptorKind::Multi:
        case DescriptorKind::SortedMulti:
        case DescriptorKind::MultiA:
        case DescriptorKind::SortedMultiA:
            return multi(node, place);
        case DescriptorKind::Tr:
            if (auto error = key(node, place)) return error;
            if (m_at >= m_text.size() || m_text[m_at] != ',') return {};
            ++m_at;
            return tree(node, 0);
        case DescriptorKind::Pk:
        case DescriptorKind::Pkh:
        case DescriptorKind::Wpkh:
        case DescriptorKind::Combo:
        case DescriptorKind::RawTr:
            break;
        }
        return key(node, place);
    }

    Error inner(DescriptorNode& node) {
        auto child = function(node.kind == DescriptorKind::Sh ? InSh : InWsh);
        if (!child) return child.error();
        node.children.push_back(std::move(*child));
        return {};
    }

    Error raw(DescriptorNode& node) {
        auto script = util::fromHex(word());
        if (!script || script->empty()) return wrong("raw() takes a script in hexadecimal digits.");
        node.script = std::move(*script);
        m_at += word().size();
        return {};
    }

    Error address(DescriptorNode& node) {
        auto script = scriptFromAddress(word(), m_format.addresses);
        if (!script) return wrong("This is no address of this network.");
        node.script = std::move(*script);
        m_at += word().size();
        return {};
    }

    Error key(DescriptorNode& node, Place place) {
        const std::string_view text = word();
        if (m_at + text.size() < m_text.size() && m_text[m_at + text.size()] == '(')
            return wrong("Here should be a key, not a function.");
        auto read = DescriptorKey::parse(text, m_at, keyKindIn(place, node.kind), m_format, m_alternative);
        if (!read) return read.error();
        node.keys.push_back(std::move(*read));
        m_at += text.size();
        return {};
    }

    static std::size_t mostKeys(Place place) {
        if (place == InTr) return kMaxTapscriptKeys;
        return static_cast<std::size_t>(place == Top ? kMaxBareMultiSigKeys : kMaxMultiSigKeys);
    }

    /// `threshold,key,key…`
    Error multi(DescriptorNode& node, Place place) {
        const std::string_view text = word();
        const std::size_t start = m_at;
        const auto [last, error] = std::from_chars(text.data(), text.data() + text.size(), node.threshold);
        if (text.empty() || error != std::errc() || last != text.data() + text.size() || node.threshold < 1)
            return wrong("The number of signatures is a number from 1 on.");
        m_at += text.size();
        const std::size_t most = mostKeys(place);
        while (m_at < m_text.size() && m_text[m_at] == ',') {
            ++m_at;
            if (node.keys.size() == most)
                return wrong("There are more than " + std::to_string(most) + " keys.");
            if (auto wrongKey = key(node, place)) return wrongKey;
        }
        if (static_cast<std::size_t>(node.threshold) > node.keys.size())
            return DescriptorError{"More signatures are wanted than there are keys.", start};
        std::size_t size = 3;
        for (const DescriptorKey& each : node.keys)
            size += 1 + each.size();
        if (place == InSh && size > kMaxElementSize)
            return DescriptorError{"The script of sh() is longer than 520 bytes.", start};
        return {};
    }

    /// A leaf, or `{tree,tree}`.
    Error tree(DescriptorNode& node, int depth) {
        if (m_at < m_text.size() && m_text[m_at] == '{') {
            if (depth == kMaxTreeDepth) return wrong("The tree is deeper than 128 levels.");
            ++m_at;
            if (auto error = tree(node, depth + 1)) return error;
            if (auto error = expect(',')) return error;
            if (auto error = tree(node, depth + 1)) return error;
            return expect('}');
        }
        auto leaf = function(InTr);
        if (!leaf) return leaf.error();
        node.children.push_back(std::move(*leaf));
        node.depths.push_back(depth);
        return {};
    }

    std::string_view m_text;
    const DescriptorFormat& m_format;
    std::size_t m_alternative;
    std::size_t m_at = 0;
};

} // namespace

const char* toString(DescriptorKind kind) {
    return kFunctions[static_cast<std::size_t>(kind)].name;
}

Result<DescriptorNode, DescriptorError>
parseDescriptorNode(std::string_view text, const DescriptorFormat& format, std::size_t alternative) {
    return Parser(text, format, alternative).whole();
}

} // namespace script
