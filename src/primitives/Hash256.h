#pragma once

#include "util/Bytes.h"
#include "util/Hex.h"

#include <compare>
#include <cstring>
#include <functional>
#include <optional>
#include <string>

namespace primitives {

/// 32 bytes in wire order with a meaning: TxId, WtxId and BlockHash are different types. Displayed in
/// reversed hex.
template <class Tag>
class Hash256 {
public:
    static constexpr std::size_t kSize = 32;
    constexpr Hash256() = default;
    constexpr explicit Hash256(const util::ByteArray<32>& bytes) : m_bytes(bytes) {}
    /// Needs: 32 bytes.
    static Hash256 fromBytes(util::ByteView bytes) {
        Hash256 out;
        if (bytes.size() == kSize) std::memcpy(out.m_bytes.data(), bytes.data(), kSize);
        return out;
    }
    /// From 64 hex digits in display order.
    static std::optional<Hash256> fromHex(std::string_view text) {
        const auto bytes = util::fromHex(text);
        if (!bytes || bytes->size() != kSize) return std::nullopt;
        Hash256 out;
        for (std::size_t i = 0; i < kSize; ++i)
            out.m_bytes[i] = (*bytes)[kSize - 1 - i];
        return out;
    }

    [[nodiscard]] const util::ByteArray<32>& bytes() const { return m_bytes; }
    [[nodiscard]] util::ByteView view() const { return m_bytes; }
    [[nodiscard]] std::string toHex() const { return util::toReversedHex(m_bytes); }
    [[nodiscard]] bool isNull() const { return *this == Hash256(); }
    auto operator<=>(const Hash256&) const = default;

private:
    util::ByteArray<32> m_bytes{};
};

/// Ids may be chosen by strangers: every container mixes them with a number drawn at start (see Hash256.cpp).
std::size_t hashOf(util::ByteView bytes32, std::uint32_t extra = 0);

using TxId = Hash256<struct TxIdTag>;
using WtxId = Hash256<struct WtxIdTag>;
using BlockHash = Hash256<struct BlockHashTag>;
using MerkleRoot = Hash256<struct MerkleRootTag>;

} // namespace primitives

template <class Tag>
struct std::hash<primitives::Hash256<Tag>> {
    std::size_t operator()(const primitives::Hash256<Tag>& id) const { return primitives::hashOf(id.view()); }
};
