#include "script/descriptor/DescriptorKey.h"

#include "crypto/Ripemd160.h"
#include "script/Wif.h"
#include "util/Hex.h"

#include <algorithm>
#include <charconv>

namespace script {

namespace {

constexpr std::size_t kMaxAlternatives = 16;
constexpr std::size_t kMaxDepth = 255;

bool isHardenedMark(char c) {
    return c == 'h' || c == '\'';
}

util::Bytes bytesOf(const crypto::PublicKey& key) {
    return {key.compressed().begin(), key.compressed().end()};
}

} // namespace

/// Reads one key expression from left to right.
class DescriptorKey::Reader {
public:
    Reader(std::string_view text, std::size_t position, const DescriptorFormat& format,
           std::size_t alternative)
        : m_text(text), m_position(position), m_format(format), m_alternative(alternative) {}

    Result<DescriptorKey, DescriptorError> read(KeyKind kind) {
        m_key.m_kind = kind;
        if (m_text.starts_with(' ') || m_text.ends_with(' '))
            return fail(DescriptorError{"A space stands before or behind this key.", m_position,
                                        DescriptorFault::SpacedKey});
        if (auto error = readOrigin()) return fail(std::move(*error));
        const std::size_t end = std::min(m_text.find('/', m_at), m_text.size());
        const std::string_view name = m_text.substr(m_at, end - m_at);
        if (name.empty()) return fail(wrong("A key is missing."));
        if (name.find_first_of("[]") != std::string_view::npos)
            return fail(wrong("A key has one origin at most, in [ and ] before it."));
        auto error = util::fromHex(name) ? readHex(name) : readBase58(name);
        if (error) return fail(std::move(*error));
        m_at = end;
        if ((error = readPath())) return fail(std::move(*error));
        if ((error = derive())) return fail(std::move(*error));
        return std::move(m_key);
    }

private:
    using Error = std::optional<DescriptorError>;

    [[nodiscard]] DescriptorError wrong(std::string sentence) const {
        return {std::move(sentence), m_position + m_at};
    }

    /// `[8 hex digits/steps]`
    Error readOrigin() {
        if (m_text.empty() || m_text.front() != '[') return {};
        const std::size_t end = m_text.find(']');
        if (end == std::string_view::npos) return wrong("The origin of a key has no ] at its end.");
        ++m_at;
        const std::size_t slash = std::min(m_text.find('/'), end);
        const auto fingerprint = util::fromHex(m_text.substr(m_at, slash - m_at));
        if (!fingerprint || fingerprint->size() != 4)
            return wrong("The fingerprint of an origin is 8 hexadecimal digits.");
        std::ranges::copy(*fingerprint, m_key.m_fingerprint.emplace().begin());
        m_at = slash;
        while (m_at < end) {
            ++m_at;
            const auto step = readStep(end);
            if (!step) return step.error();
            m_key.m_originPath.push_back(*step);
        }
        m_at = end + 1;
        return {};
    }

    Error readHex(std::string_view name) {
        util::Bytes bytes = *util::fromHex(name);
        const bool xOnly = bytes.size() == 32 && m_key.m_kind == KeyKind::XOnly;
        if (xOnly) bytes.insert(bytes.begin(), 2);
        if (bytes.size() == 65 && bytes[0] != 4) return wrong("A key of 65 bytes begins with 04.");
        if (!crypto::PublicKey::parse(bytes)) return wrong("These hexadecimal digits are no public key.");
        m_key.m_name = util::toHex(xOnly ? util::ByteView(bytes).subspan(1) : util::ByteView(bytes));
        return keep(std::move(bytes));
    }

    Error readBase58(std::string_view name) {
        if (auto key = crypto::ExtendedPublicKey::fromBase58(name, m_format.extended)) {
            m_key.m_parent = *key;
        } else if (auto secret = crypto::ExtendedPrivateKey::fromBase58(name, m_format.extended)) {
            m_key.m_private = true;
            m_key.m_parent = secret->publicKey();
            m_key.m_privateRoot = *secret;
            m_key.m_privateParent = std::move(*secret);
        } else {
            return readWif(name);
        }
        m_key.m_name = m_key.m_parent->toBase58(m_format.extended);
        return {};
    }

