#include "util/Bytes.h"
#include "util/Require.h"
#include "wallet/SharedPlan.h"

/// A plan that is read is written so that it reads the same; so is a key.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text = util::asText(util::ByteView(data, size));
    const script::AddressFormat format{.bech32Prefix = "bcrt"};
    if (const auto plan = wallet::readPlan(text, format)) {
        require(plan->isWhole() && !wallet::firstAddressOf(*plan, format).empty());
        const auto again = wallet::readPlan(wallet::planText(*plan), format);
        require(again && again->keys == plan->keys && again->threshold == plan->threshold);
    }
    if (const auto key = wallet::readSharedKey(text, format)) {
        require(wallet::readSharedKey(*key, format) == *key);
        require(wallet::fingerprintOf(*key, format).size() == 8);
    }
    return 0;
}
