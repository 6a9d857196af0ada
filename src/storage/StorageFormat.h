#pragma once

#include "chain/ChainTypes.h"
#include "storage/ChainReader.h"

#include <span>

// How values lie in the columns of the chain database. Reading treats bytes as foreign: nothing for a bad
// one.
namespace storage {

/// Hashes that people type are stored as they are displayed: a typed beginning is then a range of the index.
template <class Tag>
util::ByteArray<32> displayOrder(const primitives::Hash256<Tag>& hash) {
    util::ByteArray<32> out;
    std::reverse_copy(hash.bytes().begin(), hash.bytes().end(), out.begin());
    return out;
}
template <class Hash>
std::optional<Hash> fromDisplayOrder(util::ByteView bytes) {
    if (bytes.size() != Hash::kSize) return std::nullopt;
    util::ByteArray<32> out;
    std::reverse_copy(bytes.begin(), bytes.end(), out.begin());
    return Hash(out);
}

/// 32 bytes txid in wire order, 4 bytes output number, big endian: sorts as OutPoint does.
using OutPointKey = util::ByteArray<36>;
OutPointKey keyOf(const primitives::OutPoint& outpoint);
std::optional<primitives::OutPoint> outPointFromKey(util::ByteView key);

util::Bytes coinBytes(const consensus::Coin& coin);
std::optional<consensus::Coin> coinFromBytes(util::ByteView bytes);

/// Whether a place has a key: its numbers may come from outside.
bool isPlace(const TxPlace& place);
/// height * 2^24 + position: one short number that sorts as the chain does. Needs: isPlace.
std::int64_t keyOf(const TxPlace& place);
TxPlace placeFromKey(std::int64_t key);
/// The first place of a block.
inline std::int64_t firstKeyOf(std::int32_t height) {
    return keyOf(TxPlace{height, 0});
}

/// Output numbers, one compact size each.
util::Bytes outputBytes(std::span<const std::uint32_t> outputs);
std::optional<std::vector<std::uint32_t>> outputsFromBytes(util::ByteView bytes);

} // namespace storage
