#include "script/Address.h"
#include "script/OutputType.h"
#include "util/Require.h"

#include <algorithm>

static bool same(util::ByteView a, util::ByteView b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end());
}

/// A script that has an address comes back from it; an address that is read is written again, but for its
/// case.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const util::ByteView bytes(data, size);
    const script::AddressFormat main{
        .bech32Prefix = "bc", .pubKeyHash = 0, .scriptHash = 5, .privateKey = 128};
    const script::AddressFormat regtest{.bech32Prefix = "bcrt"};
    for (const script::AddressFormat& format : {main, regtest}) {
        if (const auto address = script::toAddress(bytes, format)) {
            const auto script = script::scriptFromAddress(*address, format);
            require(script && same(*script, bytes));
        }
        if (const auto script = script::scriptFromAddress(util::asText(bytes), format)) {
            const auto address = script::toAddress(*script, format);
            require(address && script::scriptFromAddress(*address, format) == script);
        }
    }
    return 0;
}
