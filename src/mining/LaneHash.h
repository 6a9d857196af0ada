#pragma once

#include "mining/Kernels.h"

#include <bit>
#include <utility>

/// SHA-256d of headers in lanes: a `V` holds one 32-bit word of each of `V::kLanes` headers. It has
/// `V::all(word)`, `V::nonceWords(firstNonce)`, `operator+`, and free functions sum0, sum1, sigma0, sigma1,
/// choose, majority and `lanesAtMost(word, limit)`, a bit a lane. `V` must be a type of the including file
/// alone; everything is inlined.
#define CAIRN_INLINE [[gnu::always_inline]] inline

namespace mining::detail {

CAIRN_INLINE constexpr std::uint32_t byteSwapped(std::uint32_t x) {
    return x << 24 | (x & 0xff00) << 8 | (x >> 8 & 0xff00) | x >> 24;
}
CAIRN_INLINE constexpr std::uint32_t scalarSum0(std::uint32_t x) {
    return std::rotr(x, 2) ^ std::rotr(x, 13) ^ std::rotr(x, 22);
}
CAIRN_INLINE constexpr std::uint32_t scalarSum1(std::uint32_t x) {
    return std::rotr(x, 6) ^ std::rotr(x, 11) ^ std::rotr(x, 25);
}
CAIRN_INLINE constexpr std::uint32_t scalarChoose(std::uint32_t e, std::uint32_t f, std::uint32_t g) {
    return g ^ (e & (f ^ g));
}
CAIRN_INLINE constexpr std::uint32_t scalarMajority(std::uint32_t a, std::uint32_t b, std::uint32_t c) {
    return b ^ ((a ^ b) & (b ^ c));
}
CAIRN_INLINE constexpr std::uint32_t scalarSigma0(std::uint32_t x) {
    return std::rotr(x, 7) ^ std::rotr(x, 18) ^ (x >> 3);
}
CAIRN_INLINE constexpr std::uint32_t scalarSigma1(std::uint32_t x) {
    return std::rotr(x, 17) ^ std::rotr(x, 19) ^ (x >> 10);
}

/// A word of the state by its name in this round, 0 = a … 7 = h: the names rotate, the values stay where they
/// are.
template <int Round, int Name, class V>
CAIRN_INLINE V& stateWord(V (&state)[8]) {
    return state[(Name + 64 - Round) % 8];
}

template <int Round, class V>
CAIRN_INLINE V firstSum(V (&s)[8], V added) {
    return (stateWord<Round, 7>(s) + added) +
           choose(stateWord<Round, 4>(s), stateWord<Round, 5>(s), stateWord<Round, 6>(s)) +
           sum1(stateWord<Round, 4>(s));
}

/// `added` is the round's constant plus its word of the message.
template <int Round, class V>
CAIRN_INLINE void doRound(V (&s)[8], V added) {
    const V first = firstSum<Round>(s, added);
    const V second = sum0(stateWord<Round, 0>(s)) +
                     majority(stateWord<Round, 0>(s), stateWord<Round, 1>(s), stateWord<Round, 2>(s));
    stateWord<Round, 3>(s) = stateWord<Round, 3>(s) + first;
    stateWord<Round, 7>(s) = first + second;
}

/// A round whose new word "a" nobody will read.
template <int Round, class V>
CAIRN_INLINE void doLateRound(V (&s)[8], V added) {
    stateWord<Round, 3>(s) = stateWord<Round, 3>(s) + firstSum<Round>(s, added);
}

/// Word `I` of the message schedule, of which the last 16 are kept.
template <int I, class V>
CAIRN_INLINE V& word(V (&schedule)[16]) {
    return schedule[I % 16];
}

template <int I, class V>
CAIRN_INLINE void expand(V (&w)[16]) {
    word<I>(w) = (word<I - 16>(w) + sigma0(word<I - 15>(w))) + (word<I - 7>(w) + sigma1(word<I - 2>(w)));
}

/// Words 16 to 32 of the header's second block, whose first 16 are three that stay, the nonce and padding.
template <class V>
CAIRN_INLINE void expandHeader(V (&w)[16], const ScanWords& job, V nonce) {
    word<18>(w) = V::all(job.word18Part) + sigma0(nonce);
    word<19>(w) = V::all(job.word19Part) + nonce;
    word<20>(w) = V::all(kPadding) + sigma1(word<18>(w));
    word<21>(w) = sigma1(word<19>(w));
    word<22>(w) = V::all(kHeaderBits) + sigma1(word<20>(w));
    word<23>(w) = V::all(job.word16) + sigma1(word<21>(w));
    word<24>(w) = V::all(job.word17) + sigma1(word<22>(w));
    word<25>(w) = word<18>(w) + sigma1(word<23>(w));
    word<26>(w) = word<19>(w) + sigma1(word<24>(w));
    word<27>(w) = word<20>(w) + sigma1(word<25>(w));
    word<28>(w) = word<21>(w) + sigma1(word<26>(w));
    word<29>(w) = word<22>(w) + sigma1(word<27>(w));
    word<30>(w) = V::all(scalarSigma0(kHeaderBits)) + word<23>(w) + sigma1(word<28>(w));
    word<31>(w) = V::all(job.word31Part) + word<24>(w) + sigma1(word<29>(w));
    word<32>(w) = V::all(job.word32Part) + word<25>(w) + sigma1(word<30>(w));
    word<17>(w) = V::all(job.word17);
}

/// Words 16 to 31 of the block that holds the first hash (words 0 to 7) and its padding.
template <class V>
CAIRN_INLINE void expandDigest(V (&w)[16]) {
    word<16>(w) = word<0>(w) + sigma0(word<1>(w));
    word<17>(w) = V::all(scalarSigma1(kDigestBits)) + word<1>(w) + sigma0(word<2>(w));
    word<18>(w) = word<2>(w) + sigma0(word<3>(w)) + sigma1(word<16>(w));
    word<19>(w) = word<3>(w) + sigma0(word<4>(w)) + sigma1(word<17>(w));
    word<20>(w) = word<4>(w) + sigma0(word<5>(w)) + sigma1(word<18>(w));
    word<21>(w) = word<5>(w) + sigma0(word<6>(w)) + sigma1(word<19>(w));
    word<22>(w) = (V::all(kDigestBits) + word<6>(w)) + sigma0(word<7>(w)) + sigma1(word<20>(w));
    word<23>(w) = (V::all(scalarSigma0(kPadding)) + word<7>(w)) + word<16>(w) + sigma1(word<21>(w));
    word<24>(w) = V::all(kPadding) + word<17>(w) + sigma1(word<22>(w));
    word<25>(w) = word<18>(w) + sigma1(word<23>(w));
    word<26>(w) = word<19>(w) + sigma1(word<24>(w));
    word<27>(w) = word<20>(w) + sigma1(word<25>(w));
    word<28>(w) = word<21>(w) + sigma1(word<26>(w));
    word<29>(w) = word<22>(w) + sigma1(word<27>(w));
    word<30>(w) = V::all(scalarSigma0(kDigestBits)) + word<23>(w) + sigma1(word<28>(w));
    word<31>(w) = (V::all(kDigestBits) + word<24>(w)) + sigma0(word<16>(w)) + sigma1(word<29>(w));
}

/// Rounds whose constant has everything.
template <int From, class V, int... I>
CAIRN_INLINE void knownRounds(V (&s)[8], const std::uint32_t (&constants)[64],
                              std::integer_sequence<int, I...>) {
    (doRound<From + I>(s, V::all(constants[From + I])), ...);
}
template <int From, class V, int... I>
CAIRN_INLINE void wordRounds(V (&s)[8], V (&w)[16], const std::uint32_t (&constants)[64],
                             std::integer_sequence<int, I...>) {
    (doRound<From + I>(s, word<From + I>(w) + V::all(constants[From + I])), ...);
}
template <int I, class V>
CAIRN_INLINE V expanded(V (&w)[16], const std::uint32_t (&constants)[64]) {
    expand<I>(w);
    return word<I>(w) + V::all(constants[I]);
}
template <int From, class V, int... I>
CAIRN_INLINE void expandingRounds(V (&s)[8], V (&w)[16], const std::uint32_t (&constants)[64],
                                  std::integer_sequence<int, I...>) {
    (doRound<From + I>(s, expanded<From + I>(w, constants)), ...);
}
template <int From, class V, int... I>
CAIRN_INLINE void lateRounds(V (&s)[8], V (&w)[16], const std::uint32_t (&constants)[64],
                             std::integer_sequence<int, I...>) {
    (doLateRound<From + I>(s, expanded<From + I>(w, constants)), ...);
}
template <int Count>
using Rounds = std::make_integer_sequence<int, Count>;

/// The first hash, as the first eight words of the second hash's message.
template <class V>
CAIRN_INLINE void hashHeader(V (&w)[16], const ScanWords& job, V nonce) {
    V s[8];
    for (int i = 0; i < 8; ++i)
        s[i] = V::all(job.afterThree[i]);
    stateWord<3, 3>(s) = V::all(job.round3First) + nonce;
    stateWord<3, 7>(s) = V::all(job.round3Second) + nonce;
    knownRounds<4>(s, job.headerRounds, Rounds<14>());
    expandHeader(w, job, nonce);
    wordRounds<18>(s, w, job.headerRounds, Rounds<15>());
    expandingRounds<33>(s, w, job.headerRounds, Rounds<31>());
    for (int i = 0; i < 8; ++i)
        w[i] = s[i] + V::all(job.midstate[i]);
}

/// The last word of the second hash, known three rounds before the end.
template <class V>
CAIRN_INLINE V hashDigest(V (&w)[16], const ScanWords& job) {
    V s[8];
    for (int i = 0; i < 8; ++i)
        s[i] = V::all(job.digestStart[i]);
    stateWord<0, 3>(s) = stateWord<0, 3>(s) + word<0>(w);
    stateWord<0, 7>(s) = stateWord<0, 7>(s) + word<0>(w);
    wordRounds<1>(s, w, job.digestRounds, Rounds<7>());
    knownRounds<8>(s, job.digestRounds, Rounds<8>());
    expandDigest(w);
    wordRounds<16>(s, w, job.digestRounds, Rounds<16>());
    expandingRounds<32>(s, w, job.digestRounds, Rounds<25>());
    lateRounds<57>(s, w, job.digestRounds, Rounds<4>());
    return stateWord<61, 4>(s) + V::all(kStart[7]);
}

/// A `FindLow`. `lowOnes` hashes `ways` nonces from a first one on and gives a bit for each that is low
/// enough.
template <std::uint32_t ways, class LowOnes>
CAIRN_INLINE std::uint32_t findLowIn(std::uint32_t first, std::uint32_t count, const LowOnes& lowOnes) {
    for (std::uint32_t done = 0; done < count; done += ways) {
        const std::uint32_t low = lowOnes(first + done);
        if (low != 0) {
            const std::uint32_t place = done + static_cast<std::uint32_t>(std::countr_zero(low));
            return place < count ? place : count;
        }
    }
    return count;
}

template <class V>
CAIRN_INLINE std::uint32_t findLowInLanes(const ScanWords& job, std::uint32_t first, std::uint32_t count,
                                          std::uint32_t limit) {
    return findLowIn<V::kLanes>(first, count, [&](std::uint32_t nonce) {
        V w[16];
        hashHeader(w, job, V::nonceWords(nonce));
        return lanesAtMost(hashDigest(w, job), limit);
    });
}

} // namespace mining::detail
