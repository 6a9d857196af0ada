#pragma once

#include <cstdint>

/// What the kernels share. The files that include this are compiled for one kind of processor each: nothing
/// but plain structs and templates over types of their own here, or the linker might keep a copy that other
/// processors cannot run.
namespace mining::detail {

/// All that stays the same while only the nonce changes; "word" is a big endian 32-bit word of the header.
/// What vectors are filled with comes from here even where it is a constant: loading it costs no vector
/// instruction.
struct ScanWords {
    std::uint32_t midstate[8];      ///< after the first 64 bytes
    std::uint32_t tail[3];          ///< words 0 to 2 of the second block
    std::uint32_t afterTwo[8];      ///< state (a to h) after the first two rounds of the second block
    std::uint32_t afterThree[8];    ///< words before round 3, each where `stateWord<3, …>` expects it
    std::uint32_t round3First;      ///< round 3 without its nonce word: the new "e" …
    std::uint32_t round3Second;     ///< … and the new "a"
    std::uint32_t headerRounds[64]; ///< round constants; with the word in rounds 4 to 17, where it is known
    std::uint32_t word16;           ///< words of the message schedule without the nonce, or their parts
    std::uint32_t word17;
    std::uint32_t word18Part;
    std::uint32_t word19Part;
    std::uint32_t word31Part;
    std::uint32_t word32Part;
    std::uint32_t
        digestStart[8]; ///< words before the second hash, with round 0 but for word 0 in those it changes
    std::uint32_t digestRounds[64]; ///< round constants; with the word in rounds 8 to 15
};

/// The place, counted from `first`, of the first of `count` nonces whose hash has a highest word (as a little
/// endian number) of at most `limit`; `count` when there is none. Nonces wrap around.
using FindLow = std::uint32_t (*)(const ScanWords& job, std::uint32_t first, std::uint32_t count,
                                  std::uint32_t limit);

std::uint32_t findLowPortable(const ScanWords& job, std::uint32_t first, std::uint32_t count,
                              std::uint32_t limit);
std::uint32_t findLowShaNi(const ScanWords& job, std::uint32_t first, std::uint32_t count,
                           std::uint32_t limit);
std::uint32_t findLowAvx2(const ScanWords& job, std::uint32_t first, std::uint32_t count,
                          std::uint32_t limit);
std::uint32_t findLowAvx512(const ScanWords& job, std::uint32_t first, std::uint32_t count,
                            std::uint32_t limit);
std::uint32_t findLowArmSha2(const ScanWords& job, std::uint32_t first, std::uint32_t count,
                             std::uint32_t limit);

inline constexpr std::uint32_t kRound[64] = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2};
inline constexpr std::uint32_t kStart[8] = {0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
                                            0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};

/// The bit that ends a message, and the lengths in bits of the header and of the first hash.
inline constexpr std::uint32_t kPadding = 0x80000000;
inline constexpr std::uint32_t kHeaderBits = 640;
inline constexpr std::uint32_t kDigestBits = 256;

} // namespace mining::detail
