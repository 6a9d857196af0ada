#pragma once

#include <bit>
#include <cstdint>

namespace crypto {

/// SipHash over whole 64-bit words with `kRounds` rounds a word and `kLastRounds` at the end: SipHash-2-4 as
/// published, or fewer for tables whose keys strangers choose. What is hashed has one length, or ends in a
/// word that holds its length.
template <int kRounds, int kLastRounds>
class SipHash {
public:
    SipHash(std::uint64_t firstKey, std::uint64_t secondKey)
        : m_v0(firstKey ^ 0x736f6d6570736575), m_v1(secondKey ^ 0x646f72616e646f6d),
          m_v2(firstKey ^ 0x6c7967656e657261), m_v3(secondKey ^ 0x7465646279746573) {}

    void add(std::uint64_t word) {
        m_v3 ^= word;
        for (int i = 0; i < kRounds; ++i)
            round();
        m_v0 ^= word;
    }

    std::uint64_t finish() {
        m_v2 ^= 0xff;
        for (int i = 0; i < kLastRounds; ++i)
            round();
        return m_v0 ^ m_v1 ^ m_v2 ^ m_v3;
    }

private:
    void round() {
        m_v0 += m_v1;
        m_v2 += m_v3;
        m_v1 = std::rotl(m_v1, 13) ^ m_v0;
        m_v3 = std::rotl(m_v3, 16) ^ m_v2;
        m_v0 = std::rotl(m_v0, 32);
        m_v2 += m_v1;
        m_v0 += m_v3;
        m_v1 = std::rotl(m_v1, 17) ^ m_v2;
        m_v3 = std::rotl(m_v3, 21) ^ m_v0;
        m_v2 = std::rotl(m_v2, 32);
    }

    std::uint64_t m_v0, m_v1, m_v2, m_v3;
};

} // namespace crypto
