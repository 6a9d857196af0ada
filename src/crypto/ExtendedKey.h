#pragma once

#include "crypto/PrivateKey.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace crypto {

constexpr std::uint32_t kHardened = 0x80000000;

/// BIP 32 versions of Base58 text: "tpub"/"tprv" on every network here.
struct ExtendedVersions {
    std::uint32_t publicKey = 0x043587cf;
    std::uint32_t privateKey = 0x04358394;
};

/// A public key that has children (BIP 32).
struct ExtendedPublicKey {
    PublicKey key;
    util::ByteArray<32> chainCode{};
    std::uint8_t depth = 0;
    std::uint32_t parentFingerprint = 0;
    std::uint32_t childNumber = 0;

    /// Not for hardened numbers.
    [[nodiscard]] std::optional<ExtendedPublicKey> child(std::uint32_t number) const;
    [[nodiscard]] std::string toBase58(const ExtendedVersions& versions = {}) const;
    static std::optional<ExtendedPublicKey> fromBase58(std::string_view text,
                                                       const ExtendedVersions& versions = {});
    [[nodiscard]] std::uint32_t fingerprint() const;
};

/// A private key that has children (BIP 32).
struct ExtendedPrivateKey {
    PrivateKey key;
    util::ByteArray<32> chainCode{};
    std::uint8_t depth = 0;
    std::uint32_t parentFingerprint = 0;
    std::uint32_t childNumber = 0;

    static std::optional<ExtendedPrivateKey> fromSeed(util::ByteView seed);
    static std::optional<ExtendedPrivateKey> fromBase58(std::string_view text,
                                                        const ExtendedVersions& versions = {});
    [[nodiscard]] std::optional<ExtendedPrivateKey> child(std::uint32_t number) const;
    [[nodiscard]] std::optional<ExtendedPrivateKey> derive(const std::vector<std::uint32_t>& path) const;
    [[nodiscard]] ExtendedPublicKey publicKey() const;
    [[nodiscard]] std::string toBase58(const ExtendedVersions& versions = {}) const;
};

} // namespace crypto
