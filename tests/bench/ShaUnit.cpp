#include "ShaUnit.h"

#if defined(__x86_64__)

#include <immintrin.h>

#include <chrono>

double bench::shaRoundInstructionsPerSecond() {
    constexpr int kRepeats = 20'000;
    constexpr int kChains = 8;
    // Eight chains that do not wait for each other, longer together than the instruction takes.
    __m128i a = _mm_setzero_si128(), b = a, c = a, d = a, e = a, f = a, g = a, h = a;
    const __m128i words = _mm_set_epi32(1, 2, 3, 4);
    const auto start = std::chrono::steady_clock::now();
    for (int i = 0; i < kRepeats; ++i) {
        a = _mm_sha256rnds2_epu32(a, words, words);
        b = _mm_sha256rnds2_epu32(b, words, words);
        c = _mm_sha256rnds2_epu32(c, words, words);
        d = _mm_sha256rnds2_epu32(d, words, words);
        e = _mm_sha256rnds2_epu32(e, words, words);
        f = _mm_sha256rnds2_epu32(f, words, words);
        g = _mm_sha256rnds2_epu32(g, words, words);
        h = _mm_sha256rnds2_epu32(h, words, words);
        asm volatile("" : "+x"(a), "+x"(b), "+x"(c), "+x"(d), "+x"(e), "+x"(f), "+x"(g), "+x"(h));
    }
    const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - start;
    return kRepeats * kChains / taken.count();
}

#else

double bench::shaRoundInstructionsPerSecond() {
    return 0;
}

#endif
