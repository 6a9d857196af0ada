#include "script/SignedMessage.h"

#include "crypto/Ripemd160.h"
#include "crypto/Sha256.h"
#include "script/OutputType.h"
#include "util/ByteWriter.h"

#include <algorithm>

namespace script {

namespace {

constexpr std::string_view kMagic = "Bitcoin Signed Message:\n";
constexpr std::uint8_t kFirstHeader = 27; ///< of four uncompressed keys; four of compressed ones follow
constexpr std::uint8_t kCompressed = 4;
constexpr int kHeaderGroups = 4; ///< then those of nested witness keys, and of witness keys

util::ByteView viewOf(std::string_view text) {
    return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}

crypto::Hash256Bytes messageHash(std::string_view message) {
    util::ByteWriter writer;
    writer.sized(viewOf(kMagic));
    writer.sized(viewOf(message));
    return crypto::sha256d(writer.take());
}

/// The key that signed, whatever form the header says it is used in. Needs: 65 bytes, a header in range.
std::optional<crypto::PublicKey> recovered(std::string_view message, util::ByteView signature) {
    util::ByteArray<65> plain{};
    std::copy(signature.begin(), signature.end(), plain.begin());
    plain[0] = static_cast<std::uint8_t>((signature[0] - kFirstHeader) % kCompressed);
    return crypto::PublicKey::recover(plain, messageHash(message));
}

} // namespace

util::ByteArray<65> signMessage(const crypto::PrivateKey& key, bool isCompressed, std::string_view message) {
    auto out = key.signRecoverable(messageHash(message));
    out[0] = static_cast<std::uint8_t>(out[0] + kFirstHeader + (isCompressed ? kCompressed : 0));
    return out;
}

std::optional<util::ByteArray<20>> signerOf(std::string_view message, util::ByteView signature) {
    if (signature.size() != 65 || signature[0] < kFirstHeader ||
        signature[0] >= kFirstHeader + 2 * kCompressed)
        return std::nullopt;
    const auto key = recovered(message, signature);
    if (!key) return std::nullopt;
    const bool isCompressed = signature[0] >= kFirstHeader + kCompressed;
    return isCompressed ? crypto::hash160(key->compressed()) : crypto::hash160(key->uncompressed());
}

util::ByteArray<65> signMessage(const crypto::PrivateKey& key, MessageForm form, std::string_view message) {
    auto out = signMessage(key, true, message);
    out[0] = static_cast<std::uint8_t>(out[0] + kCompressed * static_cast<int>(form));
    return out;
}

bool isSignedFor(util::ByteView scriptPubKey, std::string_view message, util::ByteView signature) {
    if (signature.size() != 65 || signature[0] < kFirstHeader ||
        signature[0] >= kFirstHeader + kHeaderGroups * kCompressed)
        return false;
    const auto key = recovered(message, signature);
    if (!key) return false;
    const auto hash = crypto::hash160(key->compressed());
    const util::Bytes program = witnessPubKeyHashScript(hash);
    const auto is = [&](const util::Bytes& script) { return std::ranges::equal(script, scriptPubKey); };
    switch ((signature[0] - kFirstHeader) / kCompressed) {
    case 0:
        return is(pubKeyHashScript(crypto::hash160(key->uncompressed())));
    case 1:
        return is(pubKeyHashScript(hash)) || is(program) || is(scriptHashScript(crypto::hash160(program)));
    case 2:
        return is(scriptHashScript(crypto::hash160(program)));
    default:
        return is(program);
    }
}

} // namespace script
