#include "rest/rpc/GetWork.h"

#include "util/Hex.h"

#include <algorithm>

namespace rest {

namespace {

constexpr std::size_t kDataSize = 128;
constexpr std::uint32_t kHeaderBits = primitives::BlockHeader::kSize * 8;

void turnWords(util::Bytes& bytes) {
    for (std::size_t i = 0; i + 4 <= bytes.size(); i += 4)
        std::reverse(bytes.begin() + std::ptrdiff_t(i), bytes.begin() + std::ptrdiff_t(i + 4));
}

} // namespace

std::string getWorkData(const primitives::BlockHeader& header) {
    const auto bytes = header.serialize();
    util::Bytes data(bytes.begin(), bytes.end());
    data.push_back(0x80);
    data.resize(kDataSize);
    for (std::size_t i = 0; i < 4; ++i)
        data[kDataSize - 1 - i] = std::uint8_t(kHeaderBits >> (8 * i)); // the length, big endian
    turnWords(data);
    return util::toHex(data);
}

std::string getWorkTarget(const consensus::Uint256& target) {
    auto bytes = util::fromHex(consensus::toHex(target)).value_or(util::Bytes());
    return util::toReversedHex(bytes);
}

std::optional<primitives::BlockHeader> headerFromGetWork(const util::Bytes& data) {
    if (data.size() != kDataSize && data.size() != primitives::BlockHeader::kSize) return std::nullopt;
    util::Bytes bytes = data;
    turnWords(bytes);
    util::ByteReader reader(util::ByteView(bytes).first(primitives::BlockHeader::kSize));
    return primitives::BlockHeader::read(reader);
}

} // namespace rest
