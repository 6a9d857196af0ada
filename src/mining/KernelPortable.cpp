#include "mining/LaneHash.h"

namespace mining::detail {
namespace {

/// One lane: plain C++ for every processor.
struct Scalar {
    static constexpr std::uint32_t kLanes = 1;
    std::uint32_t value;

    static Scalar all(std::uint32_t word) { return {word}; }
    static Scalar nonceWords(std::uint32_t nonce) { return {byteSwapped(nonce)}; }
    friend Scalar operator+(Scalar a, Scalar b) { return {a.value + b.value}; }
};

CAIRN_INLINE Scalar sum0(Scalar x) {
    return {scalarSum0(x.value)};
}
CAIRN_INLINE Scalar sum1(Scalar x) {
    return {scalarSum1(x.value)};
}
CAIRN_INLINE Scalar sigma0(Scalar x) {
    return {scalarSigma0(x.value)};
}
CAIRN_INLINE Scalar sigma1(Scalar x) {
    return {scalarSigma1(x.value)};
}
CAIRN_INLINE Scalar choose(Scalar e, Scalar f, Scalar g) {
    return {scalarChoose(e.value, f.value, g.value)};
}
CAIRN_INLINE Scalar majority(Scalar a, Scalar b, Scalar c) {
    return {scalarMajority(a.value, b.value, c.value)};
}
CAIRN_INLINE std::uint32_t lanesAtMost(Scalar word, std::uint32_t limit) {
    return byteSwapped(word.value) <= limit ? 1 : 0;
}

} // namespace

std::uint32_t findLowPortable(const ScanWords& job, std::uint32_t first, std::uint32_t count,
                              std::uint32_t limit) {
    return findLowInLanes<Scalar>(job, first, count, limit);
}

} // namespace mining::detail
