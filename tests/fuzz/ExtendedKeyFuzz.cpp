#include "crypto/Base58Check.h"
#include "crypto/ExtendedKey.h"
#include "util/Require.h"

/// A key that is read is the one that would be written, and deriving from it never breaks.
static void check(std::string_view text) {
    if (const auto secret = crypto::ExtendedPrivateKey::fromBase58(text)) require(secret->toBase58() == text);
    const auto key = crypto::ExtendedPublicKey::fromBase58(text);
    if (!key) return;
    require(key->toBase58() == text);
    const auto child = key->child(key->childNumber);
    require(!child || child->parentFingerprint == key->fingerprint());
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const util::ByteView bytes(data, size);
    check(util::asText(bytes));
    if (size > 100) return 0;
    check(crypto::encodeBase58Check(bytes)); // past the check sum
    for (util::Bytes payload : {util::Bytes{0x04, 0x35, 0x87, 0xcf}, util::Bytes{0x04, 0x35, 0x83, 0x94}}) {
        payload.insert(payload.end(), bytes.begin(), bytes.end());
        check(crypto::encodeBase58Check(payload));
    }
    return 0;
}
