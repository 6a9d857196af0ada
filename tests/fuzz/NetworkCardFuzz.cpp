#include "consensus/ChainParams.h"
#include "util/Require.h"

/// A card that is read is also written, read back as the same and makes a network; one that is not has a
/// sentence.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto card = consensus::parseNetworkCard(util::asText({data, size}));
    if (!card) {
        require(card.error().sentence.ends_with('.'));
        return 0;
    }
    const auto again = consensus::parseNetworkCard(consensus::writeNetworkCard(*card));
    require(again && *again == *card);
    require(consensus::paramsFromCard(*card).powLimit != 0);
    return 0;
}
