#include "crypto/EvpDigest.h"

#include "util/Require.h"

#include <openssl/evp.h>

namespace crypto {

const EVP_MD* fetchDigest(const char* name) {
    const EVP_MD* const digest = EVP_MD_fetch(nullptr, name, nullptr);
    require(digest != nullptr);
    return digest;
}

EvpDigest::EvpDigest(const EVP_MD* algorithm) : m_algorithm(algorithm), m_context(EVP_MD_CTX_new()) {
    require(m_context != nullptr);
}

EvpDigest::~EvpDigest() {
    EVP_MD_CTX_free(m_context);
}

void EvpDigest::start() {
    require(EVP_DigestInit_ex2(m_context, m_algorithm, nullptr) == 1);
}

void EvpDigest::add(util::ByteView bytes) {
    require(EVP_DigestUpdate(m_context, bytes.data(), bytes.size()) == 1);
}

void EvpDigest::finishInto(std::span<std::uint8_t> out) {
    unsigned int written = 0;
    require(EVP_DigestFinal_ex(m_context, out.data(), &written) == 1 && written == out.size());
}

} // namespace crypto
