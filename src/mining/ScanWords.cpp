#include "mining/ScanWords.h"

#include "mining/LaneHash.h"

#include <algorithm>
#include <span>

namespace mining::detail {
namespace {

struct State {
    std::uint32_t a, b, c, d, e, f, g, h;

    [[nodiscard]] std::uint32_t firstSum(std::uint32_t added) const {
        return h + scalarSum1(e) + scalarChoose(e, f, g) + added;
    }
    [[nodiscard]] std::uint32_t secondSum() const { return scalarSum0(a) + scalarMajority(a, b, c); }
    [[nodiscard]] State after(std::uint32_t added) const {
        const std::uint32_t first = firstSum(added);
        return {first + secondSum(), a, b, c, d + first, e, f, g};
    }
};

/// Puts words a to h where the lanes look for them before round `round`.
void place(const State& state, std::size_t round, std::uint32_t (&out)[8]) {
    const std::uint32_t words[8] = {state.a, state.b, state.c, state.d, state.e, state.f, state.g, state.h};
    for (std::size_t name = 0; name < 8; ++name)
        out[(name + 8 - round) % 8] = words[name];
}
State stateOf(std::span<const std::uint32_t, 8> words) {
    return {words[0], words[1], words[2], words[3], words[4], words[5], words[6], words[7]};
}

void prepareHeaderRounds(ScanWords& out) {
    const State two = stateOf(out.midstate).after(kRound[0] + out.tail[0]).after(kRound[1] + out.tail[1]);
    const State three = two.after(kRound[2] + out.tail[2]);
    place(two, 0, out.afterTwo);
    place(three, 3, out.afterThree);
    const std::uint32_t first = three.firstSum(kRound[3]);
    out.round3First = three.d + first;
    out.round3Second = first + three.secondSum();
    std::copy(std::begin(kRound), std::end(kRound), out.headerRounds);
    out.headerRounds[4] += kPadding;
    out.headerRounds[15] += kHeaderBits;
    out.headerRounds[16] += out.word16;
    out.headerRounds[17] += out.word17;
}

/// The message schedule as far as it does not depend on the nonce.
void prepareHeaderWords(ScanWords& out) {
    out.word16 = out.tail[0] + scalarSigma0(out.tail[1]);
    out.word17 = out.tail[1] + scalarSigma0(out.tail[2]) + scalarSigma1(kHeaderBits);
    out.word18Part = out.tail[2] + scalarSigma1(out.word16);
    out.word19Part = scalarSigma0(kPadding) + scalarSigma1(out.word17);
    out.word31Part = kHeaderBits + scalarSigma0(out.word16);
    out.word32Part = out.word16 + scalarSigma0(out.word17);
}

void prepareDigest(ScanWords& out) {
    const State start = stateOf(kStart);
    place(start, 0, out.digestStart);
    const std::uint32_t first = start.firstSum(kRound[0]);
    out.digestStart[3] = start.d + first;
    out.digestStart[7] = first + start.secondSum();
    std::copy(std::begin(kRound), std::end(kRound), out.digestRounds);
    out.digestRounds[8] += kPadding;
    out.digestRounds[15] += kDigestBits;
}

} // namespace

ScanWords scanWordsOf(const std::array<std::uint32_t, 8>& midstate,
                      const std::array<std::uint32_t, 3>& tail) {
    ScanWords out{};
    std::copy(midstate.begin(), midstate.end(), out.midstate);
    std::copy(tail.begin(), tail.end(), out.tail);
    prepareHeaderWords(out);
    prepareHeaderRounds(out);
    prepareDigest(out);
    return out;
}

} // namespace mining::detail
