#include "mining/LaneHash.h"

#include <immintrin.h>

namespace mining::detail {
namespace {

/// Eight lanes of AVX2.
struct Lanes8 {
    static constexpr std::uint32_t kLanes = 8;
    __m256i value;

    CAIRN_INLINE static Lanes8 all(std::uint32_t word) { return {_mm256_set1_epi32(static_cast<int>(word))}; }
    CAIRN_INLINE static Lanes8 nonceWords(std::uint32_t first) {
        return swapped({_mm256_add_epi32(all(first).value, _mm256_set_epi32(7, 6, 5, 4, 3, 2, 1, 0))});
    }
    CAIRN_INLINE static Lanes8 swapped(Lanes8 x) {
        const __m128i order = _mm_set_epi8(12, 13, 14, 15, 8, 9, 10, 11, 4, 5, 6, 7, 0, 1, 2, 3);
        return {_mm256_shuffle_epi8(x.value, _mm256_broadcastsi128_si256(order))};
    }
    CAIRN_INLINE friend Lanes8 operator+(Lanes8 a, Lanes8 b) { return {_mm256_add_epi32(a.value, b.value)}; }
    CAIRN_INLINE friend Lanes8 operator^(Lanes8 a, Lanes8 b) { return {_mm256_xor_si256(a.value, b.value)}; }
    CAIRN_INLINE friend Lanes8 operator&(Lanes8 a, Lanes8 b) { return {_mm256_and_si256(a.value, b.value)}; }
};

template <int Count>
CAIRN_INLINE Lanes8 shifted(Lanes8 x) {
    return {_mm256_srli_epi32(x.value, Count)};
}
template <int Count>
CAIRN_INLINE Lanes8 rotated(Lanes8 x) {
    return shifted<Count>(x) ^ Lanes8 { _mm256_slli_epi32(x.value, 32 - Count) };
}
CAIRN_INLINE Lanes8 sum0(Lanes8 x) {
    return rotated<2>(x) ^ rotated<13>(x) ^ rotated<22>(x);
}
CAIRN_INLINE Lanes8 sum1(Lanes8 x) {
    return rotated<6>(x) ^ rotated<11>(x) ^ rotated<25>(x);
}
CAIRN_INLINE Lanes8 sigma0(Lanes8 x) {
    return rotated<7>(x) ^ rotated<18>(x) ^ shifted<3>(x);
}
CAIRN_INLINE Lanes8 sigma1(Lanes8 x) {
    return rotated<17>(x) ^ rotated<19>(x) ^ shifted<10>(x);
}
CAIRN_INLINE Lanes8 choose(Lanes8 e, Lanes8 f, Lanes8 g) {
    return g ^ (e & (f ^ g));
}
/// The second bracket is the first one of the round before.
CAIRN_INLINE Lanes8 majority(Lanes8 a, Lanes8 b, Lanes8 c) {
    return b ^ ((a ^ b) & (b ^ c));
}
CAIRN_INLINE std::uint32_t lanesAtMost(Lanes8 word, std::uint32_t limit) {
    const __m256i value = Lanes8::swapped(word).value;
    const __m256i low = _mm256_cmpeq_epi32(_mm256_min_epu32(value, Lanes8::all(limit).value), value);
    return static_cast<std::uint32_t>(_mm256_movemask_ps(_mm256_castsi256_ps(low)));
}

} // namespace

std::uint32_t findLowAvx2(const ScanWords& job, std::uint32_t first, std::uint32_t count,
                          std::uint32_t limit) {
    return findLowInLanes<Lanes8>(job, first, count, limit);
}

} // namespace mining::detail
