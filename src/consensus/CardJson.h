#pragma once

#include "consensus/NetworkCard.h"

#include <nlohmann/json.hpp>

namespace consensus {

/// Keys stay in the order of the text.
using CardJson = nlohmann::ordered_json;

/// JSON as a card may be written: valid UTF-8, no key twice in an object, bounded depth and number of values,
/// an object.
Result<CardJson, CardError> parseCardJson(std::string_view text);

} // namespace consensus
