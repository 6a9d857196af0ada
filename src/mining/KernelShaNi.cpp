#include "mining/Interleaved.h"

#include <immintrin.h>

// Each SHA instruction waits for the one before it in its own hash, so several nonces go side by side; the
// unit that does the rounds is then busy all the time. Words lie as the instructions want them: `abef` and
// `cdgh` hold the state, first letter highest; words of the message lowest first.
namespace mining::detail {
namespace {

constexpr int kWays = 2; // as many as fit into 16 registers
using Ways = std::make_integer_sequence<int, kWays>;

struct Lane {
    __m128i abef;
    __m128i cdgh;
    __m128i words[4]; ///< the last 16 words of the message schedule, a group of four each
};

/// What all nonces of a job share.
struct Shared {
    __m128i abef; ///< state after two rounds
    __m128i cdgh;
    __m128i rounds2And3;
    __m128i group4;
    __m128i group5Part;
    __m128i group7Part;
    __m128i midstateAbef;
    __m128i midstateCdgh;
};

CAIRN_INLINE __m128i vectorOf(std::uint32_t lowest, std::uint32_t second, std::uint32_t third,
                              std::uint32_t highest) {
    return _mm_set_epi32(static_cast<int>(highest), static_cast<int>(third), static_cast<int>(second),
                         static_cast<int>(lowest));
}
CAIRN_INLINE __m128i abefOf(const std::uint32_t* state) {
    return vectorOf(state[5], state[4], state[1], state[0]);
}
CAIRN_INLINE __m128i cdghOf(const std::uint32_t* state) {
    return vectorOf(state[7], state[6], state[3], state[2]);
}
template <int Group>
CAIRN_INLINE __m128i roundConstants() {
    constexpr std::size_t kFirst = std::size_t{4} * Group;
    return vectorOf(kRound[kFirst], kRound[kFirst + 1], kRound[kFirst + 2], kRound[kFirst + 3]);
}

CAIRN_INLINE void fourRounds(Lane& lane, __m128i added) {
    lane.cdgh = _mm_sha256rnds2_epu32(lane.cdgh, lane.abef, added);
    lane.abef = _mm_sha256rnds2_epu32(lane.abef, lane.cdgh, _mm_shuffle_epi32(added, 0x0e));
}
template <int Group>
CAIRN_INLINE void roundsWithGroup(Lane& lane) {
    fourRounds(lane, _mm_add_epi32(lane.words[Group % 4], roundConstants<Group>()));
}
/// Rounds over a group of words that is padding: `lowest` and `highest` are all that is not zero in it.
template <int Group, std::uint32_t lowest, std::uint32_t highest>
CAIRN_INLINE void paddingGroup(Lane& lane) {
    constexpr std::size_t kFirst = std::size_t{4} * Group;
    const __m128i first = vectorOf(kRound[kFirst] + lowest, kRound[kFirst + 1], 0, 0);
    const __m128i second = vectorOf(kRound[kFirst + 2], kRound[kFirst + 3] + highest, 0, 0);
    lane.cdgh = _mm_sha256rnds2_epu32(lane.cdgh, lane.abef, first);
    lane.abef = _mm_sha256rnds2_epu32(lane.abef, lane.cdgh, second);
}

/// Words of a group from the sum of the words 16, 15 (mixed) and 7 back.
template <int Group>
CAIRN_INLINE void finishGroup(Lane& lane, __m128i sum) {
    lane.words[Group % 4] = _mm_sha256msg2_epu32(sum, lane.words[(Group + 3) % 4]);
}
template <int Group>
CAIRN_INLINE __m128i sevenBack(const Lane& lane) {
    return _mm_alignr_epi8(lane.words[(Group + 3) % 4], lane.words[(Group + 2) % 4], 4);
}
/// The sum of the words 16 and, mixed, 15 back: what `sha256msg1` gives. That instruction takes turns with
/// the rounds, plain ones do not, but there are many of them: every other group keeps both kinds of units
/// busy.
template <int Group>
CAIRN_INLINE __m128i farBack(const Lane& lane) {
    const __m128i old = lane.words[Group % 4];
    const __m128i next = lane.words[(Group + 1) % 4];
    if constexpr (Group % 2 == 0) return _mm_sha256msg1_epu32(old, next);
    const __m128i x = _mm_alignr_epi8(next, old, 4);
    const __m128i rotated7 = _mm_or_si128(_mm_srli_epi32(x, 7), _mm_slli_epi32(x, 25));
    const __m128i rotated18 = _mm_or_si128(_mm_srli_epi32(x, 18), _mm_slli_epi32(x, 14));
    return _mm_add_epi32(old, _mm_xor_si128(_mm_xor_si128(rotated7, rotated18), _mm_srli_epi32(x, 3)));
}
template <int Group>
CAIRN_INLINE void expandGroup(Lane& lane) {
    finishGroup<Group>(lane, _mm_add_epi32(farBack<Group>(lane), sevenBack<Group>(lane)));
}
template <int Group>
CAIRN_INLINE void expandingRounds(Lane& lane) {
    expandGroup<Group>(lane);
    roundsWithGroup<Group>(lane);
}

CAIRN_INLINE void startHeader(Lane& lane, const Shared& shared, std::uint32_t nonce) {
    const std::uint32_t nonceWord = byteSwapped(nonce);
    const __m128i mixedAndPlain =
        _mm_cvtsi64_si128(static_cast<long long>(std::uint64_t{nonceWord} << 32 | scalarSigma0(nonceWord)));
    const __m128i plain = _mm_slli_epi64(_mm_srli_epi64(mixedAndPlain, 32), 32);
    lane.abef = _mm_sha256rnds2_epu32(shared.cdgh, shared.abef, _mm_add_epi32(shared.rounds2And3, plain));
    lane.cdgh = shared.abef;
    lane.words[0] = _mm_add_epi32(shared.group4, _mm_slli_si128(mixedAndPlain, 8));
}
CAIRN_INLINE void expandHeader5(Lane& lane, const Shared& shared) {
    finishGroup<5>(lane, shared.group5Part);
    roundsWithGroup<5>(lane);
}
CAIRN_INLINE void expandHeader6(Lane& lane) {
    finishGroup<6>(lane, sevenBack<6>(lane));
    roundsWithGroup<6>(lane);
}
CAIRN_INLINE void expandHeader7(Lane& lane, const Shared& shared) {
    finishGroup<7>(lane, _mm_add_epi32(sevenBack<7>(lane), shared.group7Part));
    roundsWithGroup<7>(lane);
}

/// From the end of the first hash to the start of the second, whose first eight words it is.
CAIRN_INLINE void startDigest(Lane& lane, const Shared& shared) {
    const __m128i abef = _mm_shuffle_epi32(_mm_add_epi32(lane.abef, shared.midstateAbef), 0x1b);
    const __m128i cdgh = _mm_shuffle_epi32(_mm_add_epi32(lane.cdgh, shared.midstateCdgh), 0x1b);
    lane.words[0] = _mm_unpacklo_epi64(abef, cdgh);
    lane.words[1] = _mm_unpackhi_epi64(abef, cdgh);
    lane.words[2] = vectorOf(kPadding, 0, 0, 0);
    lane.words[3] = vectorOf(0, 0, 0, kDigestBits);
    lane.abef = abefOf(kStart);
    lane.cdgh = cdghOf(kStart);
}
/// The words that are zero or known in `expandGroup` are left out.
CAIRN_INLINE void expandDigest4(Lane& lane) {
    finishGroup<4>(lane, farBack<4>(lane));
    roundsWithGroup<4>(lane);
}
CAIRN_INLINE void expandDigest6(Lane& lane) {
    finishGroup<6>(lane, _mm_add_epi32(vectorOf(kPadding, 0, 0, 0), sevenBack<6>(lane)));
    roundsWithGroup<6>(lane);
}
/// Rounds 60 and 61: the last word of the hash is known by then.
CAIRN_INLINE std::uint32_t lastWord(Lane& lane) {
    expandGroup<15>(lane);
    const __m128i added = _mm_add_epi32(lane.words[3], roundConstants<15>());
    const __m128i state = _mm_sha256rnds2_epu32(lane.cdgh, lane.abef, added);
    return static_cast<std::uint32_t>(_mm_cvtsi128_si32(state)) + kStart[7];
}

template <int From, int... G>
CAIRN_INLINE void expandingGroups(Lane (&lanes)[kWays], std::integer_sequence<int, G...>) {
    (inEachLane<expandingRounds<From + G>>(lanes), ...);
}

template <int... I>
CAIRN_INLINE void hashHeaders(Lane (&lanes)[kWays], const Shared& shared, std::uint32_t first,
                              std::integer_sequence<int, I...>) {
    (startHeader(lanes[I], shared, first + I), ...);
    inEachLane<paddingGroup<1, kPadding, 0>>(lanes);
    inEachLane<paddingGroup<2, 0, 0>>(lanes);
    inEachLane<paddingGroup<3, 0, kHeaderBits>>(lanes);
    inEachLane<roundsWithGroup<4>>(lanes);
    inEachLane<expandHeader5>(lanes, shared);
    inEachLane<expandHeader6>(lanes);
    inEachLane<expandHeader7>(lanes, shared);
    expandingGroups<8>(lanes, std::make_integer_sequence<int, 8>());
}

template <int... I>
CAIRN_INLINE std::uint32_t hashDigests(Lane (&lanes)[kWays], const Shared& shared, std::uint32_t limit,
                                       std::integer_sequence<int, I...>) {
    inEachLane<startDigest>(lanes, shared);
    inEachLane<roundsWithGroup<0>>(lanes);
    inEachLane<roundsWithGroup<1>>(lanes);
    inEachLane<paddingGroup<2, kPadding, 0>>(lanes);
    inEachLane<paddingGroup<3, 0, kDigestBits>>(lanes);
    inEachLane<expandDigest4>(lanes);
    inEachLane<expandingRounds<5>>(lanes);
    inEachLane<expandDigest6>(lanes);
    expandingGroups<7>(lanes, std::make_integer_sequence<int, 8>());
    return ((static_cast<std::uint32_t>(byteSwapped(lastWord(lanes[I])) <= limit) << I) | ...);
}

Shared sharedOf(const ScanWords& job) {
    return {abefOf(job.afterTwo),
            cdghOf(job.afterTwo),
            vectorOf(kRound[2] + job.tail[2], kRound[3], 0, 0),
            vectorOf(job.word16, job.word17, job.word18Part, job.word19Part),
            vectorOf(kPadding, 0, kHeaderBits, job.word16),
            vectorOf(0, 0, scalarSigma0(kHeaderBits), job.word31Part),
            abefOf(job.midstate),
            cdghOf(job.midstate)};
}

} // namespace

std::uint32_t findLowShaNi(const ScanWords& job, std::uint32_t first, std::uint32_t count,
                           std::uint32_t limit) {
    const Shared shared = sharedOf(job);
    return findLowIn<kWays>(first, count, [&](std::uint32_t nonce) {
        Lane lanes[kWays];
        hashHeaders(lanes, shared, nonce, Ways());
        return hashDigests(lanes, shared, limit, Ways());
    });
}

} // namespace mining::detail
