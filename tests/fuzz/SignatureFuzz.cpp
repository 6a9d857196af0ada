#include "crypto/LaxDer.h"
#include "crypto/PublicKey.h"
#include "util/Require.h"

#include <algorithm>

/// Strict signatures are lax ones too; keys that are read are written back; nothing aborts.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const util::ByteView bytes(data, size);
    const bool strict = crypto::isStrictDer(bytes);
    require(!strict || crypto::parseLaxDer(bytes).has_value());
    require(crypto::parseLaxDer(bytes).has_value() || !crypto::hasLowS(bytes));

    const util::ByteView key = bytes.first(std::min<std::size_t>(size, size % 2 == 0 ? 33 : 65));
    const util::ByteView rest = bytes.subspan(key.size());
    constexpr util::ByteArray<32> kHash = {1, 2, 3};
    crypto::verifyEcdsa(key, rest, kHash);
    crypto::verifySchnorr(bytes.first(std::min<std::size_t>(size, 32)),
                          rest.first(std::min<std::size_t>(rest.size(), 64)), kHash);
    if (const auto point = crypto::PublicKey::parse(key))
        require(crypto::PublicKey::parse(point->compressed()) == point);
    return 0;
}
