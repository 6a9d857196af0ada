#include "script/HashOperations.h"

#include "crypto/Ripemd160.h"
#include "crypto/Sha256.h"
#include "util/Require.h"

#include <openssl/evp.h>

namespace script {

namespace {

/// Of use to OP_SHA1 only.
util::ByteArray<20> sha1(util::ByteView bytes) {
    util::ByteArray<20> digest{};
    const int done = EVP_Digest(bytes.data(), bytes.size(), digest.data(), nullptr, EVP_sha1(), nullptr);
    require(done == 1);
    return digest;
}

} // namespace

Status runHashOperation(Machine& machine, Opcode opcode) {
    if (machine.stack.empty()) return fail(ScriptError::InvalidStackOperation);
    const util::Bytes element = machine.stack.pop();
    switch (opcode) {
    case Opcode::Ripemd160:
        machine.stack.push(util::ByteView(crypto::ripemd160(element)));
        break;
    case Opcode::Sha1:
        machine.stack.push(util::ByteView(sha1(element)));
        break;
    case Opcode::Sha256:
        machine.stack.push(util::ByteView(crypto::sha256(element)));
        break;
    case Opcode::Hash160:
        machine.stack.push(util::ByteView(crypto::hash160(element)));
        break;
    default:
        machine.stack.push(util::ByteView(crypto::sha256d(element)));
        break;
    }
    return {};
}

} // namespace script
