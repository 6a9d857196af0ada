#pragma once

#include "crypto/Ripemd160.h"
#include "crypto/Sha256.h"
#include "script/descriptor/DescriptorKey.h"

#include <map>
#include <set>

namespace script {

/// A script of a taproot output's tree.
struct TapLeaf {
    util::Bytes script;
    std::uint8_t version = 0xc0;
    auto operator<=>(const TapLeaf&) const = default;
};

/// The same with its place: leaves from left to right, each so many branches below the root.
struct TapTreeLeaf {
    std::uint8_t depth = 0;
    TapLeaf leaf;
    bool operator==(const TapTreeLeaf&) const = default;
};

/// Whether these leaves are one whole tree, of at most 128 branches. Source: BIP 371.
bool isWholeTree(const std::vector<TapTreeLeaf>& tree);

/// Shorter ones first: what leads to a leaf by the shortest way.
struct ShorterFirst {
    bool operator()(const util::Bytes& a, const util::Bytes& b) const {
        return a.size() != b.size() ? a.size() < b.size() : a < b;
    }
};
using TapLeaves = std::map<TapLeaf, std::set<util::Bytes, ShorterFirst>>; ///< with their control blocks
using LeafHashes = std::set<crypto::Hash256Bytes>;

/// What a taproot output commits to.
struct TaprootSpend {
    util::Bytes internalKey; ///< 32 bytes; none: it pays to a key as it is (rawtr)
    std::optional<crypto::Hash256Bytes> root;
    std::vector<TapTreeLeaf> tree;
    TapLeaves leaves;
    std::map<util::Bytes, LeafHashes> keys; ///< of 32 bytes: the internal one, and those of leaves
};

/// What it takes to spend outputs: scripts that they show the hash of, keys and where they come from, and
/// private keys as far as they are there. Parts of several wallets are added to one. Value type.
struct SpendingData {
    std::map<crypto::Hash160Bytes, util::Bytes> redeemScripts;
    std::map<crypto::Hash256Bytes, util::Bytes> witnessScripts;
    std::map<util::Bytes, TaprootSpend> taproot;    ///< by output key, 32 bytes
    std::map<util::Bytes, KeyOrigin> origins;       ///< by public key, 33 or 65 bytes
    std::map<util::Bytes, crypto::PrivateKey> keys; ///< the same

    void add(SpendingData other);
    /// The key whose hash a script shows; nothing when it is not here.
    [[nodiscard]] std::optional<util::Bytes> keyOfHash(util::ByteView hash20) const;
    /// A public key of which only x is known, 33 bytes, and where it comes from; null when it is not here.
    [[nodiscard]] const std::pair<const util::Bytes, KeyOrigin>* findX(util::ByteView x32) const;
    [[nodiscard]] const crypto::PrivateKey* privateKeyOfX(util::ByteView x32) const;
};

} // namespace script
