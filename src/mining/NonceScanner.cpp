#include "mining/NonceScanner.h"

#include "crypto/Sha256.h"
#include "mining/CpuFeatures.h"
#include "mining/Kernels.h"
#include "mining/LaneHash.h"

#include <algorithm>
#include <chrono>

namespace mining {
namespace {

std::uint32_t bigEndianWord(const std::uint8_t* bytes) {
    return std::uint32_t{bytes[0]} << 24 | std::uint32_t{bytes[1]} << 16 | std::uint32_t{bytes[2]} << 8 |
           std::uint32_t{bytes[3]};
}
/// The highest 32 bits of 32 bytes read as a little endian number.
std::uint32_t highestWord(const util::ByteArray<32>& littleEndian) {
    return std::uint32_t{littleEndian[31]} << 24 | std::uint32_t{littleEndian[30]} << 16 |
           std::uint32_t{littleEndian[29]} << 8 | std::uint32_t{littleEndian[28]};
}
bool isAtMost(const util::ByteArray<32>& a, const util::ByteArray<32>& b) {
    return !std::lexicographical_compare(b.rbegin(), b.rend(), a.rbegin(), a.rend());
}

struct State {
    std::uint32_t a, b, c, d, e, f, g, h;

    [[nodiscard]] std::uint32_t firstSum(std::uint32_t added) const {
        return h + detail::scalarSum1(e) + detail::scalarChoose(e, f, g) + added;
    }
    [[nodiscard]] std::uint32_t secondSum() const {
        return detail::scalarSum0(a) + detail::scalarMajority(a, b, c);
    }
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

void prepareHeaderRounds(detail::ScanWords& out, const ScanJob& job) {
    const State two = stateOf(job.midstate)
                          .after(detail::kRound[0] + job.tail[0])
                          .after(detail::kRound[1] + job.tail[1]);
    const State three = two.after(detail::kRound[2] + job.tail[2]);
    place(two, 0, out.afterTwo);
    place(three, 3, out.afterThree);
    const std::uint32_t first = three.firstSum(detail::kRound[3]);
    out.round3First = three.d + first;
    out.round3Second = first + three.secondSum();
    std::copy(std::begin(detail::kRound), std::end(detail::kRound), out.headerRounds);
    out.headerRounds[4] += detail::kPadding;
    out.headerRounds[15] += detail::kHeaderBits;
    out.headerRounds[16] += out.word16;
    out.headerRounds[17] += out.word17;
}

/// The message schedule as far as it does not depend on the nonce.
void prepareHeaderWords(detail::ScanWords& out, const ScanJob& job) {
    out.word16 = job.tail[0] + detail::scalarSigma0(job.tail[1]);
    out.word17 = job.tail[1] + detail::scalarSigma0(job.tail[2]) + detail::scalarSigma1(detail::kHeaderBits);
    out.word18Part = job.tail[2] + detail::scalarSigma1(out.word16);
    out.word19Part = detail::scalarSigma0(detail::kPadding) + detail::scalarSigma1(out.word17);
    out.word31Part = detail::kHeaderBits + detail::scalarSigma0(out.word16);
    out.word32Part = out.word16 + detail::scalarSigma0(out.word17);
}

void prepareDigest(detail::ScanWords& out) {
    const State start = stateOf(detail::kStart);
    place(start, 0, out.digestStart);
    const std::uint32_t first = start.firstSum(detail::kRound[0]);
    out.digestStart[3] = start.d + first;
    out.digestStart[7] = first + start.secondSum();
    std::copy(std::begin(detail::kRound), std::end(detail::kRound), out.digestRounds);
    out.digestRounds[8] += detail::kPadding;
    out.digestRounds[15] += detail::kDigestBits;
}

detail::ScanWords prepare(const ScanJob& job) {
    detail::ScanWords out{};
    std::copy(job.midstate.begin(), job.midstate.end(), out.midstate);
    std::copy(job.tail.begin(), job.tail.end(), out.tail);
    prepareHeaderWords(out, job);
    prepareHeaderRounds(out, job);
    prepareDigest(out);
    return out;
}

/// The kernels tell which hashes may be low; here each of them is computed anew and compared in full. The limit starts
/// with the best hash so far, so this happens a few times a scan.
template <detail::FindLow findLow>
std::optional<std::uint32_t> scanWith(const ScanJob& job, std::uint32_t first, std::uint32_t count,
                                      primitives::BlockHash& best) {
    const detail::ScanWords words = prepare(job);
    const std::uint32_t targetWord = highestWord(job.targetLe);
    primitives::BlockHeader header = job.header;
    for (std::uint32_t done = 0; done < count; ++done) {
        const std::uint32_t bestWord = best.isNull() ? 0xffffffff : highestWord(best.bytes());
        done += findLow(words, first + done, count - done, std::max(targetWord, bestWord));
        if (done >= count) break;
        header.nonce = first + done;
        const primitives::BlockHash hash = header.hash();
        if (best.isNull() || isAtMost(hash.bytes(), best.bytes())) best = hash;
        if (isAtMost(hash.bytes(), job.targetLe)) return header.nonce;
    }
    return std::nullopt;
}

bool always() {
    return true;
}

constexpr Kernel kKernels[] = {
#if defined(__x86_64__)
    {"AVX-512", hasAvx512, scanWith<detail::findLowAvx512>},
    {"SHA-NI", hasShaNi, scanWith<detail::findLowShaNi>},
    {"AVX2", hasAvx2, scanWith<detail::findLowAvx2>},
#endif
    {"portable", always, scanWith<detail::findLowPortable>},
};

/// Seconds for a thousand hashes, the quickest of a few tries.
double measure(const Kernel& kernel) {
    const ScanJob job(primitives::BlockHeader{}, consensus::Uint256(0));
    util::ByteArray<32> one{};
    one.front() = 1;
    primitives::BlockHash best(one); // so that no hash is lower: only the kernel's own work is measured
    double quickest = 1e9;
    for (int attempt = 0; attempt < 5; ++attempt) {
        const auto start = std::chrono::steady_clock::now();
        kernel.scan(job, 0, 1024, best);
        const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - start;
        quickest = std::min(quickest, taken.count());
    }
    return quickest;
}

const Kernel& fastestKernel() {
    const Kernel* fastest = nullptr;
    double least = 0;
    for (const Kernel& kernel : kKernels) {
        if (!kernel.isSupported()) continue;
        const double seconds = measure(kernel);
        if (fastest != nullptr && seconds >= least) continue;
        fastest = &kernel;
        least = seconds;
    }
    return *fastest;
}

} // namespace

ScanJob::ScanJob(const primitives::BlockHeader& blockHeader, const consensus::Uint256& target)
    : header(blockHeader) {
    const util::ByteArray<80> bytes = header.serialize();
    midstate = crypto::sha256Compress(crypto::kSha256Start, std::span(bytes).first<64>());
    for (std::size_t i = 0; i < tail.size(); ++i)
        tail[i] = bigEndianWord(bytes.data() + 64 + 4 * i);
    for (std::size_t i = 0; i < targetLe.size(); ++i)
        targetLe[i] = static_cast<std::uint8_t>(target.limbs()[i / 8] >> (8 * (i % 8)));
}

std::span<const Kernel> allKernels() {
    return kKernels;
}

const Kernel& kernelFor(std::string_view name) {
    for (const Kernel& kernel : kKernels) {
        if (kernel.name == name && kernel.isSupported()) return kernel;
    }
    static const Kernel& fastest = fastestKernel();
    return fastest;
}

} // namespace mining