    Error readWif(std::string_view name) {
        auto secret = keyFromWif(name, m_format.addresses);
        if (!secret) {
            switch (secret.error()) {
            case WifError::Malformed:
                return wrong("This is no key: its check does not fit, or a character is foreign.");
            case WifError::WrongNetwork:
                return wrong("This is no key of this network.");
            case WifError::OutOfRange:
                return wrong("This private key is out of range.");
            }
        }
        m_key.m_private = true;
        const util::Bytes written = secret->publicKey();
        const bool xOnly = m_key.m_kind == KeyKind::XOnly;
        m_key.m_name = util::toHex(util::ByteView(written).subspan(xOnly ? 1 : 0));
        m_key.m_fixedSecret = std::move(secret->key);
        return keep(written);
    }

    Error keep(util::Bytes key) {
        if (key.size() != 33 && m_key.m_kind != KeyKind::Any)
            return wrong("An uncompressed key is not allowed here.");
        m_key.m_fixed = std::move(key);
        return {};
    }

    /// A number below 2^31 and perhaps a hardened mark, up to a slash or `end`.
    Result<std::uint32_t, DescriptorError> readStep(std::size_t end) {
        std::string_view step = m_text.substr(m_at, std::min(m_text.find('/', m_at), end) - m_at);
        const std::size_t length = step.size();
        const auto number = readNumber(step);
        if (!number) return fail(number.error());
        m_at += length;
        return *number;
    }

    Result<std::uint32_t, DescriptorError> readNumber(std::string_view step) {
        const bool hardened = !step.empty() && isHardenedMark(step.back());
        if (hardened) {
            m_key.m_mark = step.back();
            step.remove_suffix(1);
        }
        std::uint32_t number = 0;
        const auto [last, error] = std::from_chars(step.data(), step.data() + step.size(), number);
        if (step.empty() || error != std::errc() || last != step.data() + step.size() ||
            number >= crypto::kHardened)
            return fail(wrong("A step of a path is a number from 0 to 2147483647, with h or ' behind it when "
                              "it is hardened."));
        return number | (hardened ? crypto::kHardened : 0);
    }

    /// `/steps`, with one `<a;b>` among them at most, and `/*` at the end.
    Error readPath() {
        if (m_at < m_text.size() && !m_key.m_fixed.empty())
            return wrong("Only extended keys have a path behind them.");
        while (m_at < m_text.size()) {
            ++m_at;
            const std::size_t end = std::min(m_text.find('/', m_at), m_text.size());
            const std::string_view step = m_text.substr(m_at, end - m_at);
            if (step.starts_with('<')) {
                if (auto error = readAlternatives(step)) return error;
                m_at = end;
                continue;
            }
            const bool hardened = step.size() == 2 && isHardenedMark(step[1]);
            if (end == m_text.size() && step.starts_with('*') && (step.size() == 1 || hardened)) {
                m_key.m_wildcard = hardened ? Wildcard::Hardened : Wildcard::Normal;
                if (hardened) m_key.m_mark = step[1];
                m_at = end;
                break;
            }
            const auto number = readStep(end);
            if (!number) return number.error();
            m_key.m_path.push_back(*number);
        }
        return {};
    }

    Error readAlternatives(std::string_view step) {
        if (m_key.m_alternatives != 1) return wrong("A key has one <…> at most.");
        if (!step.ends_with('>')) return wrong("The < of a path has no > in its step.");
        step = step.substr(1, step.size() - 2);
        KeyPath numbers;
        for (bool more = true; more;) {
            const std::size_t end = std::min(step.find(';'), step.size());
            const auto number = readNumber(step.substr(0, end));
            if (!number) return number.error();
            if (std::ranges::find(numbers, *number) != numbers.end())
                return wrong("A number is twice in one <…>.");
            numbers.push_back(*number);
            more = end < step.size();
            step.remove_prefix(more ? end + 1 : end);
        }
        if (numbers.size() < 2 || numbers.size() > kMaxAlternatives)
            return wrong("Between < and > are 2 to " + std::to_string(kMaxAlternatives) +
                         " numbers, with ; between them.");
        m_key.m_alternatives = numbers.size();
        m_key.m_path.push_back(numbers[m_alternative % numbers.size()]);
        return {};
    }

