#include "crypto/ExtendedKey.h"

#include "crypto/Base58Check.h"
#include "crypto/HmacSha512.h"
#include "crypto/Ripemd160.h"

#include <algorithm>

namespace crypto {

namespace {

constexpr std::size_t kSerializedSize = 78;
constexpr std::size_t kMinSeedSize = 16;
constexpr std::size_t kMaxSeedSize = 64;

/// BIP 32 writes numbers most significant byte first.
template <class Bytes>
void appendBigEndian(Bytes& out, std::uint32_t value) {
    for (int shift = 24; shift >= 0; shift -= 8)
        out.push_back(static_cast<std::uint8_t>(value >> shift));
}

std::uint32_t bigEndian(util::ByteView bytes) {
    return static_cast<std::uint32_t>(bytes[0]) << 24 | static_cast<std::uint32_t>(bytes[1]) << 16 |
           static_cast<std::uint32_t>(bytes[2]) << 8 | bytes[3];
}

/// An HMAC's 64 bytes: key or tweak, then chain code. Wiped when it goes.
struct Halves {
    util::ByteArray<64> bytes;
    Halves(util::ByteView key, util::ByteView data) : bytes(hmacSha512(key, data)) {}
    Halves(const Halves&) = delete;
    Halves& operator=(const Halves&) = delete;
    ~Halves() { wipe(bytes.data(), bytes.size()); }
    [[nodiscard]] util::ByteView left() const { return util::ByteView(bytes).first(32); }
    [[nodiscard]] util::ByteArray<32> right() const {
        util::ByteArray<32> out{};
        std::copy(bytes.begin() + 32, bytes.end(), out.begin());
        return out;
    }
};

/// Version, depth, parent, number and chain code: what both kinds of key share.
template <class Key>
SecretBytes serializedStart(const Key& key, std::uint32_t version) {
    SecretBytes out;
    out.reserve(kSerializedSize);
    appendBigEndian(out, version);
    out.push_back(key.depth);
    appendBigEndian(out, key.parentFingerprint);
    appendBigEndian(out, key.childNumber);
    out.insert(out.end(), key.chainCode.begin(), key.chainCode.end());
    return out;
}

/// The same when it is read, and the 33 bytes of the key.
struct Fields {
    std::uint8_t depth;
    std::uint32_t parent;
    std::uint32_t number;
    util::ByteArray<32> chainCode;
    SecretBytes key;
};

std::optional<Fields> readFields(std::string_view text, std::uint32_t version) {
    auto payload = decodeBase58Check(text, kSerializedSize);
    if (!payload) return std::nullopt;
    const util::ByteView bytes(*payload);
    std::optional<Fields> out;
    if (bytes.size() == kSerializedSize && bigEndian(bytes.first(4)) == version) {
        out = Fields{bytes[4], bigEndian(bytes.subspan(5, 4)), bigEndian(bytes.subspan(9, 4)), {}, {}};
        std::copy_n(bytes.begin() + 13, 32, out->chainCode.begin());
        out->key.assign(bytes.begin() + 45, bytes.end());
        if (out->depth == 0 && (out->parent != 0 || out->number != 0)) out.reset();
    }
    wipe(payload->data(), payload->size());
    return out;
}

} // namespace

std::optional<ExtendedPublicKey> ExtendedPublicKey::child(std::uint32_t number) const {
    if (number >= kHardened || depth == 0xff) return std::nullopt;
    util::Bytes data(key.compressed().begin(), key.compressed().end());
    appendBigEndian(data, number);
    const Halves halves(chainCode, data);
    const auto childKey = key.tweakAdd(halves.left());
    if (!childKey) return std::nullopt;
    return ExtendedPublicKey{*childKey, halves.right(), static_cast<std::uint8_t>(depth + 1), fingerprint(),
                             number};
}

std::string ExtendedPublicKey::toBase58(const ExtendedVersions& versions) const {
    SecretBytes out = serializedStart(*this, versions.publicKey);
    out.insert(out.end(), key.compressed().begin(), key.compressed().end());
    return encodeBase58Check(out);
}

std::optional<ExtendedPublicKey> ExtendedPublicKey::fromBase58(std::string_view text,
                                                               const ExtendedVersions& versions) {
    const auto fields = readFields(text, versions.publicKey);
    if (!fields) return std::nullopt;
    const auto key = PublicKey::parse(fields->key);
    if (!key) return std::nullopt;
    return ExtendedPublicKey{*key, fields->chainCode, fields->depth, fields->parent, fields->number};
}

std::uint32_t ExtendedPublicKey::fingerprint() const {
    return bigEndian(util::ByteView(hash160(key.compressed())).first(4));
}

std::optional<ExtendedPrivateKey> ExtendedPrivateKey::fromSeed(util::ByteView seed) {
    if (seed.size() < kMinSeedSize || seed.size() > kMaxSeedSize) return std::nullopt;
    const StackWiper wiper;
    const Halves halves(util::asBytes("Bitcoin seed"), seed);
    auto key = PrivateKey::parse(halves.left());
    if (!key) return std::nullopt;
    return ExtendedPrivateKey{std::move(*key), halves.right(), 0, 0, 0};
}

std::optional<ExtendedPrivateKey> ExtendedPrivateKey::fromBase58(std::string_view text,
                                                                 const ExtendedVersions& versions) {
    const auto fields = readFields(text, versions.privateKey);
    if (!fields || fields->key[0] != 0) return std::nullopt;
    auto key = PrivateKey::parse(util::ByteView(fields->key).subspan(1));
    if (!key) return std::nullopt;
    return ExtendedPrivateKey{std::move(*key), fields->chainCode, fields->depth, fields->parent,
                              fields->number};
}

std::optional<ExtendedPrivateKey> ExtendedPrivateKey::child(std::uint32_t number) const {
    const StackWiper wiper;
    if (depth == 0xff) return std::nullopt;
    const PublicKey point = key.publicKey();
    SecretBytes data;
    data.reserve(37);
    if (number >= kHardened) {
        data.push_back(0);
        data.insert(data.end(), key.bytes().begin(), key.bytes().end());
    } else {
        data.insert(data.end(), point.compressed().begin(), point.compressed().end());
    }
    appendBigEndian(data, number);
    const Halves halves(chainCode, data);
    auto childKey = key.tweakAdd(halves.left());
    if (!childKey) return std::nullopt;
    return ExtendedPrivateKey{std::move(*childKey), halves.right(), static_cast<std::uint8_t>(depth + 1),
                              publicKey().fingerprint(), number};
}

std::optional<ExtendedPrivateKey> ExtendedPrivateKey::derive(const std::vector<std::uint32_t>& path) const {
    std::optional<ExtendedPrivateKey> out = *this;
    for (const std::uint32_t number : path) {
        out = out->child(number);
        if (!out) return std::nullopt;
    }
    return out;
}

ExtendedPublicKey ExtendedPrivateKey::publicKey() const {
    return {key.publicKey(), chainCode, depth, parentFingerprint, childNumber};
}

std::string ExtendedPrivateKey::toBase58(const ExtendedVersions& versions) const {
    SecretBytes out = serializedStart(*this, versions.privateKey);
    out.push_back(0);
    out.insert(out.end(), key.bytes().begin(), key.bytes().end());
    return encodeBase58Check(out);
}

} // namespace crypto
