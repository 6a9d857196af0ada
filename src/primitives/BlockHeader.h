#pragma once

#include "primitives/Hash256.h"
#include "util/ByteReader.h"
#include "util/ByteWriter.h"

namespace primitives {

/// The 80 bytes that are hashed.
struct BlockHeader {
    static constexpr std::size_t kSize = 80;
    std::int32_t version = 0x20000000;
    BlockHash previous;
    MerkleRoot merkleRoot;
    std::uint32_t time = 0;
    std::uint32_t bits = 0; ///< compact target
    std::uint32_t nonce = 0;

    static BlockHeader read(util::ByteReader& reader);
    void write(util::ByteWriter& writer) const;
    [[nodiscard]] util::ByteArray<80> serialize() const;
    /// SHA-256d of the 80 bytes; computed at each call.
    [[nodiscard]] BlockHash hash() const;
    bool operator==(const BlockHeader&) const = default;
};

} // namespace primitives
