#include "crypto/CurveContext.h"

#include "crypto/Random.h"
#include "util/Require.h"

namespace crypto {
namespace {

const secp256k1_context* makeContext() {
    secp256k1_context* const context = secp256k1_context_create(SECP256K1_CONTEXT_NONE);
    require(context != nullptr);
    const SecretBytes blinding = randomBytes(32);
    require(secp256k1_context_randomize(context, blinding.data()) == 1);
    return context;
}

} // namespace

const secp256k1_context* curveContext() {
    static const secp256k1_context* const context = makeContext();
    return context;
}

} // namespace crypto