    /// Goes down the path as far as it is the same for every index.
    Error derive() {
        if (!m_key.m_fixed.empty()) return {};
        m_key.m_rootFingerprint = m_key.m_parent->fingerprint();
        if (m_key.m_parent->depth + m_key.m_path.size() + (m_key.isRanged() ? 1 : 0) > kMaxDepth)
            return wrong("The path leads deeper than 255 steps.");
        m_key.m_normalName = m_key.m_name;
        if (m_key.m_private) {
            const auto hardened = [](std::uint32_t step) { return step >= crypto::kHardened; };
            const auto last = std::find_if(m_key.m_path.rbegin(), m_key.m_path.rend(), hardened);
            m_key.m_normalFrom = static_cast<std::size_t>(m_key.m_path.rend() - last);
            const KeyPath first(m_key.m_path.begin(), last.base());
            const KeyPath rest(last.base(), m_key.m_path.end());
            m_key.m_privateParent = m_key.m_privateParent->derive(first);
            if (!m_key.m_privateParent) return wrong("The path leads to no key.");
            m_key.m_normalName = m_key.m_privateParent->publicKey().toBase58(m_format.extended);
            m_key.m_privateParent = m_key.m_privateParent->derive(rest);
            if (!m_key.m_privateParent) return wrong("The path leads to no key.");
            m_key.m_parent = m_key.m_privateParent->publicKey();
            return {};
        }
        for (const std::uint32_t step : m_key.m_path) {
            m_key.m_parent = m_key.m_parent->child(step);
            if (!m_key.m_parent) break; // hardened: to be printed, not to be derived
        }
        return {};
    }

