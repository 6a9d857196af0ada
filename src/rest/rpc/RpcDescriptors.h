#pragma once

#include "rest/rpc/RpcTypes.h"
#include "script/descriptor/Descriptor.h"

namespace rest {

/// What a text describes, one for each alternative of it, or Core's error.
Result<std::vector<script::Descriptor>, RpcError> descriptorsOf(const std::string& text,
                                                                const consensus::ChainParams& params,
                                                                script::Descriptor::Checksum checksum);

/// The indexes from first to last.
struct IndexRange {
    std::uint32_t first = 0;
    std::uint32_t last = 0;
};
/// Core's way to write a range: its last index, or both.
Result<IndexRange, RpcError> rangeOf(const JsonValue& range);

} // namespace rest
