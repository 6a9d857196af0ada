#pragma once

#include "crypto/ExtendedKey.h"
#include "script/Address.h"
#include "util/Result.h"

namespace script {

/// How a network writes what a descriptor names.
struct DescriptorFormat {
    AddressFormat addresses;
    crypto::ExtendedVersions extended;
};

/// What programs tell apart of what can be wrong.
enum class DescriptorFault {
    Other,
    NoFunction, ///< the text from here on begins with no function's name
    SpacedKey,  ///< the key here has a space before or behind it
};

/// What is wrong, as a sentence, and where: the byte of the text.
struct DescriptorError {
    std::string sentence;
    std::size_t position = 0;
    DescriptorFault fault = DescriptorFault::Other;
};

/// Which keys a place in a descriptor takes, and the form in which it uses them.
enum class KeyKind {
    Any,        ///< 33 or 65 bytes
    Compressed, ///< 33 bytes
    XOnly,      ///< 32 bytes, in taproot
};

/// A step of a path: a number, hardened from 2^31 on.
using KeyPath = std::vector<std::uint32_t>;

/// Where a key comes from: the fingerprint of the root key, and the path from there.
struct KeyOrigin {
    util::ByteArray<4> fingerprint{};
    KeyPath path;
    auto operator<=>(const KeyOrigin&) const = default;
};

/// A key expression of a descriptor, `[fingerprint/path]key/path/*` (BIP 380). Of a multipath step `<0;1>`
/// (BIP 389) it holds one alternative.
class DescriptorKey {
public:
    /// `position`: where `text` begins in the descriptor, for the error. `alternative`: which of a
    /// multipath's to take, modulo their number.
    static Result<DescriptorKey, DescriptorError> parse(std::string_view text, std::size_t position,
                                                        KeyKind kind, const DescriptorFormat& format,
                                                        std::size_t alternative);

    /// The number of alternatives of its multipath step; 1 when it has none.
    [[nodiscard]] std::size_t alternatives() const { return m_alternatives; }
    /// Ends with a wildcard.
    [[nodiscard]] bool isRanged() const { return m_wildcard != Wildcard::None; }
    [[nodiscard]] bool hasPrivateKey() const { return m_private; }
    /// 33 or 65, or 32 in taproot.
    [[nodiscard]] std::size_t size() const;
    /// The key at an index (below 2^31; it means nothing to a key without wildcard); nothing when a hardened
    /// step would need the private key. Cost: a child of BIP 32 when it is ranged.
    [[nodiscard]] std::optional<util::Bytes> at(std::uint32_t index) const;
    /// The same as a whole point, 33 or 65 bytes, in taproot too.
    [[nodiscard]] std::optional<util::Bytes> pointAt(std::uint32_t index) const;
    /// Where the key at an index comes from; a key of which nothing is known is its own root.
    [[nodiscard]] KeyOrigin originAt(std::uint32_t index) const;
    [[nodiscard]] std::optional<crypto::PrivateKey> privateKeyAt(std::uint32_t index) const;
    /// The same in hexadecimal digits, with where it comes from in brackets before it, as far as that is
    /// known.
    [[nodiscard]] std::optional<std::string> textAt(std::uint32_t index) const;
    /// Public, and with every hardened step in the origin: what is derived without a private key. Nothing
    /// where hardened steps are behind that, or follow a public key.
    [[nodiscard]] std::optional<std::string> normalised() const;
    /// An extended key behind the last hardened step, as `normalised` names it.
    struct HdKey {
        std::string text;                                 ///< public
        std::optional<crypto::ExtendedPrivateKey> secret; ///< none: it is not held
    };
    /// Nothing where it is a single key.
    [[nodiscard]] std::optional<HdKey> hdKey() const;
    /// As it was written, with its private key; without one as `toString`.
    [[nodiscard]] crypto::SecretString privateText(const DescriptorFormat& format) const;
    /// As it was written, but public: private keys replaced, one mark for all hardened steps (the last that
    /// was written).
    [[nodiscard]] std::string toString() const;
    /// "/44h/1h": `mark` stands behind what is hardened.
    [[nodiscard]] static std::string steps(const KeyPath& path, char mark);

private:
    class Reader;
    enum class Wildcard { None, Normal, Hardened };
    DescriptorKey() = default;
    [[nodiscard]] util::Bytes formed(util::Bytes key) const;

    KeyKind m_kind = KeyKind::Any;
    std::optional<util::ByteArray<4>> m_fingerprint;
    KeyPath m_originPath;
    std::string m_name; ///< the key itself as printed
    KeyPath m_path;
    std::uint32_t m_rootFingerprint = 0; ///< of an extended key, where the path begins
    Wildcard m_wildcard = Wildcard::None;
    char m_mark = 'h';
    std::size_t m_alternatives = 1;
    bool m_private = false;
    util::Bytes m_fixed; ///< 33 or 65 bytes; empty: extended
    std::optional<crypto::PrivateKey> m_fixedSecret;
    /// An extended key at the end of `m_path`; none where that needs a private key.
    std::optional<crypto::ExtendedPublicKey> m_parent;
    std::optional<crypto::ExtendedPrivateKey> m_privateParent;
    std::string m_normalName;     ///< the extended key behind the last hardened step
    std::size_t m_normalFrom = 0; ///< that many steps of `m_path` lead to it
    std::optional<crypto::ExtendedPrivateKey> m_privateRoot; ///< where the path begins
};

} // namespace script
