#include "primitives/Hash256.h"

#include "crypto/Random.h"
#include "crypto/SipHash.h"
#include "util/Require.h"

namespace primitives {
namespace {

/// Drawn once a run: nobody outside can choose ids that fall into one bucket.
struct Seed {
    std::uint64_t first = crypto::randomNumber();
    std::uint64_t second = crypto::randomNumber();
};

const Seed& seed() {
    static const Seed drawn;
    return drawn;
}

} // namespace

std::size_t hashOf(util::ByteView bytes32, std::uint32_t extra) {
    require(bytes32.size() == 32);
    crypto::SipHash<1, 3> mix(seed().first, seed().second);
    for (std::size_t i = 0; i < 32; i += 8) {
        std::uint64_t word = 0;
        std::memcpy(&word, bytes32.data() + i, sizeof word);
        mix.add(word);
    }
    mix.add(extra);
    return static_cast<std::size_t>(mix.finish());
}

} // namespace primitives
