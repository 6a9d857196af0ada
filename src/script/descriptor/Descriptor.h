#pragma once

#include "script/Wif.h"
#include "script/descriptor/DescriptorNode.h"
#include "script/descriptor/SpendingData.h"

namespace script {

/// An output descriptor (BIP 380 to 387): which scripts a wallet, or a part of one, is paid at. Value type;
/// holds the private keys that its text holds.
class Descriptor {
public:
    enum class Checksum { Optional, Required };
    /// Longer texts are refused.
    static constexpr std::size_t kMaxLength = 100'000;

    /// What `text` describes: one descriptor, or one for each alternative of its multipath steps (BIP 389),
    /// at most 16.
    /// Errors: a sentence and the place in the text, which may be anything.   Cost: a curve point a key.
    static Result<std::vector<Descriptor>, DescriptorError>
    parse(std::string_view text, const DescriptorFormat& format, Checksum checksum = Checksum::Optional);

    /// Stands for a script at each index from 0 to 2^31 - 1.
    [[nodiscard]] bool isRanged() const;
    /// Says how its outputs are spent: everything but raw() and addr().
    [[nodiscard]] bool isSolvable() const;
    [[nodiscard]] bool hasPrivateKeys() const;
    /// With public keys only, and its checksum.
    [[nodiscard]] std::string toString() const;
    /// The scripts at an index, several for combo(); nothing when a hardened step would need a private key.
    [[nodiscard]] std::optional<std::vector<util::Bytes>> scriptsAt(std::uint32_t index) const;

    /// With public keys only, every hardened step in the origins, and its checksum: what a program without
    /// the private keys derives from. Nothing where that is not possible.
    [[nodiscard]] std::optional<std::string> normalised() const;
    /// As it was written, with its private keys, without checksum.
    [[nodiscard]] crypto::SecretString privateText() const;
    /// The private keys that it holds, at an index.
    [[nodiscard]] std::vector<WifKey> secretsAt(std::uint32_t index) const;
    /// The scripts that an input shows at an index: what sh() and wsh() hold, outer first.
    [[nodiscard]] std::vector<util::Bytes> innerScriptsAt(std::uint32_t index) const;
    /// The private key of a taproot output at an index: the internal one with what the scripts add; nothing
    /// where that is not held, or it is no taproot.
    [[nodiscard]] std::optional<crypto::PrivateKey> outputSecretAt(std::uint32_t index) const;
    /// The functions and keys it is made of.
    [[nodiscard]] const DescriptorNode& root() const { return m_root; }

    /// A script at an index, with a descriptor of it alone that shows its keys and where they come from.
    struct Place {
        util::Bytes script;
        std::string descriptor; ///< with checksum
    };
    /// As `scriptsAt`, same order.
    [[nodiscard]] std::optional<std::vector<Place>> placesAt(std::uint32_t index) const;

    /// What spending its outputs at an index takes; nothing where `scriptsAt` has nothing.
    [[nodiscard]] std::optional<SpendingData> spendingAt(std::uint32_t index) const;

private:
    Descriptor(DescriptorNode root, DescriptorFormat format)
        : m_root(std::move(root)), m_format(std::move(format)) {}
    DescriptorNode m_root;
    DescriptorFormat m_format;
};

/// What the script alone tells: its keys where it shows them, else its address, else its bytes; with
/// checksum.
std::string inferDescriptor(util::ByteView scriptPubKey, const AddressFormat& format);

} // namespace script
