#pragma once

#include "util/Bytes.h"

#include <openssl/types.h>

namespace crypto {

/// The digest of this name, looked up once by its user and kept until the program ends. Stops the program
/// when OpenSSL has none.
const EVP_MD* fetchDigest(const char* name);

/// An OpenSSL digest that is started anew instead of made anew. For the sources of this folder only. Thread:
/// one at a time.
class EvpDigest {
public:
    explicit EvpDigest(const EVP_MD* algorithm);
    ~EvpDigest();
    EvpDigest(const EvpDigest&) = delete;
    EvpDigest& operator=(const EvpDigest&) = delete;

    void start();
    void add(util::ByteView bytes);
    /// Needs: N is the size of the digest.
    template <std::size_t N>
    util::ByteArray<N> finish() {
        util::ByteArray<N> out;
        finishInto(out);
        return out;
    }

private:
    void finishInto(std::span<std::uint8_t> out);
    const EVP_MD* m_algorithm;
    EVP_MD_CTX* m_context;
};

} // namespace crypto
