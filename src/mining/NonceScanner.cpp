#include "mining/NonceScanner.h"

#include "crypto/Sha256.h"
#include "mining/CpuFeatures.h"
#include "mining/ScanWords.h"

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

/// The kernels tell which hashes may be low; here each of them is computed anew and compared in full. The
/// limit starts with the best hash so far, so this happens a few times a scan.
template <detail::FindLow findLow>
std::optional<std::uint32_t> scanWith(const ScanJob& job, std::uint32_t first, std::uint32_t count,
                                      primitives::BlockHash& best) {
    const detail::ScanWords words = detail::scanWordsOf(job.midstate, job.tail);
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
#elif defined(__aarch64__)
    {"ARMv8-SHA2", hasArmSha2, scanWith<detail::findLowArmSha2>},
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
