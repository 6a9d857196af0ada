#include "crypto/Base58Check.h"

#include "crypto/Base58.h"
#include "crypto/Sha256.h"

#include <algorithm>

namespace crypto {
namespace {

constexpr std::size_t kCheckSize = 4;

} // namespace

std::string encodeBase58Check(util::ByteView payload) {
    const Hash256Bytes hash = sha256d(payload);
    util::Bytes bytes(payload.begin(), payload.end());
    bytes.insert(bytes.end(), hash.begin(), hash.begin() + kCheckSize);
    return encodeBase58(bytes);
}

std::optional<util::Bytes> decodeBase58Check(std::string_view text, std::size_t limit) {
    auto bytes = decodeBase58(text, limit + kCheckSize);
    if (!bytes || bytes->size() < kCheckSize) return std::nullopt;
    const util::ByteView payload = util::ByteView(*bytes).first(bytes->size() - kCheckSize);
    const Hash256Bytes hash = sha256d(payload);
    if (!std::equal(hash.begin(), hash.begin() + kCheckSize, bytes->end() - kCheckSize)) return std::nullopt;
    bytes->resize(payload.size());
    return bytes;
}

} // namespace crypto
