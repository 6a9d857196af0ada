#include "crypto/HmacSha512.h"

#include "util/Require.h"

#include <openssl/core_names.h>
#include <openssl/evp.h>
#include <openssl/params.h>

#include <memory>

namespace crypto {
namespace {

struct MacContextFree {
    void operator()(EVP_MAC_CTX* context) const { EVP_MAC_CTX_free(context); }
};
using MacContext = std::unique_ptr<EVP_MAC_CTX, MacContextFree>;

/// HMAC with its digest chosen and no key yet.
MacContext makeMacContext() {
    static EVP_MAC* const algorithm = EVP_MAC_fetch(nullptr, "HMAC", nullptr);
    require(algorithm != nullptr);
    MacContext context(EVP_MAC_CTX_new(algorithm));
    require(context != nullptr);
    char digest[] = "SHA512";
    const OSSL_PARAM parameters[] = {OSSL_PARAM_construct_utf8_string(OSSL_MAC_PARAM_DIGEST, digest, 0),
                                     OSSL_PARAM_construct_end()};
    require(EVP_MAC_CTX_set_params(context.get(), parameters) == 1);
    return context;
}

} // namespace

util::ByteArray<64> hmacSha512(util::ByteView key, util::ByteView message) {
    // Copies of a prepared context: the key dies with the copy instead of staying in the thread's memory.
    thread_local const MacContext prepared = makeMacContext();
    const MacContext context(EVP_MAC_CTX_dup(prepared.get()));
    require(context != nullptr);
    const std::uint8_t none = 0; // an empty key is a key, a null one is not
    util::ByteArray<64> out;
    std::size_t written = 0;
    require(EVP_MAC_init(context.get(), key.empty() ? &none : key.data(), key.size(), nullptr) == 1);
    require(EVP_MAC_update(context.get(), message.data(), message.size()) == 1);
    require(EVP_MAC_final(context.get(), out.data(), &written, out.size()) == 1 && written == out.size());
    return out;
}

} // namespace crypto
