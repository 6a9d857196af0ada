#include "primitives/Hash256.h"

#include "crypto/Random.h"
#include "util/Require.h"

#include <bit>

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

/// SipHash with one round a word and three at the end, over whole 64-bit words.
class SipMix {
public:
    explicit SipMix(const Seed& from)
        : m_v0(from.first ^ 0x736f6d6570736575), m_v1(from.second ^ 0x646f72616e646f6d),
          m_v2(from.first ^ 0x6c7967656e657261), m_v3(from.second ^ 0x7465646279746573) {}

    void add(std::uint64_t word) {
        m_v3 ^= word;
        round();
        m_v0 ^= word;
    }

    std::uint64_t finish() {
        m_v2 ^= 0xff;
        for (int i = 0; i < 3; ++i)
            round();
        return m_v0 ^ m_v1 ^ m_v2 ^ m_v3;
    }

private:
    void round() {
        m_v0 += m_v1;
        m_v2 += m_v3;
        m_v1 = std::rotl(m_v1, 13) ^ m_v0;
        m_v3 = std::rotl(m_v3, 16) ^ m_v2;
        m_v0 = std::rotl(m_v0, 32);
        m_v2 += m_v1;
        m_v0 += m_v3;
        m_v1 = std::rotl(m_v1, 17) ^ m_v2;
        m_v3 = std::rotl(m_v3, 21) ^ m_v0;
        m_v2 = std::rotl(m_v2, 32);
    }

    std::uint64_t m_v0, m_v1, m_v2, m_v3;
};

} // namespace

std::size_t hashOf(util::ByteView bytes32, std::uint32_t extra) {
    require(bytes32.size() == 32);
    SipMix mix(seed());
    for (std::size_t i = 0; i < 32; i += 8) {
        std::uint64_t word = 0;
        std::memcpy(&word, bytes32.data() + i, sizeof word);
        mix.add(word);
    }
    mix.add(extra);
    return static_cast<std::size_t>(mix.finish());
}

} // namespace primitives
