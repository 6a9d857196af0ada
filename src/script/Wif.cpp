#include "script/Wif.h"

#include "crypto/Base58Check.h"
#include "crypto/SecretBytes.h"

namespace script {

namespace {
constexpr std::size_t kKeySize = 32; ///< behind a version; one more byte where the public key is compressed
} // namespace

util::Bytes WifKey::publicKey() const {
    const crypto::PublicKey point = key.publicKey();
    if (!isCompressed) return point.uncompressed();
    return {point.compressed().begin(), point.compressed().end()};
}

Result<WifKey, WifError> keyFromWif(std::string_view text, const AddressFormat& format) {
    auto payload = crypto::decodeBase58Check(text);
    if (!payload || payload->empty()) return fail(WifError::Malformed);
    const crypto::SecretBytes bytes(payload->begin(), payload->end());
    crypto::wipe(payload->data(), payload->size());
    const bool isCompressed = bytes.size() == kKeySize + 2 && bytes.back() == 1;
    if (bytes[0] != format.privateKey || (bytes.size() != kKeySize + 1 && !isCompressed))
        return fail(WifError::WrongNetwork);
    auto key = crypto::PrivateKey::parse(util::ByteView(bytes).subspan(1, kKeySize));
    if (!key) return fail(WifError::OutOfRange);
    return WifKey{std::move(*key), isCompressed};
}

crypto::SecretString toWif(const WifKey& key, const AddressFormat& format) {
    crypto::SecretBytes bytes;
    bytes.reserve(kKeySize + 2);
    bytes.push_back(format.privateKey);
    bytes.insert(bytes.end(), key.key.bytes().begin(), key.key.bytes().end());
    if (key.isCompressed) bytes.push_back(1);
    std::string text = crypto::encodeBase58Check(bytes);
    crypto::SecretString out;
    out.reserve(64);
    out.append(text);
    crypto::wipe(text.data(), text.size());
    return out;
}

} // namespace script
