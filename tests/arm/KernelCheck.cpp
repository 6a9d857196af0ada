#include "mining/CpuFeatures.h"
#include "mining/ScanWords.h"

#include <array>
#include <cstdio>
#include <cstdlib>
#include <random>

// The ARMv8 kernel against the portable one, without Qt, for an emulated processor: see run.sh.

using mining::detail::ScanWords;

namespace {

constexpr std::uint32_t kGroup = 64;

int check(const ScanWords& words, std::uint32_t first, std::uint32_t count, std::uint32_t limit) {
    const std::uint32_t expected = mining::detail::findLowPortable(words, first, count, limit);
    const std::uint32_t found = mining::detail::findLowArmSha2(words, first, count, limit);
    if (found == expected) return 0;
    std::printf("nonces %08x + %u, limit %08x: %u instead of %u\n", first, count, limit, found, expected);
    return 1;
}

/// Block 1 of nobody's chain: Bitcoin's genesis header, from its state after 64 bytes.
int checkGenesis() {
    const std::array<std::uint32_t, 8> midstate{0xbc909a33, 0x6358bff0, 0x90ccac7d, 0x1e59caa8,
                                                0xc3c8d8e9, 0x4f0103c8, 0x96b18736, 0x4719f91b};
    const std::array<std::uint32_t, 3> tail{0x4b1e5e4a, 0x29ab5f49, 0xffff001d};
    const std::uint32_t found =
        mining::detail::findLowArmSha2(mining::detail::scanWordsOf(midstate, tail), 2083236864, kGroup, 0);
    if (found == 29) return 0;
    std::printf("Bitcoin's genesis block: %u instead of 29\n", found);
    return 1;
}

} // namespace

int main(int count, char** arguments) {
    if (!mining::hasArmSha2()) {
        std::puts("This processor has no SHA-2 instructions.");
        return 1;
    }
    const auto seed = count > 1 ? static_cast<unsigned>(std::atoi(arguments[1])) : std::random_device()();
    std::mt19937 random(seed);
    int wrong = checkGenesis();
    int headers = 0;
    for (; headers < 100'000 && wrong == 0; ++headers) {
        std::array<std::uint32_t, 8> midstate;
        std::array<std::uint32_t, 3> tail;
        for (std::uint32_t& word : midstate)
            word = static_cast<std::uint32_t>(random());
        for (std::uint32_t& word : tail)
            word = static_cast<std::uint32_t>(random());
        const ScanWords words = mining::detail::scanWordsOf(midstate, tail);
        // Mostly one hit a group, somewhere; every other group goes over the last nonce.
        const auto nonce = headers % 2 == 0 ? static_cast<std::uint32_t>(random())
                                            : 0U - static_cast<std::uint32_t>(random()) % kGroup;
        wrong += check(words, nonce, kGroup, 0xffffffff / kGroup);
    }
    std::printf("seed %u: %d headers, %d wrong\n", seed, headers, wrong);
    return wrong == 0 ? 0 : 1;
}
