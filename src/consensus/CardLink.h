#pragma once

#include "consensus/NetworkCard.h"

namespace consensus {

/// A card as a text to paste or to scan: `cairn:NAME?card=PAYLOAD`. NAME is for people and means nothing.
/// PAYLOAD is base64url of the card's JSON, compressed (RFC 1950, with the preset dictionary
/// `cardDictionary()`) or as it is. A link without `card=` is a payment's, not a network's.
constexpr std::size_t kMaxLinkSize = 96 * 1024;

/// Whether the text means a network, right or wrong: then `parseCardLink` says which, or what is wrong.
bool isCardLink(std::string_view text);
/// White space is passed over: programs that carry texts break long lines. Cost: bounded
/// by `kMaxLinkSize` and `kMaxCardSize`, whatever the payload unpacks to.
Result<NetworkCard, CardError> parseCardLink(std::string_view text);
/// About 200 characters for a card that keeps to the usual rules.
std::string writeCardLink(const NetworkCard& card);

/// What most cards have in common; part of the format: never changed.
std::string_view cardDictionary();

} // namespace consensus
