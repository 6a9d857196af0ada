#include "mining/Interleaved.h"

#include <arm_neon.h>

// ARMv8's SHA-2 instructions: four rounds at a time, each pair waiting for the one before it in its own hash,
// so several nonces go side by side. Words lie in order, the first lowest.
namespace mining::detail {
namespace {

constexpr int kWays = 4; // 32 registers hold the states and schedules of four
using Ways = std::make_integer_sequence<int, kWays>;

struct Lane {
    uint32x4_t abcd;
    uint32x4_t efgh;
    uint32x4_t words[4]; ///< the last 16 words of the message schedule, a group of four each
};

/// What all nonces of a job share.
struct Shared {
    uint32x4_t abcd; ///< state after three rounds and, but for the nonce, the fourth
    uint32x4_t efgh;
    uint32x4_t group4;
    uint32x4_t group7Part;
    uint32x4_t midstateAbcd;
    uint32x4_t midstateEfgh;
};

CAIRN_INLINE uint32x4_t vectorOf(std::uint32_t first, std::uint32_t second, std::uint32_t third,
                                 std::uint32_t fourth) {
    const std::uint32_t words[4] = {first, second, third, fourth};
    return vld1q_u32(words);
}
CAIRN_INLINE void fourRounds(Lane& lane, uint32x4_t added) {
    const uint32x4_t abcd = lane.abcd;
    lane.abcd = vsha256hq_u32(lane.abcd, lane.efgh, added);
    lane.efgh = vsha256h2q_u32(lane.efgh, abcd, added);
}
template <int Group>
CAIRN_INLINE void roundsWithGroup(Lane& lane) {
    fourRounds(lane, vaddq_u32(lane.words[Group % 4], vld1q_u32(kRound + 4 * Group)));
}
/// Rounds over a group of words that is padding: `first` and `last` are all that is not zero in it.
template <int Group, std::uint32_t first, std::uint32_t last>
CAIRN_INLINE void paddingGroup(Lane& lane) {
    fourRounds(lane, vectorOf(kRound[4 * Group] + first, kRound[4 * Group + 1], kRound[4 * Group + 2],
                              kRound[4 * Group + 3] + last));
}

/// The sum of the words 16 and, mixed, 15 back.
template <int Group>
CAIRN_INLINE uint32x4_t farBack(const Lane& lane) {
    return vsha256su0q_u32(lane.words[Group % 4], lane.words[(Group + 1) % 4]);
}
template <int Group>
CAIRN_INLINE void finishGroup(Lane& lane, uint32x4_t farBackSum) {
    lane.words[Group % 4] =
        vsha256su1q_u32(farBackSum, lane.words[(Group + 2) % 4], lane.words[(Group + 3) % 4]);
}
template <int Group>
CAIRN_INLINE void expandingRounds(Lane& lane) {
    finishGroup<Group>(lane, farBack<Group>(lane));
    roundsWithGroup<Group>(lane);
}

/// The first four rounds. The words before group 4 that later ones read are padding.
CAIRN_INLINE void startHeader(Lane& lane, const Shared& shared, std::uint32_t nonce) {
    const std::uint32_t nonceWord = byteSwapped(nonce);
    lane.abcd = vaddq_u32(shared.abcd, vsetq_lane_u32(nonceWord, vdupq_n_u32(0), 0));
    lane.efgh = vaddq_u32(shared.efgh, vsetq_lane_u32(nonceWord, vdupq_n_u32(0), 0));
    lane.words[0] = vaddq_u32(shared.group4, vectorOf(0, 0, scalarSigma0(nonceWord), nonceWord));
    lane.words[1] = vectorOf(kPadding, 0, 0, 0);
    lane.words[2] = vdupq_n_u32(0);
    lane.words[3] = vectorOf(0, 0, 0, kHeaderBits);
}
CAIRN_INLINE void expandHeader5(Lane& lane) {
    finishGroup<5>(lane, lane.words[1]); // 15 back: zero
    roundsWithGroup<5>(lane);
}
CAIRN_INLINE void expandHeader6(Lane& lane) {
    finishGroup<6>(lane, lane.words[2]); // 16 and 15 back: zero
    roundsWithGroup<6>(lane);
}
CAIRN_INLINE void expandHeader7(Lane& lane, const Shared& shared) {
    finishGroup<7>(lane, shared.group7Part);
    roundsWithGroup<7>(lane);
}

/// From the end of the first hash to the start of the second, whose first eight words it is.
CAIRN_INLINE void startDigest(Lane& lane, const Shared& shared) {
    lane.words[0] = vaddq_u32(lane.abcd, shared.midstateAbcd);
    lane.words[1] = vaddq_u32(lane.efgh, shared.midstateEfgh);
    lane.words[2] = vectorOf(kPadding, 0, 0, 0);
    lane.words[3] = vectorOf(0, 0, 0, kDigestBits);
    lane.abcd = vld1q_u32(kStart);
    lane.efgh = vld1q_u32(kStart + 4);
}
/// Rounds 60 to 63, of which only the last word is wanted.
CAIRN_INLINE std::uint32_t lastWord(Lane& lane) {
    finishGroup<15>(lane, farBack<15>(lane));
    const uint32x4_t added = vaddq_u32(lane.words[3], vld1q_u32(kRound + 60));
    return vgetq_lane_u32(vsha256h2q_u32(lane.efgh, lane.abcd, added), 3) + kStart[7];
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
    inEachLane<expandHeader5>(lanes);
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
    expandingGroups<4>(lanes, std::make_integer_sequence<int, 11>());
    return ((static_cast<std::uint32_t>(byteSwapped(lastWord(lanes[I])) <= limit) << I) | ...);
}

Shared sharedOf(const ScanWords& job) {
    // `afterThree` lies as round 3 names its words: a, b, c are 5, 6, 7; e, f, g are 1, 2, 3.
    return {vectorOf(job.round3Second, job.afterThree[5], job.afterThree[6], job.afterThree[7]),
            vectorOf(job.round3First, job.afterThree[1], job.afterThree[2], job.afterThree[3]),
            vectorOf(job.word16, job.word17, job.word18Part, job.word19Part),
            vectorOf(0, 0, scalarSigma0(kHeaderBits), job.word31Part),
            vld1q_u32(job.midstate),
            vld1q_u32(job.midstate + 4)};
}

} // namespace

std::uint32_t findLowArmSha2(const ScanWords& job, std::uint32_t first, std::uint32_t count,
                             std::uint32_t limit) {
    const Shared shared = sharedOf(job);
    return findLowIn<kWays>(first, count, [&](std::uint32_t nonce) {
        Lane lanes[kWays];
        hashHeaders(lanes, shared, nonce, Ways());
        return hashDigests(lanes, shared, limit, Ways());
    });
}

} // namespace mining::detail
