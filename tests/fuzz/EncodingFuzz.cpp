#include "crypto/Base58.h"
#include "crypto/Base58Check.h"
#include "crypto/Bech32.h"
#include "util/Hex.h"
#include "util/Require.h"

#include <algorithm>

static std::string lower(std::string_view text) {
    std::string out(text);
    for (char& c : out)
        c = static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
    return out;
}

/// Every text that is read is the one that would be written.
static void checkText(std::string_view text) {
    if (const auto bytes = util::fromHex(text)) require(util::toHex(*bytes) == lower(text));
    if (const auto bytes = crypto::decodeBase58(text, 128)) require(crypto::encodeBase58(*bytes) == text);
    if (const auto bytes = crypto::decodeBase58Check(text))
        require(crypto::encodeBase58Check(*bytes) == text);
    const auto decoded = crypto::decodeBech32(text);
    if (!decoded) return;
    require(crypto::encodeBech32(decoded->encoding, decoded->prefix, decoded->values) == lower(text));
    if (const auto segwit = crypto::decodeSegwit(decoded->prefix, text))
        require(crypto::encodeSegwit(decoded->prefix, segwit->version, segwit->program) == lower(text));
}

/// Every payload is read back from its text.
static void checkBytes(util::ByteView bytes) {
    const util::Bytes expected(bytes.begin(), bytes.end());
    require(util::fromHex(util::toHex(bytes)) == expected);
    if (bytes.size() > 128) return;
    require(crypto::decodeBase58(crypto::encodeBase58(bytes), 128) == expected);
    require(crypto::decodeBase58Check(crypto::encodeBase58Check(bytes)) == expected);
    if (bytes.size() < 3 || bytes.size() > 41) return;
    const int version = bytes[0] % 16 + 1; // version 0 allows two sizes only
    const auto segwit = crypto::decodeSegwit("bc", crypto::encodeSegwit("bc", version, bytes.subspan(1)));
    require(segwit && segwit->version == version &&
            std::equal(segwit->program.begin(), segwit->program.end(), bytes.begin() + 1, bytes.end()));
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const util::ByteView bytes(data, size);
    checkText(util::asText(bytes));
    checkBytes(bytes);
    return 0;
}
