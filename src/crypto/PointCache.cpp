#include "crypto/PointCache.h"

#include "crypto/CurveContext.h"
#include "util/Require.h"

#include <algorithm>
#include <memory>

namespace crypto {

const secp256k1_pubkey* PointCache::find(util::ByteView compressed33) {
    require(compressed33.size() == Place().compressed.size());
    const std::size_t number = std::size_t{compressed33[31]} << 8 | compressed33[32];
    Place& place = m_places[number % kPlaces];
    if (place.isTaken && std::ranges::equal(place.compressed, compressed33)) return &place.point;
    place.isTaken = secp256k1_ec_pubkey_parse(curveContext(), &place.point, compressed33.data(),
                                              compressed33.size()) == 1;
    if (!place.isTaken) return nullptr;
    std::ranges::copy(compressed33, place.compressed.begin());
    return &place.point;
}

PointCache& PointCache::ofThread() {
    thread_local const auto cache = std::make_unique<PointCache>();
    return *cache; // NOLINT(clang-analyzer-cplusplus.NewDelete): it lives as long as the thread
}

} // namespace crypto
