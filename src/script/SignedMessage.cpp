#include "script/SignedMessage.h"

#include "crypto/Ripemd160.h"
#include "crypto/Sha256.h"
#include "util/ByteWriter.h"

namespace script {

namespace {

constexpr std::string_view kMagic = "Bitcoin Signed Message:\n";
constexpr std::uint8_t kFirstHeader = 27; ///< of four uncompressed keys; four of compressed ones follow
constexpr std::uint8_t kCompressed = 4;

util::ByteView viewOf(std::string_view text) {
    return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}

crypto::Hash256Bytes messageHash(std::string_view message) {
    util::ByteWriter writer;
    writer.sized(viewOf(kMagic));
    writer.sized(viewOf(message));
    return crypto::sha256d(writer.take());
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
    const int which = signature[0] - kFirstHeader;
    util::ByteArray<65> plain{};
    std::copy(signature.begin(), signature.end(), plain.begin());
    plain[0] = static_cast<std::uint8_t>(which % kCompressed);
    const auto key = crypto::PublicKey::recover(plain, messageHash(message));
    if (!key) return std::nullopt;
    return which >= kCompressed ? crypto::hash160(key->compressed()) : crypto::hash160(key->uncompressed());
}

} // namespace script
