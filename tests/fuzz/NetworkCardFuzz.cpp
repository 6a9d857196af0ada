#include "consensus/CardText.h"
#include "consensus/ChainParams.h"
#include "util/Require.h"

/// A card that is read is also written, read back as the same and makes a network; of one that is
/// not the wrong value can be shown.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto card = consensus::parseNetworkCard(util::asText({data, size}));
    if (!card) {
        // Shown as it is: short, and nothing in it that a terminal obeys.
        const auto length = consensus::cleanLength(card.error().value);
        require(length && *length <= 100);
        return 0;
    }
    const auto again = consensus::parseNetworkCard(consensus::writeNetworkCard(*card));
    require(again && *again == *card);
    require(consensus::paramsFromCard(*card).powLimit != 0);
    return 0;
}
