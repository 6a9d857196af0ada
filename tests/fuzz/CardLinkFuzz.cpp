#include "consensus/CardLink.h"
#include "consensus/CardText.h"
#include "util/Bytes.h"
#include "util/Require.h"

/// Any text is no link, a link with something wrong, or a card; a card's own link gives it back.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text = util::asText({data, size});
    const auto card = consensus::parseCardLink(text);
    if (!card) {
        // Shown as it is: short, and nothing in it that a terminal obeys.
        const auto length = consensus::cleanLength(card.error().value);
        require(length && *length <= 100);
        return 0;
    }
    require(consensus::isCardLink(text));
    const auto again = consensus::parseCardLink(consensus::writeCardLink(*card));
    require(again && *again == *card);
    return 0;
}
