#pragma once

#include "crypto/Sha256.h"

#include <memory>

namespace crypto {

/// A hash over a set whose elements may come in any order: MuHash3072, a product modulo 2^3072 - 1103717 in
/// which every element is a factor. Value of one thread.   Source: Bitcoin Core's `gettxoutsetinfo muhash`.
class MuHash {
public:
    MuHash();
    ~MuHash();
    MuHash(const MuHash&) = delete;
    MuHash& operator=(const MuHash&) = delete;

    /// Cost: some microseconds.
    void add(util::ByteView element);
    /// Of what was added so far; in Core's text it is shown in reverse.
    [[nodiscard]] Hash256Bytes finish() const;

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace crypto
