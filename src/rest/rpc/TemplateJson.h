#pragma once

#include "consensus/ChainParams.h"
#include "rest/json/JsonWriter.h"
#include "rest/rpc/TemplateFeed.h"

namespace rest {

/// The object of getblocktemplate (BIP 22, 23, 145), with `curtime` of the moment.
void writeBlockTemplate(JsonWriter& json, const MiningWork& work, const consensus::ChainParams& params,
                        std::int64_t now);

} // namespace rest