    std::string_view m_text;
    std::size_t m_position;
    const DescriptorFormat& m_format;
    std::size_t m_alternative;
    std::size_t m_at = 0;
    DescriptorKey m_key;
};

Result<DescriptorKey, DescriptorError> DescriptorKey::parse(std::string_view text, std::size_t position,
                                                            KeyKind kind, const DescriptorFormat& format,
                                                            std::size_t alternative) {
    return Reader(text, position, format, alternative).read(kind);
}

std::size_t DescriptorKey::size() const {
    if (m_kind == KeyKind::XOnly) return 32;
    return m_fixed.empty() ? 33 : m_fixed.size();
}

util::Bytes DescriptorKey::formed(util::Bytes key) const {
    if (m_kind == KeyKind::XOnly) key.erase(key.begin());
    return key;
}

std::optional<util::Bytes> DescriptorKey::at(std::uint32_t index) const {
    auto point = pointAt(index);
    return point ? std::optional(formed(std::move(*point))) : std::nullopt;
}

std::optional<util::Bytes> DescriptorKey::pointAt(std::uint32_t index) const {
    if (!m_fixed.empty()) return m_fixed;
    if (m_wildcard == Wildcard::Hardened) {
        const auto child = m_privateParent ? m_privateParent->child(index | crypto::kHardened) : std::nullopt;
        return child ? std::optional(bytesOf(child->key.publicKey())) : std::nullopt;
    }
    const auto key = m_parent && isRanged() ? m_parent->child(index) : m_parent;
    return key ? std::optional(bytesOf(key->key)) : std::nullopt;
}

std::optional<crypto::PrivateKey> DescriptorKey::privateKeyAt(std::uint32_t index) const {
    if (m_fixedSecret) return m_fixedSecret;
    if (!m_privateParent) return std::nullopt;
    if (!isRanged()) return m_privateParent->key;
    const std::uint32_t step = index | (m_wildcard == Wildcard::Hardened ? crypto::kHardened : 0);
    auto child = m_privateParent->child(step);
    return child ? std::optional(std::move(child->key)) : std::nullopt;
}

KeyOrigin DescriptorKey::originAt(std::uint32_t index) const {
    KeyOrigin out;
    if (m_fingerprint) {
        out = {*m_fingerprint, m_originPath};
    } else if (!m_fixed.empty()) {
        std::ranges::copy(util::ByteView(crypto::hash160(m_fixed)).first(4), out.fingerprint.begin());
    } else {
        for (std::size_t i = 0; i < out.fingerprint.size(); ++i)
            out.fingerprint[i] = static_cast<std::uint8_t>(m_rootFingerprint >> (24 - 8 * i));
    }
    out.path.insert(out.path.end(), m_path.begin(), m_path.end());
    if (isRanged()) out.path.push_back(index | (m_wildcard == Wildcard::Hardened ? crypto::kHardened : 0));
    return out;
}

std::string DescriptorKey::steps(const KeyPath& path, char mark) {
    std::string out;
    for (const std::uint32_t step : path) {
        out += '/' + std::to_string(step & ~crypto::kHardened);
        if (step >= crypto::kHardened) out += mark;
    }
    return out;
}

std::optional<std::string> DescriptorKey::textAt(std::uint32_t index) const {
    const auto key = at(index);
    if (!key) return std::nullopt;
    const std::string name = util::toHex(*key);
    if (!m_fingerprint && !m_fixed.empty()) return name;
    const KeyOrigin origin = originAt(index);
    return '[' + util::toHex(origin.fingerprint) + steps(origin.path, 'h') + ']' + name;
}

std::optional<std::string> DescriptorKey::normalised() const {
    constexpr char kMark = 'h';
    if (m_wildcard == Wildcard::Hardened || (m_fixed.empty() && !m_parent)) return std::nullopt;
    const auto split = m_path.begin() + static_cast<std::ptrdiff_t>(m_normalFrom);
    std::string out;
    if (m_fingerprint || m_normalFrom > 0) {
        KeyPath path = m_originPath;
        path.insert(path.end(), m_path.begin(), split);
        out = '[' + util::toHex(originAt(0).fingerprint) + steps(path, kMark) + ']';
    }
    out += (m_fixed.empty() ? m_normalName : m_name) + steps(KeyPath(split, m_path.end()), kMark);
    if (isRanged()) out += "/*";
    return out;
}

std::optional<DescriptorKey::HdKey> DescriptorKey::hdKey() const {
    if (!m_fixed.empty()) return std::nullopt;
    HdKey out{m_normalName, {}};
    if (m_privateRoot)
        out.secret = m_privateRoot->derive(
            KeyPath(m_path.begin(), m_path.begin() + static_cast<std::ptrdiff_t>(m_normalFrom)));
    return out;
}

crypto::SecretString DescriptorKey::privateText(const DescriptorFormat& format) const {
    const std::string open = toString();
    crypto::SecretString out;
    out.reserve(open.size() + 64);
    out.append(open);
    if (!m_private) return out;
    const std::size_t at = open.find(m_name, open.find(']') == std::string::npos ? 0 : open.find(']'));
    if (m_fixedSecret) {
        out.replace(at, m_name.size(), toWif({*m_fixedSecret, m_fixed.size() == 33}, format.addresses));
    } else {
        std::string name = m_privateRoot->toBase58(format.extended);
        out.replace(at, m_name.size(), name);
        crypto::wipe(name.data(), name.size());
    }
    return out;
}

std::string DescriptorKey::toString() const {
    std::string out;
    if (m_fingerprint) out = '[' + util::toHex(*m_fingerprint) + steps(m_originPath, m_mark) + ']';
    out += m_name + steps(m_path, m_mark);
    if (isRanged()) out += "/*";
    if (m_wildcard == Wildcard::Hardened) out += m_mark;
    return out;
}

} // namespace script
