#include "consensus/CardLink.h"
#include "util/Bytes.h"
#include "util/Require.h"

/// Any text is no link, a link with a sentence about what is wrong, or a card; a card's own link gives it
/// back.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text = util::asText({data, size});
    const auto card = consensus::parseCardLink(text);
    if (!card) {
        require(card.error().sentence.ends_with('.'));
        return 0;
    }
    require(consensus::isCardLink(text));
    const auto again = consensus::parseCardLink(consensus::writeCardLink(*card));
    require(again && *again == *card);
    return 0;
}
