#include "primitives/BlockHeader.h"

#include "crypto/Sha256.h"

#include <algorithm>

namespace primitives {
namespace {

std::uint8_t* putLittle(std::uint8_t* to, std::uint32_t value) {
    for (int shift = 0; shift < 32; shift += 8)
        *to++ = static_cast<std::uint8_t>(value >> shift);
    return to;
}

} // namespace

BlockHeader BlockHeader::read(util::ByteReader& reader) {
    BlockHeader header;
    header.version = reader.i32();
    header.previous = BlockHash(reader.array<32>());
    header.merkleRoot = MerkleRoot(reader.array<32>());
    header.time = reader.u32();
    header.bits = reader.u32();
    header.nonce = reader.u32();
    return header;
}

void BlockHeader::write(util::ByteWriter& writer) const {
    writer.bytes(serialize());
}

util::ByteArray<80> BlockHeader::serialize() const {
    util::ByteArray<80> out;
    std::uint8_t* to = putLittle(out.data(), static_cast<std::uint32_t>(version));
    to = std::copy(previous.bytes().begin(), previous.bytes().end(), to);
    to = std::copy(merkleRoot.bytes().begin(), merkleRoot.bytes().end(), to);
    to = putLittle(to, time);
    to = putLittle(to, bits);
    putLittle(to, nonce);
    return out;
}

BlockHash BlockHeader::hash() const {
    return BlockHash(crypto::sha256d(serialize()));
}

} // namespace primitives
