#pragma once

#include "util/Bytes.h"

#include <optional>

namespace crypto {

/// R and s of a signature as big-endian numbers, 32 bytes each, one behind the other; zeros when one of them
/// is longer.
///
/// Reads what consensus accepted before BIP 66: any length of the sequence, long and padded length forms,
/// padded or "negative" integers (read as positive ones), bytes behind the end. Nothing when even that finds
/// no two integers. Source: BIP 66 (which names what is tolerated no more).
std::optional<util::ByteArray<64>> parseLaxDer(util::ByteView signature);

} // namespace crypto
