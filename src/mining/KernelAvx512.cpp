#include "mining/LaneHash.h"

#include <immintrin.h>

namespace mining::detail {
namespace {

// The forms with a mask, all set, mean the same as those without; for those GCC 12 warns about its own
// header.
constexpr __mmask16 kEveryLane = 0xffff;

/// Sixteen lanes: AVX-512 rotates in one instruction and combines three words in another.
struct Lanes16 {
    static constexpr std::uint32_t kLanes = 16;
    __m512i value;

    CAIRN_INLINE static Lanes16 all(std::uint32_t word) {
        return {_mm512_set1_epi32(static_cast<int>(word))};
    }
    CAIRN_INLINE static Lanes16 nonceWords(std::uint32_t first) {
        const __m512i steps = _mm512_set_epi32(15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0);
        return swapped({_mm512_add_epi32(all(first).value, steps)});
    }
    CAIRN_INLINE static Lanes16 swapped(Lanes16 x) {
        const __m128i order = _mm_set_epi8(12, 13, 14, 15, 8, 9, 10, 11, 4, 5, 6, 7, 0, 1, 2, 3);
        return {_mm512_shuffle_epi8(x.value, _mm512_maskz_broadcast_i32x4(kEveryLane, order))};
    }
    CAIRN_INLINE friend Lanes16 operator+(Lanes16 a, Lanes16 b) {
        return {_mm512_add_epi32(a.value, b.value)};
    }
};

constexpr int kXor = 0x96;    // a ^ b ^ c, as the table of its eight cases
constexpr int kChoose = 0xca; // a ? b : c
constexpr int kMajority = 0xe8;

template <int Count>
CAIRN_INLINE __m512i rotated(Lanes16 x) {
    return _mm512_maskz_ror_epi32(kEveryLane, x.value, Count);
}
template <int A, int B, int C>
CAIRN_INLINE Lanes16 rotations(Lanes16 x) {
    return {_mm512_ternarylogic_epi32(rotated<A>(x), rotated<B>(x), rotated<C>(x), kXor)};
}
template <int A, int B, int Shift>
CAIRN_INLINE Lanes16 rotationsAndShift(Lanes16 x) {
    return {_mm512_ternarylogic_epi32(rotated<A>(x), rotated<B>(x),
                                      _mm512_maskz_srli_epi32(kEveryLane, x.value, Shift), kXor)};
}
CAIRN_INLINE Lanes16 sum0(Lanes16 x) {
    return rotations<2, 13, 22>(x);
}
CAIRN_INLINE Lanes16 sum1(Lanes16 x) {
    return rotations<6, 11, 25>(x);
}
CAIRN_INLINE Lanes16 sigma0(Lanes16 x) {
    return rotationsAndShift<7, 18, 3>(x);
}
CAIRN_INLINE Lanes16 sigma1(Lanes16 x) {
    return rotationsAndShift<17, 19, 10>(x);
}
CAIRN_INLINE Lanes16 choose(Lanes16 e, Lanes16 f, Lanes16 g) {
    return {_mm512_ternarylogic_epi32(e.value, f.value, g.value, kChoose)};
}
CAIRN_INLINE Lanes16 majority(Lanes16 a, Lanes16 b, Lanes16 c) {
    return {_mm512_ternarylogic_epi32(a.value, b.value, c.value, kMajority)};
}
CAIRN_INLINE std::uint32_t lanesAtMost(Lanes16 word, std::uint32_t limit) {
    return _mm512_cmple_epu32_mask(Lanes16::swapped(word).value, Lanes16::all(limit).value);
}

} // namespace

std::uint32_t findLowAvx512(const ScanWords& job, std::uint32_t first, std::uint32_t count,
                            std::uint32_t limit) {
    return findLowInLanes<Lanes16>(job, first, count, limit);
}

} // namespace mining::detail
