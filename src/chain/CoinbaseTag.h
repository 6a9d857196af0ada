#pragma once

#include "primitives/Transaction.h"

#include <string>

namespace chain {

/// The longest text that a coinbase carries for its finder, in bytes.
constexpr std::size_t kMaxCoinbaseTag = 40;

/// What a node writes into the coinbases of its blocks: "/Cairn:mia/"; "/Cairn/" without a name. Longer names
/// are cut at a character. Needs: clean UTF-8 (consensus::cleanLength).
std::string coinbaseTag(std::string_view nodeName);
/// The name that the finder of a block gives itself: the text between slashes in its coinbase's script,
/// without the program's name. Empty when there is none, or none that can be shown. Anybody may write any
/// name there.
std::string finderName(const primitives::Transaction& coinbase);

} // namespace chain
