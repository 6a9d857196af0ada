#include "storage/StorageFormat.h"

#include "util/Require.h"

#include <algorithm>

namespace storage {
namespace {
constexpr std::uint32_t kPlaceBits = 24;
constexpr std::uint32_t kMaxPosition = (1U << kPlaceBits) - 1;
constexpr std::size_t kCoinHead = 12;
} // namespace

OutPointKey keyOf(const primitives::OutPoint& outpoint) {
    OutPointKey key;
    std::copy(outpoint.txid.bytes().begin(), outpoint.txid.bytes().end(), key.begin());
    for (std::size_t i = 0; i < 4; ++i)
        key[32 + i] = static_cast<std::uint8_t>(outpoint.index >> (24 - 8 * i));
    return key;
}

std::optional<primitives::OutPoint> outPointFromKey(util::ByteView key) {
    if (key.size() != OutPointKey().size()) return std::nullopt;
    primitives::OutPoint out{primitives::TxId::fromBytes(key.first(32)), 0};
    for (const std::uint8_t byte : key.subspan(32))
        out.index = out.index << 8 | byte;
    return out;
}

util::Bytes coinBytes(const consensus::Coin& coin) {
    util::ByteWriter writer;
    writer.reserve(kCoinHead + coin.output.scriptPubKey.size());
    writer.u32(static_cast<std::uint32_t>(coin.height) * 2 + (coin.fromCoinbase ? 1 : 0));
    writer.i64(coin.output.value.satoshi());
    writer.bytes(coin.output.scriptPubKey);
    return writer.take();
}

std::optional<consensus::Coin> coinFromBytes(util::ByteView bytes) {
    if (bytes.size() < kCoinHead) return std::nullopt;
    util::ByteReader reader(bytes);
    const std::uint32_t code = reader.u32();
    const primitives::Amount value(reader.i64());
    if (!value.inRange()) return std::nullopt;
    const util::ByteView script = reader.view(reader.remaining());
    return consensus::Coin{{value, util::Bytes(script.begin(), script.end())},
                           static_cast<std::int32_t>(code >> 1),
                           (code & 1) != 0};
}

bool isPlace(const TxPlace& place) {
    return place.height >= 0 && place.position <= kMaxPosition;
}

std::int64_t keyOf(const TxPlace& place) {
    require(isPlace(place));
    return std::int64_t{place.height} << kPlaceBits | place.position;
}

TxPlace placeFromKey(std::int64_t key) {
    return {static_cast<std::int32_t>(key >> kPlaceBits), static_cast<std::uint32_t>(key) & kMaxPosition};
}

util::Bytes outputBytes(std::span<const std::uint32_t> outputs) {
    util::ByteWriter writer;
    for (const std::uint32_t output : outputs)
        writer.compactSize(output);
    return writer.take();
}

std::optional<std::vector<std::uint32_t>> outputsFromBytes(util::ByteView bytes) {
    std::vector<std::uint32_t> out;
    util::ByteReader reader(bytes);
    while (!reader.atEnd()) {
        out.push_back(static_cast<std::uint32_t>(reader.compactSize(0xffffffff)));
        if (!reader.ok()) return std::nullopt;
    }
    return out;
}

} // namespace storage
